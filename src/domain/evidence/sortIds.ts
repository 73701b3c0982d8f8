import type { Texts } from './texts';

/** Below this many, comparing two by two is quicker. */
const FEW = 24;

/** Ids side by side, so that what is compared with each other lies together. */
interface IdList {
	readonly bytes: Uint8Array;
	/** Where each begins; the next begins where it ends. */
	readonly starts: Uint32Array;
}

function startsOf(ids: Texts, rows: Uint32Array): Uint32Array {
	const starts = new Uint32Array(rows.length + 1);
	rows.forEach((row, i) => {
		starts[i + 1] = (starts[i] ?? 0) + ids.end(row) - ids.start(row);
	});
	return starts;
}

function listOf(ids: Texts, rows: Uint32Array): IdList {
	const starts = startsOf(ids, rows);
	const bytes = new Uint8Array(starts[rows.length] ?? 0);
	const all = ids.block();
	for (let i = 0, to = 0; i < rows.length; i += 1) {
		const end = starts[i + 1] ?? 0;
		for (let from = ids.start(rows[i] ?? 0); to < end; from += 1, to += 1)
			bytes[to] = all[from] ?? 0;
	}
	return { bytes, starts };
}

/** How the first bytes of two ids that differ compare; 0 where as many as asked agree. */
function compareBytes(bytes: Uint8Array, a: number, b: number, common: number): number {
	for (let i = 0; i < common; i += 1) {
		const difference = (bytes[a + i] ?? 0) - (bytes[b + i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** The order of two ids by their bytes, which is that of their code units; the shorter before the longer. */
function compareIds({ bytes, starts }: IdList, a: number, b: number): number {
	const [x, y] = [starts[a] ?? 0, starts[b] ?? 0];
	const [xLength, yLength] = [(starts[a + 1] ?? 0) - x, (starts[b + 1] ?? 0) - y];
	return compareBytes(bytes, x, y, Math.min(xLength, yLength)) || xLength - yLength;
}

/** Room for sorting, reused from group to group. */
interface Room {
	keys: Uint32Array;
	otherKeys: Uint32Array;
	readonly otherOrder: Uint32Array;
	readonly counts: Uint32Array;
}

/** Four bytes of an id as one number, zeros after its end. */
function keyAt({ bytes, starts }: IdList, id: number, depth: number): number {
	const at = (starts[id] ?? 0) + depth;
	const left = (starts[id + 1] ?? 0) - at;
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

/** Moves ids and keys into the order of one byte of the keys. */
function pass(order: Uint32Array, length: number, shift: number, room: Room): void {
	if (!countBytes(room, length, shift)) return;
	const { counts, keys, otherKeys, otherOrder } = room;
	toPlaces(counts);
	for (let i = 0; i < length; i += 1) {
		const key = keys[i] ?? 0;
		const byte = (key >>> shift) & 255;
		const place = counts[byte] ?? 0;
		counts[byte] = place + 1;
		otherKeys[place] = key;
		otherOrder[place] = order[i] ?? 0;
	}
	order.set(otherOrder.subarray(0, length));
	room.keys = otherKeys;
	room.otherKeys = keys;
}

/** Sorts a few, each into its place among those before it. */
function insert(list: IdList, order: Uint32Array): void {
	for (let i = 1; i < order.length; i += 1) {
		const id = order[i] ?? 0;
		let place = i;
		for (; place > 0 && compareIds(list, order[place - 1] ?? 0, id) > 0; place -= 1)
			order[place] = order[place - 1] ?? 0;
		order[place] = id;
	}
}

/** Sorts what agrees in its first `depth` bytes, by the next four, and then each part of them that agrees. */
function sortFrom(list: IdList, order: Uint32Array, depth: number, room: Room): void {
	const { length } = order;
	const { starts } = list;
	const ended = (id: number): boolean => (starts[id] ?? 0) + depth >= (starts[id + 1] ?? 0);
	if (length < FEW) return insert(list, order);
	if (order.some(ended)) {
		order.sort((a, b) => compareIds(list, a, b));
		return;
	}
	for (let i = 0; i < length; i += 1) room.keys[i] = keyAt(list, order[i] ?? 0, depth);
	for (const shift of [0, 8, 16, 24]) pass(order, length, shift, room);
	for (const [from, to] of runsOf(room.keys, length))
		sortFrom(list, order.subarray(from, to), depth + 4, room);
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

/** Whether the ids are in order as they lie, without any being copied. */
function isSorted(ids: Texts, rows: Uint32Array): boolean {
	const bytes = ids.block();
	let before = 0;
	let length = 0;
	for (const row of rows) {
		const start = ids.start(row);
		const ownLength = ids.end(row) - start;
		const order = compareBytes(bytes, before, start, Math.min(length, ownLength));
		if ((order || length - ownLength) > 0) return false;
		before = start;
		length = ownLength;
	}
	return true;
}

/** Sorts rows in place by the texts of their ids, in code-unit order: '10', '9', 'a'. */
export function sortIds(ids: Texts, rows: Uint32Array): void {
	const { length } = rows;
	if (length < 2) return;
	if (isSorted(ids, rows)) return;
	const list = listOf(ids, rows);
	const order = Uint32Array.from(rows.keys());
	sortFrom(list, order, 0, {
		keys: new Uint32Array(length),
		otherKeys: new Uint32Array(length),
		otherOrder: new Uint32Array(length),
		counts: new Uint32Array(256),
	});
	rows.set(order.map((id) => rows[id] ?? 0));
}
