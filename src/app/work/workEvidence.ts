import type { CoverageRecord, EvidenceRecord } from '../../domain/evidence/record';
import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import { instantText } from '../../domain/kernel/instant';
import { parsePeriod } from '../../domain/kernel/period';
import type { TimeZone } from '../../domain/kernel/time';
import { dueOfItem, zoneOf, type TimedProcess } from '../../domain/work/recording';
import {
	workOfMonth,
	type Gap,
	type MonthOfWork,
	type Terms,
} from '../../domain/work/workEvidence';
import type { UnreadableRow } from '../../items/readWorkEvent';
import { toEvidence, workLog } from '../../items/toWorkRecord';
import { Refusal } from '../refusal';
import { instantOf, logOf, namedZone, processesOf, type WorkInput } from './workOffice';

export interface WorkEvidenceInput
	extends Pick<WorkInput, 'log' | 'processes' | 'now' | 'timeZone'> {
	/** YYYY-MM */
	readonly period: string;
	/** Only these are given and covered; absent or empty: those of all processes, and what the log has. */
	readonly activities?: readonly string[];
}

export interface WorkEvidenceResult {
	readonly evidence: readonly EvidenceRecord[];
	readonly coverage: readonly CoverageRecord[];
}

const termsOf = (processes: ReadonlyMap<string, TimedProcess>, zone: TimeZone): Terms => ({
	dueOf: (item) => dueOfItem(item, processes),
	zoneOf: (item) => zoneOf(item, { processes, zone }),
});

/** What evidence is asked of: what was named, else what the processes and the log have. */
function activitiesOf(
	asked: readonly string[],
	processes: ReadonlyMap<string, TimedProcess>,
	{ pieces }: MonthOfWork,
): readonly string[] {
	if (asked.length > 0) return [...new Set(asked)].sort(byCodeUnit);
	const steps = [...processes.values()].flatMap(({ process }) => process.steps);
	const all = [...steps, ...pieces.map(({ item }) => item)].flatMap(
		({ activity }) => activity ?? [],
	);
	return [...new Set(all)].sort(byCodeUnit);
}

const SHOWN = 5;

const listed = (ids: readonly string[]): string =>
	ids.slice(0, SHOWN).join(', ') + (ids.length > SHOWN ? ` and ${ids.length - SHOWN} more` : '');

const sentence: { readonly [why in Gap['why']]: (ids: readonly string[]) => string } = {
	start: (ids) =>
		`The beginning of ${listed(ids)} is not in the rows: read the rows whose month or doneMonth is the period, and append the marks of Get Open Work.`,
	due: (ids) =>
		`When ${listed(ids)} is due cannot be told: its calendar does not reach so far, or did not under its version. Add the year to the calendar of the process, under the version that it began under.`,
};

function gapOf(
	activity: string,
	gaps: readonly Gap[],
	unreadable: readonly UnreadableRow[],
): string | null {
	const of = (why: Gap['why']) =>
		gaps.flatMap((gap) => (gap.activity === activity && gap.why === why ? [gap.itemId] : []));
	const row = unreadable.find((one) => one.activity === undefined || one.activity === activity);
	const said = [
		...(['start', 'due'] as const).flatMap((why) => {
			const ids = of(why);
			return ids.length === 0 ? [] : [sentence[why](ids)];
		}),
		...(row === undefined
			? []
			: [`Row ${row.position} of the log cannot be read: ${row.problems.join('; ')}. Correct it.`]),
	];
	return said.length === 0 ? null : said.join(' ');
}

function checkPeriod(period: string): void {
	if (parsePeriod(period) !== undefined) return;
	const message = `period: expected a month like 2026-10, found "${period}"`;
	throw new Refusal([{ code: 'work.period', path: 'period', message, remedy: 'Give the month.' }]);
}

/** A month's work as evidence, with whether all of it is there. The month's rows are enough. */
export function workEvidence(input: WorkEvidenceInput): WorkEvidenceResult {
	const { period } = input;
	checkPeriod(period);
	const asOf = instantText(instantOf(input.now));
	const processes = processesOf(input.processes ?? []);
	const { log, unreadable } = logOf(input.log);
	const month = workOfMonth(log.instances(), period, termsOf(processes, namedZone(input.timeZone)));
	const activities = activitiesOf(input.activities ?? [], processes, month);
	const asked = new Set(activities);
	const evidence = month.pieces
		.filter(({ item }) => asked.has(item.activity ?? ''))
		.map((piece) => toEvidence(piece, asOf))
		.sort((a, b) => byCodeUnit(a.recordId, b.recordId));
	return {
		evidence,
		coverage: activities.map((activity) => {
			const gap = gapOf(activity, month.gaps, unreadable);
			return {
				kind: 'coverage',
				source: workLog,
				system: workLog,
				activity,
				period,
				complete: gap === null,
				received: evidence.filter((one) => one.activity === activity).length,
				expected: null,
				pages: 1,
				asOf,
				gap,
			};
		}),
	};
}
