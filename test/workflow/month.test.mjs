// The whole month in a real n8n whose own time zone is another one: to the cent as the plan gives it, and again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expected, expectedTotals } from '../../demo/company/expected.mjs';
import { changeNodes } from '../../demo/n8n/workflows.mjs';
import { PERIOD, lasting, openCompany, paid } from './company.mjs';

let company;
before(async () => {
	// Imported in the wrong order on purpose: nothing may lean on it.
	const order = ['month-close', 'payroll-sync', 'monthly-scoring', 'monthly-ingestion', 'set-up'];
	company = await openCompany({ timeZone: 'America/New_York', order });
});
after(() => company?.stop());

const TABLES = [
	'evidence',
	'coverage',
	'scorecards',
	'exceptions',
	'summary',
	'paylines',
	'batches',
];
const allRows = async () =>
	Object.fromEntries(
		await Promise.all(
			TABLES.map(async (name) => [name, lasting(await company.tables.rows(`pp_${name}_v1`))]),
		),
	);

/** Somebody who is paid from a base in whole units, so that a hundredth of it is exact. */
const corrected = [...expected.values()].find(
	({ blocked, base }) => blocked === undefined && base !== null && /[.]00$/.test(base),
);

const close = (settings = {}) => company.call('pp-close', { period: PERIOD, ...settings });

test('by default the close previews: blocked people stop the batch, and nobody is paid', async () => {
	const closed = await close();
	assert.equal(closed.ok, true, `${closed.message} ${closed.remedy}`);
	assert.equal(closed.complete, true);
	assert.equal(closed.summary.scored, expectedTotals.scored);
	assert.equal(closed.summary.blocked, expectedTotals.blocked);
	assert.equal(closed.preview.status, 'stopped');
	assert.deepEqual(paid(company.sandbox), []);
});

test('each total, grade and reason is the plan’s', async () => {
	const cards = new Map(
		(await company.tables.rows('pp_scorecards_v1')).map((card) => [card.employeeId, card]),
	);
	const codes = new Map(
		(await company.tables.rows('pp_exceptions_v1'))
			.filter(({ blocks }) => blocks)
			.map(({ employeeId, code }) => [employeeId, code]),
	);
	const found = [...expected.keys()].map((id) =>
		cards.has(id) ? [id, cards.get(id).total.toFixed(2), cards.get(id).grade] : [id, codes.get(id)],
	);
	const wanted = [...expected.values()].map(({ employeeId, total, grade, blocked }) =>
		blocked === undefined ? [employeeId, total, grade] : [employeeId, blocked],
	);
	assert.deepEqual(found, wanted);
});

test('a close that may pay refuses to while the batch is stopped, and says who is in the way', async () => {
	const closed = await close({ pay: 'sync' });
	assert.equal(closed.status, 409);
	assert.equal(closed.ok, false);
	assert.match(closed.message, /Nobody was paid/);
	assert.match(closed.remedy, /E012/);
	assert.deepEqual(paid(company.sandbox), []);
});

test('a hash that nobody previewed pays nobody', async () => {
	const refused = await company.call('pp-pay', {
		period: PERIOD,
		action: 'sync',
		approvedHash: 'f00d',
	});
	assert.equal(refused.ok, false);
	assert.match(refused.message, /No preview of 2026-10 has the hash f00d/);
	assert.deepEqual(paid(company.sandbox), []);
});

let once;
test('the close pays what the preview showed, reads it back and keeps the journal', async () => {
	const closed = await close({ pay: 'sync', blockedPeople: 'payOthers' });
	assert.equal(closed.ok, true, `${closed.message} ${closed.remedy}`);
	once = { rows: await allRows(), ledger: paid(company.sandbox) };
	assert.equal(closed.paid.sync.status, 'sent');
	assert.equal(closed.paid.reconciliation.status, 'reconciled');
	assert.equal(closed.paid.reconciliation.count, expectedTotals.paid);
	const { sumOfAmount, sumOfBase } = closed.paid.reconciliation.currencies.CNY;
	assert.deepEqual(
		[sumOfAmount, sumOfBase],
		[expectedTotals.sumOfAmount, expectedTotals.sumOfBase],
	);
	assert.equal(once.ledger.length, expectedTotals.paid);
	assert.equal(new Set(once.ledger.map((line) => line.split(' ')[0])).size, expectedTotals.paid);
	const lines = await company.tables.rows('pp_paylines_v1');
	assert.equal(lines.filter(({ entry }) => entry === 'preview').length, expectedTotals.paid);
	assert.equal(lines.filter(({ status }) => status === 'confirmed').length, expectedTotals.paid);
});

test('closing again leaves the same rows and pays nobody twice', async () => {
	const closed = await close({ pay: 'sync', blockedPeople: 'payOthers' });
	assert.equal(closed.ok, true, `${closed.message} ${closed.remedy}`);
	const again = await allRows();
	for (const name of ['evidence', 'coverage', 'scorecards', 'exceptions', 'summary', 'batches'])
		assert.deepEqual(again[name], once.rows[name], name);
	const results = (rows) => rows.filter((row) => JSON.parse(row).entry !== 'preview');
	assert.deepEqual(results(again.paylines), results(once.rows.paylines));
	assert.deepEqual(paid(company.sandbox), once.ledger);
});

test('a rating that is corrected after the sync pays the difference as revision 1, once', async () => {
	const of = ({ employeeId }) => employeeId === corrected.employeeId;
	const card = (await company.tables.rows('pp_scorecards_v1')).find(of);
	const rating = (await company.tables.rows('pp_ratings_v1')).find(
		(row) => of(row) && row.period === PERIOD && row.points >= 1,
	);
	// One point less of the leader: one hundredth of the base less.
	const { employeeId, criterion } = rating;
	const where = { period: PERIOD, employeeId, criterion };
	await company.tables.update('pp_ratings_v1', where, { points: rating.points - 1 });
	const scored = await company.call('pp-score', { period: PERIOD });
	assert.equal(scored.ok, true, scored.message);
	const now = (await company.tables.rows('pp_scorecards_v1')).find(of);
	assert.equal((card.total - now.total).toFixed(2), '1.00');

	const correction = { period: PERIOD, blockedPeople: 'payOthers', revision: 1 };
	const refused = await company.call('pp-pay', { ...correction, action: 'preview' });
	assert.equal(refused.batch.status, 'stopped');
	assert.deepEqual(
		refused.problems.filter(({ blocks }) => blocks).map(({ code }) => code),
		['pay.negativeDifference'],
	);
	const deduct = {
		...correction,
		negativeDifferences: 'deduct',
		deduction: 'Performance Pay Recovery',
	};
	const preview = await company.call('pp-pay', { ...deduct, action: 'preview' });
	assert.equal(preview.batch.status, 'ready', JSON.stringify(preview.problems));
	assert.equal(preview.batch.count, 1);
	const sync = () =>
		company.call('pp-pay', { ...deduct, action: 'sync', approvedHash: preview.batch.hash });
	const paidBack = await sync();
	assert.equal(paidBack.ok, true, `${paidBack.message} ${JSON.stringify(paidBack.problems)}`);
	assert.equal(paidBack.batch.status, 'reconciled');
	assert.equal((await sync()).ok, true);
	assert.equal(paid(company.sandbox).length, expectedTotals.paid + 1);
	const line = (await company.tables.rows('pp_paylines_v1')).find(
		({ revision, entry }) => revision === 1 && entry !== 'preview',
	);
	const hundredth = (Number(corrected.base) / 100).toFixed(2);
	assert.deepEqual(
		[line.employeeId, line.amount, line.status],
		[employeeId, `-${hundredth}`, 'confirmed'],
	);
});

test('the close runs each of the systems’ nodes, and tells what n8n itself needed beside them', async (t) => {
	const systems = ['CRM', 'Finance', 'Support', 'Base Pay', 'Preview', 'Sync', 'Reconcile'];
	const parts = await Promise.all(
		['monthly-ingestion', 'monthly-scoring', 'payroll-sync'].map(async (name) => {
			const [{ id }] = (await company.executions.latest(company.ids.get(name), 8)).filter(
				({ mode }) => mode === 'integrated',
			);
			return Object.entries((await company.executions.ended(id)).times());
		}),
	);
	const ran = parts.flat().filter(([node]) => systems.includes(node));
	const names = ran.map(([node]) => node);
	for (const name of systems.slice(0, 4)) assert.ok(names.includes(name), `${name} did not run`);
	const own = parts.flat().filter(([node]) => !systems.includes(node));
	const ms = own.reduce((sum, [, each]) => sum + each, 0);
	t.diagnostic(
		`${ms} ms in n8n's own nodes, scoring included; under 5 s on a machine that is not busy`,
	);
	assert.ok(own.length > systems.length, `${own.length} nodes of n8n's own`);
});

/** The last full month of the templates' time zone, worked out without n8n. */
function lastFullMonth() {
	const [year, month] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
		.format(new Date())
		.split('-')
		.map(Number);
	return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

test('run by hand, the close takes the last full month of its own time zone', async () => {
	const run = await company.byHand('month-close');
	const [answer] = run.items('Answer');
	assert.equal(answer.ok, true, answer.message);
	assert.equal(answer.period, lastFullMonth());
	assert.ok(run.nodes.includes('Ingest'), 'the close called the ingestion');
});

test('the schedule wakes the close up, and it runs only at its hour of its day', async () => {
	const id = company.ids.get('month-close');
	const wake = () => company.executions.runByHand(id, 'Hourly, 2nd to 4th');
	const setting = (name, value) => (node) => {
		if (node.name !== 'Settings') return node;
		const changed = structuredClone(node);
		changed.parameters.assignments.assignments.find((one) => one.name === name).value = value;
		return changed;
	};
	await changeNodes(company.own.client, id, setting('closeDay', 32));
	assert.ok(!(await wake()).nodes.includes('List Tables'), 'never on the 32nd');
	const now = "={{ $now.setZone('Asia/Shanghai')";
	await changeNodes(company.own.client, id, setting('closeDay', `${now}.day }}`));
	await changeNodes(company.own.client, id, setting('closeHour', `${now}.hour }}`));
	assert.ok((await wake()).nodes.includes('Ingest'), 'at its hour it runs');
});
