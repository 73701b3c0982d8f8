import type { Instant } from '../../domain/kernel/time';
import type { Page } from './page';
import type { Item, Opened, Unclear } from './stream';

/** What was read so far: kept while pages come, so that a source that fails half way says how far it came. */
export interface Tally {
	/** Id → moment of the version that was kept. */
	readonly seen: Map<string, Instant | undefined>;
	readonly items: Map<string, Item>;
	readonly unclear: Unclear[];
	pages: number;
	/** Rows that the vendor counts; undefined: not told, or read in parts that may overlap. */
	expected: number | undefined;
	/** Whether one list holds all, so that its count is the whole. */
	countsAll: boolean;
	gap: string | undefined;
	lagMs: number;
}

export const newTally = (): Tally => ({
	seen: new Map(),
	items: new Map(),
	unclear: [],
	pages: 0,
	expected: undefined,
	countsAll: false,
	gap: undefined,
	lagMs: 0,
});

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
		const moment = updated(row);
		const known = tally.seen.get(key);
		if (tally.seen.has(key) && (moment ?? 0) <= (known ?? 0)) continue;
		tally.seen.set(key, moment);
		fresh.set(key, row);
	}
	return [...fresh.values()];
}
