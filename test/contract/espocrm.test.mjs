// EspoCRM as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { espocrm } from '../../demo/sandbox/espocrm.mjs';
import { fixture as fixtureOf } from '../../demo/sandbox/espocrm/fixture.mjs';
import { axiosPort, portsOver } from '../pay/axiosPort.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const { listChoices } = createRequire(import.meta.url)('../../dist/src/index.js');
const whole = fixtureOf();
const only = (stream) => ({ ...whole, streams: { [stream]: whole.streams[stream] } });
const cases = only('cases');
const { evidence: planned } = whole.streams.cases;

for (const stream of Object.keys(whole.streams))
	test(`every planned record comes as planned: ${stream}`, async () =>
		await reading(only(stream), {}, async ({ read }) =>
			assertMonth(await read(), whole.streams[stream].evidence),
		));

test('the facts of the first ten cases, by hand', async () =>
	await reading(cases, {}, async ({ read }) => {
		const { evidence } = await read();
		const told = evidence
			.sort((a, b) => (a.recordId < b.recordId ? -1 : 1))
			.slice(0, 10)
			.map(({ handler, status, errors, assignedAt, completedAt }) =>
				[handler, status, errors, assignedAt?.slice(8, 16), completedAt?.slice(8, 16)].join(' '),
			);
		assert.deepEqual(told, [
			'wu@x.example done 0 04T18:00 05T00:00', // by a Status note, as until 9.1
			'li@x.example done 0 04T21:00 05T02:00', // assigned an hour after it came
			'wu@x.example done 1 04T22:00 05T02:00', // opened again and closed again
			'li@x.example open 1 05T00:00 ', // opened again
			'wu@x.example done 0 05T02:00 05T13:00', // pending in between
			'li@x.example cancelled 0 05T04:00 ', // a duplicate
			'wu@x.example done 0 05T08:00 05T12:00', // of somebody who left, before
			'li@x.example open 0 05T08:00 ', // imported: its stream has no beginning
			' open 0  ', // nobody's
			'li@x.example done 0 05T12:00 05T17:00',
		]);
	}));

test('a task is due at its time, or at the end of its day in the time zone that is named', async () =>
	await reading(only('tasks'), {}, async ({ read }) => {
		const dueOf = async (dueZone) =>
			(await read({ dueZone })).evidence
				.sort((a, b) => (a.recordId < b.recordId ? -1 : 1))
				.slice(0, 2)
				.map(({ dueAt }) => dueAt);
		const atItsTime = '2026-10-05T20:00:00.000Z';
		assert.deepEqual(await dueOf('Asia/Shanghai'), ['2026-10-06T16:00:00.000Z', atItsTime]);
		assert.deepEqual(await dueOf('UTC'), ['2026-10-07T00:00:00.000Z', atItsTime]);
	}));

test('records whose number is not counted come all the same', async () =>
	await reading(cases, { options: { uncounted: ['Case', 'User'] } }, async ({ read }) => {
		const outcome = await read();
		assertMonth(outcome, planned);
		assert.equal(outcome.coverage.expected, null);
	}));

test('a site that gives smaller pages is told with the setting', async () =>
	await reading(cases, { options: { limit: 50 } }, async ({ read }) =>
		assert.match((await read()).coverage.gap, /fewer rows a page.*recordListMaxSizeLimit.*200/),
	));

describe('a role that sees only a part', () => {
	const levels = { 'Case.read': 'own' };
	test('is a gap', async () =>
		await reading(cases, { options: { levels } }, async ({ read }) => {
			const { evidence, coverage } = await read();
			assert.equal(evidence.length, 0);
			assert.match(coverage.gap, /read of Case at the level own.*Give the role read of Case/);
		}));

	test('is told by the test of the credential, with every other right that is missing', async () => {
		await reading(cases, {}, async ({ check }) => {
			const { ok, message } = await check();
			assert.ok(ok, message);
		});
		const narrow = { ...levels, 'Task.stream': 'no', 'Email.read': 'own', 'User.read': 'no' };
		await reading(cases, { options: { levels: narrow } }, async ({ check }) => {
			const { ok, message } = await check();
			assert.equal(ok, false);
			assert.match(message, /read of Case at the level own/);
			assert.match(message, /stream of Task at the level no/);
			assert.match(message, /read of Email at the level own/);
			assert.match(message, /User records.*HTTP 403/);
		});
	});

	test('tells no first response where e-mails are hidden', async () =>
		await reading(cases, { options: { levels: { 'Email.read': 'team' } } }, async ({ read }) => {
			const { evidence, coverage } = await read();
			assert.equal(coverage.gap, null);
			assert.ok(evidence.every(({ firstResponseAt }) => firstResponseAt === null));
		}));
});

test('users by name or ID', async () =>
	await reading(cases, {}, async ({ read }) => {
		const handlersOf = async (handlerAs) =>
			new Set((await read({ handlerAs })).evidence.map(({ handler }) => handler));
		assert.deepEqual(await handlersOf('userName'), new Set(['li', 'wu', null]));
		assert.deepEqual(await handlersOf('id'), new Set(['u-li', 'u-wu', null]));
	}));

test('statuses of the settings: done, cancelled and waiting; one that there is not is refused', async () =>
	await reading(cases, {}, async ({ read }) => {
		const statusOf = ({ evidence }, number) =>
			evidence.find(({ recordId }) => Number(recordId.slice(2)) === number);
		const { status } = statusOf(await read({ doneValues: ['Closed', 'Duplicate'] }), 6);
		assert.equal(status, 'done');
		const { pauses } = statusOf(await read({ pauseValues: ['Pending'] }), 5);
		assert.deepEqual(pauses, [
			{ from: '2026-10-05T05:00:00.000Z', to: '2026-10-05T11:00:00.000Z', reason: 'Pending' },
		]);
		const { gap } = (await read({ doneValues: ['closed'] })).coverage;
		assert.match(gap, /there is no status closed\. Choose in Done Values among New, Assigned/);
	}));

test('only the fields that are asked for are kept', async () =>
	await reading(cases, {}, async ({ read }) => {
		const outcome = await read({ fields: { priority: 'urgency' } });
		assert.deepEqual(outcome.evidence[0].fields, { urgency: 'Low' });
		assert.doesNotMatch(JSON.stringify(outcome), /nobody asked for this/);
	}));

describe('one case', () => {
	const row = (more) => ({
		...{ id: 'c-1', createdAt: '2026-10-08 01:00:00', modifiedAt: '2026-10-09 09:00:00' },
		...{ assignedUserId: 'u-li', status: 'Closed', ...more },
	});
	const note = (number, type, createdAt, data) => ({
		...{ id: `n-${number}`, number, type, createdAt, data, createdById: 'u-li' },
		...{ parentType: 'Case', parentId: 'c-1', isInternal: false },
	});
	const created = note(1, 'Create', '2026-10-08 01:00:00', {
		...{ statusValue: 'New', statusField: 'status', assignedUserId: 'u-li' },
	});
	const closed = (number) => note(number, 'Update', '2026-10-09 09:00:00', { value: 'Closed' });
	const User = [
		{ id: 'u-li', userName: 'li', emailAddress: 'li@x.example', type: 'regular' },
		{ id: 'u-customer', userName: 'c', emailAddress: 'c@y.example', type: 'portal' },
	];
	const readOne = async (record, notes) => {
		const system = () =>
			espocrm({
				data: { Opportunity: [], Task: [], Case: [record], User },
				notes: { 'c-1': notes },
				apiKeys: ['espocrm-key-1'],
			});
		return await reading({ ...cases, system }, {}, async ({ read }) => await read());
	};

	test('that was imported as closed is not guessed at', async () => {
		const { evidence, coverage } = await readOne(row(), []);
		assert.equal(evidence.length, 0);
		assert.match(coverage.gap, /first: c-1.*does not lead to its present status/);
	});

	test('whose assignment the stream does not have is not guessed at', async () => {
		const { coverage } = await readOne(row({ assignedUserId: 'u-wu' }), [created, closed(2)]);
		assert.match(coverage.gap, /does not lead to its present assigned user/);
	});

	test('of a user who left, and is not listed, has the ID', async () => {
		const { evidence } = await readOne(row({ assignedUserId: 'u-left' }), [
			{ ...created, data: { ...created.data, assignedUserId: 'u-left' } },
			closed(2),
		]);
		assert.deepEqual([evidence[0].handler, evidence[0].status], ['u-left', 'done']);
	});

	test('that is handed on by the save that closes it was closed by the one before', async () => {
		const handedOn = note(2, 'Assign', '2026-10-09 09:00:00', { assignedUserId: 'u-wu' });
		const notes = [created, handedOn, closed(3)];
		const { evidence } = await readOne(row({ assignedUserId: 'u-wu' }), notes);
		assert.deepEqual(
			evidence.map(({ handler, completedAt }) => [handler, completedAt]),
			[['li@x.example', '2026-10-09T09:00:00.000Z']],
		);
	});

	test('with more notes than a page is read to its first', async () => {
		const posts = Array.from({ length: 450 }, (_, index) =>
			note(index + 2, 'Post', '2026-10-08 02:00:00', []),
		);
		const { evidence, coverage } = await readOne(row(), [created, ...posts, closed(452)]);
		assert.equal(coverage.gap, null);
		assert.equal(evidence[0].assignedAt, '2026-10-08T01:00:00.000Z');
	});

	test('is answered by the first of the staff: not by the customer, not by a note within', async () => {
		const post = (number, hour, more) => ({
			...note(number, 'Post', `2026-10-08 0${hour}:00:00`, []),
			...more,
		});
		const posts = [
			post(2, 2, { createdById: 'u-customer' }),
			post(3, 3, { isInternal: true }),
			post(4, 4, {}),
		];
		const { evidence } = await readOne(row(), [created, ...posts, closed(5)]);
		assert.equal(evidence[0].firstResponseAt, '2026-10-08T04:00:00.000Z');
		const [, ...after] = posts;
		const unknown = post(2, 2, { createdById: 'u-left' });
		const { evidence: told } = await readOne(row(), [created, unknown, ...after, closed(5)]);
		assert.equal(told[0].firstResponseAt, null);
	});
});

test('statuses and fields to choose from', async () =>
	await reading(cases, {}, async ({ server }) => {
		const ports = portsOver(axiosPort({ headers: { 'X-Api-Key': 'espocrm-key-1' } }));
		const choices = async (lookup) =>
			(await listChoices({ system: 'espocrm', lookup, baseUrl: server.url, settings: {} }, ports))
				.map(({ value }) => value)
				.join(', ');
		assert.match(await choices('opportunityStatuses'), /Prospecting.*Closed Won, Closed Lost/);
		assert.equal(await choices('caseFields'), 'name, status, assignedUserName');
	}));

test('a wrong key is told without it', async () =>
	await reading(cases, { credentials: { apiKey: 'wrong-key-9' } }, async ({ read }) => {
		const outcome = await read();
		assert.match(outcome.coverage.gap, /does not accept the API key/);
		assertNoSecret(outcome, ['wrong-key-9']);
	}));
