import { isWorkingDay, type Calendar } from '../kernel/calendar';
import type { Day, Instant, TimeZone } from '../kernel/time';
import type { Limit } from './metric';

/** A due moment: exactly `at`, or, where a year is not covered, only known to lie after it. */
export interface Due {
	readonly at: Instant;
	readonly exact: boolean;
}

/** A stretch of time from `from` up to `to`. */
export interface Span {
	readonly from: Instant;
	readonly to: Instant;
}

/** Where time is counted: the zone decides what a day is, the calendar which days and hours are worked. */
export interface Clock {
	readonly zone: TimeZone;
	readonly calendar: Calendar | undefined;
}

/**
 * Spans in order of time, those that overlap or touch as one, empty ones left out.
 * [2…4, 1…3, 6…7] → [1…4, 6…7].
 */
export function merged(spans: readonly Span[]): Span[] {
	const sorted = spans.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from);
	const result: Span[] = [];
	for (const span of sorted) {
		const last = result[result.length - 1];
		if (last === undefined || span.from > last.to) result.push(span);
		else result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
	}
	return result;
}

/**
 * The moment when `ms` of a span's unpaused time have passed, or what is still missing at its end.
 * Of 9…12 with a pause 10…11: 1 h 30 → 11:30; 3 h → 1 h is missing.
 */
function spend(span: Span, pauses: readonly Span[], ms: number): { at: Instant; left: number } {
	let at = span.from;
	let left = ms;
	for (const pause of pauses) {
		if (pause.to <= at) continue;
		const worked = Math.min(pause.from, span.to) - at;
		if (worked >= left || pause.from >= span.to) break;
		left -= Math.max(worked, 0);
		at = Math.min(pause.to, span.to);
	}
	const worked = Math.min(left, span.to - at);
	return { at: at + worked, left: left - worked };
}

const unknownFrom = (clock: Clock, day: Day): Due => ({ at: clock.zone.at(day, 0), exact: false });

function worked(clock: Clock, day: Day): boolean | undefined {
	return clock.calendar === undefined ? undefined : isWorkingDay(clock.calendar, day);
}

function workingHours(clock: Clock, start: Instant, ms: number, pauses: readonly Span[]): Due {
	const windows = clock.calendar?.hours ?? [];
	let left = ms;
	for (let day = clock.zone.dayOf(start); ; day += 1) {
		const open = worked(clock, day);
		if (open === undefined || windows.length === 0) return unknownFrom(clock, day);
		for (const window of open ? windows : []) {
			const from = Math.max(start, clock.zone.at(day, window.from));
			const to = clock.zone.at(day, window.to);
			if (from >= to) continue;
			const spent = spend({ from, to }, pauses, left);
			if (spent.left === 0) return { at: spent.at, exact: true };
			left = spent.left;
		}
	}
}

function workingDays(clock: Clock, start: Instant, days: number, pauses: readonly Span[]): Due {
	let left = days;
	for (let day = clock.zone.dayOf(start) + 1; ; day += 1) {
		const open = worked(clock, day);
		if (open === undefined) return unknownFrom(clock, day);
		if (!open) continue;
		const [from, to] = [clock.zone.at(day, 0), clock.zone.at(day, 1440)];
		if (pauses.some((pause) => pause.from <= from && pause.to >= to)) continue;
		left -= 1;
		if (left === 0) return { at: to, exact: true };
	}
}

/**
 * When a limit that starts at `start` is reached; `pauses` are merged. Wall clock 24 h from Monday 9:00 →
 * Tuesday 9:00; one working day from Friday 9:00 → Monday 24:00; a year without calendar data → not exact.
 */
export function dueAfter(clock: Clock, limit: Limit, start: Instant, pauses: readonly Span[]): Due {
	switch (limit.kind) {
		case 'hours': {
			const forever = { from: start, to: Infinity };
			return { at: spend(forever, pauses, limit.ms).at, exact: true };
		}
		case 'workingHours':
			return workingHours(clock, start, limit.ms, pauses);
		case 'workingDays':
			return workingDays(clock, start, limit.days, pauses);
	}
}
