import { decimalText, fractionText, roundHalfUp, type Ratio } from '../domain/kernel/ratio';
import type { Exception } from '../domain/scores/exception';
import type { Line, Scorecard } from '../domain/scores/scorecard';
import type { Spread } from '../domain/scores/summary';
import type { Traced } from '../domain/scores/trace';
import type {
	ExceptionRecord,
	LineRecord,
	ScorecardRecord,
	SummaryRecord,
	TraceRecord,
} from './scoreRecord';

/** Hundredths as a JSON number: 9362n → 93.62. */
const number = (hundredths: bigint): number => Number(decimalText(hundredths, 2));

const rounded = (value: Ratio): number => number(roundHalfUp(value, 2));

const orNull = (hundredths: bigint | undefined): number | null =>
	hundredths === undefined ? null : number(hundredths);

/** What every scorecard of a run says of the run. */
export interface RunFacts {
	readonly period: string;
	/** id@version */
	readonly rulebook: string;
	readonly rulebookHash: string;
	readonly asOf: string;
}

const toLine = (line: Line): LineRecord => ({
	part: line.part,
	indicator: line.indicator,
	label: line.label,
	activity: line.activity ?? null,
	measure: line.measure,
	applies: line.applies,
	counts: line.counts === undefined ? null : { ...line.counts, target: Number(line.counts.target) },
	attainment: line.attainment === undefined ? null : fractionText(line.attainment),
	points: rounded(line.points),
	exactPoints: fractionText(line.points),
	maxPoints: rounded(line.maxPoints),
	exactMaxPoints: fractionText(line.maxPoints),
	explanation: line.explanation,
	records: line.records,
});

/** A scorecard as JSON. */
export const toScorecard = (card: Scorecard, run: RunFacts): ScorecardRecord => ({
	kind: 'scorecard',
	period: run.period,
	employeeId: card.employeeId,
	name: card.name ?? null,
	role: card.role,
	branch: card.branch ?? null,
	rulebook: run.rulebook,
	rulebookHash: run.rulebookHash,
	asOf: run.asOf,
	system: rounded(card.system),
	leader: rounded(card.leader),
	total: number(card.totalCents),
	exactTotal: fractionText(card.total),
	grade: card.grade.id,
	gradeLabel: card.grade.label,
	lines: card.lines.map(toLine),
	flags: card.flags,
	differences: card.differences,
	evidence: card.evidence,
});

/** The records behind the scorecards as JSON, each when it is asked for. */
export function* toTrace(period: string, records: Iterable<Traced>): Generator<TraceRecord> {
	for (const { employeeId, source, system, activity, recordId } of records)
		yield { kind: 'trace', period, employeeId, source, system, activity, recordId };
}

/** An exception as JSON. */
export const toException = (one: Exception): ExceptionRecord => ({
	code: one.code,
	blocks: one.blocks,
	employeeId: one.employeeId ?? null,
	source: one.source ?? null,
	system: one.system ?? null,
	activity: one.activity ?? null,
	recordId: one.recordId ?? null,
	account: one.account ?? null,
	criterion: one.criterion ?? null,
	raterId: one.raterId ?? null,
	count: one.count ?? null,
	message: one.message,
	remedy: one.remedy,
});

type Counted = Pick<
	SummaryRecord,
	'period' | 'employees' | 'scored' | 'blocked' | 'records' | 'resultHash'
>;

/** The summary as JSON. */
export const toSummary = (spread: Spread, counted: Counted): SummaryRecord => ({
	period: counted.period,
	employees: counted.employees,
	scored: counted.scored,
	blocked: counted.blocked,
	records: counted.records,
	mean: orNull(spread.mean),
	median: orNull(spread.median),
	sdPopulation: orNull(spread.sdPopulation),
	sdSample: orNull(spread.sdSample),
	min: orNull(spread.min),
	max: orNull(spread.max),
	below85: spread.below85,
	above95: spread.above95,
	grades: Object.fromEntries(spread.grades),
	distinct: spread.distinct,
	modalShare: orNull(spread.modalShare),
	resultHash: counted.resultHash,
});
