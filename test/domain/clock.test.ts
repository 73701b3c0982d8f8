import { timeZone } from '../../src/app/timeZone';
import type { Calendar } from '../../src/domain/kernel/calendar';
import { parseDay } from '../../src/domain/kernel/civil';
import { instantText, parseInstant } from '../../src/domain/kernel/instant';
import type { Instant, TimeZone } from '../../src/domain/kernel/time';
import { dueAfter, merged, type Span } from '../../src/domain/metrics/clock';
import type { Limit } from '../../src/domain/metrics/metric';
import { loadRulebook } from '../../src/rulebook/loadRulebook';
import { presetRulebook } from '../../src/rulebook/presetRulebook';

const HOUR = 3_600_000;

const at = (text: string): Instant => {
	const instant = parseInstant(text);
	if (instant === undefined) throw new TypeError(`not an instant: ${text}`);
	return instant;
};

const zoneOf = (id: string): TimeZone => {
	const zone = timeZone(id);
	if (zone === undefined) throw new TypeError(`not a zone: ${id}`);
	return zone;
};

const hours = (n: number): Limit => ({ kind: 'hours', ms: n * HOUR });
const workingHours = (n: number): Limit => ({ kind: 'workingHours', ms: n * HOUR });
const workingDays = (days: number): Limit => ({ kind: 'workingDays', days });

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

describe('local time over a change of daylight saving', () => {
	const day = (text: string): number => parseDay(text) ?? Number.NaN;

	it.each([
		{
			zone: 'Europe/Berlin',
			date: '2026-03-29',
			minute: 150,
			utc: '2026-03-29T01:00:00.000Z',
			why: 'skipped: the end of the gap',
		},
		{
			zone: 'Europe/Berlin',
			date: '2026-03-29',
			minute: 119,
			utc: '2026-03-29T00:59:00.000Z',
			why: 'the last before the gap',
		},
		{
			zone: 'Europe/Berlin',
			date: '2026-10-25',
			minute: 150,
			utc: '2026-10-25T00:30:00.000Z',
			why: 'doubled: the first',
		},
		{
			zone: 'Europe/Berlin',
			date: '2026-10-25',
			minute: 1440,
			utc: '2026-10-25T23:00:00.000Z',
			why: 'a day of 25 hours',
		},
		{
			zone: 'America/Santiago',
			date: '2026-09-06',
			minute: 0,
			utc: '2026-09-06T04:00:00.000Z',
			why: 'midnight itself is skipped',
		},
		{
			zone: 'America/Havana',
			date: '2026-11-01',
			minute: 0,
			utc: '2026-11-01T04:00:00.000Z',
			why: 'midnight comes twice',
		},
		{
			zone: 'Australia/Lord_Howe',
			date: '2026-10-04',
			minute: 135,
			utc: '2026-10-03T15:30:00.000Z',
			why: 'a gap of half an hour',
		},
		{
			zone: 'Asia/Kathmandu',
			date: '2026-10-01',
			minute: 0,
			utc: '2026-09-30T18:15:00.000Z',
			why: 'an offset of 5:45',
		},
		{
			zone: 'Pacific/Apia',
			date: '2011-12-30',
			minute: 720,
			utc: '2011-12-30T10:00:00.000Z',
			why: 'a day that never was',
		},
	])('$zone $date at $minute min: $why', ({ zone, date, minute, utc }) => {
		expect(instantText(zoneOf(zone).at(day(date), minute))).toBe(utc);
	});

	it('elapses hours over a change as they pass', () => {
		const berlin = { zone: zoneOf('Europe/Berlin'), calendar: undefined };
		const due = dueAfter(berlin, hours(24), at('2026-10-24T12:00:00+02:00'), []);
		expect(due.at).toBe(at('2026-10-25T11:00:00+01:00'));
	});

	it('counts working hours of a window over a change as they pass', () => {
		const calendar: Calendar = {
			weekend: new Set(),
			years: new Map([[2026, { holidays: new Set(), workdays: new Set() }]]),
			hours: [{ from: 0, to: 240 }],
		};
		const berlin = { zone: zoneOf('Europe/Berlin'), calendar };
		// 00:00 to 04:00 has three hours in spring: four are reached at 01:00 of the next day.
		const due = dueAfter(berlin, workingHours(4), at('2026-03-29T00:00:00+01:00'), []);
		expect(due.at).toBe(at('2026-03-30T01:00:00+02:00'));
	});

	it.each([
		['2026-10-31T15:59:59Z', '2026-10-31'],
		['2026-10-31T16:00:00Z', '2026-11-01'],
	])('%s is of %s in Shanghai', (instant, date) => {
		expect(shanghai.zone.dayOf(at(instant))).toBe(day(date));
	});

	it('knows no zone of a wrong name', () => expect(timeZone('Asia/Peking')).toBeUndefined());
});
