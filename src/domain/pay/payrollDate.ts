import { dayText, parseDay } from '../kernel/civil';
import { parsePeriod } from '../kernel/period';

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

/** The days of the month in which a day lies. '2026-10-31' → 2026-10-01, 2026-10-31 · '2026-02-30' → undefined. */
export const monthOfDay = (day: string): Days | undefined =>
	parseDay(day) === undefined ? undefined : daysOf(day.slice(0, 7));
