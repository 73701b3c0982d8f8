// The Freshdesk sandbox against Freshdesk's own description (developers.freshdesk.com, API v2).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fixture } from '../../demo/sandbox/freshdesk/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask, basic } from './ask.mjs';

const { system, credentials, sign } = fixture();
const { headers } = sign(credentials);

let server;
before(async () => void (server = await serve(system())));
after(async () => await server.stop());
const get = async (path, query = {}, given = headers, on = server) =>
	await ask(`${on.url}/api/v2${path}`, { headers: given, query });
const asc = { order_by: 'updated_at', order_type: 'asc', per_page: '100' };

describe('Freshdesk: tickets', () => {
	it('lists 30 a page unless asked for up to 100, with the next page in Link', async () => {
		assert.equal((await get('/tickets')).body.length, 30);
		const one = await get('/tickets', asc);
		assert.equal(one.body.length, 100);
		assert.match(one.headers.get('link'), /^<http.*[?&]page=2>; rel="next"$/);
		const three = await get('/tickets', { ...asc, page: '3' });
		assert.deepEqual([three.body.length, three.headers.get('link')], [30, null]);
	});

	it('gives statistics only where they are asked for', async () => {
		assert.equal((await get('/tickets', asc)).body[0].stats, undefined);
		const { stats } = (await get('/tickets', { ...asc, include: 'stats' })).body[0];
		assert.equal(stats.first_responded_at, '2026-10-04T19:00:00Z');
	});

	it('refuses more than 100 a page and pages after the 300th', async () => {
		assert.equal((await get('/tickets', { per_page: '101' })).status, 400);
		assert.equal((await get('/tickets', { page: '300' })).status, 200);
		assert.equal((await get('/tickets', { page: '301' })).status, 400);
	});

	it('includes the moment of updated_since', async () => {
		const since = { ...asc, updated_since: '2026-10-30T04:00:00Z' };
		assert.equal((await get('/tickets', { ...since, page: '2' })).body.length, 20);
	});
});

describe('Freshdesk: rights and limits', () => {
	it('takes the key as the user of basic authentication', async () => {
		const given = (pair) => ({ authorization: basic(pair) });
		assert.equal((await get('/agents/me', {}, given('freshdesk-key-1:X'))).status, 200);
		const { status, body } = await get('/agents/me', {}, given('other:X'));
		assert.deepEqual([status, body.code], [401, 'invalid_credentials']);
	});

	it('leaves out what an agent of narrower scope may not see, without an error', async () => {
		const own = await serve(system({ scope: 3 }));
		const { status, body } = await get('/tickets', asc, headers, own);
		assert.equal(status, 200);
		assert.deepEqual([...new Set(body.map((one) => one.responder_id))], [11]);
		await own.stop();
	});

	it('refuses too many with 429 and Retry-After', async () => {
		const own = await serve(system({ pace: 0.001 }));
		const calls = Array.from({ length: 202 }, async () => await get('/groups', {}, headers, own));
		const refused = (await Promise.all(calls)).find(({ status }) => status === 429);
		assert.ok(Number(refused.headers.get('retry-after')) >= 1);
		await own.stop();
	});
});
