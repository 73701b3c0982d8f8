import { NO_INSTANT } from '../kernel/instant';
import type { Instant } from '../kernel/time';

export const DONE = 1;
export const OPEN = 2;
export const CANCELLED = 3;

/** Of `resolved`: not told, false, true. */
export const UNTOLD = 0;
export const NOT_RESOLVED = 1;
export const RESOLVED = 2;

/** One version of one record as the ledger keeps it: numbers only, reused from record to record. */
export interface Item {
	/** Its row in the ledger, once it has one. */
	row: number;
	/** Which (source, system, activity). */
	stream: number;
	/** Whose: a place in the staff, or after it an account of nobody known. */
	person: number;
	status: number;
	resolved: number;
	assigned: Instant;
	due: Instant;
	completed: Instant;
	responded: Instant;
	fetched: Instant;
	errors: number;
	errorsOpen: number;
	/** Rare facts, by their index; 0: none. */
	rare: number;
}

export const newItem = (): Item => ({
	row: 0,
	stream: 0,
	person: 0,
	status: 0,
	resolved: UNTOLD,
	assigned: NO_INSTANT,
	due: NO_INSTANT,
	completed: NO_INSTANT,
	responded: NO_INSTANT,
	fetched: NO_INSTANT,
	errors: 0,
	errorsOpen: 0,
	rare: 0,
});

/** One evidence record as it was read: its identity and facts, and what is wrong with it. Reused. */
export interface Reading {
	source: string | undefined;
	system: string | undefined;
	recordId: string | undefined;
	activity: string | undefined;
	employeeId: string | undefined;
	handler: string | undefined;
	rareText: string;
	/** The text that `item.fetched` was read from; not a number where there is none. */
	fetchedText: unknown;
	readonly item: Item;
	/** Each: a field, what was expected and what was found. */
	readonly problems: string[];
}

export const newReading = (): Reading => ({
	source: undefined,
	system: undefined,
	recordId: undefined,
	activity: undefined,
	employeeId: undefined,
	handler: undefined,
	rareText: '',
	fetchedText: NaN,
	item: newItem(),
	problems: [],
});
