import * as fc from 'fast-check';

/** Time zones: without daylight saving, with it, by half an hour, and at midnight. */
export const zones = fc.constantFrom(
	'Asia/Shanghai',
	'Europe/Berlin',
	'America/New_York',
	'Australia/Lord_Howe',
	'America/Santiago',
);

/** Months, with changes of daylight saving and the turn of the year among them. */
export const months = fc.constantFrom(
	'2026-10',
	'2026-03',
	'2026-11',
	'2026-12',
	'2026-04',
	'2026-09',
	'2027-01',
);

const minute = 60_000;
const day = 1440 * minute;

/** The month's first day and the next month's, at midnight in UTC. */
export const edgesOf = (month: string): readonly [start: number, end: number] => {
	const [year = 0, at = 0] = month.split('-').map(Number);
	return [Date.UTC(year, at - 1, 1), Date.UTC(year, at, 1)];
};

/** Changes of daylight saving in 2026, in UTC: Berlin, New York, Lord Howe, Santiago. */
const changes = [
	'2026-03-29T01:00Z',
	'2026-10-25T01:00Z',
	'2026-03-08T07:00Z',
	'2026-11-01T06:00Z',
	'2026-04-04T15:00Z',
	'2026-10-03T15:30Z',
	'2026-04-05T03:00Z',
	'2026-09-06T04:00Z',
].map((change) => Date.parse(change));

const jitter = fc.constantFrom(0, 0, 0, 0, 1, -1, 1000, -1000);

/** Instants in and around a month, often on the hour and at the edges that rules know. */
export function instantsAround(month: string): fc.Arbitrary<number> {
	const [start, end] = edgesOf(month);
	const days = Math.round((end - start) / day);
	const half = fc.integer({ min: -4 * 48, max: (days + 1) * 48 });
	const onTheHour = half.map((count) => start + count * 30 * minute);
	const edge = fc
		.tuple(fc.constantFrom(start, end), fc.constantFrom(-10.5, -8, -2, -1, 0, 3, 4, 5))
		.map(([at, hours]) => at + hours * 60 * minute);
	const near = changes.filter((change) => start - 3 * day < change && change < end + 3 * day);
	const change = fc
		.tuple(fc.constantFrom(...(near.length > 0 ? near : [start])), fc.integer({ min: -6, max: 6 }))
		.map(([at, halves]) => at + halves * 30 * minute);
	return fc
		.tuple(
			fc.oneof(
				{ weight: 8, arbitrary: onTheHour },
				{ weight: 2, arbitrary: edge },
				{ weight: 1, arbitrary: change },
			),
			jitter,
		)
		.map(([at, by]) => at + by);
}

const offsets = fc.constantFrom('Z', '+08:00', '-04:00', '+05:30', '+00:00');

/** The instant as ISO 8601 with some offset. */
export function written(at: number, offset: string): string {
	const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
	if (offset === 'Z') return iso(at);
	const sign = offset.startsWith('-') ? -1 : 1;
	const ahead = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
	return iso(at + sign * ahead * minute).replace('Z', offset);
}

export const texts = (instants: fc.Arbitrary<number>): fc.Arbitrary<string> =>
	fc.tuple(instants, offsets).map(([at, offset]) => written(at, offset));
