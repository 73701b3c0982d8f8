import type { Calendar, CalendarYear, WorkingWindow } from '../../domain/kernel/calendar';
import { parseDay } from '../../domain/kernel/civil';
import type { Day } from '../../domain/kernel/time';
import type { CalendarShape } from '../rulebookShape';

/** The minute of a time of day: "13:30" → 810, "24:00" → 1440; undefined where there is no such time. */
export function minuteOf(time: string): number | undefined {
	const [, hour = '', minute = ''] = /^(\d{2}):([0-5]\d)$/.exec(time) ?? [];
	const total = Number(hour) * 60 + Number(minute);
	return hour !== '' && total <= 1440 ? total : undefined;
}

const daysOf = (dates: readonly string[] = []): ReadonlySet<Day> =>
	new Set(dates.flatMap((date) => parseDay(date) ?? []));

const yearOf = (year: CalendarShape['years'][string]): CalendarYear => ({
	holidays: daysOf(year.holidays),
	workdays: daysOf(year.workdays),
});

/** The windows of a working day from early to late. */
const windowsOf = (hours: CalendarShape['hours'] = []): readonly WorkingWindow[] =>
	hours
		.map(([from, to]) => ({ from: minuteOf(from) ?? 0, to: minuteOf(to) ?? 0 }))
		.sort((a, b) => a.from - b.from);

export function toCalendar(calendar: CalendarShape): Calendar {
	return {
		weekend: new Set(calendar.weekend),
		years: new Map(
			Object.entries(calendar.years).map(([year, days]) => [Number(year), yearOf(days)]),
		),
		hours: calendar.hours === undefined ? undefined : windowsOf(calendar.hours),
	};
}
