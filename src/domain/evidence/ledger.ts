import type { Item } from './facts';
import { Texts } from './texts';

// The layout of a row, 64 bytes: five instants, then six numbers. Nothing else knows it.
const [ASSIGNED, DUE, COMPLETED, RESPONDED, FETCHED] = [0, 1, 2, 3, 4];
const [PERSON, STREAM, FLAGS, ERRORS, ERRORS_OPEN, RARE] = [10, 11, 12, 13, 14, 15];
const STATUS_BITS = 3;
const RESOLVED_SHIFT = 2;
const RESOLVED_BITS = 3 << RESOLVED_SHIFT;
const BELONGS = 16;

const BLOCK_BITS = 14;
const BLOCK_ROWS = 1 << BLOCK_BITS;

interface Block {
	readonly instants: Float64Array;
	readonly numbers: Uint32Array;
}

function newBlock(): Block {
	const bytes = new ArrayBuffer(BLOCK_ROWS * 64);
	return { instants: new Float64Array(bytes), numbers: new Uint32Array(bytes) };
}

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

	constructor() {
		this.rares.intern(0, '');
	}

	get size(): number {
		return this.rows;
	}

	/** Takes one version of a record: new, a duplicate, newer than the one kept, or in conflict with it. */
	add(item: Item, recordId: string): void {
		const row = this.ids.intern(item.stream, recordId);
		if (row === this.rows) {
			if ((row & (BLOCK_ROWS - 1)) === 0) this.blocks.push(newBlock());
			this.rows += 1;
			this.write(row, item);
			return;
		}
		const fetched = this.block(row).instants[this.place(row) * 8 + FETCHED] ?? 0;
		if (item.fetched > fetched) {
			this.write(row, item);
			this.disputed.delete(row);
		} else if (item.fetched === fetched) this.compare(row, item);
	}

	/** The records whose latest versions disagree. */
	conflicts(): Conflict[] {
		return [...this.disputed].map(([row, people]) => ({ row, people }));
	}

	isDisputed(row: number): boolean {
		return this.disputed.size > 0 && this.disputed.has(row);
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

	private write(row: number, item: Item): void {
		const { instants, numbers } = this.block(row);
		const at = this.place(row) * 8;
		instants[at + ASSIGNED] = item.assigned;
		instants[at + DUE] = item.due;
		instants[at + COMPLETED] = item.completed;
		instants[at + RESPONDED] = item.responded;
		instants[at + FETCHED] = item.fetched;
		const n = at * 2;
		numbers[n + PERSON] = item.person;
		numbers[n + STREAM] = item.stream;
		numbers[n + FLAGS] = item.status | (item.resolved << RESOLVED_SHIFT);
		numbers[n + ERRORS] = item.errors;
		numbers[n + ERRORS_OPEN] = item.errorsOpen;
		numbers[n + RARE] = item.rare;
	}

	/** A version as late as the one that is kept: the same facts change nothing, others are a conflict. */
	private compare(row: number, item: Item): void {
		const { instants, numbers } = this.block(row);
		const at = this.place(row) * 8;
		const n = at * 2;
		const same =
			instants[at + ASSIGNED] === item.assigned &&
			instants[at + DUE] === item.due &&
			instants[at + COMPLETED] === item.completed &&
			instants[at + RESPONDED] === item.responded &&
			numbers[n + PERSON] === item.person &&
			numbers[n + FLAGS] === (item.status | (item.resolved << RESOLVED_SHIFT)) &&
			numbers[n + ERRORS] === item.errors &&
			numbers[n + ERRORS_OPEN] === item.errorsOpen &&
			numbers[n + RARE] === item.rare;
		if (same) return;
		const people = this.disputed.get(row) ?? new Set([numbers[n + PERSON] ?? 0]);
		this.disputed.set(row, people.add(item.person));
	}
}
