// The Feishu sandbox against Feishu's own description (approval v4 of the official SDK, frequency control).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fixture } from '../../demo/sandbox/feishu/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

const { system, streams, credentials, sign } = fixture();
const { approvalCodes } = streams.approvals.parameters;
const { headers } = sign(credentials);
const october = {
	approval_code: approvalCodes,
	start_time: String(Date.UTC(2026, 9, 1)),
	end_time: String(Date.UTC(2026, 10, 1)),
};

let server;
before(async () => void (server = await serve(system())));
after(async () => await server.stop());
const get = async (path, query = {}, given = headers, on = server) =>
	await ask(`${on.url}/open-apis${path}`, { headers: given, query });
const list = async (query = {}, on) =>
	await get('/approval/v4/instances', { ...october, ...query }, headers, on);

describe('Feishu: tokens', () => {
	const signIn = async (json) =>
		await ask(`${server.url}/open-apis/auth/v3/tenant_access_token/internal`, { json });

	it('gives one for two hours for an App ID and its secret', async () => {
		const { status, body } = await signIn({ app_id: 'cli_sandbox', app_secret: 'feishu-secret-1' });
		assert.equal(status, 200);
		assert.deepEqual([body.code, body.expire], [0, 7200]);
		const bearer = { authorization: `Bearer ${body.tenant_access_token}` };
		assert.equal((await get('/approval/v4/instances', october, bearer)).body.code, 0);
	});

	it('refuses another secret with HTTP 200 and a code', async () => {
		const { status, body } = await signIn({ app_id: 'cli_sandbox', app_secret: 'no' });
		assert.deepEqual([status, body.code], [200, 10014]);
	});

	it('refuses a request without a token, and with one that expired, by code', async () => {
		assert.equal((await get('/approval/v4/instances', october, {})).body.code, 99991661);
		const old = { authorization: 'Bearer t-old' };
		assert.equal((await get('/approval/v4/instances', october, old)).body.code, 99991663);
	});
});

describe('Feishu: approvals', () => {
	it('lists codes by start, 100 a page, with a token to the next', async () => {
		const one = (await list()).body.data;
		assert.equal(one.instance_code_list.length, 100);
		assert.equal(one.has_more, true);
		const two = (await list({ page_token: one.page_token })).body.data;
		const three = (await list({ page_token: two.page_token })).body.data;
		assert.deepEqual([three.instance_code_list.length, three.has_more], [30, false]);
		assert.equal(one.instance_code_list[0], '81D31358-93AF-92D6-7425-000000000001');
	});

	it('refuses more than 100 a page, no window, and a definition that it does not know', async () => {
		assert.equal((await list({ page_size: '101' })).body.code, 1390001);
		assert.equal((await list({ start_time: '' })).body.code, 1390001);
		assert.equal((await list({ approval_code: 'x' })).body.code, 1390002);
	});

	it('shows an approval with tasks, timeline and the form as text', async () => {
		const { data } = (await get('/approval/v4/instances/81D31358-93AF-92D6-7425-000000000005'))
			.body;
		assert.deepEqual(
			data.task_list.map(({ user_id: who, node_id: node, status }) => [who, node, status]),
			[
				['wu', 'node-1', 'APPROVED'],
				['li', 'node-2', 'DONE'],
				['wu', 'node-1', 'APPROVED'],
				['li', 'node-2', 'APPROVED'],
			],
		);
		assert.deepEqual(
			data.timeline.map(({ type }) => type),
			['START', 'PASS', 'ROLLBACK', 'PASS', 'PASS'],
		);
		assert.equal(JSON.parse(data.form)[0].custom_id, 'amount');
	});

	it('knows an approval no more that was deleted', async () => {
		const own = await serve(system());
		const id = '81D31358-93AF-92D6-7425-000000000001';
		own.faults.add({ kind: 'deleted', id });
		await list({}, own);
		assert.equal((await get(`/approval/v4/instances/${id}`, {}, headers, own)).body.code, 1390003);
		await own.stop();
	});
});

describe('Feishu: rights and limits', () => {
	it('names the permission that is missing', async () => {
		const own = await serve(system({ scopes: [] }));
		const { body } = await list({}, own);
		assert.equal(body.code, 99991672);
		assert.match(body.msg, /\[approval:approval:readonly\]/);
		await own.stop();
	});

	it('shows e-mail addresses only with the right to them, and hides people outside the range', async () => {
		const user = async (id, on) => (await get(`/contact/v3/users/${id}`, {}, headers, on)).body;
		assert.equal((await user('li')).data.user.email, 'li@x.example');
		assert.equal((await user('chen')).code, 41050);
		const own = await serve(system({ scopes: ['approval:approval:readonly'] }));
		assert.equal((await user('li', own)).data.user.email, undefined);
		await own.stop();
	});

	it('refuses too many with 400, a code and the seconds to wait in its own header', async () => {
		const own = await serve(system({ pace: 0.001 }));
		const answers = await Promise.all(Array.from({ length: 52 }, async () => await list({}, own)));
		const refused = answers.find(({ body }) => body.code === 99991400);
		assert.equal(refused.status, 400);
		assert.ok(Number(refused.headers.get('x-ogw-ratelimit-reset')) >= 1);
		await own.stop();
	});
});
