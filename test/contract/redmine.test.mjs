// Redmine issues as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture as fixtureOf } from '../../demo/sandbox/redmine/fixture.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const fixture = fixtureOf();
const { evidence: planned } = fixture.streams.issues;
const hours = (from, to) => (to === null ? '–' : (Date.parse(to) - Date.parse(from)) / 3600000);

test('every planned issue comes as planned; the facts of the first ten, by hand', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const outcome = await read();
		assertMonth(outcome, planned);
		assert.equal(outcome.coverage.expected, 210);
		const told = outcome.evidence
			.filter(({ recordId }) => Number(recordId) <= 10)
			.sort((a, b) => a.recordId - b.recordId)
			.map(
				({ handler, status, errors, assignedAt, completedAt }) =>
					`${handler} ${status} ${errors} ${hours(assignedAt, completedAt)}`,
			);
		assert.deepEqual(told, [
			'wu done 0 4', // assigned after two hours
			'li done 1 5', // opened again
			'wu open 0 –',
			'li done 0 28', // a day of it in Feedback
			'wu cancelled 0 –', // rejected
			'li done 0 2', // handed on after four hours
			'null open 0 –',
			'li done 0 5', // closed and handed on with one save
			'9 open 0 –', // a group
			'li done 0 5',
		]);
	}));

test('pauses and cancelled statuses are those that the settings name', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const plain = await read({ pauseStatuses: [], cancelledStatuses: [] });
		const of = (number) => plain.evidence.find(({ recordId }) => recordId === number);
		assert.deepEqual([of('4').pauses, of('5').status], [[], 'done']);
		const { coverage } = await read({ pauseStatuses: ['Waiting'] });
		assert.match(coverage.gap, /there is no status Waiting.*New, In Progress, Resolved/);
	}));

test('what there is to choose from', async () =>
	await reading(fixture, {}, async ({ choices }) => {
		assert.deepEqual(await choices('projects'), [{ value: '1', label: 'Back office' }]);
		assert.deepEqual(await choices('trackers'), [{ value: '1', label: 'Task' }]);
		assert.equal((await choices('statuses')).length, 6);
	}));

test('an issue that is deleted between the list and its journals is no record', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		server.faults.add({ match: '/issues/20.json', kind: 'deleted', id: '20' });
		const { evidence, coverage } = await read();
		assert.deepEqual([evidence.length, coverage.gap], [209, null]);
	}));

test('the test of the credential names the right that is missing', async () => {
	await reading(fixture, {}, async ({ check }) => assert.ok((await check()).ok));
	await reading(fixture, { options: { mayView: false } }, async ({ check }) => {
		const { ok, message } = await check();
		assert.equal(ok, false);
		assert.match(message, /the right View Issues for all issues/);
	});
});

test('a wrong key is told without it', async () =>
	await reading(fixture, { credentials: { apiKey: 'wrong-key-9' } }, async ({ read }) => {
		const outcome = await read();
		assert.match(outcome.coverage.gap, /does not accept the API key/);
		assertNoSecret(outcome, ['wrong-key-9']);
	}));
