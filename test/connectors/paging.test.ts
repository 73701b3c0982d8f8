import {
	andOnceMore,
	withQuery,
	type Paging,
	type Request,
} from '../../src/connectors/engine/page';
import { all, listOf, portsOf, read, type Body, type Row } from './rows';

const two = (from: number): readonly Row[] => all.slice(from, from + 2);
const put = (name: string) => (request: Request, value: string) =>
	withQuery(request, { [name]: value });

describe('each way of paging reads all rows once', () => {
	const at = (value: string | undefined): number => Number(value ?? 0);
	const cases: {
		readonly [kind: string]: readonly [Paging<Body, Row>, Parameters<typeof portsOf>[0], number];
	} = {
		none: [{ kind: 'none' }, () => ({ rows: all }), 1],
		cursor: [
			{ kind: 'cursor', next: (body) => body.next ?? undefined, put: put('c') },
			({ c }) => ({ rows: two(at(c)), next: at(c) < 4 ? String(at(c) + 2) : null }),
			3,
		],
		'cursor over an empty page': [
			{ kind: 'cursor', next: (body) => body.next ?? undefined, put: put('c') },
			({ c }) => ({ rows: c === 'x' ? all : [], next: c === 'x' ? null : 'x' }),
			2,
		],
		offset: [{ kind: 'offset', put: put('o') }, ({ o }) => ({ rows: two(at(o)) }), 4],
		'offset, with the total': [
			{ kind: 'offset', put: put('o') },
			({ o }) => ({ rows: two(at(o)), total: 5 }),
			3,
		],
		'page number': [
			{ kind: 'page', first: 1, put: put('p') },
			({ p }) => ({ rows: two((at(p ?? '1') - 1) * 2) }),
			4,
		],
		link: [
			{ kind: 'link', next: (body) => body.next ?? undefined },
			({ from }) => ({
				rows: two(at(from)),
				next: at(from) < 4 ? `/rows?from=${at(from) + 2}` : null,
			}),
			3,
		],
		keyset: [
			{ kind: 'keyset', key: (row) => String(row.id), put: put('after') },
			({ after }) => ({ rows: two(at(after)) }),
			4,
		],
	};
	it.each(Object.entries(cases))('%s', async (_kind, [paging, serve, pages]) => {
		const { evidence, coverage } = await read({ list: () => listOf(paging) }, portsOf(serve));
		expect(evidence.map(({ recordId }) => recordId)).toEqual(['1', '2', '3', '4', '5']);
		expect(coverage).toMatchObject({ complete: true, received: 5, pages });
	});
});

it('an empty page in the middle that names a further one has lost its rows: asked twice, then told', async () => {
	const asked: (string | undefined)[] = [];
	const { coverage } = await read(
		{
			list: () => listOf({ kind: 'cursor', next: (body) => body.next ?? undefined, put: put('c') }),
		},
		portsOf(({ c }) => {
			asked.push(c);
			return c === undefined ? { rows: two(0), next: 'b' } : { rows: [], next: 'c' };
		}),
	);
	expect(asked).toEqual([undefined, 'b', 'b']);
	expect(coverage.gap).toMatch(
		/page 2: the page is empty, though more are said to come\. Try again/,
	);
});

it('an empty page in the middle is passed over where the vendor leaves rows out', async () => {
	const paging = {
		kind: 'cursor',
		next: (body: Body) => body.next ?? undefined,
		put: put('c'),
	} as const;
	const { evidence, coverage } = await read(
		{ list: () => ({ ...listOf(paging), mayBeEmpty: true }) },
		portsOf(({ c }) => {
			if (c === undefined) return { rows: two(0), next: 'b' };
			return c === 'b' ? { rows: [], next: 'c' } : { rows: two(2) };
		}),
	);
	expect(evidence.map(({ recordId }) => recordId)).toEqual(['1', '2', '3', '4']);
	expect(coverage).toMatchObject({ complete: true, pages: 3 });
});

describe('a list that does not go right is a gap', () => {
	const cases: { readonly [why: string]: readonly [Paging<Body, Row>, object, RegExp] } = {
		'the cursor stands still': [
			{ kind: 'cursor', next: () => 'same', put: put('c') },
			{ rows: two(0) },
			/page 2: the list does not advance/,
		],
		'the key stands still': [
			{ kind: 'keyset', key: (row) => String(row.id), put: put('after') },
			{ rows: two(0) },
			/page 2: the list does not advance/,
		],
		'the first page by key is empty, though more are said to come': [
			{ kind: 'keyset', key: (row) => String(row.id), put: put('after'), more: () => true },
			{ rows: [] },
			/page 1: the page is empty, though more are said to come/,
		],
		'the next page is on another host': [
			{ kind: 'link', next: () => 'https://evil.example/rows' },
			{ rows: two(0) },
			/another host, evil\.example/,
		],
		'fewer rows came than the system counts': [
			{ kind: 'none' },
			{ rows: all, total: 9 },
			/^5 records came, but the system counts 9/,
		],
	};
	it.each(Object.entries(cases))('%s', async (_why, [paging, body, gap]) => {
		const { coverage } = await read(
			{ list: () => listOf(paging) },
			portsOf(() => body),
		);
		expect(coverage).toMatchObject({ complete: false, gap: expect.stringMatching(gap) });
	});
});

describe('while a row comes in before the first of a counted list', () => {
	const before = [1, 2, 3, 4].map((id) => all[id - 1]);
	const since = [all[4], ...before];
	const serve = (at: number) => ({
		rows: (at === 0 ? before : since).slice(at, at + 2),
		total: at === 0 ? 4 : 5,
	});
	const more = (body: Body): boolean => body.rows.length === 2;
	const cases: { readonly [kind: string]: Paging<Body, Row> } = {
		offset: { kind: 'offset', put: put('o'), more },
		page: { kind: 'page', first: 0, put: put('p'), more },
	};
	it.each(Object.entries(cases))('no other is lost, by %s', async (_kind, paging) => {
		const { evidence, coverage } = await read(
			{ list: () => listOf(paging) },
			portsOf(({ o, p }) => serve(Number(o ?? 0) + 2 * Number(p ?? 0))),
		);
		expect(evidence.map(({ recordId }) => recordId)).toEqual(['1', '2', '3', '4']);
		expect(coverage).toMatchObject({ complete: true, received: 4 });
	});
});

it('a list that is read once more is counted as one', async () => {
	let asked = 0;
	const serve = () => ({ rows: all.slice(0, (asked += 1) + 2), total: 5 });
	const { coverage } = await read(
		{ list: () => andOnceMore([listOf({ kind: 'none' })]) },
		portsOf(serve),
	);
	expect(asked).toBe(2);
	expect(coverage).toMatchObject({ received: 4, expected: 5 });
	expect(coverage.gap).toMatch(/^4 records came, but the system counts 5/);
});
