import type { Texts } from './texts';

/** Below this many, comparing two by two is quicker. */
const FEW = 24;

/** The order of two texts by their bytes, which is that of their code units; the shorter before the longer. */
export function compareIds(ids: Texts, a: number, b: number): number {
	const bytes = ids.block();
	const [aEnd, bEnd] = [ids.end(a), ids.end(b)];
	let [x, y] = [ids.start(a), ids.start(b)];
	while (x < aEnd && y < bEnd && bytes[x] === bytes[y]) {
		x += 1;
		y += 1;
	}
	if (x >= aEnd || y >= bEnd) return (x < aEnd ? 1 : 0) - (y < bEnd ? 1 : 0);
	return (bytes[x] ?? 0) - (bytes[y] ?? 0);
}

/** Room for sorting, reused from group to group. */
interface Room {
	keys: Uint32Array;
	otherKeys: Uint32Array;
	otherRows: Uint32Array;
	readonly counts: Uint32Array;
}

/** Four bytes of a text as one number, zeros after its end. */
function keyAt(ids: Texts, row: number, depth: number): number {
	const bytes = ids.block();
	const at = ids.start(row) + depth;
	const left = ids.end(row) - at;
	let key = 0;
	for (let i = 0; i < 4; i += 1) key = key * 256 + (i < left ? (bytes[at + i] ?? 0) : 0);
	return key;
}

/** Counts a byte of the keys; false where all have the same. */
function countBytes({ counts, keys }: Room, length: number, shift: number): boolean {
	counts.fill(0);
	for (let i = 0; i < length; i += 1) {
		const byte = ((keys[i] ?? 0) >>> shift) & 255;
		counts[byte] = (counts[byte] ?? 0) + 1;
	}
	return counts[((keys[0] ?? 0) >>> shift) & 255] !== length;
}

/** Turns counts into the places where each byte's keys begin. */
function toPlaces(counts: Uint32Array): void {
	let next = 0;
	for (let byte = 0; byte < 256; byte += 1) {
		const count = counts[byte] ?? 0;
		counts[byte] = next;
		next += count;
	}
}

/** Moves rows and keys into the order of one byte of the keys. */
function pass(rows: Uint32Array, length: number, shift: number, room: Room): void {
	if (!countBytes(room, length, shift)) return;
	const { counts, keys, otherKeys, otherRows } = room;
	toPlaces(counts);
	for (let i = 0; i < length; i += 1) {
		const key = keys[i] ?? 0;
		const byte = (key >>> shift) & 255;
		const place = counts[byte] ?? 0;
		counts[byte] = place + 1;
		otherKeys[place] = key;
		otherRows[place] = rows[i] ?? 0;
	}
	rows.set(otherRows.subarray(0, length));
	room.keys = otherKeys;
	room.otherKeys = keys;
}

/** Sorts what agrees in its first `depth` bytes, by the next four, and then each part of them that agrees. */
function sortFrom(ids: Texts, rows: Uint32Array, depth: number, room: Room): void {
	const { length } = rows;
	const ended = rows.some((row) => ids.start(row) + depth >= ids.end(row));
	if (length < FEW || ended) {
		rows.sort((a, b) => compareIds(ids, a, b));
		return;
	}
	for (let i = 0; i < length; i += 1) room.keys[i] = keyAt(ids, rows[i] ?? 0, depth);
	for (const shift of [0, 8, 16, 24]) pass(rows, length, shift, room);
	for (const [from, to] of runsOf(room.keys, length))
		sortFrom(ids, rows.subarray(from, to), depth + 4, room);
}

/** Where keys that follow each other are equal. */
function runsOf(keys: Uint32Array, length: number): [from: number, to: number][] {
	const runs: [number, number][] = [];
	for (let from = 0; from < length; ) {
		let to = from + 1;
		while (to < length && keys[to] === keys[from]) to += 1;
		if (to - from > 1) runs.push([from, to]);
		from = to;
	}
	return runs;
}

function isSorted(ids: Texts, rows: Uint32Array): boolean {
	for (let i = 1; i < rows.length; i += 1)
		if (compareIds(ids, rows[i - 1] ?? 0, rows[i] ?? 0) > 0) return false;
	return true;
}

/** Sorts rows in place by the texts of their ids, in code-unit order: '10', '9', 'a'. */
export function sortIds(ids: Texts, rows: Uint32Array): void {
	if (isSorted(ids, rows)) return;
	const room = {
		keys: new Uint32Array(rows.length),
		otherKeys: new Uint32Array(rows.length),
		otherRows: new Uint32Array(rows.length),
		counts: new Uint32Array(256),
	};
	sortFrom(ids, rows, 0, room);
}
