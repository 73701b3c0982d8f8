import { dayText, leadingDay, twoDigits } from './civil';
import type { Instant } from './time';

export const MINUTE = 60_000;
const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** Stands for no instant in rows of numbers; earlier than every instant, so that "none is the earliest" holds. */
export const NO_INSTANT: Instant = -9_000_000_000_000_000;

const [COLON, DOT, PLUS, DASH, T, Z] = [58, 46, 43, 45, 84, 90];

function digitsEnd(text: string, from: number): number {
	let at = from;
	while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
	return at;
}

/** Milliseconds of the fraction's digits, cut after the third: '5' → 500, '1239' → 123. */
function milliseconds(text: string, from: number, end: number): number {
	let value = 0;
	for (let place = 0; place < 3; place += 1) {
		const at = from + place;
		value = value * 10 + (at < end ? text.charCodeAt(at) - 48 : 0);
	}
	return value;
}

/** Minutes of an offset's hours and minutes: '08:00', '0800' and '08' → 480; −1 where they are not that. */
function offsetMinutes(text: string, at: number): number {
	const length = text.length - at;
	const colon = text.charCodeAt(at + 2) === COLON ? 1 : 0;
	if (length !== 2 && length !== 4 + colon) return -1;
	const hours = twoDigits(text, at);
	const minutes = length === 2 ? 0 : twoDigits(text, at + 2 + colon);
	return hours < 0 || hours > 23 || minutes < 0 || minutes > 59 ? -1 : hours * 60 + minutes;
}

/** Minutes east of UTC of what a text ends with: 'Z', '+08:00', '+0800' or '+08'. */
function offsetFrom(text: string, at: number): number | undefined {
	const sign = text.charCodeAt(at);
	if (sign === Z) return text.length === at + 1 ? 0 : undefined;
	if (sign !== PLUS && sign !== DASH) return undefined;
	const minutes = offsetMinutes(text, at + 1);
	if (minutes < 0) return undefined;
	return sign === PLUS ? minutes : -minutes;
}

/** Milliseconds from midnight, for a clock that reads 00:00:00 … 23:59:59.999 or exactly 24:00. */
function timeOfDay(hour: number, minute: number, ms: number): number | undefined {
	if (hour < 0 || minute < 0 || minute > 59) return undefined;
	const total = hour * HOUR + minute * MINUTE + ms;
	return total < DAY || (total === DAY && hour === 24) ? total : undefined;
}

/** Where the clock of a text ends, whose seconds and their fraction may be absent; 0 where it cannot be read. */
function clockEnd(text: string): number {
	if (text.charCodeAt(16) !== COLON) return 16;
	if (text.charCodeAt(19) !== DOT) return 19;
	const end = digitsEnd(text, 20);
	return end === 20 ? 0 : end;
}

/** How long after its minute a clock reads; −1 where that is not told rightly. */
function afterMinute(text: string, end: number): number {
	if (end === 16) return 0;
	const second = twoDigits(text, 17);
	if (second < 0 || second > 59) return -1;
	return second * 1000 + (end === 19 ? 0 : milliseconds(text, 20, end));
}

/**
 * The instant of an ISO 8601 text with offset, to the millisecond; undefined where it is not one.
 * '2026-10-08T09:12:00+08:00' → 1791421920000; '2026-10-08 09:12' → undefined.
 */
export function parseInstant(text: string): Instant | undefined {
	const day = leadingDay(text);
	const end = clockEnd(text);
	const rest = afterMinute(text, end);
	if (day === undefined || rest < 0) return undefined;
	if (text.charCodeAt(10) !== T || text.charCodeAt(13) !== COLON) return undefined;
	const time = timeOfDay(twoDigits(text, 11), twoDigits(text, 14), rest);
	const offset = offsetFrom(text, end);
	if (time === undefined || offset === undefined) return undefined;
	return day * DAY + time - offset * MINUTE;
}

const pad = (value: number, width: number): string => value.toString().padStart(width, '0');

/** An instant in UTC: 1791421920000 → '2026-10-08T01:12:00.000Z'. */
export function instantText(instant: Instant): string {
	const day = Math.floor(instant / DAY);
	const ms = instant - day * DAY;
	const clock = [Math.floor(ms / HOUR), Math.floor(ms / MINUTE) % 60, Math.floor(ms / 1000) % 60];
	return `${dayText(day)}T${clock.map((part) => pad(part, 2)).join(':')}.${pad(ms % 1000, 3)}Z`;
}
