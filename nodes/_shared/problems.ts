import type { INode, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Problem } from '../../src/index';

/** The problems that an error of ours carries; of any other error, the error itself as one. */
export function problemsOf(error: unknown): readonly Problem[] {
	const carried = (error as { problems?: unknown } | null)?.problems;
	if (Array.isArray(carried) && carried.length > 0) return carried as Problem[];
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
export function asNodeError(
	node: INode,
	error: unknown,
	name: (problem: Problem) => string = at,
): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const problems = problemsOf(error);
	const [first] = problems;
	const alone = problems.length === 1 && first !== undefined;
	const itemIndex = (error as { itemIndex?: number } | null)?.itemIndex;
	return new NodeOperationError(
		node,
		alone ? sentence(first, name) : `${problems.length} settings or records need a change`,
		{
			description: alone
				? escaped(first.remedy)
				: problems.map((problem, i) => `${i + 1}. ${line(problem, name)}`).join('<br>\n'),
			...(itemIndex === undefined ? {} : { itemIndex }),
		},
	);
}

const at = (problem: Problem): string => problem.path;

/** A problem's place as the panel calls it, where it is a setting of the panel. */
export const nameIn =
	(properties: readonly INodeProperties[]) =>
	({ path }: Problem): string =>
		properties.find((property) => property.name === path)?.displayName ?? path;

function sentence(problem: Problem, name: (problem: Problem) => string): string {
	const where = name(problem);
	return where === '' || problem.message.toLowerCase().includes(where.toLowerCase())
		? problem.message
		: `${where}: ${problem.message}`;
}

/** n8n shows a description as HTML. */
function line(problem: Problem, name: (problem: Problem) => string): string {
	const remedy = problem.remedy === '' ? '' : ` ${problem.remedy}`;
	return escaped(`${sentence(problem, name)}${remedy}`);
}

const entities: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);

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
