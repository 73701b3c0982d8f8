import { withQuery, type List } from '../../src/connectors/engine/page';
import { lacking } from '../../src/connectors/engine/problem';
import { concerns } from '../../src/connectors/engine/versions';
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

describe('batches of a page', () => {
	/** Tells how many were under way together at most; the one that begins with `bad` fails. */
	const counting = (bad?: number) => {
		const state = { now: 0, most: 0, asked: 0 };
		const items = async (rows: readonly Row[]): Promise<readonly Item[]> => {
			state.asked += 1;
			state.most = Math.max(state.most, (state.now += 1));
			for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
			state.now -= 1;
			if (rows[0]?.id === bad) throw lacking('Histories', 'none', 'Try again');
			return rows.map(({ id }) => ({ recordId: String(id), status: 'open' }));
		};
		return { state, items, list: () => listOf({ kind: 'none' }), batch: 1 };
	};
	const ports = () => portsOf(() => ({ rows: all }));
	const ids = ({ evidence }: Awaited<ReturnType<typeof read>>) =>
		evidence.map(({ recordId }) => recordId);

	it.each([
		{ atOnce: undefined, most: 1 },
		{ atOnce: 2, most: 2 },
		{ atOnce: 4, most: 4 },
	])('$atOnce side by side, in their order', async ({ atOnce, most }) => {
		const { state, ...opened } = counting();
		const reading = await read(opened, ports(), atOnce === undefined ? {} : { atOnce });
		expect(state.most).toBe(most);
		expect(ids(reading)).toEqual(['1', '2', '3', '4', '5']);
	});

	it('before one that fails are kept, those after it are not', async () => {
		const { items, list, batch } = counting(3);
		const reading = await read({ items, list, batch }, ports(), { atOnce: 4 });
		expect(ids(reading)).toEqual(['1', '2']);
		expect(reading.coverage).toMatchObject({ complete: false, gap: 'Histories: none. Try again.' });
	});

	it('are read one by one for a look at a few', async () => {
		const { state, ...opened } = counting();
		expect(ids(await read(opened, ports(), { atOnce: 4, maxItems: 2 }))).toEqual(['1', '2']);
		expect(state).toMatchObject({ most: 1, asked: 2 });
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
