import { decimal, fromNumber, type Fraction } from './fraction';

/** What cannot be read: the record that holds it is bad. */
export class Unreadable extends Error {}

export type Json = Readonly<Record<string, unknown>>;

export const isAbsent = (value: unknown): boolean =>
	value === undefined || value === null || value === '';

export const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** An id or a word: text, or a number as its text; null where absent. */
export function word(value: unknown): string | null {
	if (isAbsent(value)) return null;
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	throw new Unreadable();
}

/** The same, with null for what cannot be read. */
export function wordOrNull(value: unknown): string | null {
	return typeof value === 'string' || typeof value === 'number' ? word(value) : null;
}

/** A number, or decimal text; null where absent. */
export function amount(value: unknown): Fraction | null {
	if (isAbsent(value)) return null;
	const read =
		typeof value === 'number'
			? fromNumber(value)
			: typeof value === 'string'
				? decimal(value)
				: null;
	if (read === null) throw new Unreadable();
	return read;
}

/** Milliseconds since 1970; null where absent. */
export function instant(value: unknown): number | null {
	if (isAbsent(value)) return null;
	const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
	if (typeof value !== 'string' || !shape.test(value)) throw new Unreadable();
	const read = Date.parse(value);
	if (Number.isNaN(read)) throw new Unreadable();
	return read;
}

/** JSON, or its text. */
export function fromJson(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const read: { json: unknown } | null = attempt(() => ({ json: JSON.parse(value) }));
	if (read === null) throw new Unreadable();
	return read.json;
}

/** What `read` gives, or null where it finds something unreadable. */
export function attempt<T>(read: () => T): T | null {
	try {
		return read();
	} catch {
		return null;
	}
}
