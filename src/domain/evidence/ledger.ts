import type { Item } from './facts';
import { Texts } from './texts';

// The layout of a row, 64 bytes: five instants, then six numbers. Nothing else knows it.
const [ASSIGNED, DUE, COMPLETED, RESPONDED, FETCHED] = [0, 1, 2, 3, 4];
const [PERSON, STREAM, FLAGS, ERRORS, ERRORS_OPEN, RARE] = [10, 11, 12, 13, 14, 15];
const STATUS_BITS = 3;
const RESOLVED_SHIFT = 2;
const RESOLVED_BITS = 3 << RESOLVED_SHIFT;
const BELONGS = 16;

const BLOCK_BITS = 13;
const BLOCK_ROWS = 1 << BLOCK_BITS;

interface Block {
	readonly instants: Float64Array;
	readonly numbers: Uint32Array;
}

function newBlock(): Block {
	const bytes = new ArrayBuffer(BLOCK_ROWS * 64);
	return { instants: new Float64Array(bytes), numbers: new Uint32Array(bytes) };
}

function writeRow({ instants, numbers }: Block, place: number, item: Item): void {
	const at = place * 8;
	instants[at + ASSIGNED] = item.assigned;
	instants[at + DUE] = item.due;
	instants[at + COMPLETED] = item.completed;
	instants[at + RESPONDED] = item.responded;
	instants[at + FETCHED] = item.fetched;
	const n = place * 16;
	numbers[n + PERSON] = item.person;
	numbers[n + STREAM] = item.stream;
	numbers[n + FLAGS] = item.status | (item.resolved << RESOLVED_SHIFT);
	numbers[n + ERRORS] = item.errors;
	numbers[n + ERRORS_OPEN] = item.errorsOpen;
	numbers[n + RARE] = item.rare;
}

function copyRow(from: Block, fromPlace: number, to: Block, toPlace: number): void {
	for (let i = 0; i < 16; i += 1)
		to.numbers[toPlace * 16 + i] = from.numbers[fromPlace * 16 + i] ?? 0;
}

/** Whether two rows differ in nothing but when they were fetched. */
function sameFacts(a: Block, aPlace: number, b: Block, bPlace: number): boolean {
	for (let i = 0; i < 16; i += 1) {
		const fetched = i >> 1 === FETCHED;
		if (!fetched && a.numbers[aPlace * 16 + i] !== b.numbers[bPlace * 16 + i]) return false;
	}
	return true;
}

const fetchedOf = ({ instants }: Block, place: number): number =>
	instants[place * 8 + FETCHED] ?? 0;
const personIn = ({ numbers }: Block, place: number): number => numbers[place * 16 + PERSON] ?? 0;

/** A row of the ledger that names several people, since its latest versions disagree. */
export interface Conflict {
	readonly row: number;
	/** Whoever is named in one of them. */
	readonly people: ReadonlySet<number>;
}

/**
 * Every distinct record once, in rows of numbers: its latest version, whatever the order of reading.
 * The row of a record is the index of its id among `ids`.
 */
export class Ledger {
	readonly ids = new Texts();
	readonly rares = new Texts();
	private readonly blocks: Block[] = [];
	private readonly disputed = new Map<number, Set<number>>();
	private rows = 0;
	/** Versions that are not yet settled: rows behind the others. */
	private waitingRows = 0;
	private gathered = 0;

	constructor() {
		this.rares.intern(0, '');
	}

	get size(): number {
		return this.rows;
	}

	/** Takes one version of a record; it counts once the ledger is settled. */
	add(item: Item, recordId: string): void {
		const next = this.rows + this.waitingRows;
		if (next >>> BLOCK_BITS === this.blocks.length) this.blocks.push(newBlock());
		writeRow(this.block(next), this.place(next), item);
		this.ids.wait(item.stream, recordId);
		this.waitingRows += 1;
		if (this.waitingRows === BLOCK_ROWS) this.settle();
	}

	/** Brings all versions taken so far to their records: new, duplicate, newer, or in conflict. */
	settle(): void {
		const first = this.rows;
		this.ids.gather();
		for (let place = 0; place < this.waitingRows; place += 1) {
			const row = this.ids.indexOf(place);
			if (row === this.rows) this.append(first + place);
			else this.merge(first + place, row);
		}
		this.ids.clear();
		this.waitingRows = 0;
	}

	/** The records whose latest versions disagree. */
	conflicts(): Conflict[] {
		return [...this.disputed].map(([row, people]) => ({ row, people }));
	}

	isDisputed(row: number): boolean {
		return this.disputed.size > 0 && this.disputed.has(row);
	}

	/** Reads a little of some rows and their ids, so that all of them is near when it is read in full. */
	gather(rows: Uint32Array): void {
		for (const row of rows)
			this.gathered ^= this.block(row).numbers[this.place(row) * 16 + PERSON] ?? 0;
		for (const row of rows) this.gathered ^= this.ids.end(row);
		for (const row of rows) this.gathered ^= this.ids.start(row);
	}

	read(row: number, into: Item): void {
		const { instants, numbers } = this.block(row);
		const at = this.place(row) * 8;
		into.row = row;
		into.assigned = instants[at + ASSIGNED] ?? 0;
		into.due = instants[at + DUE] ?? 0;
		into.completed = instants[at + COMPLETED] ?? 0;
		into.responded = instants[at + RESPONDED] ?? 0;
		into.fetched = instants[at + FETCHED] ?? 0;
		this.readNumbers(numbers, at * 2, into);
	}

	/** Marks a row as one that counts for its person in the period. */
	markBelonging(row: number): void {
		const { numbers } = this.block(row);
		const at = this.place(row) * 16 + FLAGS;
		numbers[at] = (numbers[at] ?? 0) | BELONGS;
	}

	/** The rows that were marked, in the order of reading. */
	belonging(): Uint32Array {
		const marked = new Uint32Array(this.rows);
		let count = 0;
		for (let row = 0; row < this.rows; row += 1) {
			const flags = this.block(row).numbers[this.place(row) * 16 + FLAGS] ?? 0;
			if ((flags & BELONGS) !== 0) marked[count++] = row;
		}
		return marked.subarray(0, count);
	}

	personOf(row: number): number {
		return this.block(row).numbers[this.place(row) * 16 + PERSON] ?? 0;
	}

	streamOf(row: number): number {
		return this.block(row).numbers[this.place(row) * 16 + STREAM] ?? 0;
	}

	private readNumbers(numbers: Uint32Array, at: number, into: Item): void {
		into.person = numbers[at + PERSON] ?? 0;
		into.stream = numbers[at + STREAM] ?? 0;
		into.errors = numbers[at + ERRORS] ?? 0;
		into.errorsOpen = numbers[at + ERRORS_OPEN] ?? 0;
		into.rare = numbers[at + RARE] ?? 0;
		const flags = numbers[at + FLAGS] ?? 0;
		into.status = flags & STATUS_BITS;
		into.resolved = (flags & RESOLVED_BITS) >> RESOLVED_SHIFT;
	}

	private block(row: number): Block {
		return this.blocks[row >>> BLOCK_BITS] as Block;
	}

	private place(row: number): number {
		return row & (BLOCK_ROWS - 1);
	}

	/** A version of a new record moves up to the others; where none before it was known, it lies there already. */
	private append(waiting: number): void {
		const row = this.rows;
		if (row !== waiting)
			copyRow(this.block(waiting), this.place(waiting), this.block(row), this.place(row));
		this.rows = row + 1;
	}

	/** The latest version counts; the same facts as late change nothing, others are a conflict. */
	private merge(waiting: number, row: number): void {
		const [block, place] = [this.block(row), this.place(row)];
		const [newer, at] = [this.block(waiting), this.place(waiting)];
		const later = fetchedOf(newer, at) - fetchedOf(block, place);
		if (later > 0) {
			copyRow(newer, at, block, place);
			this.disputed.delete(row);
		} else if (later === 0 && !sameFacts(newer, at, block, place)) {
			const people = this.disputed.get(row) ?? new Set([personIn(block, place)]);
			this.disputed.set(row, people.add(personIn(newer, at)));
		}
	}
}
