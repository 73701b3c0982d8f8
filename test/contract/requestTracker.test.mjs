// Request Tracker tickets as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { data, fixture as fixtureOf } from '../../demo/sandbox/requestTracker/fixture.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const fixture = fixtureOf();
const { evidence: planned } = fixture.streams.tickets;
const [NOBODY, LI] = [6, 32];

test('every planned ticket comes as planned, over three pages', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const outcome = await read();
		assertMonth(outcome, planned);
		assert.deepEqual([outcome.coverage.received, outcome.coverage.expected], [230, 230]);
	}));

const hours = (from, to) => (to === null ? '–' : (Date.parse(to) - Date.parse(from)) / 3600000);

test('the facts of the first ten tickets, by hand', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read();
		const told = evidence
			.filter(({ recordId }) => Number(recordId) <= 10)
			.sort((a, b) => a.recordId - b.recordId)
			.map(
				({ handler, status, errors, assignedAt, completedAt, firstResponseAt }) =>
					`${handler} ${status} ${errors} ${hours(assignedAt, completedAt)} ${hours(assignedAt, firstResponseAt)}`,
			);
		assert.deepEqual(told, [
			'wu@x.example open 0 – 1', // taken by an owner after two hours, answered after three
			'li@x.example done 1 5 1', // opened again by a customer's answer
			'wu@x.example open 0 – 1',
			'li@x.example done 0 28 1', // stalled for a day in between
			'wu@x.example cancelled 0 – –', // rejected
			'li@x.example done 0 2 -3', // handed on: the first answer was the owner's before
			'null open 0 – –', // nobody's
			'li@x.example done 0 0 -4', // closed and taken with one form
			'wu@x.example done 0 5 1', // handed on after the closing
			'li@x.example done 0 5 1',
		]);
	}));

test('a pause is the time in a status of Pause Statuses', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const pausesOf = ({ evidence }) => evidence.find(({ recordId }) => recordId === '4').pauses;
		assert.deepEqual(pausesOf(await read()), [
			{ from: '2026-10-05T02:00:00.000Z', to: '2026-10-06T02:00:00.000Z', reason: 'stalled' },
		]);
		assert.deepEqual(pausesOf(await read({ pauseStatuses: [] })), []);
		assert.equal(pausesOf(await read({ pauseStatuses: ['Open', 'stalled'] })).length, 3);
	}));

/** One ticket more: made just after the first update that is asked for, and due in the month. */
const early = {
	...{ id: 9001, subject: 'Early', queue: 3, status: 'new', owner: LI, requestors: [] },
	...{ created: '2026-08-30T16:00:01Z', lastUpdated: '2026-08-30T16:00:01Z' },
	due: '2026-10-20T00:00:00Z',
};
const createRow = (id, ticket, created) => ({
	...{ id, ticket, type: 'Create', field: '', before: '', after: '', creator: LI },
	created,
});

for (const offsetMinutes of [-720, -480, 0, 480, 840])
	test(`nothing is missed where the user's time zone is ${offsetMinutes / 60} hours from UTC`, async () => {
		const given = data();
		const more = {
			...{ ...given, tickets: [...given.tickets, early] },
			transactions: [...given.transactions, createRow(900100, 9001, early.created)],
		};
		await reading(fixture, { options: { offsetMinutes, data: more } }, async ({ read }) => {
			const { evidence, coverage } = await read();
			assert.deepEqual([coverage.gap, evidence.length], [null, 231]);
			assert.ok(evidence.some(({ recordId }) => recordId === '9001'));
		});
	});

test('deleted and merged tickets are no records', async () => {
	const given = data();
	const changed = { 10: { status: 'deleted' }, 12: { effective: 20 } };
	const tickets = given.tickets.map((one) => ({ ...one, ...changed[one.id] }));
	await reading(fixture, { options: { data: { ...given, tickets } } }, async ({ read }) =>
		assertMonth(
			await read(),
			planned.filter(({ recordId }) => !['10', '12'].includes(recordId)),
		),
	);
});

/** The month with the history of one ticket changed: row by row, [] where it is taken out. */
const altered = (ticket, change) => {
	const given = data();
	const transactions = given.transactions.flatMap((row) =>
		row.ticket === ticket ? change(row) : row,
	);
	return { ...given, transactions };
};
const without = (isOut) => (row) => (isOut(row) ? [] : row);

test('a status that was set without a row, and counts alike, is no hole', async () => {
	const options = {
		data: altered(
			2,
			without(({ before }) => before === 'new'),
		),
	};
	await reading(fixture, { options }, async ({ read }) => assertMonth(await read(), planned));
});

const HOLES = [
	{ why: 'no creation', change: without(({ type }) => type === 'Create') },
	{ why: 'no closing', change: without(({ after }) => after === 'resolved') },
	{ why: 'no row of a status at all', change: without(({ field }) => field === 'Status') },
	{
		why: 'another owner at its end',
		change: (row) => (row.field === 'Owner' ? { ...row, after: String(NOBODY) } : row),
	},
];
for (const { why, change } of HOLES)
	test(`a history with a hole is told: ${why}`, async () =>
		await reading(fixture, { options: { data: altered(6, change) } }, async ({ read }) => {
			const { coverage, evidence } = await read();
			assert.equal(coverage.complete, false);
			assert.match(coverage.gap, /^One record could not be told \(first: 6\): its history/);
			assert.equal(evidence.length, 229);
		}));

test('a ticket that changes after it was listed is told by its newer history', async () => {
	const given = data();
	const transactions = [
		...given.transactions,
		{
			...{ id: 900200, ticket: 3, type: 'Status', field: 'Status', before: 'open' },
			...{ after: 'resolved', creator: LI, created: '2026-11-05T01:00:00Z' },
		},
	];
	await reading(fixture, { options: { data: { ...given, transactions } } }, async ({ read }) => {
		const { evidence, coverage } = await read();
		const { status, completedAt } = evidence.find(({ recordId }) => recordId === '3');
		assert.deepEqual([coverage.gap, status], [null, 'done']);
		assert.equal(completedAt, '2026-11-05T01:00:00.000Z');
	});
});

test('an inactive status that the settings do not name is told, not taken for open', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { coverage } = await read({ cancelledStatuses: [] });
		assert.equal(coverage.complete, false);
		assert.match(coverage.gap, /in the status rejected are inactive.*Add it to Done Statuses or/);
	}));

test('queues by number and by name; one that is not there, or not seen, is told', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const inDesk = planned.filter(({ recordId }) => Number(recordId) % 3 === 0);
		assertMonth(await read({ queues: ['4'] }), inDesk);
		assertMonth(await read({ queues: ["Help & O'Desk"] }), inDesk);
		assertMonth(await read({ queues: ['3', '4'] }), planned);
		const { coverage } = await read({ queues: ['Sales'] });
		assert.match(coverage.gap, /queue Sales: there is no such queue, or the user may not see it/);
	}));

test('user names, and fields of one or several values', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read({ handlerAs: 'name', fields: 'Queue,Region,Note,Subject,SLA' });
		const one = evidence.find(({ recordId }) => recordId === '2');
		const fields = {
			Queue: 'Support',
			Region: 'west, north',
			Note: null,
			Subject: 'Case 2',
			SLA: null,
		};
		assert.deepEqual([one.handler, one.fields], ['li', fields]);
		assert.deepEqual((await read()).evidence[0].fields, {});
	}));

test('what there is to choose from', async () =>
	await reading(fixture, {}, async ({ choices }) => {
		const valuesOf = async (lookup) => (await choices(lookup)).map(({ value }) => value);
		assert.deepEqual(await valuesOf('queues'), ['3', '4']);
		assert.deepEqual(await valuesOf('statuses'), [
			'new',
			'open',
			'rejected',
			'resolved',
			'stalled',
		]);
		const fields = await valuesOf('ticketFields');
		assert.deepEqual([fields[0], ...fields.slice(-2)], ['Queue', 'Region', 'Note']);
	}));

test('a ticket that is touched while the list is read pushes no other out', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		server.faults.add({ match: '/tickets?', kind: 'moved', times: 1, after: 2 });
		assertMonth(await read(), planned);
	}));

test('a wait that a proxy asks for is kept', async () =>
	await reading(fixture, {}, async ({ read, server, waits }) => {
		server.faults.add({ match: '/tickets?', kind: '429', times: 1, after: 2, retryAfter: 7 });
		assertMonth(await read(), planned);
		assert.deepEqual(waits, [7000]);
	}));

const RIGHTS = [
	{
		why: 'all of them',
		options: {},
		says: /could read users, tickets, their histories and queues/,
	},
	{ why: 'not privileged', options: { privileged: false }, says: /Let the user be privileged/ },
	{ why: 'no ShowTicket', options: { shows: [] }, says: /Grant the user ShowTicket/ },
	{ why: 'no SeeQueue', options: { sees: [], shows: [3, 4] }, says: /Grant the user SeeQueue/ },
	{
		why: 'rights that are checked after the search',
		options: { sqlForAcl: false },
		says: /leaves some out after.*Grant the user ShowTicket for all queues/,
	},
];
for (const { why, options, says } of RIGHTS)
	test(`the test of the credential tells the rights: ${why}`, async () =>
		await reading(fixture, { options }, async ({ check }) => {
			const { ok, message } = await check();
			assert.match(message, says);
			assert.equal(ok, why === 'all of them');
		}));

test('a month of a user who sees no tickets is not an empty month', async () =>
	await reading(fixture, { options: { shows: [] } }, async ({ read }) => {
		const { coverage } = await read();
		assert.equal(coverage.complete, false);
		assert.match(coverage.gap, /there are tickets, but the user sees none\. Grant .*ShowTicket/);
	}));

test('a month without tickets is complete where there are none at all', async () => {
	const none = { ...data(), tickets: [], transactions: [] };
	await reading(fixture, { options: { data: none } }, async ({ read }) =>
		assertMonth(await read(), []),
	);
});

test('a wrong token is told without it; a password does as well', async () => {
	const secret = '1-38-wrongtoken9';
	await reading(fixture, { credentials: { token: secret } }, async ({ read }) => {
		const outcome = await read();
		assert.match(outcome.coverage.gap, /does not accept the token or password/);
		assertNoSecret(outcome, [secret]);
	});
	const pair = Buffer.from('evidence:secret12').toString('base64');
	const basic = { ...fixture, sign: () => ({ headers: { Authorization: `Basic ${pair}` } }) };
	await reading(basic, {}, async ({ read }) => assertMonth(await read(), planned));
});
