// DingTalk approvals as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture as fixtureOf } from '../../demo/sandbox/dingtalk/fixture.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const fixture = fixtureOf();
const { evidence: planned } = fixture.streams.approvals;

test('every planned task comes as planned, from lists of twenty ids', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		const outcome = await read();
		assertMonth(outcome, planned);
		const lists = server.requests.filter(({ target }) => target.includes('/instanceIds/query'));
		assert.equal(lists.length, 2 * (4 + 1) + 1); // four pages, an empty window, all once more, one to find out the clock
		assert.equal(outcome.coverage.received, 70);
	}));

test('the numbers of the first ten approvals, by hand', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read();
		const told = (number) =>
			evidence
				.filter(({ recordId }) => recordId.startsWith(`Ui-${String(number).padStart(8, '0')}/`))
				.map(({ handler, status, errors }) => `${handler} ${status} ${errors}`);
		assert.deepEqual(told(1), ['wu done 0', 'li done 0']);
		assert.deepEqual(told(3), ['wu done 1', 'li done 0']); // li refused what wu had passed
		assert.deepEqual(told(5), ['wu done 1', 'li done 0', 'wu done 0', 'li done 0']); // returned once
		assert.deepEqual(told(7), ['wu done 0', 'li open null']);
		assert.deepEqual(told(8), ['li cancelled null', 'chen done 0', 'wu done 0']); // handed on
		assert.deepEqual(told(19), ['wu cancelled null']); // withdrawn
		const link = 'https://aflow.dingtalk.com?procInsId=Ui-00000001&taskId=101';
		assert.equal(evidence[0].recordUrl, link);
	}));

test('a Z that stands behind local times is found out', async () =>
	await reading(fixtureOf({ zIs: 'local' }), {}, async ({ read }) => {
		assertMonth(await read(), planned);
	}));

test('times that agree with no zone are told, not guessed', async () =>
	await reading(fixtureOf({ zIs: 'local' }), {}, async ({ read }) => {
		const { coverage } = await read({ companyTimeZone: 'Asia/Tokyo' });
		assert.match(
			coverage.gap,
			/do not agree with when DingTalk lists it\. Correct Company Time Zone/,
		);
		const { coverage: unknown } = await read({ companyTimeZone: 'Nowhere' });
		assert.match(unknown.gap, /time zone Nowhere is not known/);
	}));

test('a token that expires in the middle is renewed, and the reading goes on', async () =>
	await reading(
		fixture,
		{ options: { tokens: [], tokenUses: 30 }, credentials: { sessionToken: '' } },
		async ({ read, tokens }) => {
			const outcome = await read();
			assertMonth(outcome, planned);
			assert.equal(tokens.length, 3); // 81 requests, thirty a token
			assertNoSecret(outcome, [fixture.credentials.appSecret, ...tokens]);
		},
	));

test('a wrong secret is told without it', async () =>
	await reading(
		fixture,
		{ credentials: { appSecret: 'wrong-secret-9', sessionToken: '' } },
		async ({ read, check }) => {
			const outcome = await read();
			assert.match(
				outcome.coverage.gap,
				/does not accept the sign-in\. Check the App Key and App Secret/,
			);
			assertNoSecret(outcome, ['wrong-secret-9']);
			assert.equal((await check()).ok, false);
		},
	));

test('a permission that is missing is named, in the test and in the reading', async () =>
	await reading(fixture, { options: { permitted: false } }, async ({ read, check }) => {
		const { coverage } = await read();
		assert.match(
			coverage.gap,
			/lacks the permission Workflow\.Instance\.Read\. Apply for Workflow\.Instance\.Read/,
		);
		assert.match((await check()).message, /Workflow\.Instance\.Read/);
	}));

test('the test of the credential passes', async () =>
	await reading(fixture, {}, async ({ check }) => {
		const { ok, message } = await check();
		assert.ok(ok, message);
	}));

test('a look back of more than a year is refused before it is asked for', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		const { coverage } = await read({ lookBackDays: 400 });
		assert.match(coverage.gap, /in the last 365 days only\. Lower Look Back \(Days\)/);
		assert.equal(server.requests.length, 0);
	}));

test('windows of more than 120 days are read in parts', async () =>
	await reading(fixture, {}, async ({ read }) =>
		assertMonth(await read({ lookBackDays: 300 }), planned),
	));

test('an approval that is deleted between list and detail is left out, and no other with it', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		const id = 'Ui-00000015';
		server.faults.add({ match: '/processInstances?', kind: 'deleted', times: 1, after: 3, id });
		assertMonth(
			await read(),
			planned.filter(({ recordId }) => !recordId.startsWith(id)),
		);
	}));

test('a limit of requests, which comes as 403, is waited for, and told where it does not end', async () =>
	await reading(fixture, { options: { pace: 0.001 } }, async ({ read, server }) => {
		const { coverage } = await read(); // waits pass at once here, so that the limit stays
		assert.ok(server.requests.some(({ status }) => status === 403));
		assert.equal(coverage.complete, false);
		assert.match(coverage.gap, /too many requests; 5 attempts/);
	}));
