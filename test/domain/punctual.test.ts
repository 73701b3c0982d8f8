import { scoreMonth, type Json } from './onePerson';

const indicators = [
	{ measure: 'completed', curve: { type: 'attainment' }, points: 50 },
	{ measure: 'onTime', curve: { type: 'share' }, points: 50 },
];
const day = { hours: 24 };
const workingDay = { workingDays: 1 };

/** Monday 12 October, 9:00 in Shanghai. */
const monday = '2026-10-12T09:00:00+08:00';
const came: Json = { status: 'open', assignedAt: monday };
const doneAt = (completedAt: string, more: Json = {}): Json => ({
	...came,
	status: 'done',
	completedAt,
	...more,
});
const pause = (from: string, to?: string): Json => ({ pauses: [{ from, to }] });
const noon = '2026-10-12T12:00:00+08:00';

/** What is counted of one item: done, due, on time. */
async function countsOf(limit: Json, item: Json, timeZone = 'Asia/Shanghai'): Promise<unknown[]> {
	const { scorecards } = await scoreMonth({
		indicators,
		target: 1,
		limit,
		records: [item],
		timeZone,
	});
	const counts = scorecards[0]?.lines[0]?.counts;
	return [counts?.done, counts?.due, counts?.onTime];
}

describe('an item is counted as done, due and on time', () => {
	it.each<[string, Json, Json, number[]]>([
		['exactly at the limit', day, doneAt('2026-10-13T09:00:00+08:00'), [1, 1, 1]],
		['a millisecond after it', day, doneAt('2026-10-13T09:00:00.001+08:00'), [1, 1, 0]],
		['at 24:00 of the working day', workingDay, doneAt('2026-10-14T00:00:00+08:00'), [1, 1, 1]],
		['a second after it', workingDay, doneAt('2026-10-14T00:00:01+08:00'), [1, 1, 0]],
		['not done', day, came, [0, 1, 0]],
		['cancelled', day, { ...came, status: 'cancelled' }, [0, 0, 0]],
		[
			'its own due time wins over the limit',
			day,
			doneAt('2026-10-20T09:00:00+08:00', { dueAt: '2026-10-20T09:00:00+08:00' }),
			[1, 1, 1],
		],
		[
			'done after the cut-off is not done',
			day,
			doneAt('2026-11-01T00:00:01+08:00', { assignedAt: '2026-10-30T09:00:00+08:00' }),
			[0, 1, 0],
		],
		[
			'due at 24:00 of the last day belongs to the month',
			day,
			{ ...came, assignedAt: '2026-10-31T00:00:00+08:00' },
			[0, 1, 0],
		],
		[
			'due a second later belongs to the next',
			day,
			{ ...came, assignedAt: '2026-10-31T00:00:01+08:00' },
			[0, 0, 0],
		],
		[
			'due at 00:00 of the first day belongs to the month before',
			day,
			{ ...came, assignedAt: '2026-09-30T00:00:00+08:00' },
			[0, 0, 0],
		],
	])('%s', async (_, limit, item, expected) =>
		expect(await countsOf(limit, item)).toEqual(expected),
	);

	it.each<[string, Json, number[]]>([
		[
			'three days between are not counted',
			doneAt('2026-10-16T09:00:00+08:00', pause(noon, '2026-10-15T12:00:00+08:00')),
			[1, 1, 1],
		],
		[
			'one that is open lasts until it is done',
			doneAt('2026-10-20T10:00:00+08:00', pause(noon)),
			[1, 1, 1],
		],
		[
			'one that is open until the cut-off moves it into the next month',
			{ ...came, ...pause(noon) },
			[0, 0, 0],
		],
		[
			'one from the due moment on changes nothing',
			doneAt('2026-10-13T10:00:00+08:00', pause('2026-10-13T09:00:00+08:00')),
			[1, 1, 0],
		],
		[
			'one from a minute before it does',
			doneAt('2026-10-13T10:00:00+08:00', pause('2026-10-13T08:59:00+08:00')),
			[1, 1, 1],
		],
	])('paused: %s', async (_, item, expected) =>
		expect(await countsOf(day, item)).toEqual(expected),
	);

	it.each([
		// Due at 24:00 of Tuesday 13 October: in New York 04:00 of UTC.
		['America/New_York', '2026-10-14T04:00:00Z', [1, 1, 1]],
		['America/New_York', '2026-10-14T04:00:01Z', [1, 1, 0]],
		// In Berlin 22:00 of UTC.
		['Europe/Berlin', '2026-10-13T22:00:00Z', [1, 1, 1]],
		['Europe/Berlin', '2026-10-13T22:00:01Z', [1, 1, 0]],
	])('days end by the zone of the rulebook: %s, %s', async (zone, completedAt, expected) => {
		const item = doneAt(completedAt, { assignedAt: '2026-10-12T15:00:00Z' });
		expect(await countsOf(workingDay, item, zone)).toEqual(expected);
	});
});
