import { dateOfDay, weekdayOf } from './civil';
import type { Day } from './time';

/** Which days and hours are worked. A day of a year that is not in `years` is unknown, never guessed. */
export interface Calendar {
	/** ISO weekdays that are off: 1 Monday … 7 Sunday. */
	readonly weekend: ReadonlySet<number>;
	readonly years: ReadonlyMap<number, CalendarYear>;
	/** Working windows of a working day in minutes from local midnight, sorted, without overlap; undefined: none given. */
	readonly hours: readonly WorkingWindow[] | undefined;
}

export interface CalendarYear {
	readonly holidays: ReadonlySet<Day>;
	/** Days of the weekend that are worked all the same (China's make-up days). */
	readonly workdays: ReadonlySet<Day>;
}

export interface WorkingWindow {
	readonly from: number;
	readonly to: number;
}

/**
 * Whether a day is worked; undefined where its year is not covered, which is never guessed.
 * China 2026: Saturday 10 October → true (made up), Thursday 1 October → false, any day of 2027 → undefined.
 */
export function isWorkingDay(calendar: Calendar, day: Day): boolean | undefined {
	const year = calendar.years.get(dateOfDay(day).year);
	if (year === undefined) return undefined;
	if (year.workdays.has(day)) return true;
	return !year.holidays.has(day) && !calendar.weekend.has(weekdayOf(day));
}
