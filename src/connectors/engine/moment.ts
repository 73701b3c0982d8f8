import { dayText, leadingDay, parseDay, twoDigits } from '../../domain/kernel/civil';
import { parseInstant } from '../../domain/kernel/instant';
import type { Instant, TimeZone } from '../../domain/kernel/time';

type Told = string | number | null | undefined;

/** Seconds or milliseconds since 1970, told apart by their size: 2001 in milliseconds is after 1e11. */
function unixInstant(value: number): Instant | undefined {
	if (!Number.isFinite(value) || value <= 0) return undefined;
	return Math.trunc(value < 1e11 ? value * 1000 : value);
}

/** 'YYYY-MM-DD HH:mm[:ss[.ffffff]]' of a wall clock in a zone; a date alone is its local midnight. */
function naiveInstant(text: string, zone: TimeZone): Instant | undefined {
	const day = leadingDay(text);
	if (day === undefined) return undefined;
	if (text.length === 10) return zone.at(day, 0);
	if (!/^[T ][0-2]\d:[0-5]\d(:[0-5]\d([.]\d+)?)?$/.test(text.slice(10))) return undefined;
	const minute = twoDigits(text, 11) * 60 + twoDigits(text, 14);
	if (minute >= 24 * 60) return undefined;
	const seconds = text.length > 16 ? Number(text.slice(17)) : 0;
	return zone.at(day, minute) + Math.trunc(seconds * 1000);
}

/**
 * A vendor's time as an instant: ISO with offset, seconds or milliseconds since 1970, or, with a zone,
 * a naive wall clock; undefined: none, or not readable.
 */
export function momentOf(told: Told, zone?: TimeZone): Instant | undefined {
	if (typeof told === 'number') return unixInstant(told);
	const text = told?.trim() ?? '';
	if (text === '') return undefined;
	if (/^\d{9,}$/.test(text)) return unixInstant(Number(text));
	return parseInstant(text.replace(' ', 'T')) ?? (zone ? naiveInstant(text, zone) : undefined);
}

/** When something is due: a date alone is due at its end, 24:00, as what is done on that day is in time. */
export function dueMoment(told: Told, zone: TimeZone | undefined): Instant | undefined {
	const day = typeof told === 'string' ? parseDay(told.trim()) : undefined;
	return zone && day !== undefined ? zone.at(day + 1, 0) : momentOf(told, zone);
}

/** The local midnight before an instant, as systems with naive times want it: never later than asked. */
export const midnightText = (instant: Instant, zone: TimeZone): string =>
	`${dayText(zone.dayOf(instant))} 00:00:00`;
