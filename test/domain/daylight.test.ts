import { timeZone } from '../../src/app/timeZone';
import type { Calendar } from '../../src/domain/kernel/calendar';
import { parseDay } from '../../src/domain/kernel/civil';
import { instantText } from '../../src/domain/kernel/instant';
import { dueAfter } from '../../src/domain/metrics/clock';
import { at, hours, workingHours, zoneOf } from './times';

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
		expect(zoneOf('Asia/Shanghai').dayOf(at(instant))).toBe(day(date));
	});

	it('knows no zone of a wrong name', () => expect(timeZone('Asia/Peking')).toBeUndefined());
});
