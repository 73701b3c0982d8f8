// The WeCom sandbox against WeCom's own description (developer.work.weixin.qq.com 91816, 91983, global error codes).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../demo/sandbox/server.mjs';
import { fixture } from '../../demo/sandbox/wecom/fixture.mjs';
import { ask } from './ask.mjs';

const { system, credentials, sign } = fixture();
const { query } = sign(credentials);
const DAY = 86400;
const from = Date.UTC(2026, 9, 1) / 1000;
const october = {
	starttime: String(from),
	endtime: String(from + 31 * DAY),
	new_cursor: '',
	size: 100,
};

let server;
before(async () => void (server = await serve(system())));
after(async () => await server.stop());
const post = async (path, json, given = query, on = server) =>
	await ask(`${on.url}/cgi-bin/oa/${path}`, { query: given, json });
const list = async (json = {}, given, on) =>
	await post('getapprovalinfo', { ...october, ...json }, given, on);
const detail = async (number, on) => await post('getapprovaldetail', { sp_no: number }, query, on);

describe('WeCom: tokens', () => {
	const signIn = async (corpsecret) =>
		(await ask(`${server.url}/cgi-bin/gettoken`, { query: { corpid: 'wwsandbox', corpsecret } }))
			.body;

	it('gives one for two hours, sent in the query', async () => {
		const body = await signIn('wecom-secret-1');
		assert.deepEqual([body.errcode, body.expires_in], [0, 7200]);
		assert.equal((await list({}, { access_token: body.access_token })).body.errcode, 0);
	});

	it('refuses everything with HTTP 200 and a code', async () => {
		assert.equal((await signIn('no')).errcode, 40001);
		const { status, body } = await list({}, { access_token: 'old' });
		assert.deepEqual([status, body.errcode], [200, 42001]);
		assert.equal((await list({}, {})).body.errcode, 41001);
	});
});

describe('WeCom: approvals', () => {
	it('lists numbers by submission, a hundred a page, with a cursor to the next', async () => {
		const one = (await list()).body;
		const two = (await list({ new_cursor: one.new_next_cursor })).body;
		const three = (await list({ new_cursor: two.new_next_cursor })).body;
		const sizes = [one, two, three].map(({ sp_no_list: numbers }) => numbers.length);
		assert.deepEqual(sizes, [100, 100, 30]);
		assert.equal(three.new_next_cursor, undefined);
		assert.equal(one.sp_no_list[0], '202610000001');
	});

	it('takes times as text only, at most 31 days and a hundred', async () => {
		const wrong = [
			{ starttime: from },
			{ endtime: String(from + 32 * DAY) },
			{ endtime: String(from - DAY) },
			{ size: 101 },
		];
		for (const json of wrong) assert.equal((await list(json)).body.errcode, 301025);
	});

	it('takes a template as a filter', async () => {
		const of = async (value) =>
			(await list({ filters: [{ key: 'template_id', value }] })).body.sp_no_list.length;
		assert.deepEqual(
			[await of('3Tka1eD6v6JfzhDMqPd3aMkFdxqtJMc2ZRioeFXkaaa'), await of('x')],
			[100, 0],
		);
	});

	it('cuts a page first and then leaves out applicants whom the app may not see', async () => {
		const own = await serve(system({ visible: ['ann'] }));
		const { sp_no_list: numbers, new_next_cursor: next } = (await list({}, query, own)).body;
		assert.equal(numbers.length, 100 - 33);
		assert.ok(next);
		await own.stop();
	});

	it('shows the steps, those to come as waiting, in Unix seconds, and no start of a step', async () => {
		const { info } = (await detail('202610000009')).body;
		assert.deepEqual(
			info.sp_record.map(({ sp_status: status, details }) => [status, details.length]),
			[
				[1, 1],
				[1, 1],
			],
		);
		const [first] = (await detail('202610000001')).body.info.sp_record;
		assert.deepEqual(Object.keys(first.details[0]), [
			'approver',
			'speech',
			'sp_status',
			'sptime',
			'media_id',
		]);
		assert.match(String(first.details[0].sptime), /^\d{10}$/);
	});

	it('knows an approval no more that was deleted', async () => {
		const own = await serve(system());
		own.faults.add({ kind: 'deleted', id: '202610000001' });
		await list({}, query, own);
		assert.equal((await detail('202610000001', own)).body.errcode, 301056);
		await own.stop();
	});
});

describe('WeCom: rights and limits', () => {
	const refusals = [
		['no right to approvals', { mayRead: false }, 301055],
		['an address that is not trusted', { trusted: false }, 60020],
	];
	for (const [why, options, code] of refusals)
		it(`refuses ${why} with HTTP 200`, async () => {
			const own = await serve(system(options));
			const { status, body } = await list({}, query, own);
			assert.deepEqual([status, body.errcode], [200, code]);
			await own.stop();
		});

	it('refuses more than 600 a minute with HTTP 200', async () => {
		const own = await serve(system({ pace: 0.0001 }));
		const codes = [];
		for (let asked = 0; asked < 602; asked += 1) codes.push((await detail('x', own)).body.errcode);
		assert.deepEqual([codes[599], codes[601]], [301056, 45009]);
		await own.stop();
	});
});
