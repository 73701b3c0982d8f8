import { belongingOf, type Belonging } from '../../domain/evidence/order';
import { Intake } from '../../domain/evidence/intake';
import { staffOf } from '../../domain/evidence/staff';
import { canonicalJson } from '../../domain/kernel/canonicalJson';
import type { Month } from '../../domain/metrics/place';
import { ItemClock } from '../../domain/metrics/itemClock';
import { readRatings } from '../../domain/scores/rating';
import { scoreAll, type Outcome } from '../../domain/scores/score';
import { spreadOf } from '../../domain/scores/summary';
import { Surveyor } from '../../domain/scores/survey';
import { traceOf } from '../../domain/scores/trace';
import { readEmployee } from '../../items/readEmployee';
import { readRating } from '../../items/readRating';
import type {
	ExceptionRecord,
	ScorecardRecord,
	SummaryRecord,
	TraceRecord,
} from '../../items/scoreRecord';
import { toException, toScorecard, toSummary, toTrace } from '../../items/toScoreRecord';
import { EvidenceReader } from '../../items/evidenceReader';
import { resultHashOf } from '../resultHash';
import { parseScoreSettings, type ScoreSettings } from './scoreSettings';
import { newHash, sha256 } from '../sha256';

/** Records one by one: an array, any iterable, or a stream. */
export type Records = Iterable<unknown> | AsyncIterable<unknown>;

/** A month to score, in the formats that travel between nodes. */
export interface ScoreInput {
	/** YYYY-MM */
	readonly period: string;
	/** The cut-off: ISO 8601 with offset. What was completed later is not done. */
	readonly asOf: string;
	/** JSON, as an object or as text. */
	readonly rulebook: unknown;
	readonly employees: Iterable<unknown>;
	/** Evidence, also mixed with coverage and claims, told apart by `kind`. */
	readonly evidence: Records;
	readonly coverage?: Iterable<unknown>;
	readonly claims?: Iterable<unknown>;
	readonly ratings?: Iterable<unknown>;
	/**
	 * Called once, with every record behind the scorecards: by employee, then in the order of the digest.
	 * They are made one by one as they are read, and only until what this gives back has settled.
	 */
	readonly trace?: (records: Iterable<TraceRecord>) => void | Promise<void>;
}

/** Scorecards sorted by employee, exceptions by employee and code, and the month at a glance. */
export interface ScoreResult {
	readonly scorecards: ScorecardRecord[];
	readonly exceptions: ExceptionRecord[];
	readonly summary: SummaryRecord;
}

const isStream = (records: Records): records is AsyncIterable<unknown> =>
	Symbol.asyncIterator in records;

// By hand and not by `for await`: a stream that has its next record at hand gives it without a promise, and
// awaiting it all the same would cost a tenth of the whole run.
async function drain(records: AsyncIterable<unknown>, reader: EvidenceReader): Promise<void> {
	const iterator = records[Symbol.asyncIterator]();
	let isDone = false;
	try {
		for (;;) {
			const next: IteratorResult<unknown> | Promise<IteratorResult<unknown>> = iterator.next();
			const { done, value } = 'then' in next ? await next : next;
			isDone = done === true;
			if (isDone) return;
			reader.take(value);
		}
	} finally {
		if (!isDone) await iterator.return?.();
	}
}

async function readAll(input: ScoreInput, reader: EvidenceReader): Promise<void> {
	for (const record of input.coverage ?? []) reader.takeAs('coverage', record);
	for (const record of input.claims ?? []) reader.takeAs('claim', record);
	if (isStream(input.evidence)) await drain(input.evidence, reader);
	else for (const record of input.evidence) reader.take(record);
	reader.intake.close();
}

/** The domain's part: counts everybody's evidence once, then scores. */
function score(
	input: ScoreInput,
	settings: ScoreSettings,
	reader: EvidenceReader,
): Outcome & { readonly belonging: Belonging } {
	const { intake } = reader;
	const { rulebook, zone, asOf, period } = settings;
	const roles = intake.staff.people.map(({ row }) =>
		rulebook.roles.find((role) => role.id === row.role),
	);
	const rows = [...(input.ratings ?? [])].flatMap(
		(rating, index) => readRating(rating, index + 1, period.id) ?? [],
	);
	const month: Month = { start: zone.at(period.first, 0), end: zone.at(period.end, 0) };
	const clock = new ItemClock({ zone, calendar: rulebook.calendar }, asOf, intake.ledger);
	const survey = new Surveyor(intake, { month, roles, clock, asOf }).survey();
	const belonging = belongingOf(intake);
	const outcome = scoreAll({
		rulebook,
		intake,
		survey,
		belonging,
		roles,
		ratings: readRatings(rows, intake.staff, (place) => roles[place]),
		claims: reader.claims,
		remarks: reader.remarks,
		newHash,
	});
	return { ...outcome, belonging };
}

/**
 * Scores one month: evidence, coverage, claims and ratings in, explained scorecards out. The same input
 * gives the same bytes, in whatever order it comes. Memory grows with distinct records only.
 * Rejects with a `Refusal` whose `problems` lists all where period, asOf or rulebook cannot be used.
 */
export async function scorePeriod(input: ScoreInput): Promise<ScoreResult> {
	const settings = parseScoreSettings(input);
	const { period, rulebook } = settings;
	const staff = staffOf([...input.employees].map((row, index) => readEmployee(row, index + 1)));
	const reader = new EvidenceReader(new Intake(staff), period.id);
	await readAll(input, reader);
	const outcome = score(input, settings, reader);
	const traced = traceOf(reader.intake, outcome.belonging, outcome.scorecards);
	await input.trace?.(toTrace(period.id, traced));
	const run = {
		period: period.id,
		rulebook: `${rulebook.id}@${rulebook.version}`,
		rulebookHash: sha256(canonicalJson(settings.rulebookAsGiven)),
		asOf: input.asOf,
	};
	const scorecards = outcome.scorecards.map((card) => toScorecard(card, run));
	return {
		scorecards,
		exceptions: outcome.exceptions.map(toException),
		summary: toSummary(spreadOf(outcome.scorecards, rulebook.grades), {
			period: period.id,
			employees: staff.people.length,
			scored: scorecards.length,
			blocked: staff.people.length - scorecards.length,
			records: { read: reader.intake.read, distinct: reader.intake.ledger.size },
			resultHash: resultHashOf(scorecards),
		}),
	};
}
