// The Request Tracker sandbox against RT's own documentation and code (docs.bestpractical.com, REST2; RT 5.0).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { data, fixture } from '../../demo/sandbox/requestTracker/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask, basic } from './ask.mjs';

const { system, credentials, sign } = fixture();
const { headers } = sign(credentials);

let server;
before(async () => void (server = await serve(system())));
after(async () => await server.stop());
const get = async (path, query = {}, given = headers, on = server) =>
	await ask(`${on.url}/REST/2.0${path}`, { headers: given, query });
const ALL = { query: 'id > 0' };

/** What a server with other settings answers. */
const elsewhere = async (options, path, query) => {
	const other = await serve(system(options));
	try {
		return await get(path, query, headers, other);
	} finally {
		await other.stop();
	}
};

describe('Request Tracker: lists', () => {
	for (const [told, size] of [
		[undefined, 20],
		['0', 20],
		['x', 20],
		['100', 100],
		['500', 100],
	])
		it(`gives ${size} a page for per_page=${told}`, async () => {
			const query = told === undefined ? ALL : { ...ALL, per_page: told };
			assert.equal((await get('/tickets', query)).body.count, size);
		});

	it('counts tickets, and names the next page; a page past the end is empty', async () => {
		const { body } = await get('/tickets', { ...ALL, per_page: '100', page: '2' });
		assert.deepEqual([body.total, body.pages, body.page], [230, 3, 2]);
		assert.match(body.next_page, /[?&]page=3$/);
		const past = await get('/tickets', { ...ALL, per_page: '100', page: '4' });
		assert.deepEqual([past.status, past.body.items, past.body.next_page], [200, [], undefined]);
	});

	it('gives nothing without a query, and says where one is wrong', async () => {
		assert.deepEqual((await get('/tickets')).body.items, []);
		const { status, body } = await get('/tickets', { query: 'Bogus = 3' });
		assert.equal(status, 400);
		assert.match(body.message, /^Unknown field: Bogus at .*Tickets\.pm line \d+\.\n$/);
		assert.equal((await get('/tickets', { query: '(id > 3' })).status, 400);
	});

	it('shows numbers and references only, but for the fields that are asked for', async () => {
		const asked = { query: 'id = 1', fields: 'Status,Owner,Due', 'fields[Owner]': 'id,Name' };
		const [plain] = (await get('/tickets', { query: 'id = 1' })).body.items;
		assert.deepEqual(Object.keys(plain).sort(), ['_url', 'id', 'type']);
		const [{ id, Owner, Status }] = (await get('/tickets', asked)).body.items;
		assert.deepEqual([id, Status, Owner.id, Owner.Name], ['1', 'open', 34, 'wu']);
	});

	it('tells a date that is not set as 1970, and Resolved after a reopening too', async () => {
		const fields = 'Due,Resolved,Status';
		const dueOf = async (query) => (await get('/tickets', { query, fields })).body.items[0];
		assert.equal((await dueOf('id = 5')).Due, '1970-01-01T00:00:00Z');
		assert.equal((await dueOf('id = 3')).Resolved, '1970-01-01T00:00:00Z');
		assert.equal((await dueOf('id = 2')).Resolved, '2026-10-05T05:00:00Z');
	});

	it('reads a moment in the time zone of the user, whatever offset it carries', async () => {
		const query = { query: "Created >= '2026-10-22 16:00:00Z'", per_page: '1' };
		const totals = [0, 480].map((offsetMinutes) => elsewhere({ offsetMinutes }, '/tickets', query));
		const [utc, shanghai] = (await Promise.all(totals)).map(({ body }) => body.total);
		assert.equal(shanghai - utc, 4); // eight hours earlier: a ticket every two hours
	});

	it('knows which statuses are inactive', async () => {
		const totalOf = async (query) => (await get('/tickets', { query })).body.total;
		assert.equal(await totalOf("Status = '__Inactive__'"), 161);
		assert.equal(await totalOf("Status = '__Active__'"), 69);
		assert.equal(await totalOf("Status = 'open' AND Status = '__Inactive__'"), 0);
	});

	it('leaves out deleted and merged tickets; a merged one answers as the other', async () => {
		const given = data();
		const tickets = given.tickets.map((one) =>
			one.id === 1 ? { ...one, effective: 2 } : one.id === 3 ? { ...one, status: 'deleted' } : one,
		);
		const options = { data: { ...given, tickets } };
		const list = await elsewhere(options, '/tickets', { query: 'id < 5' });
		assert.deepEqual(
			list.body.items.map(({ id }) => id),
			['2', '4'],
		);
		assert.equal((await elsewhere(options, '/ticket/1')).body.id, 2);
	});
});

describe('Request Tracker: transactions', () => {
	const query = "ObjectType = 'RT::Ticket' AND ObjectId = 4";
	it('are not counted, and their pages lose the rows that may not be seen', async () => {
		const pages = await Promise.all(
			['1', '2', '3', '4', '5'].map((page) => get('/transactions', { query, per_page: '1', page })),
		);
		assert.deepEqual(
			pages.map(({ body }) => [body.count, body.total, body.pages]),
			[1, 0, 1, 0, 1].map((count) => [count, null, null]),
		);
	});

	it('tell an owner twice, by numbers, and the opening by an answer as of RT itself', async () => {
		const fields = 'Type,Field,OldValue,NewValue,Creator';
		const { items } = (
			await get('/transactions', { query: query.replace('4', '1'), fields, per_page: '100' })
		).body;
		assert.deepEqual(
			items.map((row) => [row.Type, row.OldValue, row.NewValue, row.Creator.id].join(' ')),
			[
				'Create   customer@y.example',
				'Set 6 34 wu',
				'SetWatcher 6 34 wu',
				'Correspond   wu',
				'Status new open RT_System',
			],
		);
	});
});

describe('Request Tracker: rights', () => {
	it('takes a token, or a user with password', async () => {
		const given = (authorization) => get('/user/li', {}, { authorization });
		assert.equal((await given(basic('evidence:secret12'))).status, 200);
		const { status, body } = await given('token 1-38-other');
		assert.deepEqual([status, body], [401, { message: 'Unauthorized' }]);
	});

	for (const [why, more] of [
		['a browser', { 'user-agent': 'Mozilla/5.0' }],
		['a cookie', { cookie: 'RT_SID=1' }],
	])
		it(`sends ${why} without a good token to the login page`, async () => {
			const { status, headers: told } = await get('/tickets', ALL, more);
			assert.deepEqual([status, told.get('location')], [302, '/']);
		});

	it('leaves out tickets that may not be seen, and refuses them one by one', async () => {
		const options = { shows: [4] };
		assert.equal((await elsewhere(options, '/tickets', ALL)).body.total, 76);
		assert.equal((await elsewhere(options, '/ticket/1')).status, 403);
		assert.equal((await elsewhere(options, '/ticket/999')).status, 404);
		assert.equal((await elsewhere({ sees: [4] }, '/queue/3')).status, 403);
	});

	it('shows users to privileged ones only', async () => {
		assert.equal((await get('/user/40')).body.Privileged, 0);
		assert.equal((await get('/user/999')).status, 404);
		assert.equal((await elsewhere({ privileged: false }, '/user/40')).status, 403);
	});

	it('does not count where rights are checked after the search', async () => {
		const { body } = await elsewhere({ sqlForAcl: false, shows: [4] }, '/tickets', ALL);
		assert.deepEqual([body.total, body.count < 20], [null, true]);
	});
});
