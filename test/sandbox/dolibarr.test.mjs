// The Dolibarr sandbox against Dolibarr's own code (htdocs/api and the API classes of its modules, 15 to 22) and what 16 and 20 answered.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allRights, fixture } from '../../demo/sandbox/dolibarr/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

const { system, credentials, sign } = fixture();
const { headers } = sign(credentials);

const servers = {};
before(async () => {
	for (const version of [15, 16, 22]) servers[version] = await serve(system({ version }));
});
after(async () => await Promise.all(Object.values(servers).map((server) => server.stop())));
const get = async (path, query = {}, { version = 22, given = headers, on } = {}) =>
	await ask(`${(on ?? servers[version]).url}/api/index.php/${path}`, { headers: given, query });
const messageOf = ({ status, body }) => `${status} ${body.error.message}`;
const idsOf = ({ body }) => body.map(({ id }) => id);

describe('Dolibarr: lists', () => {
	it('gives an array, 100 rows a page unless asked for more, the first page being 0', async () => {
		const first = await get('tickets');
		assert.deepEqual([first.body.length, first.body[0].id], [100, '1']);
		assert.equal((await get('tickets', { limit: '100', page: '2' })).body.length, 30);
		assert.equal((await get('tickets', { limit: '0' })).body.length, 230);
	});

	it('gives ids as text, times in Unix seconds, no time as an empty text, amounts with eight decimals', async () => {
		const [one] = (await get('expensereports')).body;
		assert.deepEqual(
			[one.id, one.date_create, one.date_refuse, one.total_ttc],
			['1', 1791136800, '', '20.50000000'],
		);
		assert.deepEqual((await get('tickets')).body[1].array_options, []);
	});

	it('gives only the properties asked for, from version 19 on', async () => {
		const query = { limit: '1', properties: 'id,status' };
		assert.deepEqual(Object.keys((await get('tickets', query)).body[0]), ['id', 'status']);
		assert.ok('datec' in (await get('tickets', query, { version: 16 })).body[0]);
	});

	it('has names of its own before version 17', async () => {
		const [now, before17] = await Promise.all(
			[22, 16].map(
				async (version) => (await get('proposals', { limit: '1' }, { version })).body[0],
			),
		);
		assert.deepEqual([now.user_validation_id, before17.user_valid_id], ['8', '8']);
	});
});

describe('Dolibarr: sqlfilters', () => {
	it('filters by number, by a list, and by the text that the database stored', async () => {
		const ids = async (sqlfilters) => idsOf(await get('tickets', { sqlfilters }));
		assert.deepEqual((await ids('(t.rowid:>:228)')).sort(), ['229', '230']);
		assert.deepEqual(await ids('(t.rowid:in:2,4)'), ['2', '4']);
		// The clock of the database is that of Shanghai.
		const late = "(t.tms:>=:'2026-10-24 08:00:00') and (t.rowid:<:220)";
		assert.deepEqual(await ids(late), ['219']);
	});

	it('refuses wrong syntax with 400, in old versions with the words of the database and 503', async () => {
		const wrong = { sqlfilters: '(t.rowid:>:1)and(t.rowid:<:9)' };
		assert.equal((await get('tickets', wrong)).status, 200);
		assert.match(messageOf(await get('tickets', wrong, { version: 16 })), /^503 .*SQL syntax/);
		assert.match(messageOf(await get('tickets', { sqlfilters: '(t.rowid' })), /^400 Bad Request/);
		const unknown = { sqlfilters: '(t.bogus:=:1)' };
		assert.match(messageOf(await get('tickets', unknown)), /^503 .*Unknown column 't.bogus'/);
	});

	it('answers an empty list with 404 before version 19, and third parties always', async () => {
		const none = { sqlfilters: '(t.rowid:>:999)' };
		assert.deepEqual((await get('tickets', none)).body, []);
		const old = await get('tickets', none, { version: 16 });
		assert.equal(messageOf(old), '404 Not Found: No ticket found');
		assert.equal(
			messageOf(await get('thirdparties', none)),
			'404 Not Found: Thirdparties not found',
		);
	});

	it('gives a tagged third party twice where no kind is asked for', async () => {
		const of = async (query) =>
			idsOf(await get('thirdparties', { category: '3', limit: '2', ...query }));
		assert.deepEqual(
			[await of({}), await of({ mode: '1' })],
			[
				['5', '5'],
				['5', '15'],
			],
		);
	});
});

describe('Dolibarr: keys and rights', () => {
	const narrow = (given) => ({ ...allRights, ...given });

	it('says in its own way by version that a key is wrong', async () => {
		const given = { dolapikey: 'other' };
		const told = async (version) => messageOf(await get('status', {}, { version, given }));
		assert.match(await told(22), /^401 Unauthorized: Error user not valid/);
		assert.equal(await told(16), '401 Unauthorized');
		assert.match(await told(15), /^503 .*login user from api key/);
	});

	it('calls a missing right 403, before version 20 mostly 401 without a word', async () => {
		const rights = narrow({ ticket: {}, propale: {} });
		for (const [version, tickets, proposals] of [
			[22, '403 Forbidden', '403 Forbidden'],
			[16, '403 Forbidden', '401 Unauthorized'],
		]) {
			const on = await serve(system({ version, rights }));
			assert.equal(messageOf(await get('tickets', {}, { on })), tickets);
			assert.equal(messageOf(await get('proposals', {}, { on })), proposals);
			await on.stop();
		}
	});

	it('leaves out what a user who may not see all third parties does not represent, without an error', async () => {
		const rights = narrow({ societe: { lire: 1 } });
		const [now, old] = [
			await serve(system({ rights })),
			await serve(system({ rights, version: 16 })),
		];
		assert.deepEqual(idsOf(await get('thirdparties', {}, { on: now })), ['2']);
		assert.deepEqual(idsOf(await get('tickets', {}, { on: now })), ['2']);
		assert.equal((await get('expensereports', {}, { on: now })).body.length, 100);
		assert.deepEqual(idsOf(await get('thirdparties', {}, { on: old })), ['2']);
		await Promise.all([now.stop(), old.stop()]);
	});

	it('tells a user its rights', async () => {
		const { body } = await get('users/info', { includepermissions: '1' });
		assert.equal(body.rights.societe.client.voir, 1);
	});

	it('keeps companies apart by the entity of the header', async () => {
		assert.equal(
			(await get('tickets', {}, { given: { ...headers, dolapientity: '1' } })).status,
			200,
		);
		assert.equal(
			(await get('tickets', {}, { given: { ...headers, dolapientity: '2' } })).status,
			401,
		);
	});
});

describe('Dolibarr: what is not there', () => {
	it('has 501 and a text for an endpoint that it does not know, and 200 where the module is off', async () => {
		const unknown = await get('bogus');
		assert.deepEqual([unknown.status, unknown.body], [501, undefined]);
		const on = await serve(system({ isOn: false }));
		const off = await get('tickets', {}, { on });
		assert.deepEqual(
			[off.status, off.headers.get('content-type')],
			[200, 'text/html; charset=UTF-8'],
		);
		await on.stop();
	});

	it('has the types and groups of tickets, the tags of customers and their representatives', async () => {
		assert.deepEqual((await get('setup/dictionary/ticket_types')).body[1].code, 'ISSUE');
		assert.deepEqual((await get('categories', { type: 'customer' })).body[0].label, 'Key accounts');
		assert.deepEqual(idsOf(await get('thirdparties/2/representatives')), ['7', '8']);
	});
});
