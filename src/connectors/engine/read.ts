import type { CoverageRecord, EvidenceRecord } from '../../domain/evidence/record';
import { instantText } from '../../domain/kernel/instant';
import type { Instant } from '../../domain/kernel/time';
import type { Item } from './stream';
import { newTally, type Tally } from './tally';
import { toRecord } from './toRecord';
import { hold, isFull, versionsOf, type Version, type Wanted } from './versions';

export interface Reading {
	readonly evidence: EvidenceRecord[];
	readonly coverage: CoverageRecord;
}

/** Evidence as it is read, some records at a time, and at the end the coverage. */
export type EvidenceStream = AsyncGenerator<readonly EvidenceRecord[], CoverageRecord>;

export interface ReadRequest extends Wanted {
	readonly system: string;
	readonly activity: string;
	/** YYYY-MM */
	readonly period: string;
}

function unclearGap({ unclear }: Tally): string | undefined {
	if (unclear === undefined) return undefined;
	const { count, first } = unclear;
	const records = count === 1 ? 'One record' : `${count} records`;
	return `${records} could not be told (first: ${first.recordId}): ${first.unclear}. ${first.remedy}.`;
}

function fewerThanTold({ expected, seen }: Tally): string | undefined {
	if (expected === undefined || seen.rows >= expected) return undefined;
	return `${seen.rows} records came, but the system counts ${expected}. Read it again; if it stays, check that the account may see all records.`;
}

function gapOf(tally: Tally, request: ReadRequest): string | null {
	const preview = isFull(tally, request)
		? `Only the first ${request.maxItems} records were read. Clear Max Items to read the whole period.`
		: undefined;
	return tally.gap ?? preview ?? unclearGap(tally) ?? fewerThanTold(tally) ?? null;
}

/** What the vendor had stored when we began: by its own clock where that is behind ours. */
const asOf = ({ job }: ReadRequest, tally: Tally): Instant =>
	job.now + Math.min(0, job.session.skew()) - tally.lagMs;

const recordOf = (
	item: Item,
	{ stream, system, activity }: ReadRequest,
	fetchedAt: Instant,
): EvidenceRecord => toRecord(item, { source: stream.area, system, activity, fetchedAt });

function coverageOf(request: ReadRequest, tally: Tally): CoverageRecord {
	const gap = gapOf(tally, request);
	return {
		kind: 'coverage',
		source: request.stream.area,
		system: request.system,
		activity: request.activity,
		period: request.period,
		complete: gap === null,
		received: tally.seen.rows,
		expected: tally.expected ?? null,
		pages: tally.pages,
		asOf: instantText(asOf(request, tally)),
		gap,
	};
}

/** Reads a stream for a period. Whatever the source does, the answer is evidence and coverage. */
export async function readStream(request: ReadRequest): Promise<Reading> {
	const tally = newTally();
	const held = new Map<string, Item>();
	for await (const versions of versionsOf(request, tally)) hold(held, versions);
	const fetchedAt = asOf(request, tally);
	return {
		evidence: [...held.values()].map((item) => recordOf(item, request, fetchedAt)),
		coverage: coverageOf(request, tally),
	};
}

/**
 * The same without holding a record. One that changes while it is read comes again: a millisecond later for
 * each version, since of several versions the one that was fetched last counts.
 */
export async function* streamRecords(request: ReadRequest): EvidenceStream {
	const tally = newTally();
	const versionRecord = ({ item, before }: Version): EvidenceRecord =>
		recordOf(item, request, asOf(request, tally) + before);
	for await (const versions of versionsOf(request, tally)) yield versions.map(versionRecord);
	return coverageOf(request, tally);
}
