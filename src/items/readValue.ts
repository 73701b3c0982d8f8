import { NO_INSTANT, parseInstant } from '../domain/kernel/instant';
import { fromDecimal, fromNumber, type Ratio } from '../domain/kernel/ratio';
import type { Instant } from '../domain/kernel/time';

/** A JSON object as it comes from a node, a table or a person. */
export interface Row {
	readonly [name: string]: unknown;
}

export const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Empty text and null mean absent. */
export const isAbsent = (value: unknown): value is undefined | null | '' =>
	value === undefined || value === null || value === '';

const LONGEST_SHOWN = 60;

/** What was found, short enough for a message. */
export function shown(value: unknown): string {
	if (isAbsent(value)) return 'none';
	const text =
		typeof value === 'bigint' ? value.toString() : (JSON.stringify(value) ?? typeof value);
	return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** A problem of one field: its name, what was expected and what was found. */
export const fault = (name: string, expected: string, found: unknown): string =>
	`${name}: expected ${expected}, found ${shown(found)}`;

/** Text or a number as text; absent or anything else: undefined, with a problem where it is anything else. */
export function readText(value: unknown, name: string, problems: string[]): string | undefined {
	if (typeof value === 'string') return value === '' ? undefined : value;
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	problems.push(fault(name, 'text', value));
	return undefined;
}

/** As `readText`, where it must be there. */
export function needText(value: unknown, name: string, problems: string[]): string | undefined {
	if (isAbsent(value)) problems.push(fault(name, 'text', value));
	return readText(value, name, problems);
}

const INSTANT = 'an ISO 8601 time with offset, such as 2026-10-08T09:12:00+08:00';

/** An instant, or none where it is absent. */
export function readInstant(value: unknown, name: string, problems: string[]): Instant {
	if (isAbsent(value)) return NO_INSTANT;
	const instant = typeof value === 'string' ? parseInstant(value) : undefined;
	if (instant !== undefined) return instant;
	problems.push(fault(name, INSTANT, value));
	return NO_INSTANT;
}

/** A number or decimal text, exactly; undefined where it is absent, null where it is anything else. */
function exactNumber(value: unknown): Ratio | undefined | null {
	if (isAbsent(value)) return undefined;
	if (typeof value === 'number') return fromNumber(value) ?? null;
	return (typeof value === 'string' ? fromDecimal(value) : undefined) ?? null;
}

/** As `exactNumber`, with a problem where it is anything else. */
export function readNumber(value: unknown, name: string, problems: string[]): Ratio | undefined {
	const number = exactNumber(value);
	if (number !== null) return number;
	problems.push(fault(name, 'a number', value));
	return undefined;
}

const GREATEST_COUNT = 1_000_000_000;

/** A whole number from 0; 0 where it is absent. */
export function readCount(value: unknown, name: string, problems: string[]): number {
	if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= GREATEST_COUNT)
		return value;
	const number = exactNumber(value);
	if (number === undefined) return 0;
	if (number !== null && number.d === 1n && number.n >= 0n && number.n <= GREATEST_COUNT)
		return Number(number.n);
	problems.push(fault(name, `a whole number from 0 to ${GREATEST_COUNT}`, value));
	return 0;
}

/** A JSON value that may come as JSON text; text that is not JSON stays text. */
export function unfolded(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}
