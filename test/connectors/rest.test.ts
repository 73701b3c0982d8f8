import { collectEvidence } from '../../src/app/evidence/collectEvidence';
import type { HttpRequest } from '../../src/connectors/engine/http';

type Bodies = readonly object[];
type Said = { readonly [parameter: string]: string | number | boolean };

/** A system that gives these bodies one after the other, and what it was asked. */
async function read(parameters: Said, bodies: Bodies, at: { date?: string; now?: string } = {}) {
	const { date = '', now = '2026-11-02T00:00:00Z' } = at;
	const { system = 'rest', stream = 'supportRecords', ...own } = parameters;
	const asked: string[] = [];
	const http = async ({ url, query = {} }: HttpRequest) => {
		const address = new URL(url);
		for (const [name, value] of Object.entries(query)) address.searchParams.append(name, value);
		const nth = asked.push(decodeURIComponent(address.pathname + address.search)) - 1;
		const headers = { 'content-type': 'application/json', date };
		const body = JSON.stringify(bodies[nth] ?? { items: [] });
		return await Promise.resolve({ status: 200, headers, body });
	};
	const { evidence, coverage } = await collectEvidence(
		{
			...{ system: String(system), stream: String(stream), baseUrl: 'https://a.example/api' },
			...{ period: '2026-10', timeZone: 'Asia/Shanghai' },
			parameters: { path: '/tickets', listAt: 'items', completedField: 'closed', ...own },
		},
		{
			...{ http, cancelled: () => false, wait: async () => await Promise.resolve() },
			now: () => now,
		},
	);
	return { asked, ids: evidence.map(({ recordId }) => recordId), coverage };
}

const row = (id: number) => ({ id, closed: '2026-10-08T01:00:00Z' });

describe('a name that comes several times in a query is sent as often', () => {
	const states = 'status[]=solved&status[]=closed';
	const single = 'limit=2';
	it.each<{ given: Said; first: string }>([
		{ given: { query: `${states}&${single}` }, first: `${states}&${single}` },
		{ given: { path: `/tickets?${states}`, query: single }, first: `${states}&${single}` },
		{ given: { path: '/tickets?status[]=solved', query: 'status[]=closed' }, first: states },
		{ given: { path: '/tickets?q=who?' }, first: 'q=who?' },
	])('$given', async ({ given, first }) => {
		const { asked } = await read(given, []);
		expect(asked).toEqual([`/api/tickets?${first}`]);
	});

	it('on the pages after the first too', async () => {
		const paging = { query: states, paging: 'page', pageParameter: 'page', firstPage: 2 };
		const { asked } = await read(paging, [{ items: [row(1)] }]);
		expect(asked).toEqual([
			`/api/tickets?${states}`,
			...Array(2).fill(`/api/tickets?${states}&page=3`),
		]);
	});

	it.each([
		{ link: `/api/tickets?${states}&page=2` },
		{ link: `?${states}&page=2` },
		{ link: `https://a.example/api/tickets?${states}&page=2` },
	])('and so in a link: $link', async ({ link }) => {
		const bodies = [{ items: [row(1)], next: link }, { items: [row(2)] }];
		const { asked, ids, coverage } = await read({ paging: 'link', nextAt: 'next' }, bodies);
		expect(asked).toEqual(['/api/tickets', `/api/tickets?${states}&page=2`]);
		expect(ids).toEqual(['1', '2']);
		expect(coverage.complete).toBe(true);
	});
});

describe('settings that would lose records without a word are refused before the first request', () => {
	it.each<{ given: Said; gap: RegExp }>([
		{
			given: { system: 'rows', stream: 'crmRows', statusField: 'state' },
			gap: /^Rows of the input: Status Field is set, but no state means done/,
		},
		{ given: { paging: 'cursor', pageParameter: 'c' }, gap: /Paging is Cursor.+Set Next at/ },
		{ given: { statusField: 'state' }, gap: /no state means done.+Enter in Done Values/ },
		{ given: { statusField: 'state', cancelledValues: 'void' }, gap: /no state means done/ },
	])('$given', async ({ given, gap }) => {
		const { asked, coverage } = await read(given, []);
		expect(asked).toEqual([]);
		expect(coverage).toMatchObject({ complete: false, gap: expect.stringMatching(gap) });
	});
});

describe.each([
	{ way: { paging: 'cursor', pageParameter: 'c', nextAt: 'meta.next', totalAt: 'total' } },
	{ way: { paging: 'link', nextAt: 'meta.next', totalAt: 'total' } },
])('the place of the next page, with $way.paging', ({ way }) => {
	const items = [row(1)];
	it.each([
		{ why: 'holds null', body: { items, meta: { next: null } } },
		{ why: 'holds nothing', body: { items, meta: { next: '' } } },
		{ why: 'holds no', body: { items, meta: { next: false } } },
		{ why: 'lies in null', body: { items, meta: null } },
		{ why: 'is not there, but the total is', body: { items, total: 1 } },
		{ why: 'is not there, nor a record', body: { items: [] } },
	])('may end the list where it $why', async ({ body }) => {
		const { asked, coverage } = await read(way, [body]);
		expect(asked).toHaveLength(1);
		expect(coverage).toMatchObject({ complete: true, gap: null });
	});

	it.each([
		{
			why: 'is not there',
			body: { items, meta: { nxt: '?c=2' } },
			gap: /nothing is at 'meta.next'/,
		},
		{ why: 'is not there, nor all rows', body: { items, total: 2 }, gap: /nothing is at/ },
		{ why: 'holds yes', body: { items, meta: { next: true } }, gap: /is no cursor or address/ },
		{ why: 'holds more', body: { items, meta: { next: { href: '?c=2' } } }, gap: /is no cursor/ },
	])('is refused where it $why', async ({ body, gap }) => {
		const { asked, coverage } = await read(way, [body]);
		expect(asked).toHaveLength(1);
		expect(coverage).toMatchObject({ complete: false, gap: expect.stringMatching(gap) });
	});

	it('may be left out by the only page where the settings say so', async () => {
		const { coverage } = await read({ ...way, nextLeftOut: true }, [{ items }]);
		expect(coverage).toMatchObject({ complete: true, gap: null });
	});

	it('may be left out by the last of several pages', async () => {
		const { ids, coverage } = await read(way, [
			{ items, meta: { next: '?c=2' } },
			{ items: [row(2)] },
		]);
		expect(ids).toEqual(['1', '2']);
		expect(coverage.complete).toBe(true);
	});
});

describe('a month that ends at 16:00 UTC is whole', () => {
	const day = 'Sat, 31 Oct 2026';
	it.each([
		{ now: '2026-10-31T16:00:00Z', date: '', gap: null },
		{ now: '2026-10-31T15:59:59Z', date: '', gap: /^the month 2026-10 is not over until/ },
		{ now: '2026-10-31T16:03:00Z', date: `${day} 16:00:00 GMT`, gap: null },
		{
			now: '2026-10-31T16:03:00Z',
			date: `${day} 15:58:00 GMT`,
			gap: /^the system shows the month 2026-10 only up to 2026-10-31T15:58:00.000Z: read it again/,
		},
		// Three days behind: a clock that nobody set.
		{ now: '2026-11-03T15:58:00Z', date: `${day} 15:58:00 GMT`, gap: null },
	])('read at $now where the system says $date: $gap', async ({ now, date, gap }) => {
		const { coverage } = await read({}, [{ items: [row(1)] }], { now, date });
		expect(coverage.complete).toBe(gap === null);
		expect(coverage.gap).toEqual(gap === null ? null : expect.stringMatching(gap));
	});
});
