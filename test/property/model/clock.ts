import { decimal, frac, floor, times } from './fraction';
import type { Item } from './item';
import type { Calendar, Limit } from './rules';
import type { LocalTime } from './zone';

const day = 86_400_000;

/** A due moment, or the moment after which it lies because the calendar ends there. */
export interface Due {
	readonly exact: boolean;
	readonly at: number;
}

/** What measuring from an assignment needs to know. */
export interface Clock {
	readonly local: LocalTime;
	readonly calendar: Calendar | undefined;
	readonly asOf: number;
}

type Span = readonly [number, number];

/** The pauses as spans that neither touch nor overlap, in order. */
function pausesOf(item: Item, asOf: number): Span[] {
	const end = item.completedAt === null ? asOf : Math.min(item.completedAt, asOf);
	const spans = item.pauses
		.map(({ from, to }): Span => [from, to ?? end])
		.filter(([from, to]) => from < to)
		.sort((a, b) => a[0] - b[0]);
	const merged: Span[] = [];
	for (const [from, to] of spans) {
		const last = merged.at(-1);
		if (last === undefined || from > last[1]) merged.push([from, to]);
		else merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
	}
	return merged;
}

/** Spends what is left of the limit in an open span: the moment when all is spent, or the rest. */
function spend(
	[from, to]: Span,
	pauses: readonly Span[],
	left: number,
): { at?: number; left: number } {
	let start = from;
	let rest = left;
	for (const [pause, resume] of [...pauses, [to, to] as const]) {
		const stop = Math.min(pause, to);
		if (stop - start >= rest) return { at: start + rest, left: 0 };
		if (stop > start) rest -= stop - start;
		start = Math.max(start, resume);
	}
	return { left: rest };
}

const yearOf = (date: number): string => new Date(date).toISOString().slice(0, 4);

/** Undefined for a year without data. */
function isWorkingDay(date: number, calendar: Calendar): boolean | undefined {
	const iso = new Date(date).toISOString().slice(0, 10);
	const year = calendar.years[yearOf(date)];
	if (year === undefined) return undefined;
	if (year.workdays.includes(iso)) return true;
	if (year.holidays.includes(iso)) return false;
	return !calendar.weekend.includes(new Date(date).getUTCDay() || 7);
}

const minutesOf = (wall: string): number =>
	Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5));

function afterWorkingDays(
	assignedAt: number,
	days: number,
	pauses: readonly Span[],
	clock: Clock,
): Due {
	const { local, calendar } = clock;
	let date = local.dateOf(assignedAt);
	let left = days;
	for (;;) {
		date += day;
		const start = local.at(date, 0);
		const working = calendar && isWorkingDay(date, calendar);
		if (working === undefined) return { exact: false, at: start };
		const end = local.at(date + day, 0);
		const paused = pauses.some(([from, to]) => from <= start && end <= to);
		if (working && !paused) left -= 1;
		if (left === 0) return { exact: true, at: end };
	}
}

function afterWorkingHours(
	assignedAt: number,
	limit: number,
	pauses: readonly Span[],
	clock: Clock,
): Due {
	const { local, calendar } = clock;
	let left = limit;
	for (let date = local.dateOf(assignedAt); ; date += day) {
		const working = calendar && isWorkingDay(date, calendar);
		if (working === undefined) return { exact: false, at: local.at(date, 0) };
		const windows = working ? [...(calendar?.hours ?? [])] : [];
		windows.sort((a, b) => minutesOf(a[0]) - minutesOf(b[0]));
		for (const [from, to] of windows) {
			const open = Math.max(assignedAt, local.at(date, minutesOf(from)));
			const shut = local.at(date, minutesOf(to));
			if (open >= shut) continue;
			const spent = spend([open, shut], pauses, left);
			if (spent.at !== undefined) return { exact: true, at: spent.at };
			left = spent.left;
		}
	}
}

const hoursInMs = (hours: number): number =>
	Number(floor(times(decimal(String(hours)) ?? frac(0n), frac(3_600_000n))));

/** Assigned + limit, by the limit's own clock. */
export function dueAfter(item: Item, assignedAt: number, limit: Limit, clock: Clock): Due {
	const pauses = pausesOf(item, clock.asOf);
	if ('workingDays' in limit) return afterWorkingDays(assignedAt, limit.workingDays, pauses, clock);
	if ('workingHours' in limit) {
		return afterWorkingHours(assignedAt, hoursInMs(limit.workingHours), pauses, clock);
	}
	const { at = 0 } = spend([assignedAt, Infinity], pauses, hoursInMs(limit.hours));
	return { exact: true, at };
}
