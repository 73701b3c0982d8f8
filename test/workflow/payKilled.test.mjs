// The payroll template in a real n8n that is killed while it pays, at a dozen points, the journal's among them, and
// started again: everybody is paid once, to the cent, and the journal says so. Prints the table of points.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { expectedTotals } from '../../demo/company/expected.mjs';
import { caller } from '../../demo/n8n/month.mjs';
import { tablesOf } from '../../demo/n8n/tables.mjs';
import { tableOf } from '../kill/table.mjs';
import { openCompany, paid, PERIOD } from './company.mjs';
import { tapped, tapServer } from './taps.mjs';

const settings = { period: PERIOD, blockedPeople: 'payOthers' };
const TAPS = [
	...['Take Lock', 'Delete Batch', 'Delete Lines', 'Lines Only', 'Insert Lines'],
	...['Insert Batch', 'Order to Read Back', 'Release Lock'],
];
/** Points at payroll: of its writes, the n-th, before it acts or after it wrote. */
const WRITES = [
	{ says: 'first write, before it acts', kind: 'hang', after: 0 },
	{ says: 'first write, written and not answered', kind: 'lostHang', after: 0 },
	{ says: 'write 60, written and not answered', kind: 'lostHang', after: 59 },
	{ says: 'last write, written and not answered', kind: 'lostHang', after: 107 },
];

const rows = [];
let company, taps, approvedHash, everybody;

before(async () => {
	taps = await tapServer();
	const change = (name, template) =>
		name === 'payroll-sync' ? tapped(template, TAPS, taps.url) : template;
	company = await openCompany({ timeZone: 'Asia/Shanghai', change });
	for (const name of ['monthly-ingestion', 'monthly-scoring'])
		assert.equal((await company.byHand(name)).status, 'success');
	const { batch } = await company.call('pp-pay', settings);
	assert.equal(batch.status, 'ready');
	approvedHash = batch.hash;
	const first = await company.call('pp-pay', { ...settings, action: 'sync', approvedHash });
	assert.equal(first.ok, true, `${first.message} ${first.remedy}`);
	everybody = paid(company.sandbox);
	assert.equal(everybody.length, expectedTotals.paid);
});
after(async () => {
	if (rows.length > 0) console.log(`\n${tableOf([HEAD, ...rows])}\n`);
	await company?.stop();
	await taps?.stop();
});
const HEAD = ['n8n killed at', 'paid then', 'paid in the end', 'twice', 'journal'];

/** The n8n that runs now: after a restart it has another port. */
const present = () => ({
	call: caller(company.own.client, company.key),
	tables: tablesOf(company.own.client),
});

const sync = (call) =>
	call('pp-pay', { ...settings, action: 'sync', approvedHash, takeOver: true });

/** As after the preview: nothing paid, no journal. */
async function reset() {
	const { call, tables } = present();
	company.sandbox.unpay();
	for (const table of ['pp_locks_v1', 'pp_batches_v1', 'pp_paylines_v1']) await tables.clear(table);
	const { batch } = await call('pp-pay', settings);
	assert.equal(batch.hash, approvedHash);
}

async function killedAt(reached) {
	const cut = sync(present().call).catch(() => 'cut off');
	await reached;
	const then = paid(company.sandbox).length;
	await company.own.kill();
	await cut;
	company.sandbox.faults.frappe.clear();
	await company.own.restart();
	return then;
}

async function paysTheRest(says, then) {
	const { call, tables } = present();
	const again = await sync(call);
	assert.equal(again.ok, true, `${again.message} ${again.remedy}`);
	assert.deepEqual(paid(company.sandbox), everybody);
	assert.equal(company.sandbox.ledger().length, everybody.length, 'a draft or a double is left');
	const lines = await tables.rows('pp_paylines_v1');
	const journal = lines.filter(({ entry }) => entry === approvedHash);
	assert.deepEqual(
		[...new Set(journal.map(({ status }) => status))].sort(),
		['confirmed'],
		'the journal tells what payroll holds',
	);
	assert.equal(journal.length, everybody.length);
	const batches = await tables.rows('pp_batches_v1');
	const [{ status }] = batches.filter(({ entry }) => entry === approvedHash);
	assert.equal(status, 'reconciled');
	assert.deepEqual(await tables.rows('pp_locks_v1'), []);
	rows.push([says, then, everybody.length, 0, 'reconciled']);
}

const POINTS = [
	...TAPS.map((name) => ({ says: `after ${name}`, reached: () => taps.arm(name) })),
	...WRITES.map(({ says, ...fault }) => ({ says, reached: () => met(fault) })),
];

/** Resolves when payroll has met the fault. */
async function met(fault) {
	const { faults, requests } = company.sandbox;
	const seen = requests.frappe.length;
	faults.frappe.add({ match: 'POST /api/resource/Additional', ...fault });
	for (let end = Date.now() + 120000; Date.now() < end; await wait(20))
		if (requests.frappe.slice(seen).some(({ fault: kind }) => kind === fault.kind)) return;
	throw new Error('The sync did not come so far.');
}

describe('n8n killed while it pays', { concurrency: 1 }, () => {
	for (const { says, reached } of POINTS)
		it(`${says}: started again, everybody is paid once and the journal says so`, async () => {
			await reset();
			await paysTheRest(says, await killedAt(reached()));
		});
});
