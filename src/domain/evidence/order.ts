import type { Intake } from './intake';
import { sortIds } from './sortIds';

/** The rows that count, by person, and of each sorted by source, system, activity and id. */
export interface Belonging {
	of(person: number): Uint32Array;
}

/** The places from which each of `count` keys' rows stand when rows are sorted by key. */
function startsOf(rows: Uint32Array, count: number, keyOf: (row: number) => number): Uint32Array {
	const starts = new Uint32Array(count + 1);
	for (const row of rows) {
		const next = keyOf(row) + 1;
		starts[next] = (starts[next] ?? 0) + 1;
	}
	for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
	return starts;
}

/** Rows by key; those of one key stay in their order. */
function grouped(
	rows: Uint32Array,
	starts: Uint32Array,
	keyOf: (row: number) => number,
): Uint32Array {
	const places = starts.slice();
	const result = new Uint32Array(rows.length);
	for (const row of rows) {
		const key = keyOf(row);
		const place = places[key] ?? 0;
		result[place] = row;
		places[key] = place + 1;
	}
	return result;
}

/** Sorts the rows that were marked as belonging. */
export function belongingOf({ ledger, staff, streams }: Intake): Belonging {
	const rows = ledger.belonging();
	const personOf = (row: number): number => ledger.personOf(row);
	const starts = startsOf(rows, staff.people.length, personOf);
	const byPerson = grouped(rows, starts, personOf);
	const ranks = streams.ranks();
	const rankOf = (row: number): number => ranks[ledger.streamOf(row)] ?? 0;
	return {
		of: (person) => {
			const mine = byPerson.subarray(starts[person], starts[person + 1]);
			const parts = startsOf(mine, ranks.length, rankOf);
			const sorted = grouped(mine, parts, rankOf);
			for (let rank = 0; rank < ranks.length; rank += 1)
				sortIds(ledger.ids, sorted.subarray(parts[rank], parts[rank + 1]));
			return sorted;
		},
	};
}
