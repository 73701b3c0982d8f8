// WeCom approvals as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture as fixtureOf } from '../../demo/sandbox/wecom/fixture.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const fixture = fixtureOf();
const { evidence: planned } = fixture.streams.approvals;

test('every planned step comes as planned, from windows of 31 days and lists of three pages', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		const outcome = await read();
		assertMonth(outcome, planned);
		const lists = server.requests.filter(({ target }) => target.includes('getapprovalinfo'));
		assert.equal(lists.length, 2 * (5 + 2)); // once more, for what a deletion lets slip
		assert.equal(outcome.coverage.received, 230);
	}));

test('the numbers of the first ten approvals, by hand', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read();
		const told = (number) =>
			evidence
				.filter(({ recordId }) =>
					recordId.startsWith(`20261000${String(number).padStart(4, '0')}/`),
				)
				.map(
					(one) => `${one.handler} ${one.status} ${one.errors} ${one.assignedAt ? 'begun' : '-'}`,
				);
		assert.deepEqual(told(1), ['wu done 0 begun', 'li done 0 begun']);
		assert.deepEqual(told(3), ['wu done 1 begun', 'li done 0 begun']); // li rejected what wu had passed
		assert.deepEqual(told(5), ['wu done null begun', 'li done 0 -']); // returned, not told whereto
		assert.deepEqual(told(7), ['wu done 0 begun', 'li open null begun']);
		assert.deepEqual(told(8), ['li cancelled null -', 'chen done 0 -', 'wu done 0 -']); // handed on
		assert.deepEqual(told(9), ['null open null begun']); // the second step has not begun
		assert.deepEqual(told(19), ['wu cancelled null begun']); // withdrawn
	}));

test('a token that expires in the middle is renewed, and the reading goes on', async () =>
	await reading(
		fixture,
		{ options: { tokens: [], tokenUses: 100 }, credentials: { sessionToken: '' } },
		async ({ read, tokens }) => {
			const outcome = await read();
			assertMonth(outcome, planned);
			assert.equal(tokens.length, 3); // 244 requests, a hundred a token
			assertNoSecret(outcome, [fixture.credentials.corpSecret, ...tokens]);
		},
	));

test('a wrong secret is told without it', async () =>
	await reading(
		fixture,
		{ credentials: { corpSecret: 'wrong-secret-9', sessionToken: '' } },
		async ({ read, check }) => {
			const outcome = await read();
			assert.match(
				outcome.coverage.gap,
				/does not accept the sign-in\. Check the Corp ID and Secret/,
			);
			assertNoSecret(outcome, ['wrong-secret-9']);
			assert.equal((await check()).ok, false);
		},
	));

for (const [why, options, told] of [
	[
		'a right that is missing',
		{ mayRead: false },
		/may not read approvals\. Use the secret of the app Approval/,
	],
	[
		'an address that is not trusted',
		{ trusted: false },
		/IP address of this n8n\. Add the address/,
	],
])
	test(`${why} is told, in the test and in the reading`, async () =>
		await reading(fixture, { options }, async ({ read, check }) => {
			assert.match((await read()).coverage.gap, told);
			const { ok, message } = await check();
			assert.equal(ok, false);
			assert.match(message, /WeCom/);
		}));

test('the test of the credential passes', async () =>
	await reading(fixture, {}, async ({ check }) => {
		const { ok, message } = await check();
		assert.ok(ok, message);
	}));

test('applicants whom the app may not see are missing without an error, and pages are short', async () =>
	await reading(fixture, { options: { visible: ['ann'] } }, async ({ read, server }) => {
		const { evidence, coverage } = await read();
		assert.equal(coverage.complete, true); // as WeCom tells it: the panel and the documents warn of it
		assert.equal(coverage.received, 230 - 76); // every third of 230 is zoe's
		const lists = server.requests.filter(({ target }) => target.includes('getapprovalinfo'));
		assert.equal(lists.length, 14); // short pages do not end a list
		assert.ok(evidence.every(({ recordId }) => Number(recordId.slice(8, 12)) % 3 !== 0));
	}));

test('an empty page in the middle is a gap, unless the settings say that the app sees only some', async () =>
	await reading(fixture, { options: { visible: [] } }, async ({ read, server }) => {
		const { coverage } = await read();
		assert.match(coverage.gap, /page 2: the page is empty.+switch on Limited Range\.$/);
		const before = server.requests.length;
		const limited = await read({ limitedRange: true });
		assert.equal(limited.coverage.complete, true);
		assert.equal(limited.coverage.received, 0);
		const lists = server.requests
			.slice(before)
			.filter(({ target }) => target.includes('getapprovalinfo'));
		assert.equal(lists.length, 2 * (5 + 2 + 2)); // each empty page after the first is asked for twice
	}));

test('a template that nobody used gives nothing, and the fields that are asked for come', async () =>
	await reading(fixture, {}, async ({ read }) => {
		assert.deepEqual((await read({ templates: 'other' })).evidence, []);
		const { evidence } = await read({ fields: 'Money-1, sp_name' });
		assert.deepEqual(evidence[0].fields, { 'Money-1': '12.50', sp_name: 'Payment' });
	}));

test('an approval that is deleted between list and detail is left out, and no other with it', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		const id = '202610000050';
		server.faults.add({ match: '/oa/getapprovaldetail', kind: 'deleted', times: 1, after: 3, id });
		assertMonth(
			await read(),
			planned.filter(({ recordId }) => !recordId.startsWith(id)),
		);
	}));
