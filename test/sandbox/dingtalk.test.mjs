// The DingTalk sandbox against DingTalk's own description (workflow_1_0 of aliyun/dingtalk-sdk, developerpedia).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fixture } from '../../demo/sandbox/dingtalk/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

const { system, streams, credentials, sign } = fixture();
const { processCodes: processCode } = streams.approvals.parameters;
const { headers } = sign(credentials);
const DAY = 86400000;
const from = Date.UTC(2026, 9, 1);
const october = {
	processCode,
	startTime: from,
	endTime: from + 31 * DAY,
	nextToken: 0,
	maxResults: 20,
};

let server;
before(async () => void (server = await serve(system())));
after(async () => await server.stop());
const list = async (json = {}, given = headers, on = server) =>
	await ask(`${on.url}/v1.0/workflow/processes/instanceIds/query`, {
		headers: given,
		json: { ...october, ...json },
	});
const detail = async (processInstanceId, on = server) =>
	await ask(`${on.url}/v1.0/workflow/processInstances`, { headers, query: { processInstanceId } });

describe('DingTalk: tokens', () => {
	const signIn = async (appSecret) =>
		await ask(`${server.url}/v1.0/oauth2/accessToken`, {
			json: { appKey: 'dingsandbox', appSecret },
		});

	it('gives one for two hours, sent in a header of its own', async () => {
		const { body } = await signIn('dingtalk-secret-1');
		assert.equal(body.expireIn, 7200);
		const own = { 'x-acs-dingtalk-access-token': body.accessToken };
		assert.equal((await list({}, own)).status, 200);
	});

	it('refuses another secret, and a token that expired', async () => {
		assert.equal((await signIn('no')).body.code, 'invalidClientIdOrSecret');
		const old = { 'x-acs-dingtalk-access-token': 'old' };
		assert.equal((await list({}, old)).body.code, 'InvalidAuthentication');
	});
});

describe('DingTalk: approvals', () => {
	it('lists ids by start, twenty a page, with a number as the way to the next', async () => {
		const tokens = [];
		let rows = 0;
		for (let nextToken = 0; nextToken !== undefined; ) {
			const { result } = (await list({ nextToken })).body;
			rows += result.list.length;
			tokens.push(result.nextToken);
			nextToken = result.nextToken === undefined ? undefined : Number(result.nextToken);
		}
		assert.deepEqual([rows, tokens], [70, ['20', '40', '60', undefined]]);
	});

	it('refuses windows of more than 120 days, starts of more than a year ago, more than twenty', async () => {
		const wrong = [
			{ endTime: from + 121 * DAY },
			{ startTime: from - 400 * DAY, endTime: from - 390 * DAY },
			{ maxResults: 21 },
		];
		for (const json of wrong) assert.equal((await list(json)).body.code, 'invalidParameter');
		assert.equal((await list({ processCode: 'x' })).body.code, 'processCode.error');
	});

	it('ends a list after so many ids, without a word', async () => {
		const own = await serve(system({ mostIds: 30 }));
		const { result } = (await list({ nextToken: 20 }, headers, own)).body;
		assert.deepEqual([result.list.length, result.nextToken], [10, undefined]);
		await own.stop();
	});

	it('shows an approval with tasks and records, its times as text to the minute', async () => {
		const { result } = (await detail('Ui-00000005')).body;
		assert.deepEqual(
			result.tasks.map(({ userId, activityId, status, result: told }) =>
				[userId, activityId, status, told].join(' '),
			),
			[
				'wu step_1 COMPLETED AGREE',
				'li step_2 COMPLETED NONE',
				'wu step_1 COMPLETED AGREE',
				'li step_2 COMPLETED AGREE',
			],
		);
		assert.equal(result.operationRecords[2].type, 'REDIRECT_PROCESS');
		assert.match(result.createTime, /^2026-10-\d\dT\d\d:\d\dZ$/);
	});

	it('can write local times with a Z that is not meant', async () => {
		const own = await serve(fixture({ zIs: 'local' }).system());
		const told = async (on) => (await detail('Ui-00000001', on)).body.result.createTime;
		assert.equal(Date.parse(await told(own)) - Date.parse(await told(server)), 8 * 3600000);
		await own.stop();
	});

	it('knows an approval no more that was deleted', async () => {
		const own = await serve(system());
		own.faults.add({ kind: 'deleted', id: 'Ui-00000001' });
		await list({}, headers, own);
		assert.equal((await detail('Ui-00000001', own)).body.code, 'processInstanceNotExist');
		await own.stop();
	});
});

describe('DingTalk: rights and limits', () => {
	it('names the permission that is missing, with 403', async () => {
		const own = await serve(system({ permitted: false }));
		const { status, body } = await list({}, headers, own);
		assert.equal(status, 403);
		assert.equal(body.code, 'Forbidden.AccessDenied.AccessTokenPermissionDenied');
		assert.deepEqual(body.accessdenieddetail.requiredScopes, ['Workflow.Instance.Read']);
		await own.stop();
	});

	it('refuses too many with 403 too', async () => {
		const own = await serve(system({ pace: 0.001 }));
		const answers = await Promise.all(
			Array.from({ length: 42 }, async () => await list({}, headers, own)),
		);
		const refused = answers.filter(({ status }) => status === 403);
		assert.equal(refused[0].body.code, 'Forbidden.AccessDenied.QpsLimitForApi');
		await own.stop();
	});
});
