import type { CoverageRecord, EvidenceRecord } from '../../domain/evidence/record';
import { instantText } from '../../domain/kernel/instant';
import type { Instant } from '../../domain/kernel/time';
import type { List } from './page';
import { outcomeOf, SourceProblem } from './problem';
import { newTally, noteRows, type Tally } from './tally';
import type { Item, Job, Opened, Stream, Unclear } from './stream';
import { toRecord } from './toRecord';
import { splitWindow, type Window } from './window';

export interface Reading {
	readonly evidence: EvidenceRecord[];
	readonly coverage: CoverageRecord;
}

export interface ReadRequest {
	readonly job: Job;
	readonly stream: Stream;
	readonly system: string;
	readonly activity: string;
	/** YYYY-MM */
	readonly period: string;
	/** Only so many rows are read: a look at what will come, not a month. */
	readonly maxItems: number | undefined;
}

const isUnclear = (found: Item | Unclear): found is Unclear => 'unclear' in found;

/**
 * Whether an item can belong to the period: not if all its times lie after it, nor if it was done so
 * long before that no limit can bring its due moment into it.
 */
export function concerns(item: Item, job: Pick<Job, 'period' | 'since'>): boolean {
	const { from, to } = job.period;
	if (item.dueAt !== undefined && item.dueAt >= from && item.dueAt <= to) return true;
	if (item.assignedAt !== undefined && item.assignedAt >= to) return false;
	const done = item.status === 'done' ? item.completedAt : undefined;
	return done === undefined || done >= job.since;
}

const full = (tally: Tally, { maxItems }: ReadRequest): boolean =>
	maxItems !== undefined && tally.items.size >= maxItems;

function note(found: Item | Unclear, tally: Tally, job: Job): void {
	if (isUnclear(found)) tally.unclear.push(found);
	else if (concerns(found, job)) tally.items.set(found.recordId, found);
	else tally.items.delete(found.recordId);
}

async function readRows<Body, Row>(
	opened: Opened<Body, Row>,
	rows: readonly Row[],
	request: ReadRequest,
	tally: Tally,
): Promise<void> {
	for (let at = 0; at < rows.length && !full(tally, request); at += opened.batch)
		for (const found of await opened.items(rows.slice(at, at + opened.batch)))
			if (!full(tally, request)) note(found, tally, request.job);
}

const listsOf = <Body, Row>(
	opened: Opened<Body, Row>,
	window: Window,
): readonly List<Body, Row>[] => [opened.list(window)].flat();

/** Reads one window; true: the vendor's cap was reached, so that rows beyond it are missing. */
async function readWindow<Body, Row>(
	opened: Opened<Body, Row>,
	window: Window,
	request: ReadRequest,
	tally: Tally,
): Promise<boolean> {
	const lists = listsOf(opened, window);
	tally.countsAll =
		window.from === request.job.since && window.to === undefined && lists.length === 1;
	for (const list of lists) {
		if (await readList(list, opened, request, tally)) return true;
		if (full(tally, request)) return false;
	}
	return false;
}

async function readList<Body, Row>(
	list: List<Body, Row>,
	opened: Opened<Body, Row>,
	request: ReadRequest,
	tally: Tally,
): Promise<boolean> {
	for await (const page of request.job.session.pages(list)) {
		const fresh = noteRows(tally, page, opened);
		if (tally.countsAll) tally.expected = page.expected;
		await readRows(opened, fresh, request, tally);
		if (full(tally, request)) return false;
		if (opened.cap !== undefined && page.received >= opened.cap) return true;
	}
	return false;
}

function tooMany<Body, Row>(opened: Opened<Body, Row>, window: Window): SourceProblem {
	return new SourceProblem({
		kind: 'unreadable',
		about: listsOf(opened, window)[0]?.about ?? '',
		found: `${opened.cap ?? 0} or more records were updated within one minute, more than one list gives`,
		remedy: 'Narrow the source by a pipeline, queue or filter and read it in parts',
	});
}

async function readAll<Body, Row>(
	opened: Opened<Body, Row>,
	request: ReadRequest,
	tally: Tally,
): Promise<void> {
	tally.lagMs = opened.lagMs ?? 0;
	const windows: Window[] = [{ from: request.job.since, to: undefined }];
	for (let window = windows.pop(); window; window = windows.pop()) {
		const capped = await readWindow(opened, window, request, tally);
		if (!capped) continue;
		const halves = splitWindow(window, request.job.now);
		if (!halves) throw tooMany(opened, window);
		tally.expected = undefined; // a record that moves is counted in both halves
		windows.push(halves[1], halves[0]);
	}
	if (full(tally, request)) return;
	if (opened.finish) {
		const finished = await opened.finish([...tally.items.values()]);
		for (const item of finished) tally.items.set(item.recordId, item);
	}
}

function unclearGap(unclear: readonly Unclear[]): string | undefined {
	const first = unclear[0];
	if (first === undefined) return undefined;
	const count = unclear.length === 1 ? 'One record' : `${unclear.length} records`;
	return `${count} could not be told (first: ${first.recordId}): ${first.unclear}. ${first.remedy}.`;
}

function fewerThanTold({ expected, seen }: Tally): string | undefined {
	if (expected === undefined || seen.size >= expected) return undefined;
	return `${seen.size} records came, but the system counts ${expected}. Read it again; if it stays, check that the account may see all records.`;
}

function gapOf(tally: Tally, request: ReadRequest): string | null {
	const preview = full(tally, request)
		? `Only the first ${request.maxItems} records were read. Clear Max Items to read the whole period.`
		: undefined;
	return tally.gap ?? preview ?? unclearGap(tally.unclear) ?? fewerThanTold(tally) ?? null;
}

/** Reads a stream for a period. Whatever the source does, the answer is evidence and coverage. */
export async function readStream(request: ReadRequest): Promise<Reading> {
	const { job, stream, system, activity } = request;
	const tally = newTally();
	const read = stream.withOpened(job, async (opened) => await readAll(opened, request, tally));
	const outcome = await outcomeOf(read);
	if (!outcome.ok) tally.gap = outcome.error.message;
	// What the vendor had stored when we began: by its own clock where that is behind ours.
	const asOf: Instant = job.now + Math.min(0, job.session.skew()) - tally.lagMs;
	const gap = gapOf(tally, request);
	const of = { source: stream.area, system, activity, asOf };
	return {
		evidence: [...tally.items.values()].map((item) => toRecord(item, of)),
		coverage: {
			kind: 'coverage',
			source: stream.area,
			system,
			activity,
			period: request.period,
			complete: gap === null,
			received: tally.seen.size,
			expected: tally.expected ?? null,
			pages: tally.pages,
			asOf: instantText(asOf),
			gap,
		},
	};
}
