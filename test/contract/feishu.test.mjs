// Feishu approvals as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture as fixtureOf } from '../../demo/sandbox/feishu/fixture.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const fixture = fixtureOf();
const { evidence: planned, parameters } = fixture.streams.approvals;
const secret = fixture.credentials.appSecret;

test('every planned task comes as planned, from lists of three pages', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		const outcome = await read();
		assertMonth(outcome, planned);
		const lists = server.requests.filter(({ target }) => target.includes('/instances?'));
		assert.equal(lists.length, 2 * (5 + 2)); // five windows of thirty days, two more pages in one, all once more
		assert.equal(outcome.coverage.received, 230);
	}));

test('the numbers of the first ten approvals, by hand', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read();
		const told = (number) =>
			evidence
				.filter(({ recordId }) => recordId.includes(`-${String(number).padStart(12, '0')}/`))
				.map(({ handler, status, errors }) => `${handler} ${status} ${errors}`);
		assert.deepEqual(told(1), ['wu done 0', 'li done 0']);
		assert.deepEqual(told(3), ['wu done 1', 'li done 0']); // li rejected what wu had passed
		assert.deepEqual(told(5), ['wu done 1', 'li done 0', 'wu done 0', 'li done 0']); // returned once
		assert.deepEqual(told(7), ['wu done 0', 'li open null']);
		assert.deepEqual(told(8), ['li cancelled null', 'chen done 0', 'wu done 0']); // handed on
		assert.deepEqual(told(9), ['null open null']);
		assert.deepEqual(told(19), ['wu cancelled null']); // withdrawn
	}));

test('a token that expires in the middle is renewed, and the reading goes on', async () =>
	await reading(
		fixture,
		{ options: { tokens: [], tokenUses: 100 }, credentials: { sessionToken: '' } },
		async ({ read, tokens }) => {
			const outcome = await read();
			assertMonth(outcome, planned);
			assert.equal(tokens.length, 3); // 244 requests, a hundred a token
			assertNoSecret(outcome, [secret, ...tokens]);
		},
	));

test('a wrong secret is told without it', async () =>
	await reading(
		fixture,
		{ credentials: { appSecret: 'wrong-secret-9', sessionToken: '' } },
		async ({ read, check, tokens }) => {
			const outcome = await read();
			assert.equal(outcome.coverage.complete, false);
			assert.match(
				outcome.coverage.gap,
				/does not accept the sign-in\. Check the App ID and App Secret/,
			);
			assertNoSecret(outcome, ['wrong-secret-9']);
			assert.deepEqual(tokens, ['', '']); // asked for once, and once more
			assert.equal((await check()).ok, false);
		},
	));

test('e-mail addresses where the app may see them, else the user ID', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence, coverage } = await read({ handlerAs: 'email' });
		assert.equal(coverage.gap, null);
		const handlers = new Set(evidence.map(({ handler }) => handler));
		assert.deepEqual(handlers, new Set(['li@x.example', 'wu@x.example', 'chen', null]));
	}));

test('open IDs, and fields of the form', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read({ handlerAs: 'openId', fields: 'amount, node_name' });
		assert.equal(evidence[0].handler, 'ou_wu');
		assert.deepEqual(evidence[0].fields, { amount: 1, node_name: 'Step 1' });
	}));

test('a permission that is missing is named, in the test and in the reading', async () =>
	await reading(fixture, { options: { scopes: [] } }, async ({ read, check }) => {
		const { coverage, evidence } = await read();
		assert.deepEqual(evidence, []);
		assert.match(
			coverage.gap,
			/lacks the permission approval:approval:readonly\. Add approval:approval:readonly/,
		);
		const { ok, message } = await check();
		assert.equal(ok, false);
		assert.match(message, /approval:approval:readonly/);
	}));

test('the test of the credential passes', async () =>
	await reading(fixture, {}, async ({ check }) => {
		const { ok, message } = await check();
		assert.ok(ok, message);
	}));

test('an approval code that nobody has is told', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { coverage } = await read({ approvalCodes: `${parameters.approvalCodes}, NONE` });
		assert.match(
			coverage.gap,
			/approvals of NONE, page 1: it knows no approval definition of this code\. Correct Approval Codes/,
		);
	}));

test('a limit of requests is waited for as long as its own header says', async () => {
	const waitsWith = async (faults) =>
		await reading(fixture, {}, async ({ read, server, waits }) => {
			for (const fault of faults) server.faults.add(fault);
			assertMonth(await read(), planned);
			return waits;
		});
	const usual = await waitsWith([]); // at 50 requests a second
	const refused = { match: '/instances/', kind: '429', times: 1, after: 3 };
	assert.deepEqual(await waitsWith([refused]), [1000, ...usual]);
});

test('an approval that is deleted between list and detail is left out, and no other with it', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		const id = '81D31358-93AF-92D6-7425-000000000050';
		server.faults.add({ match: '/instances/', kind: 'deleted', times: 1, after: 3, id });
		assertMonth(
			await read(),
			planned.filter(({ recordId }) => !recordId.startsWith(id)),
		);
	}));
