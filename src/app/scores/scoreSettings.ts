import { parseInstant } from '../../domain/kernel/instant';
import { parsePeriod, type Period } from '../../domain/kernel/period';
import type { Problem } from '../../domain/kernel/result';
import type { Instant, TimeZone } from '../../domain/kernel/time';
import type { Rulebook } from '../../domain/scores/rulebook';
import { loadRulebook } from '../../rulebook/loadRulebook';
import { Refusal } from '../refusal';
import { timeZone } from '../timeZone';

/** What a month is scored by, checked. */
export interface ScoreSettings {
	readonly period: Period;
	readonly asOf: Instant;
	readonly rulebook: Rulebook;
	/** The rulebook's JSON as it was given: what its hash is of. */
	readonly rulebookAsGiven: unknown;
	readonly zone: TimeZone;
}

interface Given {
	readonly period: unknown;
	readonly asOf: unknown;
	readonly rulebook: unknown;
}

const problem = (path: string, expected: string, found: unknown, remedy: string): Problem => ({
	code: `score.${path}`,
	path,
	message: `${path}: expected ${expected}, found ${JSON.stringify(found) ?? 'none'}`,
	remedy,
});

function asJson(rulebook: unknown): unknown {
	if (typeof rulebook !== 'string') return rulebook;
	try {
		return JSON.parse(rulebook);
	} catch {
		return rulebook;
	}
}

const noPeriod = (found: unknown): Problem =>
	problem('period', 'a month like 2026-10', found, 'Give the month to score.');

const noCutOff = (found: unknown): Problem =>
	problem(
		'asOf',
		'an ISO 8601 time with offset, such as 2026-11-01T00:00:00+08:00',
		found,
		'Give the moment up to which work counts as done.',
	);

const noZone = (found: string): Problem =>
	problem('rulebook.timeZone', 'an IANA time zone', found, 'Correct the time zone.');

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Checks period, cut-off and rulebook; throws a `Refusal` with all their problems. */
export function parseScoreSettings(given: Given): ScoreSettings {
	const period = parsePeriod(text(given.period));
	const asOf = parseInstant(text(given.asOf));
	const rulebookAsGiven = asJson(given.rulebook);
	const loaded = loadRulebook(rulebookAsGiven);
	const problems = [
		...(period === undefined ? [noPeriod(given.period)] : []),
		...(asOf === undefined ? [noCutOff(given.asOf)] : []),
		...(loaded.ok ? [] : loaded.problems),
	];
	if (period === undefined || asOf === undefined || !loaded.ok) throw new Refusal(problems);
	const rulebook = loaded.value;
	const zone = timeZone(rulebook.timeZone);
	if (zone === undefined) throw new Refusal([noZone(rulebook.timeZone)]);
	return { period, asOf, rulebook, rulebookAsGiven, zone };
}
