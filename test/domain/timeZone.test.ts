import { timeZone } from '../../src/app/timeZone';
import { dayText, parseDay } from '../../src/domain/kernel/civil';
import { instantText } from '../../src/domain/kernel/instant';
import { at, zoneOf } from './times';

const minutes = (clock: string): number => {
	const [hour = '', minute = ''] = clock.split(':');
	return Number(hour) * 60 + Number(minute);
};

describe('the instant of a local time', () => {
	it.each([
		['America/New_York', '2026-03-08', '01:59', '2026-03-08T06:59:00.000Z', 'before the gap'],
		['America/New_York', '2026-03-08', '02:00', '2026-03-08T07:00:00.000Z', 'its first minute'],
		['America/New_York', '2026-03-08', '02:59', '2026-03-08T07:00:00.000Z', 'its last minute'],
		['America/New_York', '2026-03-08', '03:00', '2026-03-08T07:00:00.000Z', 'after the gap'],
		['America/New_York', '2026-11-01', '00:59', '2026-11-01T04:59:00.000Z', 'before the doubled'],
		['America/New_York', '2026-11-01', '01:00', '2026-11-01T05:00:00.000Z', 'doubled: the first'],
		['America/New_York', '2026-11-01', '01:59', '2026-11-01T05:59:00.000Z', 'doubled: the first'],
		['America/New_York', '2026-11-01', '02:00', '2026-11-01T07:00:00.000Z', 'after the doubled'],
		['America/New_York', '2026-11-01', '24:00', '2026-11-02T05:00:00.000Z', 'a day of 25 hours'],
		['Asia/Shanghai', '2026-10-01', '00:00', '2026-09-30T16:00:00.000Z', 'no change'],
		['Asia/Shanghai', '1986-05-04', '02:30', '1986-05-03T18:00:00.000Z', 'China had a gap in 1986'],
		['UTC', '2026-10-01', '24:00', '2026-10-02T00:00:00.000Z', 'the next day begins'],
	])('%s %s %s is %s: %s', (zone, date, clock, utc) => {
		const instant = zoneOf(zone).at(parseDay(date) ?? Number.NaN, minutes(clock));
		expect(instantText(instant)).toBe(utc);
	});
});

describe('the local day of an instant', () => {
	it.each([
		['America/New_York', '2026-03-08T04:59:59.999Z', '2026-03-07'],
		['America/New_York', '2026-03-08T05:00:00Z', '2026-03-08'],
		['America/New_York', '2026-03-09T03:59:59.999Z', '2026-03-08'],
		['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
		['America/New_York', '2026-11-02T04:59:59.999Z', '2026-11-01'],
		['America/New_York', '2026-11-02T05:00:00Z', '2026-11-02'],
		['Europe/Berlin', '2026-10-25T22:59:59.999Z', '2026-10-25'],
		['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
		['Pacific/Kiritimati', '2026-10-31T10:00:00Z', '2026-11-01'],
		['Pacific/Pago_Pago', '2026-11-01T10:59:59Z', '2026-10-31'],
		['Asia/Shanghai', '1969-12-31T16:00:00Z', '1970-01-01'],
	])('%s %s is of %s', (zone, instant, date) =>
		expect(dayText(zoneOf(zone).dayOf(at(instant)))).toBe(date),
	);

	it('is the same however often and in whatever order it is asked', () => {
		const zone = zoneOf('Europe/Berlin');
		const hour = 3_600_000;
		const start = at('2026-03-28T00:00:00Z');
		const all = Array.from({ length: 72 }, (_, index) => start + index * hour);
		const forth = all.map((instant) => zone.dayOf(instant));
		const back = [...all].reverse().map((instant) => zone.dayOf(instant));
		expect(back.reverse()).toEqual(forth);
		// 23 of Saturday (the first is of 01:00), 23 of the short Sunday, 24 of Monday, 2 of Tuesday.
		const counts = new Map<string, number>();
		for (const one of forth) counts.set(dayText(one), (counts.get(dayText(one)) ?? 0) + 1);
		expect([...counts]).toEqual([
			['2026-03-28', 23],
			['2026-03-29', 23],
			['2026-03-30', 24],
			['2026-03-31', 2],
		]);
	});
});

it.each(['', 'Mars/Olympus', 'Asia/Peking', 'local'])('%p is no time zone', (id) =>
	expect(timeZone(id)).toBeUndefined(),
);
