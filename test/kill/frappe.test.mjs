// The sync of the whole company is killed at each of its requests, before it is sent, after the server wrote
// and before it answered, and after the answer; then it is run again, and payroll is compared with the batch.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { approvedBatch, openFrappe, owed } from './company.mjs';
import { deal, moments, runner } from './points.mjs';

const { syncPay } = createRequire(import.meta.url)('../../dist/src/index.js');

const WORKERS = 2;
const workers = [];
let requests = 0;

before(async () => {
	for (let one = 0; one < WORKERS; one += 1) {
		const site = await openFrappe();
		const request = await approvedBatch(site);
		workers.push({ site, request, run: runner(site, request) });
	}
	const { status, sent } = await workers[0].run.whole();
	assert.equal(status, 'sent');
	requests = sent;
});
after(async () => {
	for (const { site, run } of workers) {
		run.stop();
		await site.server.stop();
	}
});

/** Killed at the point, run again: what payroll held in between, and whether it is right in the end. */
async function tried({ site, request, run }, { moment, at }) {
	site.reset();
	const killed = await run.killed(moment, at);
	const between = site.ledger();
	const { batch } = await syncPay(request, site.ports);
	const right = batch.status === 'sent' && site.ledger().join() === owed.join();
	return { moment, at, killed, between, right, status: batch.status };
}

const count = (ledger, state) => ledger.filter((line) => line.endsWith(state)).length;

function table(results) {
	const rows = moments.map((moment) => {
		const of = results.filter((it) => it.moment === moment);
		const drafts = of.filter(({ between }) => count(between, 'draft') > 0).length;
		const wrong = of.filter(({ right, killed }) => !right || !killed).length;
		return `${moment.padEnd(8)} | ${String(of.length).padStart(6)} | ${String(drafts).padStart(17)} | ${String(of.length - wrong).padStart(18)} | ${wrong}`;
	});
	return ['killed   | points | left with a draft | paid once, exactly | wrong', ...rows].join('\n');
}

describe('a sync that is killed', () => {
	it('pays everybody exactly once when it is run again, wherever it was killed', async () => {
		assert.ok(requests > 2 * owed.length, `${requests} requests`);
		const points = moments.flatMap((moment) =>
			Array.from({ length: requests }, (_, index) => ({ moment, at: index + 1 })),
		);
		const results = await deal(points, workers, tried);
		console.log(`\nSync of ${owed.length} people, ${requests} requests\n${table(results)}\n`);
		assert.deepEqual(
			results.filter(({ right, killed }) => !right || !killed),
			[],
		);
		assert.equal(results.length, 3 * requests);
	});
});
