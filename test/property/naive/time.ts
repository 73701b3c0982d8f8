const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Hours east of UTC, of the two zones that the model knows. */
function offset(zone: string, instant: number): number {
	if (zone === 'Asia/Shanghai') return 8;
	// Berlin: summer time from the last Sunday of March to the last Sunday of October, 01:00 UTC.
	const start = Date.UTC(2026, 2, 29, 1);
	const end = Date.UTC(2026, 9, 25, 1);
	return instant >= start && instant < end ? 2 : 1;
}

const local = (zone: string, instant: number): Date =>
	new Date(instant + offset(zone, instant) * 60 * MINUTE);

/** 'YYYY-MM-DD' of the local day. */
export const dateOf = (zone: string, instant: number): string =>
	local(zone, instant).toISOString().slice(0, 10);

/** The instant of 00:00 of a date: no change of the two zones is at midnight. */
export function midnight(zone: string, date: string): number {
	const utc = Date.parse(`${date}T00:00:00Z`);
	return [8, 2, 1]
		.map((hours) => utc - hours * 60 * MINUTE)
		.filter((at) => local(zone, at).getTime() === utc)[0] as number;
}

export const next = (date: string): string =>
	new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

export interface CalendarJson {
	readonly weekend: readonly number[];
	readonly years: {
		readonly [year: string]: { holidays?: readonly string[]; workdays?: readonly string[] };
	};
	readonly hours?: readonly (readonly [string, string])[];
}

/** Due at a moment, or only known to lie after one. */
export type Due = { readonly at: number } | { readonly after: number };

type Pauses = readonly (readonly [number, number])[];
export type LimitJson =
	| { readonly hours: number }
	| { readonly workingHours: number }
	| { readonly workingDays: number };

function worked(calendar: CalendarJson, date: string): boolean | undefined {
	const year = calendar.years[date.slice(0, 4)];
	if (!year) return undefined;
	if (year.workdays?.includes(date)) return true;
	const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
	return !year.holidays?.includes(date) && !calendar.weekend.includes(weekday);
}

const paused = (pauses: Pauses, instant: number): boolean =>
	pauses.some(([from, to]) => from <= instant && instant < to);

function inHours(zone: string, calendar: CalendarJson, instant: number): boolean {
	const clock = local(zone, instant).toISOString().slice(11, 16);
	return (calendar.hours ?? []).some(([from, to]) => from <= clock && clock < to);
}

function wholeDayPaused(zone: string, date: string, pauses: Pauses): boolean {
	const end = midnight(zone, next(date));
	for (let at = midnight(zone, date); at < end; at += MINUTE) if (!paused(pauses, at)) return false;
	return true;
}

/** Counts minute by minute, and day by day: all times of the model are whole minutes. */
export function dueOf(
	limit: LimitJson,
	start: number,
	pauses: Pauses,
	{ zone, calendar }: { zone: string; calendar: CalendarJson },
): Due {
	if ('workingDays' in limit) {
		let date = dateOf(zone, start);
		for (let left = limit.workingDays; left > 0; ) {
			date = next(date);
			const open = worked(calendar, date);
			if (open === undefined) return { after: midnight(zone, date) };
			if (open && !wholeDayPaused(zone, date, pauses)) left -= 1;
		}
		return { at: midnight(zone, next(date)) };
	}
	let left = ('hours' in limit ? limit.hours : limit.workingHours) * 60;
	for (let at = start; ; at += MINUTE) {
		if (left <= 0) return { at };
		if ('workingHours' in limit) {
			const date = dateOf(zone, at);
			const open = worked(calendar, date);
			if (open === undefined) return { after: midnight(zone, date) };
			if (!open || !inHours(zone, calendar, at)) continue;
		}
		if (!paused(pauses, at)) left -= 1;
	}
}
