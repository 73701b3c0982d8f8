// Freshdesk tickets as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture as fixtureOf } from '../../demo/sandbox/freshdesk/fixture.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const fixture = fixtureOf();
const { evidence: planned } = fixture.streams.tickets;

test('every planned ticket comes as planned, of more than a page in one second too', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const outcome = await read();
		assertMonth(outcome, planned);
		assert.equal(outcome.coverage.received, 230);
	}));

test('the facts of the first ten tickets, by hand', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read();
		const told = evidence
			.filter(({ recordId }) => Number(recordId) <= 10)
			.sort((a, b) => a.recordId - b.recordId)
			.map(({ handler, status, errors }) => `${handler} ${status} ${errors}`);
		assert.deepEqual(told, [
			'wu@x.example done 0',
			'li@x.example done 0',
			'wu@x.example done 1', // opened again
			'li@x.example open 0',
			'wu@x.example open 0', // pending
			'li@x.example done 0', // closed without resolving
			'null open 0',
			'19 done 0', // an agent who left
			'wu@x.example open 0', // a status of the account's own
			'li@x.example done 0',
		]);
		assert.equal(evidence[0].assignedAt, null);
	}));

test('a cap of pages loses nothing: reading goes on from the last update', async () =>
	await reading(fixture, { options: { mostPages: 2 } }, async ({ read }) =>
		assertMonth(await read(), planned),
	));

test('more tickets of one second than the pages hold are told', async () =>
	await reading(fixture, { options: { mostPages: 1 } }, async ({ read }) => {
		const { coverage } = await read();
		assert.equal(coverage.complete, false);
		assert.match(coverage.gap, /less than or equal to 1/);
	}));

test('a ticket that is touched while the list is read pushes no other out', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		server.faults.add({ match: '/tickets?', kind: 'moved', times: 1, after: 1 });
		assertMonth(await read(), planned);
	}));

test('a limit of requests is waited for as long as Freshdesk says', async () =>
	await reading(fixture, {}, async ({ read, server, waits }) => {
		server.faults.add({ match: '/tickets?', kind: '429', times: 1, after: 1, retryAfter: 7 });
		assertMonth(await read(), planned);
		assert.deepEqual(waits, [7000]);
	}));

test('user IDs, and custom fields', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read({ handlerAs: 'id', fields: 'cf_region' });
		const one = evidence.find(({ recordId }) => recordId === '1');
		assert.deepEqual([one.handler, one.fields], ['12', { cf_region: 'east' }]);
	}));

test('the test of the credential passes, and tells of an agent who sees only a part', async () => {
	await reading(fixture, {}, async ({ check }) => {
		const { ok, message } = await check();
		assert.ok(ok, message);
	});
	await reading(fixture, { options: { scope: 2 } }, async ({ check }) => {
		const { ok, message } = await check();
		assert.equal(ok, false);
		assert.match(message, /ticket scope Global Access/);
	});
	await reading(fixture, { options: { admin: false } }, async ({ check }) => {
		const { ok, message } = await check();
		assert.equal(ok, false);
		assert.match(message, /Freshdesk agents.*HTTP 403/);
	});
});

test('a wrong key is told without it', async () =>
	await reading(fixture, { credentials: { apiKey: 'wrong-key-9' } }, async ({ read }) => {
		const outcome = await read();
		assert.match(outcome.coverage.gap, /does not accept the API key/);
		assertNoSecret(outcome, ['wrong-key-9']);
	}));
