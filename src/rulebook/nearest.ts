type Row = readonly number[];
const cell = (row: Row, index: number): number => row[index] ?? 0;

/** Edits from a's first i + 1 letters to each beginning of b, from the rows of one and two letters fewer. */
function nextRow(a: string, i: number, b: string, [last, before]: readonly [Row, Row]): Row {
	const row = [i + 1];
	for (let j = 0; j < b.length; j += 1) {
		const changed = cell(last, j) + (a[i] === b[j] ? 0 : 1);
		const swap = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
		const swapped = swap ? cell(before, j - 1) + 1 : changed;
		row.push(Math.min(cell(last, j + 1) + 1, cell(row, j) + 1, changed, swapped));
	}
	return row;
}

/** Letters put in, left out, changed, or two neighbours swapped: "form" and "from" → 1. */
function edits(a: string, b: string): number {
	let rows: readonly [Row, Row] = [Array.from({ length: b.length + 1 }, (_, j) => j), []];
	for (let i = 0; i < a.length; i += 1) rows = [nextRow(a, i, b, rows), rows[0]];
	return cell(rows[0], b.length);
}

const LONGEST = 80; // nobody means a longer word, and the comparison grows with its square

/** The right spelling that a word most likely means; undefined where none is near. Case does not count. */
export function nearest(word: string, right: readonly string[]): string | undefined {
	if (word.length > LONGEST) return undefined;
	const distance = (one: string) => edits(word.toLowerCase(), one.toLowerCase());
	const near = right
		.map((one) => ({ one, distance: distance(one) }))
		.filter((found) => found.distance <= Math.max(1, Math.floor(found.one.length / 3)))
		.sort((a, b) => a.distance - b.distance);
	return near[0]?.one;
}

/** A list of choices as text: "a", "b" or "c". */
export function choices(all: readonly string[]): string {
	const quoted = all.map((one) => `"${one}"`);
	const last = quoted.pop() ?? 'none';
	return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
