import type { Intake } from './intake';
import type { Ledger } from './ledger';
import { sortIds } from './sortIds';

/** The rows that count, by person, and of each sorted by source, system, activity and id. */
export interface Belonging {
	of(person: number): Uint32Array;
}

/** For each row a number: of its person, and within it of where its stream stands among those that belong. */
function keysOf(ledger: Ledger, rows: Uint32Array, ranks: readonly number[]): Uint32Array {
	const keys = new Uint32Array(rows.length);
	for (let i = 0; i < rows.length; i += 1) {
		const row = rows[i] ?? 0;
		keys[i] = ledger.personOf(row) * ranks.length + (ranks[ledger.streamOf(row)] ?? 0);
	}
	return keys;
}

/** Where the rows of each key begin when they are sorted by key; the last entry is where all end. */
function startsOf(keys: Uint32Array, count: number): Uint32Array {
	const starts = new Uint32Array(count + 1);
	for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
	for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
	return starts;
}

/** Rows by key; those of one key stay in their order. */
function grouped(rows: Uint32Array, keys: Uint32Array, starts: Uint32Array): Uint32Array {
	const places = starts.slice();
	const result = new Uint32Array(rows.length);
	for (let i = 0; i < rows.length; i += 1) {
		const key = keys[i] ?? 0;
		const place = places[key] ?? 0;
		result[place] = rows[i] ?? 0;
		places[key] = place + 1;
	}
	return result;
}

/** Sorts the rows that were marked as belonging: all by person and stream, each person's by id when asked for. */
export function belongingOf({ ledger, staff, streams }: Intake): Belonging {
	const rows = ledger.belonging();
	const ranks = streams.ranks();
	const keys = keysOf(ledger, rows, ranks);
	const starts = startsOf(keys, staff.people.length * ranks.length);
	const sorted = grouped(rows, keys, starts);
	const start = (person: number, rank: number): number => starts[person * ranks.length + rank] ?? 0;
	return {
		of: (person) => {
			for (let rank = 0; rank < ranks.length; rank += 1)
				sortIds(ledger.ids, sorted.subarray(start(person, rank), start(person, rank + 1)));
			return sorted.subarray(start(person, 0), start(person + 1, 0));
		},
	};
}
