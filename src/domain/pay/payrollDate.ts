import { parseDay } from '../kernel/civil';
import { daysOf, type Days } from '../kernel/period';

/** The days of the month in which a day lies. '2026-10-31' → 2026-10-01, 2026-10-31 · '2026-02-30' → undefined. */
export const monthOfDay = (day: string): Days | undefined =>
	parseDay(day) === undefined ? undefined : daysOf(day.slice(0, 7));
