import { withQuery, type List } from '../../src/connectors/engine/page';
import { concerns } from '../../src/connectors/engine/read';
import type { Item } from '../../src/connectors/engine/stream';
import {
	all,
	base,
	listOf,
	NOVEMBER,
	NOW,
	OCTOBER,
	portsOf,
	read,
	type Body,
	type Row,
} from './rows';

describe('a window that is full', () => {
	const inWindow = (rows: readonly Row[]) => (query: { readonly [name: string]: string }) => ({
		rows: rows
			.filter(({ at }) => at >= Number(query['from']) && at < Number(query['to'] ?? Infinity))
			.slice(0, 3),
	});
	const windowed = (window: { from: number; to: number | undefined }): List<Body, Row> => ({
		...listOf({ kind: 'none' }),
		first: withQuery(base, {
			from: String(window.from),
			...(window.to === undefined ? {} : { to: String(window.to) }),
		}),
	});

	it('is split until all rows fit', async () => {
		const spread = [1, 2, 3, 4, 5, 6, 7].map((id) => ({ id, at: OCTOBER + id * 86_400_000 }));
		const ports = portsOf(inWindow(spread));
		const { evidence, coverage } = await read({ list: windowed, cap: 3 }, ports);
		expect(evidence).toHaveLength(7);
		expect(coverage).toMatchObject({ complete: true, gap: null });
		expect(ports.urls.filter((url) => !url.includes('to='))).not.toHaveLength(0);
	});

	it('is a gap where one minute holds too many', async () => {
		const burst = [1, 2, 3, 4].map((id) => ({ id, at: NOW - 1000 }));
		const { coverage } = await read({ list: windowed, cap: 3 }, portsOf(inWindow(burst)));
		expect(coverage).toMatchObject({
			complete: false,
			gap: expect.stringMatching(/within one minute/),
		});
	});
});

describe('a record that comes twice', () => {
	const twice = (first: number, second: number) => [
		{ id: 1, at: OCTOBER + first },
		{ id: 1, at: OCTOBER + second },
	];
	it.each([
		{ rows: twice(1, 2), kept: 2 },
		{ rows: twice(2, 1), kept: 2 },
	])('is kept in its latest version: $kept', async ({ rows, kept }) => {
		const serve = () => ({ rows });
		const { evidence, coverage } = await read(
			{ list: () => listOf({ kind: 'none' }) },
			portsOf(serve),
		);
		expect(evidence.map(({ errors }) => errors)).toEqual([kept]);
		expect(coverage.received).toBe(1);
	});
});

describe('the moment up to which it was read', () => {
	it.each([
		{ why: 'our clock', date: new Date(NOW).toUTCString(), ms: NOW },
		{
			why: 'the vendor is five minutes behind',
			date: new Date(NOW - 300_000).toUTCString(),
			ms: NOW - 300_000,
		},
		{ why: 'the vendor is ahead', date: new Date(NOW + 300_000).toUTCString(), ms: NOW },
		{ why: 'no date', date: '', ms: NOW },
	])('$why', async ({ date, ms }) => {
		const ports = portsOf(() => ({ rows: all }), { date });
		const { coverage } = await read({ list: () => listOf({ kind: 'none' }) }, ports);
		expect(coverage.asOf).toBe(new Date(ms).toISOString());
	});
});

describe('which items can belong to the period', () => {
	const job = { period: { from: OCTOBER, to: NOVEMBER }, since: OCTOBER - 1000 };
	const item = (rest: Partial<Item>): Item => ({ recordId: '1', status: 'open', ...rest });
	it.each([
		{ why: 'open, nothing known', given: item({}), holds: true },
		{ why: 'assigned after it', given: item({ assignedAt: NOVEMBER }), holds: false },
		{
			why: 'assigned after it, due in it',
			given: item({ assignedAt: NOVEMBER, dueAt: NOVEMBER }),
			holds: true,
		},
		{
			why: 'done long before',
			given: item({ status: 'done', completedAt: OCTOBER - 1001 }),
			holds: false,
		},
		{
			why: 'done a little before',
			given: item({ status: 'done', completedAt: OCTOBER - 1000 }),
			holds: true,
		},
		{
			why: 'done after it',
			given: item({ status: 'done', assignedAt: OCTOBER, completedAt: NOW }),
			holds: true,
		},
	])('$why: $holds', ({ given, holds }) => expect(concerns(given, job)).toBe(holds));
});
