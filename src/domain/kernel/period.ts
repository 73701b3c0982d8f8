import { dayOfDate, dayText, twoDigits } from './civil';
import type { Day } from './time';

/** A calendar month: its local days from `first` up to, not including, `end`. */
export interface Period {
	readonly id: string;
	readonly first: Day;
	readonly end: Day;
}

/** The month of 'YYYY-MM': '2026-10' → days 20727…20757; undefined where it is not one. */
export function parsePeriod(text: string): Period | undefined {
	if (!/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text)) return undefined;
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
	const month = twoDigits(text, 5);
	const first = dayOfDate(year, month, 1);
	const end = month === 12 ? dayOfDate(year + 1, 1, 1) : dayOfDate(year, month + 1, 1);
	return { id: text, first, end };
}

/** ('2026-01', -1) → '2025-12' */
export function monthBeside(period: string, by: number): string {
	const [year = 0, month = 0] = period.split('-').map(Number);
	const count = year * 12 + month - 1 + by;
	return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** First and last day, YYYY-MM-DD. */
export interface Days {
	readonly from: string;
	readonly to: string;
}

/** The days of a month. '2026-10' → 2026-10-01, 2026-10-31 · '2028-02' → …-29 · '2026-13' → undefined. */
export function daysOf(period: string): Days | undefined {
	const month = parsePeriod(period);
	return month && { from: dayText(month.first), to: dayText(month.end - 1) };
}
