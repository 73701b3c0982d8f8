// What the servers share: they say what they are, serve this machine only, log, and fail as they are told.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

let written = 0;
const pages = { 1: ['a', 'b'], 2: ['c', 'd'], 3: ['e'] };

/** The smallest system: three pages of rows, and a POST that counts. */
const system = {
	name: 'Smallest',
	handle: ({ method, query }) => {
		if (method === 'POST') return { status: 200, body: { written: (written += 1) } };
		const page = Number(query.get('page') ?? 1);
		return { status: 200, body: { rows: pages[page], next: page < 3 ? page + 1 : null } };
	},
	problem: (kind) => ({ status: Number(kind), body: { vendor: 'says so' } }),
	move: () => void pages[3].push('moved'),
	remove: () => void pages[1].pop(),
	reports: { written: () => written },
};

let server;
before(async () => void (server = await serve(system)));
after(() => server.stop());
beforeEach(() => server.faults.clear());

const get = (page = 1) => ask(`${server.url}/list?page=${page}`);
const fails = async (promise) => assert.rejects(promise, (error) => error instanceof TypeError);

describe('a sandbox server', () => {
	it('says at / and in every answer what it is', async () => {
		const { headers, text } = await ask(`${server.url}/`);
		assert.match(text, /This is not Smallest/);
		assert.equal(headers.get('x-sandbox'), 'n8n-nodes-performance-pay');
		assert.equal((await get()).headers.get('x-sandbox'), 'n8n-nodes-performance-pay');
	});

	it('listens on loopback and refuses other host names', async () => {
		assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
		const status = await new Promise((resolve, reject) => {
			const sent = request(
				`${server.url}/list`,
				{ headers: { host: 'evil.example' } },
				({ statusCode }) => resolve(statusCode),
			);
			sent.on('error', reject);
			sent.end();
		});
		assert.equal(status, 421);
	});

	it('logs each request with its status and fault', async () => {
		const before = server.requests.length;
		server.faults.add({ kind: '500' });
		await get();
		await get();
		assert.deepEqual(
			server.requests.slice(before).map(({ target, status, fault }) => [target, status, fault]),
			[
				['/list?page=1', 500, '500'],
				['/list?page=1', 200, null],
			],
		);
	});

	it('is told and asked by another process at /__sandbox/', async () => {
		await ask(`${server.url}/__sandbox/faults`, {
			json: { match: '/list', kind: '503', times: 2 },
		});
		assert.equal((await get()).status, 503);
		assert.equal((await ask(`${server.url}/__sandbox/faults`)).body.left, 1);
		await ask(`${server.url}/__sandbox/faults`, { method: 'DELETE' });
		assert.equal((await get()).status, 200);
		assert.equal((await ask(`${server.url}/__sandbox/written`)).body, written);
	});
});

describe('a fault', () => {
	for (const kind of ['401', '403', '404', '429', '500', '503'])
		it(`${kind}: the vendor's own body`, async () => {
			server.faults.add({ kind });
			const { status, body } = await get();
			assert.deepEqual([status, body], [Number(kind), { vendor: 'says so' }]);
		});

	it('429: with a wait only where one is given', async () => {
		server.faults.add({ kind: '429' });
		server.faults.add({ kind: '429', retryAfter: 7 });
		assert.equal((await get()).headers.get('retry-after'), null);
		assert.equal((await get()).headers.get('retry-after'), '7');
	});

	it('meets by text, by expression, by function; so often; after so many', async () => {
		server.faults.add({ match: 'page=2', kind: '500', times: 2 });
		server.faults.add({ match: /page=3$/, kind: '503', after: 1 });
		server.faults.add({ match: ({ query }) => query.get('page') === '1', kind: '404' });
		const seen = [];
		for (const page of [2, 2, 2, 3, 3, 3, 1, 1]) seen.push((await get(page)).status);
		assert.deepEqual(seen, [500, 500, 200, 200, 503, 200, 404, 200]);
	});

	it('of an unknown kind is refused', () => {
		assert.throws(() => server.faults.add({ kind: 'nonsense' }), /known: /);
	});

	it('502 and login: pages where JSON was asked for', async () => {
		server.faults.add({ kind: '502' });
		server.faults.add({ kind: 'login' });
		for (const status of [502, 200]) {
			const answer = await get();
			assert.equal(answer.status, status);
			assert.match(answer.headers.get('content-type'), /^text\/html/);
			assert.equal(answer.body, undefined);
		}
	});

	it('redirect: to another host', async () => {
		server.faults.add({ kind: 'redirect', location: 'http://127.0.0.2:9/x' });
		const { status, headers } = await get();
		assert.deepEqual([status, headers.get('location')], [302, 'http://127.0.0.2:9/x']);
	});

	it('reset and cut: no answer, half an answer', async () => {
		server.faults.add({ kind: 'reset' });
		await fails(get());
		server.faults.add({ kind: 'cut' });
		await fails(get());
	});

	it('hang: never an answer', async () => {
		server.faults.add({ kind: 'hang' });
		await assert.rejects(fetch(`${server.url}/list`, { signal: AbortSignal.timeout(150) }), {
			name: 'TimeoutError',
		});
	});

	it('slow: byte by byte, and whole in the end', async () => {
		server.faults.add({ kind: 'slow', everyMs: 3 });
		const begun = performance.now();
		assert.deepEqual((await get()).body, { rows: ['a', 'b'], next: 2 });
		assert.ok(performance.now() - begun > 60);
	});

	it('truncated: JSON that ends in the middle; contentType: right text, wrong name; big: a large body', async () => {
		server.faults.add({ kind: 'truncated' });
		assert.equal((await get()).body, undefined);
		server.faults.add({ kind: 'contentType' });
		const named = await get();
		assert.match(named.headers.get('content-type'), /^text\/html/);
		assert.deepEqual(named.body.rows, ['a', 'b']);
		server.faults.add({ kind: 'big', bytes: 5000 });
		assert.ok((await get()).text.length > 5000);
	});

	it('clock: a Date header that is minutes off', async () => {
		server.faults.add({ kind: 'clock', minutes: 5 });
		const told = Date.parse((await get()).headers.get('date'));
		assert.ok(told - Date.now() > 4 * 60000);
	});

	it('emptyPage and repeatPage: rows missing in the middle, the page before once more', async () => {
		server.faults.add({ match: 'page=2', kind: 'emptyPage' });
		assert.deepEqual((await get(2)).body, { rows: [], next: 3 });
		server.faults.add({ match: 'page=2', kind: 'repeatPage' });
		await get(1);
		assert.deepEqual((await get(2)).body, { rows: ['a', 'b'], next: 2 });
	});

	it('moved and deleted: the data changes before the answer', async () => {
		server.faults.add({ kind: 'moved' });
		assert.deepEqual((await get(3)).body.rows, ['e', 'moved']);
		server.faults.add({ kind: 'deleted' });
		assert.deepEqual((await get(1)).body.rows, ['a']);
		pages[1] = ['a', 'b'];
		pages[3] = ['e'];
	});

	for (const [kind, status] of [
		['lost409', 409],
		['lost500', 500],
		['lost502', 502],
	])
		it(`${kind}: written, and the answer denies it`, async () => {
			const before = written;
			server.faults.add({ kind });
			assert.equal((await ask(`${server.url}/write`, { json: {} })).status, status);
			assert.equal(written, before + 1);
		});

	it('lost and lostHang: written, and no answer', async () => {
		const before = written;
		server.faults.add({ kind: 'lost' });
		await fails(ask(`${server.url}/write`, { json: {} }));
		server.faults.add({ kind: 'lostHang' });
		await assert.rejects(
			fetch(`${server.url}/write`, { method: 'POST', signal: AbortSignal.timeout(150) }),
		);
		assert.equal(written, before + 2);
	});
});
