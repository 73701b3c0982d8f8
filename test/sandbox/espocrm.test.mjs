// The EspoCRM sandbox against EspoCRM's own description (docs.espocrm.com → Development → API) and code (10.0).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fixture } from '../../demo/sandbox/espocrm/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

const { system, credentials, sign } = fixture();
const { headers } = sign(credentials);

let server;
before(async () => void (server = await serve(system())));
after(async () => await server.stop());
const get = async (path, query = {}, given = headers, on = server) =>
	await ask(`${on.url}/api/v1/${path}`, { headers: given, query });
const withOptions = async (options, use) => {
	const own = await serve(system(options));
	try {
		return await use(async (path, query, more) => get(path, query, { ...headers, ...more }, own));
	} finally {
		await own.stop();
	}
};
const where = (index, type, attribute, value) => ({
	[`where[${index}][type]`]: type,
	[`where[${index}][attribute]`]: attribute,
	[`where[${index}][value]`]: value,
});

describe('EspoCRM: lists', () => {
	it('gives rows and their total, 200 a page; more is refused with the reason in a header', async () => {
		const { body } = await get('Case', { maxSize: '200' });
		assert.deepEqual([body.list.length, body.total], [200, 205]);
		const refused = await get('Case', { maxSize: '201' });
		assert.deepEqual([refused.status, refused.text], [403, '']);
		assert.match(refused.headers.get('x-status-reason'), /^Max size should not exceed 200/);
	});

	it('takes conditions as where and as whereGroup, and refuses attributes that there are not', async () => {
		const since = where(0, 'greaterThanOrEquals', 'modifiedAt', '2026-10-20 00:00:00');
		const { body } = await get('Case', since);
		assert.ok(body.total > 0 && body.total < 205);
		assert.ok(body.list.every(({ modifiedAt }) => modifiedAt >= '2026-10-20'));
		const group = Object.entries(since).map(([k, v]) => [k.replace('where', 'whereGroup'), v]);
		assert.equal((await get('Case', Object.fromEntries(group))).body.total, body.total);
		const strange = await get('Case', where(0, 'equals', 'colour', 'red'));
		assert.match(strange.headers.get('x-status-reason'), /Not existing attribute 'colour'/);
	});

	it('goes on after an id, and gives only what is selected, the id beside it', async () => {
		const order = { orderBy: 'id', order: 'asc', maxSize: '2', select: 'status' };
		const { list } = (await get('Case', order)).body;
		const next = (await get('Case', { ...order, ...where(0, 'greaterThan', 'id', list[1].id) }))
			.body;
		assert.deepEqual(Object.keys(list[0]).sort(), ['id', 'status']);
		assert.equal(next.total, 203);
		assert.ok(next.list[0].id > list[1].id);
	});

	it('does not count where the entity type or the request says so: -1 more come, -2 no more', async () => {
		const totalOf = async (offset, more) =>
			(await get('Case', { offset }, { ...headers, ...more })).body.total;
		assert.equal(await totalOf('0', { 'x-no-total': 'true' }), -1);
		assert.equal(await totalOf('200', { 'x-no-total': 'true' }), -2);
		await withOptions({ uncounted: ['Case'] }, async (own) =>
			assert.equal((await own('Case')).body.total, -1),
		);
	});
});

describe('EspoCRM: streams', () => {
	it('gives the newest note first, and notes of records below', async () => {
		const { list: rows } = (await get('Case', { orderBy: 'id', order: 'asc', maxSize: '1' })).body;
		const { list, total } = (await get(`Case/${rows[0].id}/stream`)).body;
		const numbers = list.map(({ number }) => number);
		assert.deepEqual(
			numbers,
			[...numbers].sort((a, b) => b - a),
		);
		assert.equal(total, list.length);
		assert.ok(list.some(({ parentType }) => parentType === 'Meeting'));
	});

	it('is 404 of a record that is not there', async () => {
		const { status, headers: said } = await get('Case/none/stream');
		assert.deepEqual([status, said.get('x-status-reason')], [404, 'Record not found.']);
	});
});

describe('EspoCRM: rights', () => {
	it('is 401 without a good key, with an empty body', async () => {
		const { status, text } = await get('Case', {}, { 'x-api-key': 'other' });
		assert.deepEqual([status, text], [401, '']);
	});

	it('leaves out what a role of the level own may not see, without an error; App/user tells it', async () =>
		await withOptions({ levels: { 'Case.read': 'own' } }, async (own) => {
			const { status, body } = await own('Case');
			assert.deepEqual([status, body.total], [200, 0]);
			const { table } = (await own('App/user')).body.acl;
			assert.deepEqual(
				[table.Case.read, table.Case.stream, table.Task.read],
				['own', 'all', 'all'],
			);
		}));

	it('leaves e-mails out of streams for a role that may not read them', async () =>
		await withOptions({ levels: { 'Email.read': 'no' } }, async (own) => {
			const [{ id }] = (await own('Case', { orderBy: 'id', order: 'asc' })).body.list;
			const { list } = (await own(`Case/${id}/stream`)).body;
			assert.ok(list.length > 0 && list.every(({ type }) => type !== 'EmailSent'));
		}));
});

it('EspoCRM: metadata by key', async () => {
	const { body } = await get('Metadata', { key: 'entityDefs.Case.fields.status.options' });
	assert.deepEqual(body, ['New', 'Assigned', 'Pending', 'Closed', 'Rejected', 'Duplicate']);
});
