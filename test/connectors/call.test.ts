import { z } from 'zod';
import { readJson, sendJson } from '../../src/connectors/engine/call';
import type { HttpFailure, HttpResponse, Ports } from '../../src/connectors/engine/http';
import { quote } from '../../src/connectors/engine/problem';

const answer = (status: number, body = '{"n":1}', headers = {}): HttpResponse => ({
	status,
	headers: { 'content-type': 'application/json', ...headers },
	body,
});
const good = answer(200);
const now = '2026-11-01T00:00:00Z';

function port(...answers: (HttpResponse | HttpFailure)[]) {
	const waits: number[] = [];
	let sent = 0;
	const ports: Ports = {
		http: async () => {
			sent += 1;
			return await Promise.resolve(answers[sent - 1] ?? good);
		},
		now: () => now,
		wait: async (ms) => void (await Promise.resolve(waits.push(ms))),
		cancelled: () => false,
	};
	return { ports, waits, sent: () => sent };
}

const call = {
	about: 'The list',
	wire: z.object({ n: z.number() }),
	request: { method: 'GET', url: 'https://a.example/x', timeoutMs: 1000 },
} as const;

describe('waits before a read is repeated', () => {
	it.each([
		{ why: 'the server names none', headers: {}, wait: 1000 },
		{ why: 'seconds', headers: { 'retry-after': '30' }, wait: 30_000 },
		{ why: 'a date', headers: { 'retry-after': 'Sun, 01 Nov 2026 00:00:45 GMT' }, wait: 45_000 },
		{
			why: 'a date by a clock five minutes ahead of ours',
			headers: {
				date: 'Sun, 01 Nov 2026 00:05:00 GMT',
				'retry-after': 'Sun, 01 Nov 2026 00:05:10 GMT',
			},
			wait: 10_000,
		},
		{ why: 'a reset in seconds', headers: { 'x-ratelimit-reset': '12' }, wait: 12_000 },
		{ why: 'a reset as a moment', headers: { 'x-ratelimit-reset': '1793491220' }, wait: 20_000 },
		{ why: 'a reset in ms', headers: { 'ratelimit-reset': '1793491203000' }, wait: 3000 },
		{ why: 'both', headers: { 'retry-after': '2', 'ratelimit-reset': '60' }, wait: 2000 },
		{ why: 'a past date', headers: { 'retry-after': 'Sat, 31 Oct 2026 00:00:00 GMT' }, wait: 0 },
		{ why: 'nonsense', headers: { 'retry-after': 'soon' }, wait: 1000 },
	])('$why: $wait ms', async ({ headers, wait }) => {
		const { ports, waits } = port(answer(429, '{}', headers));
		expect(await readJson(call, ports)).toMatchObject({ ok: true, value: { n: 1 } });
		expect(waits).toEqual([wait]);
	});

	it('grows where none is named, and ends', async () => {
		const busy = answer(503, '');
		const { ports, waits, sent } = port(busy, busy, busy, busy, busy, busy);
		const read = await readJson(call, ports);
		expect(waits).toEqual([1000, 2000, 4000, 8000]);
		expect(sent()).toBe(5);
		expect(read).toMatchObject({
			ok: false,
			problem: { kind: 'busy', found: expect.stringMatching(/5 attempts/) },
		});
	});

	it('does not wait an hour, and says that it was asked to', async () => {
		const { ports, waits } = port(answer(429, '{}', { 'retry-after': '3600' }));
		const read = await readJson(call, ports);
		expect(waits).toEqual([]);
		expect(read).toMatchObject({
			ok: false,
			problem: { found: expect.stringMatching(/asks to wait 3600 s/) },
		});
	});
});

const big = 'x'.repeat(32 * 1024 * 1024 + 1);
const html = { 'content-type': 'text/html; charset=utf-8' };

describe('an error that the vendor means no error by', () => {
	const noRows = { ...call, errorAs: (status: number) => (status === 404 ? { n: 0 } : undefined) };
	it.each([
		{ why: 'stands for a value', from: answer(404, '{"error":"none"}'), to: { value: { n: 0 } } },
		{ why: 'without a body, too', from: answer(404, ''), to: { value: { n: 0 } } },
		{ why: 'other errors stay errors', from: answer(403), to: { problem: { status: 403 } } },
		{ why: 'and so does one that is too large', from: answer(404, big), to: { problem: {} } },
	])('$why', async ({ from, to }) => {
		expect(await readJson(noRows, port(from).ports)).toMatchObject(to);
	});
});

describe('what an answer is', () => {
	it.each([
		{ why: '401', from: answer(401), kind: 'refused', retry: 'never', found: /credential/ },
		{ why: '403', from: answer(403), kind: 'refused', retry: 'never', found: /may not read/ },
		{ why: '404', from: answer(404), kind: 'refused', retry: 'never', found: /no such address/ },
		{ why: '418', from: answer(418), kind: 'refused', retry: 'never', found: /HTTP 418/ },
		{ why: '500', from: answer(500), kind: 'busy', retry: 'afterWait', found: /HTTP 500/ },
		{
			why: 'a proxy',
			from: answer(502, '<html>', html),
			kind: 'busy',
			retry: 'afterWait',
			found: /502/,
		},
		{
			why: 'sign-in page',
			from: answer(200, '<html>', html),
			kind: 'refused',
			retry: 'never',
			found: /web page/,
		},
		{
			why: 'text',
			from: answer(200, 'ok', { 'content-type': 'text/plain' }),
			kind: 'refused',
			retry: 'never',
			found: /text\/plain/,
		},
		{
			why: 'cut short',
			from: answer(200, '{"n":'),
			kind: 'unreadable',
			retry: 'afterWait',
			found: /cut short/,
		},
		{
			why: 'another shape',
			from: answer(200, '{"n":"1"}'),
			kind: 'unreadable',
			retry: 'never',
			found: /^n is not as documented/,
		},
		{
			why: 'too large',
			from: answer(200, big),
			kind: 'unreadable',
			retry: 'never',
			found: /larger than 32 MB/,
		},
		{
			why: 'redirect',
			from: answer(302, '', { location: 'https://u:p@login.example/?t=1' }),
			kind: 'refused',
			retry: 'never',
			found: /to login\.example instead/,
		},
		{
			why: 'time-out',
			from: { failure: 'timeout', detail: '' },
			kind: 'unreachable',
			retry: 'afterWait',
			found: /time-out/,
		},
		{
			why: 'no host',
			from: { failure: 'unreachable', detail: 'ENOTFOUND' },
			kind: 'unreachable',
			retry: 'afterWait',
			found: /ENOTFOUND/,
		},
		{
			why: 'cancelled',
			from: { failure: 'cancelled', detail: '' },
			kind: 'cancelled',
			retry: 'never',
			found: /cancelled/,
		},
	] as const)('$why: $kind, $retry', async ({ from, kind, retry, found }) => {
		const read = await sendJson(call, port(from).ports);
		expect(read).toMatchObject({ ok: false, problem: { kind, retry, about: 'The list' } });
		expect(read.ok ? '' : read.problem.found).toMatch(found);
	});

	it.each([
		{ why: '409', from: answer(409), retry: 'afterReadBack' },
		{ why: '500', from: answer(500), retry: 'afterReadBack' },
		{ why: 'a time-out', from: { failure: 'timeout', detail: '' }, retry: 'afterReadBack' },
		{ why: 'an unreadable success', from: answer(200, '{'), retry: 'afterReadBack' },
		{ why: '400', from: answer(400), retry: 'never' },
		{ why: '401', from: answer(401), retry: 'never' },
	] as const)('of a write, $why: $retry', async ({ from, retry }) => {
		const written = await sendJson({ ...call, writes: true }, port(from).ports);
		expect(written).toMatchObject({ ok: false, problem: { retry } });
	});

	it('is a refusal where a success carries an error', async () => {
		const explain = () => ({ found: 'code 99', remedy: 'Ask for a new token' });
		const read = await sendJson({ ...call, explain }, port(good).ports);
		expect(read).toMatchObject({ ok: false, problem: { kind: 'refused', found: 'code 99' } });
	});

	it('is told as a header says where the body is empty', async () => {
		const explain = (_status: number, _body: unknown, headers: HttpResponse['headers']) => ({
			found: headers['x-status-reason'] ?? 'no reason',
			remedy: 'Ask for less',
		});
		const empty = answer(403, '', { 'x-status-reason': 'Max size should not exceed 200.' });
		const read = await sendJson({ ...call, explain }, port(empty).ports);
		expect(read).toMatchObject({ problem: { found: 'Max size should not exceed 200.' } });
	});
});

describe('a foreign text in a message', () => {
	it.each([
		['Bearer pat-na1-5a4d0b0c is wrong', 'Bearer … is wrong'],
		['token abc123:def456', 'token …'],
		['GET /x?api_key=abc&b=1 failed', 'GET /x?… failed'],
		['<b>No</b> permission\n for HR-EXP-2026-00001', 'No permission for HR-EXP-2026-00001'],
		['x'.repeat(200), `${'x'.repeat(160)}…`],
	])('%s', (text, shown) => expect(quote(text)).toBe(shown));
});
