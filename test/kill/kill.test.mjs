// The sync of sixty people is killed at each of its requests, before it is sent, after the server wrote and before it
// answered, and after the answer; then it is run again, and payroll is compared with the batch.
// Run: npm run build && node --test test/kill/kill.test.mjs
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { deal, moments } from './points.mjs';
import { payFixtures } from './site.mjs';
import { tableOf } from './table.mjs';

const WORKER = fileURLToPath(new URL('./worker.mjs', import.meta.url));
const WORKERS = 2;
const rows = [];

/** A worker of that system, that is sent one job at a time. */
async function openWorker(name) {
	const child = fork(WORKER, [name], { execArgv: [] });
	const ended = once(child, 'exit');
	const told = async () => {
		const [answer] = await Promise.race([
			once(child, 'message'),
			ended.then(() => [{ error: 'The worker ended.' }]),
		]);
		assert.equal(answer.error, undefined, answer.error);
		return answer;
	};
	assert.equal(await told(), 'ready');
	const ask = async (job) => {
		child.send(job);
		return await told();
	};
	const stop = async () => {
		if (child.connected) child.send('stop');
		await ended;
	};
	return { ask, stop };
}

function note(name, requests, results) {
	for (const moment of moments) {
		const of = results.filter((it) => it.moment === moment);
		const partly = of.filter(({ isPartly }) => isPartly).length;
		const exact = of.filter(({ right }) => right).length;
		rows.push([name, requests, moment, of.length, partly, exact, of.length - exact]);
	}
}

const head = [
	...['system', 'requests', 'killed', 'points', 'partly paid then'],
	...['paid once in the end', 'wrong'],
];

async function killEverywhere(name, workers) {
	const { status, sent: requests, isPaid } = await workers[0].ask('whole');
	assert.deepEqual([status, isPaid], ['sent', true]);
	const points = moments.flatMap((moment) =>
		Array.from({ length: requests }, (_, index) => ({ moment, at: index + 1 })),
	);
	const results = await deal(points, workers, ({ ask }, point) => ask(point));
	note(name, requests, results);
	assert.equal(results.length, 3 * requests);
	assert.deepEqual(
		results.filter(({ right }) => !right),
		[],
	);
}

describe('a sync of sixty people that is killed', { concurrency: 1 }, () => {
	after(() => console.log(`\n${tableOf([head, ...rows])}\n`));
	for (const makeFixture of payFixtures) {
		const { name } = makeFixture();
		it(`${name}: pays everybody exactly once when it is run again, wherever it was killed`, async () => {
			const workers = await Promise.all(
				Array.from({ length: WORKERS }, async () => await openWorker(name)),
			);
			try {
				await killEverywhere(name, workers);
			} finally {
				await Promise.all(workers.map(async ({ stop }) => await stop()));
			}
		});
	}
});
