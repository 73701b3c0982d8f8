// The sync of six people meets each class of answer at each of its requests; then it is run again, and payroll is
// compared with the batch. Run: npm run build && node --test test/kill/answers.test.mjs
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, describe, it } from 'node:test';
import { openSite, payFixtures } from './site.mjs';
import { tableOf } from './table.mjs';

const { syncPay } = createRequire(import.meta.url)('../../dist/src/index.js');

const PEOPLE = 6;
const QUICK = 400; // milliseconds until a request that hangs is given up

/** What comes in place of an answer, with words for the table; `onWrites`: only where a write would be lost. */
const classes = [
	{ says: '401', kind: '401' },
	{ says: '403', kind: '403' },
	{ says: '409', kind: '409' },
	{ says: '409 after the write', kind: 'lost409', onWrites: true },
	{ says: '429', kind: '429', retryAfter: 7 },
	{ says: '500', kind: '500' },
	{ says: '500 after the write', kind: 'lost500', onWrites: true },
	{ says: 'time-out', kind: 'hang', onWrites: true, timeoutMs: QUICK },
	{ says: 'time-out after the write', kind: 'lostHang', onWrites: true, timeoutMs: QUICK },
	{ says: 'connection reset', kind: 'reset' },
	{ says: 'reset after the write', kind: 'lost', onWrites: true },
	{ says: 'HTML', kind: 'login' },
	{ says: '502 HTML after the write', kind: 'lost502', onWrites: true },
	{ says: 'cut short after the write', kind: 'truncated', onWrites: true },
	{ says: 'wrong content type', kind: 'contentType', onWrites: true },
];

const rows = [];

/** A first run on a clean site: how many requests it sends, and which of them change the ledger. */
async function requestsOf(site) {
	const writes = [];
	let before = site.ledger().join();
	let seen = 0;
	site.gate.watch(() => {
		const now = site.ledger().join();
		if (now !== before) writes.push(seen);
		before = now;
		seen += 1;
	});
	const { batch } = await syncPay(site.request, site.ports);
	site.gate.watch(undefined);
	assert.equal(batch.status, 'sent');
	return { all: Array.from({ length: seen }, (_, index) => index), writes };
}

const nameOf = (line) => line.split(' ')[0];

/** Nobody twice, nobody another amount, and who is called paid is paid. */
function assertHonest(site, { lines, batch }) {
	const live = site.ledger().filter((line) => !line.endsWith('cancelled'));
	assert.equal(new Set(live.map(nameOf)).size, live.length, 'somebody is there twice');
	const paid = live.filter((line) => line.endsWith('paid'));
	for (const line of paid) assert.ok(site.owed.includes(line), `${line} is not owed`);
	const called = lines.filter(({ status }) => ['sent', 'confirmed', 'unchanged'].includes(status));
	for (const { remoteEmployeeId } of called)
		assert.ok(paid.some((line) => nameOf(line) === remoteEmployeeId));
	if (batch.status === 'sent') assert.deepEqual(live, site.owed);
}

async function meets(site, { says, onWrites, timeoutMs, ...fault }, at) {
	site.reset();
	site.server.faults.clear();
	site.server.faults.add({ ...fault, after: at, times: 1 });
	const request = { ...site.request, timeoutMs: timeoutMs ?? site.request.timeoutMs };
	const first = await syncPay(request, site.ports);
	assert.equal(site.server.faults.left(), 0, `${says} was not met`);
	assertHonest(site, first);
	const second = await syncPay(site.request, site.ports);
	assert.deepEqual([second.batch.status, site.ledger()], ['sent', site.owed]);
	return first.batch.status;
}

describe('a sync that meets trouble', { concurrency: 1 }, () => {
	after(() => {
		const head = ['system', 'answer', 'points', 'paid at once', 'told', 'paid once in the end'];
		console.log(`\n${tableOf([head, ...rows])}\n`);
	});
	for (const makeFixture of payFixtures) {
		const { name, answers = [] } = makeFixture();
		describe(name, { concurrency: 1 }, () => {
			let site, requests;
			after(async () => await site?.server.stop());
			it('is done without trouble', async () => {
				site = await openSite(makeFixture, PEOPLE);
				requests = await requestsOf(site);
				assert.ok(requests.writes.length > 0);
			});
			for (const answer of [...classes, ...answers])
				it(`${answer.says}: nobody is paid twice, and all once it is run again`, async () => {
					const points = answer.onWrites ? requests.writes : requests.all;
					const ends = [];
					for (const at of points) ends.push(await meets(site, answer, at));
					const atOnce = ends.filter((end) => end === 'sent').length;
					rows.push([
						...[name, answer.says, ends.length, atOnce, ends.length - atOnce, ends.length],
					]);
				});
		});
	}
});
