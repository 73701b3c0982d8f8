import type { List } from './page';
import { outcomeOf, SourceProblem } from './problem';
import type { Item, Job, Opened, Stream, Unclear } from './stream';
import { noteRows, noteUnclear, type Tally } from './tally';
import { splitWindow, type Window } from './window';

/** One version of a record as it was read. */
export interface Version {
	readonly item: Item;
	/** How many versions of the record came before. */
	readonly before: number;
	/** Whether it can belong to the period; the first version of a record always can. */
	readonly concerns: boolean;
}

export interface Wanted {
	readonly job: Job;
	readonly stream: Stream;
	/** Only so many records are read: a look at what will come, not a month. */
	readonly maxItems: number | undefined;
	/** How many batches of a page are read side by side, where the vendor's rate leaves room; absent: one. */
	readonly atOnce?: number | undefined;
}

type Versions = AsyncGenerator<readonly Version[], void>;

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

export const isFull = (tally: Tally, { maxItems }: Pick<Wanted, 'maxItems'>): boolean =>
	maxItems !== undefined && tally.seen.records >= maxItems;

/** Keeps the last version of each record that concerns the period. */
export function hold(held: Map<string, Item>, versions: readonly Version[]): void {
	for (const { item, concerns: isOfPeriod } of versions)
		if (isOfPeriod) held.set(item.recordId, item);
		else held.delete(item.recordId);
}

function versionOf(found: Item | Unclear, tally: Tally, job: Job): Version | undefined {
	if (isUnclear(found)) {
		noteUnclear(tally, found);
		return undefined;
	}
	const isOfPeriod = concerns(found, job);
	const before = tally.seen.note(found.recordId, isOfPeriod);
	return before === undefined ? undefined : { item: found, before, concerns: isOfPeriod };
}

/** Reads what is particular to a stream, with the counts of one reading. */
class Reader<Body, Row> {
	constructor(
		private readonly opened: Opened<Body, Row>,
		private readonly wanted: Wanted,
		private readonly tally: Tally,
	) {}

	async *all(): Versions {
		const { opened, tally, wanted } = this;
		tally.lagMs = opened.lagMs ?? 0;
		if (opened.finish === undefined) yield* this.windows();
		else yield* this.finished(opened.finish);
		if (!isFull(tally, wanted)) await opened.check?.();
	}

	/** Held until all of them are there; what ends the reading half way leaves them as they are. */
	private async *finished(finish: NonNullable<Opened<Body, Row>['finish']>): Versions {
		const held = new Map<string, Item>();
		const read = async () => {
			for await (const versions of this.windows()) hold(held, versions);
			if (isFull(this.tally, this.wanted)) return;
			for (const item of await finish([...held.values()])) held.set(item.recordId, item);
		};
		const outcome = await outcomeOf(read());
		const items = [...held.values()];
		for (let at = 0; at < items.length; at += handful)
			yield items.slice(at, at + handful).map((item) => ({ item, before: 0, concerns: true }));
		if (!outcome.ok) throw outcome.error;
	}

	private async *windows(): Versions {
		const { job } = this.wanted;
		const windows: Window[] = [{ from: job.since, to: undefined }];
		for (let window = windows.pop(); window; window = windows.pop()) {
			if (!(yield* this.window(window))) continue;
			const halves = splitWindow(window, job.now);
			if (!halves) throw this.tooMany(window);
			this.tally.expected = undefined; // a record that moves is counted in both halves
			windows.push(halves[1], halves[0]);
		}
	}

	/** True: the vendor's cap was reached, so that rows beyond it are missing. */
	private async *window(window: Window): AsyncGenerator<readonly Version[], boolean> {
		const { tally, wanted } = this;
		const lists = this.lists(window);
		tally.countsAll =
			window.from === wanted.job.since && window.to === undefined && new Set(lists).size === 1;
		for (const list of lists) {
			if (yield* this.list(list)) return true;
			if (isFull(tally, wanted)) return false;
		}
		return false;
	}

	private async *list(list: List<Body, Row>): AsyncGenerator<readonly Version[], boolean> {
		const { opened, tally, wanted } = this;
		for await (const page of wanted.job.session.pages(list)) {
			const fresh = noteRows(tally, page, opened);
			if (tally.countsAll) tally.expected = page.expected;
			yield* this.rows(fresh);
			if (isFull(tally, wanted)) return false;
			if (opened.cap !== undefined && page.received >= opened.cap) return true;
		}
		return false;
	}

	private async *rows(rows: readonly Row[]): Versions {
		const { tally, wanted } = this;
		const { batch } = this.opened;
		// A look at a few records asks for no more than these need.
		const step = wanted.maxItems === undefined ? batch * (wanted.atOnce ?? 1) : batch;
		for (let at = 0; at < rows.length && !isFull(tally, wanted); at += step) {
			const { found, failed } = await this.sideBySide(rows.slice(at, at + step));
			yield this.versions(found);
			if (failed !== undefined) throw failed.reason;
		}
	}

	/** What came up to the first batch that failed, so that as much is known as if they were read in turn. */
	private async sideBySide(rows: readonly Row[]): Promise<{
		readonly found: readonly (Item | Unclear)[];
		readonly failed: PromiseRejectedResult | undefined;
	}> {
		const { batch, items } = this.opened;
		const reads = [];
		for (let at = 0; at < rows.length; at += batch) reads.push(items(rows.slice(at, at + batch)));
		const found: (Item | Unclear)[] = [];
		for (const read of await Promise.allSettled(reads)) {
			if (read.status === 'rejected') return { found, failed: read };
			found.push(...read.value);
		}
		return { found, failed: undefined };
	}

	private versions(found: readonly (Item | Unclear)[]): readonly Version[] {
		const { tally, wanted } = this;
		const versions: Version[] = [];
		for (const one of found) {
			if (isFull(tally, wanted)) break;
			const version = versionOf(one, tally, wanted.job);
			if (version !== undefined) versions.push(version);
		}
		return versions;
	}

	private lists(window: Window): readonly List<Body, Row>[] {
		return [this.opened.list(window)].flat();
	}

	private tooMany(window: Window): SourceProblem {
		return new SourceProblem({
			kind: 'unreadable',
			about: this.lists(window)[0]?.about ?? '',
			found: `${this.opened.cap ?? 0} or more records were updated within one minute, more than one list gives`,
			remedy: 'Narrow the source by a pipeline, queue or filter and read it in parts',
		});
	}
}

/** Records that are given on together where all of them were held. */
const handful = 1_000;

/** Any other error is nobody's gap and goes on. */
function gapOf(error: unknown): string {
	if (error instanceof SourceProblem) return error.message;
	throw error;
}

/** Reads a stream for a period, some records at a time. What ends the reading becomes the tally's gap. */
export async function* versionsOf(wanted: Wanted, tally: Tally): Versions {
	try {
		yield* await wanted.stream.withOpened(
			wanted.job,
			async (opened) => await Promise.resolve(new Reader(opened, wanted, tally).all()),
		);
	} catch (error) {
		tally.gap = gapOf(error);
	}
}
