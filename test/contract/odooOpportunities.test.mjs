// Odoo opportunities as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import {
	allApprover,
	allDocuments,
	EVIDENCE,
	fixture as fixtureOf,
} from '../../demo/sandbox/odoo/fixture.mjs';
import { assertMonth, reading } from './reading.mjs';

const { signatureOf } = createRequire(import.meta.url)('../../dist/nodes/_shared/signatures.js');

const given = (options) => ({
	...fixtureOf(options),
	sign: (credentials) => signatureOf('performanceOdooApi', credentials),
});
const fixture = given();
const planned = fixture.streams.opportunities.evidence;
const byId = (a, b) => a.recordId - b.recordId;
const firstTen = ({ evidence }) =>
	evidence.filter(({ recordId }) => Number(recordId) <= 10).sort(byId);

const using = async (options, use) =>
	await reading(given(options), {}, async (tools) => {
		const deals = async (more) => await tools.read(more, 'opportunities');
		return await use({ ...tools, deals });
	});

/** In hours from its making: record, who, how it stands, from–to, errors. */
const lineOf = ({ recordId, handler, status, errors, assignedAt, completedAt }) => {
	const made = Date.UTC(2026, 9, 4, 16) + recordId * 7200000;
	const since = (text) => (text === null ? '–' : (Date.parse(text) - made) / 3600000);
	const who = handler === null ? 'nobody' : handler.split('@')[0];
	return [recordId, who, status, `${since(assignedAt)}–${since(completedAt)}`, errors].join(' ');
};

test('every planned opportunity comes as planned; leads do not', async () =>
	await using({}, async ({ deals }) => {
		const outcome = await deals();
		assertMonth(outcome, planned);
		assert.equal(outcome.coverage.received, 230);
	}));

test('the facts of the first ten opportunities, by hand', async () =>
	await using({}, async ({ deals, server }) => {
		const outcome = await deals();
		assert.deepEqual(firstTen(outcome).map(lineOf), [
			'1 li done 0–6 0', // lost
			'2 li done 0–5 1', // won, brought back by wu, won again
			'3 li open 0–– 0', // one that was won was merged into it
			'4 wu done 2–8 0', // assigned later
			'5 wu done 3–8 0', // handed on by li, lost
			'6 li done 0–4 0', // lost, then won in the same save that restored it
			'7 nobody open ––– 0',
			'8 li done 3–7 0', // lost and restored while it was a lead
			'9 li cancelled 0–– 0', // archived, not lost
			'10 li done 0–5 0',
		]);
		const link = `${server.url}/web#id=1&model=crm.lead&view_type=form`;
		assert.equal(firstTen(outcome)[0].recordUrl, link);
	}));

for (const release of [14, 16, 17, 18])
	test(`Odoo ${release}: opportunities come through JSON-RPC`, async () =>
		await using({ release }, async ({ deals, server }) => {
			assertMonth(await deals(), planned);
			assert.deepEqual(new Set(server.requests.map(({ target }) => target)), new Set(['/jsonrpc']));
		}));

test('where only won ones count, a lost one is cancelled, and a won one is done when it was won', async () =>
	await using({}, async ({ deals }) => {
		const lines = firstTen(await deals({ doneWhen: 'won' })).map(lineOf);
		assert.deepEqual(
			[1, 2, 5, 6].map((id) => lines[id - 1]),
			[
				...['1 li cancelled 0–– 0', '2 li done 0–5 1', '5 wu cancelled 3–– 0'],
				'6 li done 0–9 0', // lost at 4, won at 9
			],
		);
	}));

test('without the right to tracked changes: told, or read from the dates of the record', async () =>
	await using({ groups: [...allApprover, ...allDocuments] }, async ({ deals, check }) => {
		const { coverage } = await deals();
		assert.match(coverage.gap, /may not read this: .*\(mail\.tracking\.value\)/);
		assert.match(coverage.gap, /or set History to Dates of the Record\.$/);
		const { ok, message } = await check();
		assert.equal(ok, false);
		assert.match(message, /set History to Dates of the Record/);
		const outcome = await deals({ history: 'record' });
		assert.equal(outcome.coverage.gap, null);
		assert.deepEqual(firstTen(outcome).map(lineOf), [
			'1 li done 0–6 ',
			'2 li done 0–24 ', // the last closing
			'3 li open 0–– ',
			'4 wu done 2–8 ',
			'5 wu done 3–8 ',
			'6 li done 0–9 ',
			'7 nobody open ––– ',
			'8 li done 3–7 ',
			'9 li cancelled 0–– ',
			'10 li done 0–5 ',
		]);
	}));

for (const release of [19, 17])
	test(`Odoo ${release}: who sees only own opportunities gets nothing, with the role that is missing`, async () => {
		const groups = [...allApprover, allDocuments[0], EVIDENCE];
		await using({ release, groups }, async ({ deals, check }) => {
			const { coverage, evidence } = await deals();
			assert.match(coverage.gap, /sees only some opportunities.*User: All Documents in Sales\.$/);
			assert.deepEqual([evidence.length, coverage.complete], [0, false]);
			const { ok, message } = await check();
			assert.equal(ok, false);
			assert.match(message, /sees only some opportunities/);
			assert.doesNotMatch(message, /expenses/);
		});
	});

test('who may not read opportunities at all is told the role', async () =>
	await using({ groups: [...allApprover, EVIDENCE] }, async ({ check }) => {
		const { ok, message } = await check();
		assert.equal(ok, false);
		assert.match(message, /\(crm\.lead\).* the role User: All Documents in Sales\./);
	}));

/** The fixture, with its data changed. */
const changed = (options, change) => {
	const base = given(options);
	const system = (more) => {
		const made = base.system(more);
		change(made.models);
		return made;
	};
	return { ...base, system };
};
const without =
	(...names) =>
	(models) => {
		for (const name of Object.keys(models))
			if (names.some((start) => name.startsWith(start))) delete models[name];
	};

for (const release of [19, 17])
	test(`Odoo ${release}: the credential is good where one of the apps is not installed, not where both are`, async () => {
		const tried = async (...names) =>
			await reading(changed({ release }, without(...names)), {}, async ({ check, read }) => [
				await check(),
				(await read({}, 'opportunities')).coverage.gap,
			]);
		const [withoutCrm, gap] = await tried('crm.');
		assert.ok(withoutCrm.ok, withoutCrm.message);
		assert.match(gap, /it lacks a model: .*CRM for opportunities\.$/);
		const [withoutExpenses, none] = await tried('hr.expense');
		assert.ok(withoutExpenses.ok, withoutExpenses.message);
		assert.equal(none, null);
		const [neither] = await tried('crm.', 'hr.expense');
		assert.equal(neither.ok, false);
		assert.match(neither.message, /it lacks a model/);
	});

test('what its history does not tell makes the coverage incomplete and is not guessed', async () => {
	const deleted = changed({}, (models) => {
		const saves = models['mail.message'].rows.filter(
			({ model, res_id: id }) => model === 'crm.lead' && id === 2,
		);
		const { rows } = models['mail.tracking.value'];
		// Of its making, won, brought back, won again: the third.
		rows.splice(
			rows.findIndex(({ mail_message_id: save }) => save === saves[2].id),
			1,
		);
	});
	await reading(deleted, {}, async ({ read }) => {
		const { coverage, evidence } = await read({}, 'opportunities');
		assert.match(coverage.gap, /^One record .*first: 2\): its tracked changes do not lead/);
		assert.equal(evidence.length, planned.length - 1);
		assert.equal((await read({ history: 'record' }, 'opportunities')).coverage.gap, null);
	});
	const stageGone = changed({}, (models) => models['crm.stage'].rows.splice(2, 1));
	await reading(stageGone, {}, async ({ read }) => {
		const { coverage, evidence } = await read({}, 'opportunities');
		assert.match(coverage.gap, /it was in a stage that is no longer there/);
		assert.equal(evidence.length, 207); // who never was in it is told
	});
});

test('user IDs, fields under names of their own, sales teams, stages', async () =>
	await using({}, async ({ deals }) => {
		assert.equal(firstTen(await deals({ handlerAs: 'id' }))[0].handler, '5');
		const fields = { expected_revenue: 'revenue', lost_reason_id: 'reason', date_deadline: 'plan' };
		assert.deepEqual(firstTen(await deals({ fields }))[0].fields, {
			...{ revenue: 1001, reason: 'Too expensive', plan: '2026-11-30' },
		});
		assert.equal((await deals({ teams: ['2'] })).coverage.received, 115);
		assert.equal((await deals({ stages: ['2'] })).coverage.received, 23);
		assert.match((await deals({ teams: 'Sales' })).coverage.gap, /Choose in Sales Teams/);
		assert.match((await deals({ fields: 'nofield' })).coverage.gap, /there is no field nofield/);
	}));

test('what there is to choose from', async () =>
	await using({}, async ({ choices }) => {
		assert.deepEqual(await choices('teams'), [
			{ value: '1', label: 'Sales' },
			{ value: '2', label: 'Website' },
		]);
		assert.deepEqual(
			(await choices('stages')).map(({ label }) => label),
			['New', 'Qualified', 'Proposition', 'Won'],
		);
		const names = (await choices('opportunityFields')).map(({ value }) => value);
		assert.deepEqual(
			[names.includes('expected_revenue'), names.includes('message_ids')],
			[true, false],
		);
	}));

test('JSON-2 at Odoo 17 names the setting', async () =>
	await reading(given({ release: 17 }), { credentials: { api: 'json2' } }, async ({ read }) =>
		assert.match((await read({}, 'opportunities')).coverage.gap, /14 to 18 set API to JSON-RPC/),
	));
