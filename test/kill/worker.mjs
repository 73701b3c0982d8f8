// A process of the kill test, for one system: with a sandbox of its own it tries the points that it is sent, one after
// another. A point: the sync is killed there and run again; told is what payroll held in between, and the end.
import { createRequire } from 'node:module';
import { runner } from './points.mjs';
import { openSite, payFixtures } from './site.mjs';

const { syncPay } = createRequire(import.meta.url)('../../dist/src/index.js');
const [wanted] = process.argv.slice(2);
const makeFixture = payFixtures.find((make) => make().name === wanted);
const site = await openSite(makeFixture);
const run = await runner(site);

async function tried({ moment, at }) {
	site.reset();
	const killed = await run.killed(moment, at);
	const between = site.ledger();
	const { batch, problems } = await syncPay(site.request, site.ports);
	const isPaid = batch.status === 'sent' && site.ledger().join() === site.owed.join();
	const isPartly = between.length > 0 && between.join() !== site.owed.join();
	const [first] = problems.filter(({ blocks }) => blocks);
	const right = isPaid && killed;
	return { moment, at, killed, isPartly, right, status: batch.status, why: first?.message };
}

/** The sync as it is without a kill. */
async function whole() {
	const { status, sent } = await run.whole();
	return { status, sent, isPaid: site.ledger().join() === site.owed.join() };
}

process.on('message', (job) => {
	if (job === 'stop') {
		run.stop();
		void site.server.stop().then(() => process.exit(0));
	} else
		(job === 'whole' ? whole() : tried(job)).then(
			(told) => process.send(told),
			(error) => process.send({ error: error.stack }),
		);
});
process.send('ready');
