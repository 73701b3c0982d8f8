import { DAY, MINUTE } from '../domain/kernel/instant';
import type { Day, Instant, TimeZone } from '../domain/kernel/time';

/** Milliseconds east of UTC at an instant, asked of the platform's own time zone data. */
function offsetReader(id: string): ((instant: Instant) => number) | undefined {
	try {
		const format = new Intl.DateTimeFormat('en-US', {
			timeZone: id,
			hourCycle: 'h23',
			era: 'short',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
		return (instant) => {
			const second = Math.floor(instant / 1000) * 1000;
			const part = Object.fromEntries(format.formatToParts(second).map((p) => [p.type, p.value]));
			const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
			const local = Date.UTC(
				2000,
				Number(part['month']) - 1,
				Number(part['day']),
				Number(part['hour']),
				Number(part['minute']),
				Number(part['second']),
			);
			return new Date(local).setUTCFullYear(year) - second;
		};
	} catch {
		return undefined;
	}
}

/** A day of UTC within which the offset is the same, or changes once. */
interface OffsetDay {
	readonly before: number;
	readonly change: Instant;
	readonly after: number;
}

/** The first instant in (low, high] for which `holds`, which holds from there on. */
function firstThat(low: Instant, high: Instant, holds: (instant: Instant) => boolean): Instant {
	let [no, yes] = [low, high];
	while (yes - no > 1) {
		const middle = Math.floor((no + yes) / 2);
		if (holds(middle)) yes = middle;
		else no = middle;
	}
	return yes;
}

/** The offset of any instant, asked twice for each day of UTC at most, to the millisecond of a change. */
function memoised(read: (instant: Instant) => number): (instant: Instant) => number {
	const days = new Map<Day, OffsetDay>();
	const learn = (day: Day): OffsetDay => {
		const [start, end] = [day * DAY, (day + 1) * DAY];
		const [before, after] = [read(start), read(end)];
		const change =
			before === after ? end : firstThat(start, end, (instant) => read(instant) !== before);
		const known = { before, change, after };
		days.set(day, known);
		return known;
	};
	return (instant) => {
		const day = Math.floor(instant / DAY);
		const known = days.get(day) ?? learn(day);
		return instant < known.change ? known.before : known.after;
	};
}

/** Around a wall-clock time taken for UTC: far enough to see the offset before and after any change. */
const around = [-36, -15, 0, 15, 36].map((hours) => hours * 60 * MINUTE);

/** The instant of a wall-clock time: of doubled ones the first, for skipped ones the end of the gap. */
function instantOf(local: number, offset: (instant: Instant) => number): Instant {
	const candidates = around.map((distance) => local - offset(local + distance));
	const exact = candidates.filter((instant) => instant + offset(instant) === local);
	if (exact.length > 0) return Math.min(...exact);
	const [first, last] = [Math.min(...candidates), Math.max(...candidates)];
	return firstThat(first - 1, last, (instant) => instant + offset(instant) >= local);
}

/**
 * The time zone of an IANA name, as the domain needs it; undefined where there is none of that name.
 * Berlin on 2026-03-29: 02:30 is skipped → 01:00Z; on 2026-10-25: 02:30 comes twice → 00:30Z.
 */
export function timeZone(id: string): TimeZone | undefined {
	const read = offsetReader(id);
	if (read === undefined) return undefined;
	const offset = memoised(read);
	const starts = new Map<number, Instant>();
	return {
		id,
		dayOf: (instant) => Math.floor((instant + offset(instant)) / DAY),
		at: (day, minute) => {
			const local = day * DAY + minute * MINUTE;
			const known = starts.get(local);
			if (known !== undefined) return known;
			const instant = instantOf(local, offset);
			starts.set(local, instant);
			return instant;
		},
	};
}
