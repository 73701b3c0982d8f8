import type { Intake } from './intake';

/** The rows that count, by person, and of each sorted by source, system, activity and id. */
export interface Belonging {
	of(person: number): Uint32Array;
}

/** Compares two ids by their bytes, which sort as code units do. */
function byId({ ledger: { ids } }: Intake): (a: number, b: number) => number {
	const bytes = ids.block();
	return (a, b) => {
		const [aEnd, bEnd] = [ids.end(a), ids.end(b)];
		let [x, y] = [ids.start(a), ids.start(b)];
		while (x < aEnd && y < bEnd && bytes[x] === bytes[y]) [x, y] = [x + 1, y + 1];
		if (x >= aEnd || y >= bEnd) return (x < aEnd ? 1 : 0) - (y < bEnd ? 1 : 0);
		return (bytes[x] ?? 0) - (bytes[y] ?? 0);
	};
}

/** Sorts the rows that were marked as belonging. */
export function belongingOf(intake: Intake): Belonging {
	const { ledger, staff, streams } = intake;
	const rows = ledger.belonging();
	const starts = new Uint32Array(staff.people.length + 1);
	for (const row of rows) {
		const next = ledger.personOf(row) + 1;
		starts[next] = (starts[next] ?? 0) + 1;
	}
	for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
	const places = starts.slice();
	const sorted = new Uint32Array(rows.length);
	for (const row of rows) {
		const person = ledger.personOf(row);
		const place = places[person] ?? 0;
		sorted[place] = row;
		places[person] = place + 1;
	}
	const ranks = streams.ranks();
	const rank = (row: number): number => ranks[ledger.streamOf(row)] ?? 0;
	const compareIds = byId(intake);
	const compare = (a: number, b: number): number => rank(a) - rank(b) || compareIds(a, b);
	return { of: (person) => inOrder(sorted.subarray(starts[person], starts[person + 1]), compare) };
}

/** Sorts in place; sources mostly give records in the order of their ids, which costs one look. */
function inOrder(rows: Uint32Array, compare: (a: number, b: number) => number): Uint32Array {
	const isSorted = rows.every((row, i) => i === 0 || compare(rows[i - 1] ?? 0, row) <= 0);
	return isSorted ? rows : rows.sort(compare);
}
