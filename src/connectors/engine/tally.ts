import type { Page } from './page';
import { SeenBook } from './seenBook';
import type { Opened, Unclear } from './stream';

/** What was read so far: kept while pages come, so that a source that fails half way says how far it came. */
export interface Tally {
	readonly seen: SeenBook;
	/** How many records could not be told, and the first of them. */
	unclear: { readonly count: number; readonly first: Unclear } | undefined;
	pages: number;
	/** Rows that the vendor counts; undefined: not told, or read in parts that may overlap. */
	expected: number | undefined;
	/** Whether one list holds all, so that its count is the whole. */
	countsAll: boolean;
	gap: string | undefined;
	lagMs: number;
}

export const newTally = (): Tally => ({
	seen: new SeenBook(),
	unclear: undefined,
	pages: 0,
	expected: undefined,
	countsAll: false,
	gap: undefined,
	lagMs: 0,
});

export function noteUnclear(tally: Tally, found: Unclear): void {
	const { count, first } = tally.unclear ?? { count: 0, first: found };
	tally.unclear = { count: count + 1, first };
}

/** Counts a page and gives its rows that are new, or newer than the version known: each record once. */
export function noteRows<Body, Row>(
	tally: Tally,
	page: Page<Body, Row>,
	{ id, updated }: Pick<Opened<Body, Row>, 'id' | 'updated'>,
): readonly Row[] {
	tally.pages += 1;
	const fresh = new Map<string, Row>();
	for (const row of page.rows) {
		const key = id(row);
		if (tally.seen.isFresh(key, updated(row))) fresh.set(key, row);
	}
	return [...fresh.values()];
}
