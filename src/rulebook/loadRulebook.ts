import { failed, ok } from '../domain/kernel/result';
import type { Result } from '../domain/kernel/result';
import type { Rulebook } from '../domain/scores/rulebook';
import { toRulebook } from './build/toRulebook';
import { checkExamples } from './checks/checkExamples';
import { checkRulebook } from './checks/checkRulebook';
import { without, withoutBlanks } from './draft';
import type { Draft } from './draft';
import { extendRoles } from './extendRoles';
import { within, withoutEchoes } from './finding';
import type { Finding, Path } from './finding';
import { readJson } from './readJson';
import { rulebookShape } from './rulebookShape';
import type { RulebookShape } from './rulebookShape';
import { shapeFindings } from './shapeFindings';
import { inReadingOrder, toProblem } from './toProblem';

/** Without what is missing from a role whose preset is not known: the preset may have it. */
const withoutGuesses = (all: readonly Finding[], unknown: readonly Path[]): readonly Finding[] =>
	all.filter(({ code, path }) => code !== 'missing' || !unknown.some((role) => within(path, role)));

/**
 * A customer's rules, from an object or JSON text, checked in full. All that is wrong comes back at once:
 * the checks beyond the shape run over whatever has the right shape.
 */
export function loadRulebook(json: unknown): Result<Rulebook> {
	const read = readJson(json, 'paste a rulebook that was exported');
	if (!read.ok) return read;
	const { rulebook, findings, origins, unknown } = extendRoles(read.value);
	const given = withoutBlanks(rulebook);
	const shape = rulebookShape.safeParse(given);
	const wrong = shapeFindings(shape.error?.issues ?? [], given);
	const draft = without(given, [...wrong.told, ...unknown]) as Draft<RulebookShape> | undefined;
	const checked = draft === undefined ? [] : checkRulebook(draft, given);
	const wrongAt = [...wrong.told, ...checked.map(({ path }) => path)];
	const disproved = draft === undefined ? [] : checkExamples(draft, wrongAt);
	const found = [
		...withoutGuesses(wrong.findings, unknown),
		...withoutEchoes(checked, wrong.told),
		...disproved,
	].sort(inReadingOrder);
	const problems = [
		...findings.map((one) => toProblem(one, read.value, new Map())),
		...found.map((one) => toProblem(one, given, origins)),
	];
	return shape.success && problems.length === 0 ? ok(toRulebook(shape.data)) : failed(...problems);
}
