// Every point at which a sync can be killed, and what payroll holds after it was run again.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cacheFolder } from '../../demo/setup/cache.mjs';
import { node24 } from '../../demo/setup/node24.mjs';

const fileAt = (path) => fileURLToPath(new URL(path, import.meta.url));
const ENTRIES = { sync: fileAt('./sync.mjs'), library: fileAt('../../dist/src/index.js') };

/** Before it is sent; after the server wrote, before it answered; after the answer. */
export const moments = ['before', 'written', 'after'];

/** A gate before the sandbox's answers: the n-th request takes effect, is never answered, and its sender is killed. */
export function gate(system) {
	let armed;
	let watching;
	let seen = 0;
	const handle = async (request) => {
		const answer = await system.handle(request);
		seen += 1;
		watching?.();
		if (armed === undefined || seen !== armed.at) return answer;
		armed.child.kill('SIGKILL');
		return await new Promise(() => {}); // the sender is gone
	};
	return {
		system: { ...system, handle },
		arm: (child, at) => {
			seen = 0;
			armed = { child, at };
		},
		disarm: () => void (armed = undefined),
		/** Is called after each request has taken effect. */
		watch: (call) => void (watching = call),
	};
}

const ended = (child) =>
	new Promise((resolve) => {
		let text = '';
		child.stdout.on('data', (chunk) => (text += chunk));
		child.on('close', (_code, signal) => resolve({ killed: signal === 'SIGKILL', text }));
	});

/** The program and the library, each as one file: a process that is killed a thousand times starts sooner. */
async function bundled(folder) {
	const ends = { bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' };
	const shape = { outdir: folder, outExtension: { '.js': '.cjs' } };
	await build({ entryPoints: ENTRIES, ...ends, ...shape });
	return Object.keys(ENTRIES).map((name) => join(folder, `${name}.cjs`));
}

/** Runs the sync of a site's `request` in processes of its own, signed by its `signature`, killed or not. */
export async function runner(site) {
	const folder = mkdtempSync(join(tmpdir(), 'performance-pay-kill-'));
	const files = ['request', 'signature'].map((name) => join(folder, `${name}.json`));
	writeFileSync(files[0], JSON.stringify(site.request));
	writeFileSync(files[1], JSON.stringify(site.signature));
	const programs = await bundled(folder);
	const { program } = await node24(cacheFolder(), () => undefined); // it keeps what it compiled
	const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
	const start = (...point) =>
		spawn(program, [...programs, ...files, ...point], {
			env,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
	return {
		/** The whole sync; answers its status and how many requests it sent. */
		whole: async () => JSON.parse((await ended(start())).text),
		/** True where it was killed. */
		killed: async (moment, at) => {
			const child = moment === 'written' ? start() : start(moment, String(at));
			if (moment === 'written') site.gate.arm(child, at);
			const { killed } = await ended(child);
			site.gate.disarm();
			return killed;
		},
		stop: () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** Deals the jobs to the workers; each takes the next one when it is free. */
export async function deal(jobs, workers, work) {
	const left = [...jobs];
	const results = [];
	await Promise.all(
		workers.map(async (worker) => {
			for (let job = left.shift(); job !== undefined; job = left.shift())
				results.push(await work(worker, job));
		}),
	);
	return results;
}
