// What goes wrong on the way: a system that stops half way, a run that is killed, two runs at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { expectedTotals } from '../../demo/company/expected.mjs';
import { caller, keyOf } from '../../demo/n8n/month.mjs';
import { tablesOf } from '../../demo/n8n/tables.mjs';
import { PERIOD, openCompany, paid } from './company.mjs';

let company;
before(async () => {
	company = await openCompany({ timeZone: 'Pacific/Kiritimati' });
});
after(() => company?.stop());

test('of two closes at once one goes on, the other is told to wait', async () => {
	const both = await Promise.all([1, 2].map(() => company.call('pp-ingest', { period: PERIOD })));
	const statuses = both.map(({ status }) => status).sort();
	assert.deepEqual(statuses, [200, 423]);
	const busy = both.find(({ status }) => status === 423);
	assert.match(busy.message, /Execution \d+ has been at work on 2026-10 since/);
	assert.deepEqual(await company.tables.rows('pp_locks_v1'), []);
});

test('a system that stops half way leaves coverage with its reason, blocks its people and pays nobody', async () => {
	company.sandbox.faults.frappe.add({ match: 'Expense', kind: '503', after: 2, times: Infinity });
	const closed = await company.call('pp-close', { period: PERIOD, pay: 'sync' });
	company.sandbox.faults.frappe.clear();
	assert.equal(closed.ok, false);
	assert.match(closed.message, /With gaps: frappe did not give everything/);
	const finance = closed.sources.find(({ source }) => source === 'finance');
	assert.equal(finance.complete, false);
	assert.match(finance.gap, /503/);
	const blocked = closed.exceptions.filter(
		({ code, blocks }) => code === 'coverageIncomplete' && blocks,
	);
	assert.equal(blocked.length, 12, 'the twelve people of finance');
	const cards = await company.tables.rows('pp_scorecards_v1');
	assert.equal(cards.filter(({ role }) => role === 'finance').length, 0);
	assert.deepEqual(paid(company.sandbox), []);
});

async function until(holds, otherwise) {
	const deadline = Date.now() + 120000;
	while (!holds()) {
		if (Date.now() > deadline) throw new Error(otherwise);
		await wait(20);
	}
}

test('a run killed between deleting and inserting is refused until it is taken over, and then blocks everybody', async () => {
	assert.ok((await company.tables.rows('pp_evidence_v1')).length > 0);
	const before = company.sandbox.requests.hubspot.length;
	company.sandbox.faults.hubspot.add({ match: 'search', kind: 'hang', times: Infinity });
	const cut = company.call('pp-ingest', { period: PERIOD }).catch(() => 'cut off');
	const { hubspot } = company.sandbox.requests;
	await until(() => hubspot.length > before, 'the ingestion did not begin to read');
	await company.own.kill();
	await cut;
	company.sandbox.faults.hubspot.clear();
	await company.own.restart();
	const call = await callsOf(company.own.client);

	const refused = await call('pp-score', { period: PERIOD });
	assert.equal(refused.status, 423);
	assert.match(refused.remedy, /takeOver/);

	const scored = await call('pp-score', { period: PERIOD, takeOver: true });
	assert.equal(scored.ok, true, scored.message);
	assert.equal(scored.summary.scored, 0);
	assert.ok(scored.exceptions.some(({ code }) => code === 'coverageMissing'));
	const pay = await call('pp-pay', { period: PERIOD });
	assert.equal(pay.batch.status, 'stopped');
});

test('n8n killed while it pays: the next close finds what was paid and pays the rest, each once', async () => {
	const { frappe } = company.sandbox.faults;
	frappe.add({ match: 'POST /api/resource/Additional', kind: 'lostHang', after: 20 });
	const settings = { period: PERIOD, pay: 'sync', blockedPeople: 'payOthers' };
	const cut = (await callsOf(company.own.client))('pp-close', settings).catch(() => 'cut off');
	// The system has written a line, and its answer never comes.
	const { frappe: asked } = company.sandbox.requests;
	await until(() => asked.some(({ fault }) => fault === 'lostHang'), 'the sync wrote nothing');
	const soFar = company.sandbox.ledger().length;
	assert.ok(soFar > 0 && soFar < expectedTotals.paid, `${soFar} lines were written`);
	await company.own.kill();
	await cut;
	frappe.clear();
	await company.own.restart();

	const call = await callsOf(company.own.client);
	const closed = await call('pp-close', { ...settings, takeOver: true });
	assert.equal(closed.ok, true, `${closed.message} ${closed.remedy}`);
	assert.equal(closed.paid.reconciliation.status, 'reconciled');
	const { sumOfAmount } = closed.paid.reconciliation.currencies.CNY;
	assert.equal(sumOfAmount, expectedTotals.sumOfAmount);
	const ledger = paid(company.sandbox);
	assert.equal(ledger.length, closed.preview.count);
	assert.equal(new Set(ledger.map((line) => line.split(' ')[0])).size, closed.preview.count);
	assert.equal(company.sandbox.ledger().length, closed.preview.count, 'no draft was left behind');
});

/** Calls after a restart: n8n has another port then. */
async function callsOf(client) {
	return caller(client, await keyOf(tablesOf(client)));
}
