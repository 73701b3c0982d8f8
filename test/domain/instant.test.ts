import { dayText, daysOfMonth, parseDay, weekdayOf } from '../../src/domain/kernel/civil';
import { instantText, parseInstant } from '../../src/domain/kernel/instant';
import { parsePeriod } from '../../src/domain/kernel/period';

describe('an instant', () => {
	it.each([
		['2026-10-08T09:12:00+08:00', '2026-10-08T01:12:00.000Z'],
		['2026-10-08T09:12+08:00', '2026-10-08T01:12:00.000Z'],
		['2026-10-08T09:12:00.5+0800', '2026-10-08T01:12:00.500Z'],
		['2026-10-08T09:12:00.1239+08', '2026-10-08T01:12:00.123Z'],
		['2026-10-08T00:30:00-01:45', '2026-10-08T02:15:00.000Z'],
		['2026-12-31T24:00:00Z', '2027-01-01T00:00:00.000Z'],
		['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
		['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
		['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
	])('%s is %s', (text, utc) => expect(instantText(parseInstant(text) ?? Number.NaN)).toBe(utc));

	it.each([
		'2026-10-08',
		'2026-10-08T09:12:00',
		'2026-10-08 09:12:00Z',
		'2026-10-08t09:12:00Z',
		'2026-02-29T00:00:00Z',
		'2026-13-01T00:00:00Z',
		'2026-00-01T00:00:00Z',
		'2026-10-00T00:00:00Z',
		'2026-10-32T00:00:00Z',
		'2026/10/08T00:00:00Z',
		'2026-10-08T25:00:00Z',
		'2026-10-08T24:00:01Z',
		'2026-10-08T09:60:00Z',
		'2026-10-08T09:12:60Z',
		'2026-10-08T09:12:00.Z',
		'2026-10-08T09:12:00,5Z',
		'2026-10-08T09:12:00+8',
		'2026-10-08T09:12:00+24:00',
		'2026-10-08T09:12:00+08:60',
		'2026-10-08T09:12:00+08:0',
		'2026-10-08T09:12:00Z ',
		'2026-10-08T09-12:00Z',
		'',
		'2',
	])('%p is none', (text) => expect(parseInstant(text)).toBeUndefined());
});

describe('a date', () => {
	it.each([
		['1970-01-01', 0, 4],
		['2026-10-01', 20727, 4],
		['2000-02-29', 11016, 2],
		['1900-03-01', -25508, 4],
	])('%s is day %d, weekday %d', (text, day, weekday) => {
		expect(parseDay(text)).toBe(day);
		expect(dayText(day)).toBe(text);
		expect(weekdayOf(day)).toBe(weekday);
	});

	it.each(['2026-10-1', '2026-02-30', '2026-10-01T', '1900-02-29'])('%s is none', (text) =>
		expect(parseDay(text)).toBeUndefined(),
	);

	it.each([
		[2028, 2, 29],
		[2100, 2, 28],
		[2026, 9, 30],
		[2026, 13, undefined],
	])('%d-%d has %p days', (year, month, days) => expect(daysOfMonth(year, month)).toBe(days));
});

describe('a period', () => {
	it.each([
		['2026-10', '2026-10-01', '2026-11-01'],
		['2026-12', '2026-12-01', '2027-01-01'],
		['2028-02', '2028-02-01', '2028-03-01'],
	])('%s is %s up to %s', (text, first, end) => {
		const period = parsePeriod(text);
		expect([dayText(period?.first ?? 0), dayText(period?.end ?? 0)]).toEqual([first, end]);
	});

	it.each(['2026-13', '2026-00', '2026-1', '26-10', '2026-10-01', ''])('%p is none', (text) =>
		expect(parsePeriod(text)).toBeUndefined(),
	);
});
