const HOUR = 3600;
const DAY = 24 * HOUR;

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/**
 * A day as Dolibarr takes it: a moment, of which it keeps the day in its own zone. 10:00 UTC is that day from
 * UTC-10 to UTC+13.
 */
export const toSeconds = (day: string): number => Date.parse(`${day}T10:00:00Z`) / 1000;

/** The day of a midnight in a zone that is not told: west of 11:00 UTC it is the same day's, east of it the next. */
export const toDay = (midnight: number): string =>
	dayOf(midnight % DAY <= 10 * HOUR ? midnight : midnight + DAY);
