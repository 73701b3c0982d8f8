import type { Day } from './time';

/** The day number of a date of the proleptic Gregorian calendar, unchecked: 1970-01-01 → 0, 2026-10-01 → 20727. */
export function dayOfDate(year: number, month: number, date: number): Day {
	const y = month > 2 ? year : year - 1;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
	const dayOfEra =
		yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146097 + dayOfEra - 719468;
}

export interface CivilDate {
	readonly year: number;
	/** 1…12 */
	readonly month: number;
	/** 1…31 */
	readonly date: number;
}

/** The date of a day number: 20727 → 2026-10-01. */
export function dateOfDay(day: Day): CivilDate {
	const shifted = day + 719468;
	const era = Math.floor(shifted / 146097);
	const dayOfEra = shifted - era * 146097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36524) -
			Math.floor(dayOfEra / 146096)) /
			365,
	);
	const dayOfYear =
		dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
	};
}

/** ISO weekday, 1 Monday … 7 Sunday: 2026-10-01 → 4. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of a month: 2028-02 → 29; undefined where there is no such month. */
export const daysOfMonth = (year: number, month: number): number | undefined =>
	month === 2 && leap(year) ? 29 : lengths[month - 1];

/** The two digits at a place of a text as a number, −1 where they are not digits: '2026-10' at 5 → 10. */
export function twoDigits(text: string, at: number): number {
	if (at + 2 > text.length) return -1;
	const tens = text.charCodeAt(at) - 48;
	const units = text.charCodeAt(at + 1) - 48;
	// Below 0 where one of them is below 0 or above 9.
	return (tens | units | (9 - tens) | (9 - units)) < 0 ? -1 : tens * 10 + units;
}

const DASH = 45;

const isDate = (year: number, month: number, date: number): boolean =>
	date >= 1 && (date <= 28 ? month <= 12 : date <= (daysOfMonth(year, month) ?? 0));

/** The day that a text begins with (YYYY-MM-DD…): '2026-10-01T…' → 20727; undefined where there is none. */
export function leadingDay(text: string): Day | undefined {
	const century = twoDigits(text, 0);
	const inCentury = twoDigits(text, 2);
	const month = twoDigits(text, 5);
	const date = twoDigits(text, 8);
	if (century < 0 || inCentury < 0 || month < 1) return undefined;
	if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
	const year = century * 100 + inCentury;
	return isDate(year, month, date) ? dayOfDate(year, month, date) : undefined;
}

/** The day of a date text: '2026-10-01' → 20727; '2026-02-30' → undefined. */
export const parseDay = (text: string): Day | undefined =>
	text.length === 10 ? leadingDay(text) : undefined;

const pad = (value: number, width: number): string => value.toString().padStart(width, '0');

/** A day as text: 20727 → '2026-10-01'. */
export function dayText(day: Day): string {
	const { year, month, date } = dateOfDay(day);
	return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}
