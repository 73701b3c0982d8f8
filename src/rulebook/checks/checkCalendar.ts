import { parseDay } from '../../domain/kernel/civil';
import { minuteOf } from '../build/toCalendar';
import { calendarById, catalogCalendars } from '../catalog';
import { at } from '../draft';
import type { Draft } from '../draft';
import { finding, notOneOf, pathText } from '../finding';
import type { Finding, Path } from '../finding';
import type { CalendarShape, LimitShape, RulebookShape } from '../rulebookShape';

type Year = Draft<CalendarShape['years'][string]>;
type Hours = Draft<NonNullable<CalendarShape['hours']>>;

function checkDate(date: string | undefined, year: string, path: Path): readonly Finding[] {
	if (date === undefined) return [];
	if (parseDay(date) === undefined) {
		const says = `is "${date}", which is no date, expected one such as "${year}-10-01"`;
		return [finding('calendar', path, says, 'Correct the date.')];
	}
	if (date.startsWith(`${year}-`)) return [];
	const says = `is "${date}", expected a date in ${year}`;
	return [finding('calendar', path, says, `Move it to the year ${date.slice(0, 4)}.`)];
}

function checkYear(year: string, { holidays = [], workdays = [] }: Year): readonly Finding[] {
	const path = ['calendar', 'years', year];
	if (!/^\d{4}$/.test(year)) {
		const says = 'is no year, expected four digits such as "2026"';
		return [finding('calendar', path, says, 'Name the year with four digits.')];
	}
	const both = workdays.flatMap((date, index) =>
		date !== undefined && holidays.includes(date)
			? [
					finding(
						'calendar',
						[...path, 'workdays', index],
						`is "${date}", which is a holiday too, expected one or the other`,
						'Remove it from the holidays or from the workdays.',
					),
				]
			: [],
	);
	return [
		...holidays.flatMap((date, index) => checkDate(date, year, [...path, 'holidays', index])),
		...workdays.flatMap((date, index) => checkDate(date, year, [...path, 'workdays', index])),
		...both,
	];
}

function checkWindow(window: Hours[number], path: Path): readonly Finding[] {
	const times = [window?.[0], window?.[1]];
	const wrong = times.flatMap((time, index) => {
		if (time === undefined || minuteOf(time) !== undefined) return [];
		const says = `is "${time}", expected a time of day from "00:00" to "24:00"`;
		return [
			finding('calendar', [...path, index], says, 'Write hours and minutes, such as "09:00".'),
		];
	});
	const [from = '', to = ''] = times;
	const [start, end] = [minuteOf(from), minuteOf(to)];
	if (start === undefined || end === undefined || start < end) return wrong;
	const says = `is from "${from}" to "${to}", expected an end after the beginning on the same day`;
	const remedy = 'Split hours that run over midnight into two: until "24:00" and from "00:00".';
	return [finding('calendar', path, says, remedy)];
}

/** Windows that begin before an earlier one has ended. */
function checkOverlap(hours: Hours): readonly Finding[] {
	const windows = hours
		.map((window, index) => {
			const [from = '', to = ''] = window ?? [];
			return { index, from, to, start: minuteOf(from), end: minuteOf(to) };
		})
		.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
	return windows.flatMap((window, place) => {
		const before = windows[place - 1];
		if (before?.end === undefined || window.start === undefined) return [];
		if (window.start >= before.end) return [];
		const says = `is from "${window.from}" to "${window.to}", which overlaps "${before.from}" to "${before.to}"`;
		const path = ['calendar', 'hours', window.index];
		return [
			finding('calendar', path, `${says}, expected none`, 'Let the windows follow each other.'),
		];
	});
}

function checkOwn({ years = {}, hours = [] }: Draft<CalendarShape>): readonly Finding[] {
	return [
		...Object.entries(years).flatMap(([year, days]) => checkYear(year, days ?? {})),
		...hours.flatMap((window, index) => checkWindow(window, ['calendar', 'hours', index])),
		...checkOverlap(hours),
	];
}

/** The limits that count working time, each with its place. */
function workingLimits({ roles = [] }: Draft<RulebookShape>): WorkingLimits {
	const limits = roles.flatMap((role, index) => [
		...(role?.work ?? []).map((work, place) => ({
			path: ['roles', index, 'work', place, 'limit'],
			limit: work?.limit,
		})),
		...(role?.indicators ?? []).map((indicator, place) => ({
			path: ['roles', index, 'indicators', place, 'limit'],
			limit: indicator?.limit,
		})),
	]);
	return byClock(limits);
}

/** The places of limits that count working hours, and of those that count working days. */
export function byClock(
	limits: readonly {
		readonly path: Path;
		readonly limit: Draft<LimitShape> | undefined;
	}[],
): WorkingLimits {
	const paths = (clock: keyof LimitShape): readonly string[] =>
		limits.filter(({ limit }) => limit?.[clock] !== undefined).map(({ path }) => pathText(path));
	return { hours: paths('workingHours'), days: paths('workingDays') };
}

/** Where limits count working hours and working days, as paths. */
export interface WorkingLimits {
	readonly hours: readonly string[];
	readonly days: readonly string[];
}

/** The calendar is there where a limit needs it, has working hours where one counts them, and adds up. */
export const checkCalendar = (draft: Draft<RulebookShape>, given: unknown): readonly Finding[] =>
	checkCalendarFor(draft.calendar, given, workingLimits(draft));

/** The same for whatever has limits. */
export function checkCalendarFor(
	calendar: string | Draft<CalendarShape> | undefined,
	given: unknown,
	needed: WorkingLimits,
): readonly Finding[] {
	const all = [...needed.hours, ...needed.days];
	if (at(given, ['calendar']) === undefined && all.length > 0) {
		const says = `is missing, expected one for working time in ${all.join(', ')}`;
		const ids = catalogCalendars.map(({ id }) => `"${id}"`).join(' or ');
		return [finding('missing', ['calendar'], says, `Add "calendar": ${ids}, or data of your own.`)];
	}
	if (typeof calendar === 'string') {
		const known = catalogCalendars.map(({ id }) => id);
		return calendarById(calendar) === undefined ? [notOneOf(['calendar'], calendar, known)] : [];
	}
	if (calendar === undefined) return [];
	const own = checkOwn(calendar);
	if (at(given, ['calendar', 'hours']) !== undefined || needed.hours.length === 0) return own;
	const says = `is missing, expected working hours for ${needed.hours.join(', ')}`;
	const remedy = 'Add "hours", such as [["09:00", "12:00"], ["13:30", "18:00"]].';
	return [...own, finding('missing', ['calendar', 'hours'], says, remedy)];
}
