import { dayOfDate, twoDigits } from './civil';
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
