import type { Calendar } from '../../src/domain/kernel/calendar';
import { instantText } from '../../src/domain/kernel/instant';
import type { Instant } from '../../src/domain/kernel/time';
import { dueAfter, merged, type Span } from '../../src/domain/metrics/clock';
import { loadRulebook, presetRulebook } from '../../src/index';
import { at, hours, workingDays, workingHours, zoneOf } from './times';

/** The shipped calendar of China, through the door that a rulebook takes. */
function china(): Calendar {
	const choice = {
		id: 'x',
		version: '1',
		timeZone: 'Asia/Shanghai',
		calendar: 'CN',
		roles: ['finance'],
	};
	const loaded = loadRulebook(presetRulebook(choice));
	if (!loaded.ok || loaded.value.calendar === undefined) throw new TypeError('no calendar');
	return {
		...loaded.value.calendar,
		hours: [
			{ from: 9 * 60, to: 12 * 60 },
			{ from: 13 * 60 + 30, to: 18 * 60 },
		],
	};
}

const shanghai = { zone: zoneOf('Asia/Shanghai'), calendar: china() };

/** Times of 2026 in Shanghai: '10-09 09:30'. */
const cn = (text: string): Instant => at(`2026-${text.replace(' ', 'T')}:00+08:00`);
const pauses = (...spans: readonly [string, string][]): Span[] =>
	merged(spans.map(([from, to]) => ({ from: cn(from), to: cn(to) })));

describe('a limit on the clock of China', () => {
	it.each([
		{
			limit: hours(24),
			from: '10-09 09:00',
			due: '10-10 09:00',
			why: 'wall clock, also on a day off',
		},
		{
			limit: workingHours(8),
			from: '10-12 09:15',
			due: '10-13 09:45',
			why: '7 h 15 on Monday, 45 min on Tuesday',
		},
		{
			limit: workingHours(3),
			from: '10-12 09:00',
			due: '10-12 12:00',
			why: 'exactly at the end of the morning',
		},
		{
			limit: workingHours(1),
			from: '10-12 12:10',
			due: '10-12 14:30',
			why: 'given at noon, begins at 13:30',
		},
		{
			limit: workingHours(1),
			from: '10-09 17:30',
			due: '10-10 09:30',
			why: 'Saturday 10 October is made up',
		},
		{
			limit: workingDays(1),
			from: '10-09 09:00',
			due: '10-11 00:00',
			why: 'Saturday 10 October is made up',
		},
		{
			limit: workingDays(1),
			from: '10-10 09:00',
			due: '10-13 00:00',
			why: 'Sunday is off, Monday 24:00',
		},
		{
			limit: workingDays(1),
			from: '09-30 09:00',
			due: '10-09 00:00',
			why: 'National Day from the 1st to the 7th',
		},
		{
			limit: workingDays(2),
			from: '02-13 23:59',
			due: '02-25 00:00',
			why: 'Spring Festival between the made-up 14th and Tuesday the 24th',
		},
		{
			limit: workingDays(1),
			from: '09-19 10:00',
			due: '09-21 00:00',
			why: 'Sunday 20 September is made up',
		},
	])('$from → $due: $why', ({ limit, from, due }) => {
		expect(dueAfter(shanghai, limit, cn(from), [])).toEqual({ at: cn(due), exact: true });
	});

	it.each([
		{
			limit: hours(4),
			pause: pauses(['10-12 10:00', '10-12 11:00']),
			due: '10-12 14:00',
			why: 'an hour is not counted',
		},
		{
			limit: hours(4),
			pause: pauses(['10-12 10:00', '10-12 11:00'], ['10-12 10:30', '10-12 11:30']),
			due: '10-12 14:30',
			why: 'overlapping pauses count once',
		},
		{
			limit: hours(4),
			pause: pauses(['10-12 13:00', '10-12 20:00']),
			due: '10-12 13:00',
			why: 'a pause from the due moment on changes nothing',
		},
		{
			limit: hours(4),
			pause: pauses(['10-12 12:59', '10-12 20:00']),
			due: '10-12 20:01',
			why: 'a minute before it, one minute is left',
		},
		{
			limit: hours(4),
			pause: pauses(['10-12 07:00', '10-12 10:00']),
			due: '10-12 14:00',
			why: 'a pause from before the assignment',
		},
		{
			limit: workingHours(4),
			pause: pauses(['10-12 11:00', '10-12 14:30']),
			due: '10-12 16:30',
			why: 'one hour of the morning and one of the afternoon are out',
		},
		{
			limit: workingHours(4),
			pause: pauses(['10-12 12:00', '10-12 13:30']),
			due: '10-12 14:30',
			why: 'a pause at noon takes no working time',
		},
		{
			limit: workingDays(1),
			pause: pauses(['10-13 00:00', '10-14 00:00']),
			due: '10-15 00:00',
			why: 'a day paused from 00:00 to 24:00 is not counted',
		},
		{
			limit: workingDays(1),
			pause: pauses(['10-13 00:00', '10-13 23:59']),
			due: '10-14 00:00',
			why: 'a day paused but for a minute is',
		},
		{
			limit: workingDays(1),
			pause: pauses(['10-12 12:00', '10-13 10:00'], ['10-13 10:00', '10-14 00:00']),
			due: '10-15 00:00',
			why: 'pauses that touch are one',
		},
	])('paused: $why', ({ limit, pause, due }) => {
		expect(dueAfter(shanghai, limit, cn('10-12 09:00'), pause)).toEqual({
			at: cn(due),
			exact: true,
		});
	});

	it.each([
		{
			limit: workingDays(1),
			from: '12-31 09:00',
			after: '2026-12-31T16:00:00.000Z',
			why: 'next day is of 2027',
		},
		{
			limit: workingDays(5),
			from: '12-28 09:00',
			after: '2026-12-31T16:00:00.000Z',
			why: 'three days are of 2026',
		},
		{
			limit: workingHours(8),
			from: '12-31 17:00',
			after: '2026-12-31T16:00:00.000Z',
			why: 'one hour is of 2026',
		},
	])(
		'of a year without data is only known to lie after its start: $why',
		({ limit, from, after }) => {
			const due = dueAfter(shanghai, limit, cn(from), []);
			expect({ ...due, at: instantText(due.at) }).toEqual({ at: after, exact: false });
		},
	);

	it('needs no further year where the count ends with the last day', () => {
		const due = dueAfter(shanghai, workingHours(1), cn('12-31 17:00'), []);
		expect(due).toEqual({ at: cn('12-31 18:00'), exact: true });
	});

	it('reaches a day of a year without data even where it is wholly paused', () => {
		const paused = [{ from: at('2026-12-31T00:00:00+08:00'), to: at('2027-01-03T00:00:00+08:00') }];
		expect(dueAfter(shanghai, workingDays(1), cn('12-30 09:00'), paused).exact).toBe(false);
	});
});
