// Odoo expenses as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { allApprover, fixture as fixtureOf } from '../../demo/sandbox/odoo/fixture.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const { listChoices } = createRequire(import.meta.url)('../../dist/src/index.js');
const { signatureOf } = createRequire(import.meta.url)('../../dist/nodes/_shared/signatures.js');

/** Signed as the test of the credential is: by JSON-2, for releases before 19 by JSON-RPC. */
const given = (options) => ({
	...fixtureOf(options),
	sign: (credentials) => signatureOf('performanceOdooApi', credentials),
});
const fixture = given();
const { evidence: planned } = fixture.streams.expenses;
const byId = (a, b) => a.recordId - b.recordId;
const firstTen = ({ evidence }) =>
	evidence.filter(({ recordId }) => Number(recordId) <= 10).sort(byId);

test('every planned expense comes as planned, and nothing else', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const outcome = await read();
		assertMonth(outcome, planned);
		assert.equal(outcome.coverage.received, 230);
	}));

test('the facts of the first ten expenses, by hand', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		const told = firstTen(await read()).map(({ recordId, handler, status, errors, ...times }) => {
			const hour = (text) => text && (Date.parse(text) - Date.UTC(2026, 9, 4, 16)) / 3600000;
			const made = recordId * 2; // hours after the first, as all that follows
			const since = (text) => (text === null ? '–' : hour(text) - made);
			const away = times.pauses.map(({ from, to }) => `away ${since(from)}–${since(to)}`);
			const span = `${since(times.assignedAt)}–${since(times.completedAt)}`;
			return [recordId, handler, status, span, errors, ...away].join(' ');
		});
		assert.deepEqual(told, [
			'1 li@x.example done 1–6 0', // refused by who reviews it: done
			'2 li@x.example done 1–5 1', // brought back by wu, approved again
			'3 li@x.example open 1–– 0',
			// 4 is a draft
			'5 li@x.example done 1–5 0', // paid
			'6 li@x.example done 1–7 0 away 2–4', // taken back, submitted again
			'7 wu@x.example done 3–8 0', // handed to wu while it waited
			// 8 was approved without a submission
			'9 li@x.example done 1–5 1', // refused by wu after li had approved it
			'10 li@x.example done 1–5 0',
		]);
		const { recordUrl } = firstTen(await read())[0];
		assert.equal(recordUrl, `${server.url}/odoo/hr.expense/1`);
	}));

for (const release of [14, 16, 17, 18])
	test(`Odoo ${release}: reports come through JSON-RPC as expenses do through JSON-2`, async () =>
		await reading(given({ release }), {}, async ({ read, check, server }) => {
			const outcome = await read();
			assertMonth(outcome, planned);
			const { recordUrl } = firstTen(outcome)[0];
			assert.equal(recordUrl, `${server.url}/web#id=1&model=hr.expense.sheet&view_type=form`);
			const { ok, message } = await check();
			assert.ok(ok, message);
			assert.deepEqual(new Set(server.requests.map(({ target }) => target)), new Set(['/jsonrpc']));
		}));

const without = (change) => {
	const system = (options) => {
		const made = fixture.system(options);
		change(made.models);
		return made;
	};
	return { ...fixture, system };
};

test('a language that is gone, or a message that was deleted, is told and not guessed over', async () => {
	const english = without((models) => models['res.lang'].rows.pop());
	await reading(english, {}, async ({ read }) => {
		const { coverage } = await read();
		assert.match(coverage.gap, /names a state '已\S+' that no language of Odoo has\. /);
	});
	const deleted = without((models) => models['mail.tracking.value'].rows.splice(1, 1));
	await reading(deleted, {}, async ({ read }) => {
		const { coverage, evidence } = await read();
		assert.match(coverage.gap, /^One record .*first: 1\): its tracked changes do not lead/);
		assert.equal(evidence.length, planned.length - 1);
	});
});

test('without the right to tracked changes: told, with both ways out', async () =>
	await reading(given({ groups: allApprover }), {}, async ({ read, check }) => {
		const { coverage } = await read();
		assert.match(coverage.gap, /may not read this: .*\(mail\.tracking\.value\)/);
		assert.match(
			coverage.gap,
			/read access to mail\.tracking\.value .* or set History to Messages/,
		);
		assert.deepEqual([(await check()).ok, coverage.complete], [false, false]);
	}));

/** By messages: no times of assignment and no errors; whoever approves an own expense is left out. */
const byMessages = ({ tellsRefusal }) =>
	planned.map((item) => {
		const isRefused = Number(item.recordId) % 10 === 1 && !tellsRefusal;
		const cancelled = { status: 'cancelled', handler: null, completedAt: null };
		return { ...item, assignedAt: null, errors: null, ...(isRefused ? cancelled : {}) };
	});

for (const [release, tellsRefusal] of [
	[19, false],
	[17, true],
])
	test(`Odoo ${release} by messages, without that right`, async () =>
		await reading(given({ release, groups: allApprover }), {}, async ({ read }) =>
			assertMonth(await read({ history: 'messages' }), byMessages({ tellsRefusal })),
		));

for (const release of [19, 17])
	test(`Odoo ${release}: who sees only a part gets nothing, with the role that is missing`, async () => {
		const groups = ['base.group_user', 'hr_expense.group_hr_expense_team_approver'];
		await reading(given({ release, groups }), {}, async ({ read, check }) => {
			const { coverage, evidence } = await read();
			assert.match(coverage.gap, /sees only some expenses.*role All Approver in Expenses\.$/);
			assert.deepEqual([evidence.length, coverage.complete], [0, false]);
			const { ok, message } = await check();
			assert.equal(ok, false);
			assert.match(message, /mail\.tracking\.value.*role All Approver/);
		});
	});

test('user IDs, logins, fields, departments', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const of = async (more) => firstTen(await read(more))[0];
		assert.equal((await of({ handlerAs: 'id' })).handler, '5');
		assert.equal((await of({ handlerAs: 'login' })).handler, 'li');
		const { fields } = await of({ fields: 'total_amount, employee_id, write_date, approval_date' });
		const written = '2026-10-05T00:00:00.000Z';
		assert.deepEqual(fields, {
			...{ total_amount: 101, employee_id: 'Chen', write_date: written, approval_date: null },
		});
		const sales = await read({ departments: ['2'] });
		assert.equal(sales.coverage.received, 115);
		assert.match((await read({ departments: 'Sales' })).coverage.gap, /Choose in Departments/);
		assert.match((await read({ fields: 'nofield' })).coverage.gap, /there is no field nofield/);
	}));

test('what there is to choose from', async () =>
	await reading(fixture, {}, async ({ server, ports }) => {
		const list = async (lookup) =>
			await listChoices({ system: 'odoo', lookup, baseUrl: server.url }, ports);
		assert.deepEqual(await list('departments'), [
			{ value: '1', label: 'Finance' },
			{ value: '2', label: 'Sales' },
		]);
		assert.deepEqual(await list('companies'), [{ value: '1', label: 'Company' }]);
		const names = (await list('expenseFields')).map(({ value }) => value);
		assert.deepEqual(
			[names.includes('total_amount'), names.includes('message_ids')],
			[true, false],
		);
	}));

test('an expense that is changed while the list is read loses no other', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		server.faults.add({ match: 'hr.expense/search_read', kind: 'moved', times: 1, after: 1 });
		assertMonth(await read(), planned);
	}));

test('a conflict in the database is read again, by JSON-RPC too', async () => {
	for (const release of [19, 17])
		await reading(given({ release }), {}, async ({ read, server, waits }) => {
			const rpc = release < 19;
			server.faults.add({ match: rpc ? 'jsonrpc' : 'search_count', kind: '500', rpc });
			assertMonth(await read(), planned);
			assert.deepEqual(waits, [1000]);
		});
});

const refusals = [
	{ why: 'a wrong or expired key', more: { apiKey: 'wrong-key-9' }, is: /three months at most/ },
	{
		why: 'a wrong or expired key of JSON-RPC',
		...{ release: 17, more: { apiKey: 'wrong-key-9' }, is: /does not accept the API key/ },
	},
	{ why: 'the key of another user', release: 17, more: { userId: 5 }, is: /Database and User ID/ },
	{ why: 'another database', release: 17, more: { database: 'other' }, is: /Correct Database/ },
	{
		why: 'several databases, none named',
		...{ options: { several: true }, is: /name yours in Database/ },
	},
	{
		why: 'JSON-2 at Odoo 17',
		...{ release: 17, more: { api: 'json2' }, is: /14 to 18 set API to JSON-RPC/ },
	},
];
for (const { why, release = 19, more = {}, options = {}, is } of refusals)
	test(`a refusal says what to do, without the key: ${why}`, async () =>
		await reading(given({ release }), { options, credentials: more }, async ({ read, check }) => {
			const outcome = await read();
			assert.match(outcome.coverage.gap, is);
			const { ok, message } = await check();
			assert.deepEqual([ok, is.test(message)], [false, true]);
			assertNoSecret([outcome, message], [more.apiKey ?? fixture.credentials.apiKey]);
		}));

test('a database that is named is the one that is read', async () =>
	await reading(
		fixture,
		{ options: { several: true }, credentials: { database: 'company' } },
		async ({ read }) => assertMonth(await read(), planned),
	));
