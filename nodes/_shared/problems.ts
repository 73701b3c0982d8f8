import type { INode, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Problem } from '../../src/index';

/** The problems that an error of ours carries; none: it is no refusal of ours. */
function carriedBy(error: unknown): readonly Problem[] {
	const carried = (error as { problems?: unknown } | null)?.problems;
	return Array.isArray(carried) ? (carried as Problem[]) : [];
}

/** The problems that an error carries; of one that is not ours, the error itself as one. */
export function problemsOf(error: unknown): readonly Problem[] {
	const carried = carriedBy(error);
	if (carried.length > 0) return carried;
	const { message, description } = (error ?? {}) as { message?: unknown; description?: unknown };
	return [
		{
			code: 'node.failed',
			path: '',
			message: String(message ?? error),
			remedy: typeof description === 'string' ? description : '',
		},
	];
}

/** What the user reads when the node stops: the first line says what is wrong, the list says all of it. */
export function asNodeError(node: INode, error: unknown, name: Name = at): NodeOperationError {
	const [first, ...others] = carriedBy(error);
	// n8n keeps an error of its own as it is, and the stack of any other.
	if (first === undefined) return new NodeOperationError(node, error as Error);
	const all = [first, ...others].map((problem, i) => `${i + 1}. ${line(problem, name)}`);
	return new NodeOperationError(node, headline(first, others, name), {
		description: others.length === 0 ? escaped(first.remedy) : all.join('<br>\n'),
	});
}

type Name = (problem: Problem) => string;

const PLACES_TOLD = 8;

/** Stands alone in lists of executions and in error workflows: it says the first problem itself, and where the others are. */
function headline(first: Problem, others: readonly Problem[], name: Name): string {
	const said = sentence(first, name).replace(/[.]$/, '');
	if (others.length === 0) return said;
	const places = [...new Set(others.map(name))].filter((place) => place !== '');
	const told = places.slice(0, PLACES_TOLD).join(', ') + (places.length > PLACES_TOLD ? ', …' : '');
	const more = `${others.length} more ${others.length === 1 ? 'problem' : 'problems'}`;
	return `${said} (and ${more}${told === '' ? '' : `: ${told}`})`;
}

const at = (problem: Problem): string => problem.path;

/** A problem's place as the panel calls it, where it is a setting of the panel. */
export const nameIn =
	(properties: readonly INodeProperties[]) =>
	({ path }: Problem): string =>
		properties.find((property) => property.name === path)?.displayName ?? path;

function sentence(problem: Problem, name: Name): string {
	const where = name(problem);
	return where === '' || problem.message.toLowerCase().includes(where.toLowerCase())
		? problem.message
		: `${where}: ${problem.message}`;
}

function line(problem: Problem, name: Name): string {
	const said = sentence(problem, name).replace(/[.]?$/, '.');
	return escaped(`${said} ${problem.remedy}`.trim());
}

/** n8n shows descriptions and hints as HTML. */
const entities: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
export const escaped = (text: string): string =>
	text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);

/** What a node refuses to start with, in the same form as the refusals of the use cases. */
export class PanelRefusal extends Error {
	override readonly name = 'PanelRefusal';

	constructor(readonly problems: readonly Problem[]) {
		super(problems.map(({ message }) => message).join('\n'));
	}
}

/** One setting of the panel that cannot be used. */
export const refusal = (
	code: string,
	path: string,
	message: string,
	remedy: string,
): PanelRefusal => new PanelRefusal([{ code, path, message, remedy }]);
