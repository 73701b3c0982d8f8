// On the next day payroll is compared with what was approved; what fails is told with what was paid and what was not.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { expected, expectedTotals } from '../../demo/company/expected.mjs';
import { changeSettings, publish } from '../../demo/n8n/workflows.mjs';
import { PERIOD, lasting, openCompany, paid } from './company.mjs';

const settings = { period: PERIOD, blockedPeople: 'payOthers' };
const TOLD_MS = 60000;
let company, approvedHash;

before(async () => {
	company = await openCompany({ timeZone: 'Asia/Shanghai' });
	const { client } = company.own;
	const errorWorkflow = company.ids.get('when-something-fails');
	for (const name of ['payroll-sync', 'monthly-ingestion']) {
		await changeSettings(client, company.ids.get(name), { errorWorkflow });
		await publish(client, company.ids.get(name));
	}
	for (const name of ['monthly-ingestion', 'monthly-scoring'])
		assert.equal((await company.byHand(name)).status, 'success');
	approvedHash = (await company.call('pp-pay', settings)).batch.hash;
});
after(() => company?.stop());

const pay = (action) => company.call('pp-pay', { ...settings, action, approvedHash });

/** As after the preview: nothing paid, nothing told, no journal. */
beforeEach(async () => {
	company.sandbox.unpay();
	for (const table of ['incidents', 'batches', 'paylines'])
		await company.tables.clear(`pp_${table}_v1`);
	const { batch } = await company.call('pp-pay', settings);
	assert.equal(batch.hash, approvedHash);
});

/** The incident that is told, once it is. */
async function incident() {
	for (let end = Date.now() + TOLD_MS; Date.now() < end; await wait(200)) {
		const [told] = await company.tables.rows('pp_incidents_v1');
		if (told) return told;
	}
	throw new Error('Nothing was told.');
}

const accounts = () => company.sandbox.ledger().map(({ employee }) => employee);

test('a 75 that somebody typed as 85 is found on the next day, with its +10 % of the base', async () => {
	assert.equal((await pay('sync')).ok, true);
	assert.equal((await company.byHand('reconcile')).status, 'success');

	const [entry] = company.sandbox.ledger();
	entry.amount += 300;
	const { base } = [...expected.values()].find((one) => Number(one.amount) === entry.amount - 300);
	const percent = Math.floor((300 / Number(base)) * 10000) / 100;
	const run = await company.byHand('reconcile');
	assert.equal(run.status, 'error');
	assert.match(
		run.error.message,
		/^Payroll is not as it was approved\. 2026-10, batch [0-9a-f]{12}: E\d+/,
	);
	assert.ok(run.error.message.includes(`+300.00, +${percent} % of the base`), run.error.message);
	assert.match(run.error.message, /cancel and delete the entry in payroll if it is wrong/);
});

test('a payment that is missing, or there twice, is found too', async () => {
	await pay('sync');
	const [gone, ...rest] = company.sandbox.ledger();
	company.sandbox.removePayment(gone.name);
	const missing = await company.byHand('reconcile');
	assert.match(missing.error.message, /is not in payroll/);
	assert.equal(rest.length, expectedTotals.paid - 1);
	assert.ok(!accounts().includes(gone.employee));
});

test('of two releases at once one goes on, the other is told to wait, and everybody is paid once', async () => {
	const both = await Promise.all([pay('sync'), pay('sync')]);
	assert.deepEqual(both.map(({ status }) => status).sort(), [200, 423]);
	const busy = both.find(({ status }) => status === 423);
	assert.match(busy.message, /Execution \d+ has been at work on 2026-10 since/);
	assert.equal(paid(company.sandbox).length, expectedTotals.paid);
	assert.equal(company.sandbox.ledger().length, expectedTotals.paid);
});

test('what the journal has as paid is not paid again because payroll does not show it', async () => {
	await pay('sync');
	const [gone] = company.sandbox.ledger();
	company.sandbox.removePayment(gone.name);
	const again = await pay('sync');
	assert.equal(again.ok, false);
	assert.match(
		JSON.stringify(again),
		/paid [\d.]+ CNY by the journal, and payroll does not show it/,
	);
	assert.ok(!accounts().includes(gone.employee));
	// A reconcile settles it: the journal then says that the payment is not there, and a sync pays it.
	assert.equal((await pay('reconcile')).ok, false);
	assert.equal((await pay('sync')).ok, true);
	assert.equal(paid(company.sandbox).length, expectedTotals.paid);
});

test('a sync that fails half way is told with who is paid and who is not', async () => {
	const { frappe } = company.sandbox.faults;
	frappe.add({ match: 'POST /api/resource/Additional', kind: '500', after: 20, times: Infinity });
	const answer = await pay('sync');
	frappe.clear();
	assert.equal(answer.ok, false);
	const soFar = paid(company.sandbox).length;
	const told = await incident();
	assert.equal(told.workflow, '4 · Payroll Sync');
	assert.deepEqual(
		[told.paid, told.paid + told.notPaid + told.unknown],
		[soFar, expectedTotals.paid],
		told.text,
	);
	assert.match(
		told.text,
		new RegExp(`payroll holds ${soFar} of ${expectedTotals.paid} lines as approved`),
	);
	assert.match(told.text, /Not paid: E\d+/);
	assert.match(told.remedy, /it looks first, and pays nobody twice/);
	assert.match(told.address, /\/workflow\/.+\/executions\/\d+/);
	assert.equal(paid(company.sandbox).length, soFar, 'telling pays nobody');
});

const journal = async () =>
	Object.fromEntries(
		await Promise.all(
			['batches', 'paylines'].map(async (name) => [
				name,
				lasting(await company.tables.rows(`pp_${name}_v1`)).filter(
					(row) => JSON.parse(row).entry !== 'preview',
				),
			]),
		),
	);

test('a preview that nobody released is neither asked for nor kept as released', async () => {
	const refused = await company.call('pp-pay', {
		...settings,
		...{ action: 'sync', approvedHash: 'f00d' },
	});
	assert.match(refused.message, /^No preview of 2026-10 has the hash f00d/);
	assert.equal((await incident()).paid, null);
	const asked = { ...settings, action: 'reconcile', approvedHash, askedBy: 'incident' };
	assert.match((await company.call('pp-pay', asked)).message, /No preview or released batch/);
	assert.deepEqual(await journal(), { batches: [], paylines: [] });
});

test('a base that cannot be found is told with its cause', async () => {
	const { employeeId } = [...expected.values()].find((one) => one.blocked === undefined);
	const [{ accounts }] = (await company.tables.rows('pp_people_v1')).filter(
		(one) => one.employeeId === employeeId,
	);
	const { frappe: _left, ...others } = JSON.parse(accounts);
	await company.tables.update('pp_people_v1', { employeeId }, { accounts: JSON.stringify(others) });
	const { problems } = await company.call('pp-pay', settings);
	await company.tables.update('pp_people_v1', { employeeId }, { accounts });
	const told = problems.filter((one) => one.employeeId === employeeId);
	assert.deepEqual(
		told.map(({ code, message }) => [code, message]),
		[['pay.accountMissing', `${employeeId} has no account in frappe`]],
	);
	assert.equal((await company.call('pp-pay', settings)).batch.hash, approvedHash);
});

test('a rating changed after the sync: nothing is compared, the journal stays, revision 1 pays the difference', async (t) => {
	const synced = await pay('sync');
	assert.equal(synced.ok, true, synced.message);
	const before = await journal();
	// Another preview of the month takes nothing from what was released.
	assert.equal((await company.call('pp-pay', { period: PERIOD })).batch.status, 'stopped');
	const same = await company.byHand('reconcile');
	assert.equal(same.status, 'success', same.error?.message);
	assert.deepEqual(await journal(), before);

	const ratings = await company.tables.rows('pp_ratings_v1');
	const { employeeId, criterion, points } = ratings.find(
		(one) =>
			one.period === PERIOD &&
			one.points >= 1 &&
			expected.get(one.employeeId)?.blocked === undefined &&
			/[.]00$/.test(expected.get(one.employeeId)?.base ?? ''),
	);
	const where = { period: PERIOD, employeeId, criterion };
	const rate = async (given) => {
		await company.tables.update('pp_ratings_v1', where, { points: given });
		assert.equal((await company.byHand('monthly-scoring')).status, 'success');
	};
	t.after(() => rate(points));
	await rate(points - 1);

	const run = await company.byHand('reconcile');
	assert.equal(run.status, 'error');
	assert.match(run.error.message, /^Not compared: 2026-10, batch [0-9a-f]{12}: .*Payroll was not/);
	assert.match(run.error.message, /sync the difference as the next revision/);
	assert.deepEqual(await journal(), before, 'the journal tells what was paid');

	const correction = {
		...{ ...settings, revision: 1 },
		...{ negativeDifferences: 'deduct', deduction: 'Performance Pay Recovery' },
	};
	const { batch, problems } = await company.call('pp-pay', correction);
	assert.equal(batch.status, 'ready', JSON.stringify(problems));
	const sync = { ...correction, action: 'sync', approvedHash: batch.hash };
	const corrected = await company.call('pp-pay', sync);
	assert.equal(corrected.ok, true, corrected.message);
	const lines = (await company.tables.rows('pp_paylines_v1')).filter(
		({ entry }) => entry === batch.hash,
	);
	const hundredth = (Number(expected.get(employeeId).base) / 100).toFixed(2);
	assert.deepEqual(
		lines.map((line) => [line.employeeId, line.amount, line.status]),
		[[employeeId, `-${hundredth}`, 'confirmed']],
	);
	// The first batch follows from other scores than today's; the last revision is compared.
	const after = await company.byHand('reconcile');
	assert.equal(after.status, 'success', after.error?.message);
});

test('what has nothing to do with pay is told without asking payroll', async () => {
	const before = company.sandbox.requests.frappe.length;
	const answer = await company.call('pp-ingest', { period: '2026-13' });
	assert.equal(answer.status, 400);
	const told = await incident();
	assert.equal(told.workflow, '2 · Monthly Ingestion');
	assert.match(told.message, /"2026-13" is not a month/);
	assert.equal(told.paid, null);
	assert.equal(company.sandbox.requests.frappe.length, before);
});
