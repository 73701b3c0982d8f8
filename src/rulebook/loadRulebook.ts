import { failed, ok } from '../domain/kernel/result';
import type { Result } from '../domain/kernel/result';
import type { Rulebook } from '../domain/scores/rulebook';
import { toRulebook } from './build/toRulebook';
import { checkRulebook } from './checks/checkRulebook';
import { without, withoutBlanks } from './draft';
import type { Draft } from './draft';
import { extendRoles } from './extendRoles';
import { finding, pathText } from './finding';
import type { Finding, Path } from './finding';
import { rulebookShape } from './rulebookShape';
import type { RulebookShape } from './rulebookShape';
import { shapeFindings } from './shapeFindings';
import { inReadingOrder, toProblem } from './toProblem';

/** JSON text, or a value that is JSON already. */
function readJson(json: unknown): Result<unknown> {
	if (typeof json !== 'string') return ok(json);
	try {
		return ok(JSON.parse(json));
	} catch (error) {
		const why = error instanceof Error ? error.message : 'it cannot be read';
		const says = `is no JSON (${why}), expected a JSON object`;
		const remedy = 'Correct the text at that place, or paste a rulebook that was exported.';
		return failed(toProblem(finding('json', [], says, remedy), undefined, new Map()));
	}
}

/** Without what cannot be known to be missing, since the preset that would have it is not known. */
const told = (all: readonly Finding[], unknown: readonly Path[]): readonly Finding[] =>
	all.filter(
		({ code, path }) =>
			code !== 'missing' || !unknown.some((role) => pathText(path.slice(0, 2)) === pathText(role)),
	);

/**
 * A customer's rules, from an object or JSON text, checked in full. All that is wrong comes back at once:
 * the checks beyond the shape run over whatever has the right shape.
 */
export function loadRulebook(json: unknown): Result<Rulebook> {
	const read = readJson(json);
	if (!read.ok) return read;
	const extended = extendRoles(read.value);
	const given = withoutBlanks(extended.rulebook);
	const shape = rulebookShape.safeParse(given);
	const wrong = told(shapeFindings(shape.error?.issues ?? [], given), extended.unknown);
	const places = [...wrong.map(({ path }) => path), ...extended.unknown];
	const draft = without(given, places) as Draft<RulebookShape> | undefined;
	const checked = draft === undefined ? [] : checkRulebook(draft, given);
	const problems = [
		...extended.findings.map((one) => toProblem(one, read.value, new Map())),
		...[...wrong, ...checked]
			.sort(inReadingOrder)
			.map((one) => toProblem(one, given, extended.origins)),
	];
	return shape.success && problems.length === 0 ? ok(toRulebook(shape.data)) : failed(...problems);
}
