// Tryton's opportunities, invoices and timesheets as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture as fixtureOf } from '../../demo/sandbox/tryton/fixture.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const whole = fixtureOf();
const only = (stream) => ({ ...whole, streams: { [stream]: whole.streams[stream] } });
const hours = (from, to) => (to === null ? '–' : (Date.parse(to) - Date.parse(from)) / 3600000);
const firstTen = ({ evidence }) =>
	evidence.filter(({ recordId }) => Number(recordId) <= 10).sort((a, b) => a.recordId - b.recordId);

test('opportunities come as planned; the first ten by hand', async () =>
	await reading(only('opportunities'), {}, async ({ read }) => {
		const outcome = await read();
		assertMonth(outcome, whole.streams.opportunities.evidence);
		const told = firstTen(outcome).map(
			({ handler, status, errors, assignedAt, completedAt }) =>
				`${handler} ${status} ${errors} ${hours(assignedAt, completedAt)}`,
		);
		assert.deepEqual(told, [
			'wu@x.example done 0 5', // lost
			'3 done 1 5', // won, opened again, won; its employee has no address
			'li@x.example open 0 –', // a lead
			'wu@x.example open 0 –', // converted, but not decided
			'3 cancelled 0 –',
			'li@x.example done 0 2', // handed on after four hours
			'null open 0 –',
			'3 done 0 5', // handed on after it was lost
			'li@x.example open 0 –',
			'wu@x.example done 0 5', // won
		]);
		const converted = await read({ doneWhen: 'converted' });
		assert.equal(firstTen(converted)[3].status, 'done');
	}));

test('supplier invoices come as planned; the first ten by hand', async () =>
	await reading(only('invoices'), {}, async ({ read }) => {
		const outcome = await read();
		assertMonth(outcome, whole.streams.invoices.evidence);
		const told = firstTen(outcome).map(
			({ handler, status, completedAt }) => `${handler} ${status} ${completedAt?.slice(11, 16)}`,
		);
		assert.deepEqual(told, [
			'6 done 19:00', // validated, by a user without an address
			'li@x.example done 19:00',
			'6 done 19:00',
			'li@x.example done 19:00',
			'null cancelled undefined',
			'null open undefined', // a draft
			'6 done 19:00',
			'li@x.example done 19:00',
			'6 done 19:00',
			'li@x.example done 19:00',
		]);
		const entered = await read({ handlerFrom: 'entered', assignedFrom: 'entered' });
		const [one] = firstTen(entered);
		assert.deepEqual([one.handler, hours(one.assignedAt, one.completedAt)], ['li@x.example', 3]);
	}));

test('timesheet lines are done in the last second of their day', async () =>
	await reading(only('timesheets'), {}, async ({ read }) => {
		const outcome = await read({ fields: 'duration' });
		assertMonth(outcome, whole.streams.timesheets.evidence);
		const [one] = firstTen(outcome);
		assert.deepEqual(
			[one.handler, one.completedAt, one.fields],
			['wu@x.example', '2026-10-05T15:59:59.000Z', { duration: 3601 }],
		);
	}));

const RIGHTS = [
	{ why: 'all', me: { company: 1 }, says: /could read the user's company, opportunities/ },
	{
		why: 'invoices only',
		me: { company: 1, reads: ['account.invoice', 'res.user', 'account.move'] },
		says: /read access to sale\.opportunity.*read access to timesheet\.line/,
	},
	{ why: 'no company', me: { company: null }, says: /Give the user a company in Tryton/ },
];
for (const { why, me, says } of RIGHTS)
	test(`the test of the credential tells the rights: ${why}`, async () => {
		const { username, password } = whole.credentials;
		const options = { users: { [`${username}:${password}`]: me } };
		await reading(only('invoices'), { options }, async ({ check }) => {
			const { ok, message } = await check();
			assert.match(message, says);
			assert.equal(ok, why === 'all');
		});
	});

test('a field that Tryton does not have is told by its name', async () =>
	await reading(only('invoices'), {}, async ({ read }) => {
		const { coverage } = await read({ fields: 'colour' });
		assert.match(coverage.gap, /lacks a model or a field: 'colour'/);
	}));

test('a wrong password is told without it', async () => {
	const credentials = { password: 'wrong-pass-9' };
	await reading(only('opportunities'), { credentials }, async ({ read }) => {
		const outcome = await read();
		assert.match(outcome.coverage.gap, /does not accept the user and password/);
		assertNoSecret(outcome, ['wrong-pass-9']);
	});
});
