// A real business system of one's own: in a temporary folder, on a free port, stopped by the one who started it.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../demo/n8n/ports.mjs';

const START_MS = 300000; // its database is made and filled first, which takes up to a minute on a busy machine
const STOP_MS = 10000;
const TAIL = 3000; // characters of its log that an error shows

/** Why a test cannot run here; false: it can. For `skip`: files of programs that the Debian packages bring. */
export function lacking(...files) {
	const missing = files.filter((file) => !existsSync(file));
	if (missing.length === 0) return false;
	return `${missing.join(', ')} is missing: run npm run test:systems as root of a Debian with apt-get`;
}

const answers = (address) =>
	fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5000) }).then(
		() => true,
		() => false,
	);

/** To the whole process group: servers have workers. */
function signal(child, name) {
	try {
		process.kill(-child.pid, name);
	} catch {
		// it has ended
	}
}

function watch(child) {
	const state = { ended: false, tail: '' };
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text) => (state.tail = (state.tail + text).slice(-TAIL)));
	state.end = new Promise((resolve) =>
		child.on('exit', () => {
			state.ended = true;
			resolve();
		}),
	);
	return state;
}

async function untilItAnswers(address, state) {
	const deadline = Date.now() + START_MS;
	while (!(await answers(address))) {
		if (state.ended) throw new Error(`It ended while it started.\n${state.tail.trim()}`);
		if (Date.now() > deadline)
			throw new Error(`It did not answer within ${START_MS / 1000} s.\n${state.tail.trim()}`);
		await wait(250);
	}
}

/**
 * Runs a shell script that makes a system in the folder $DATA, fills it and ends with `exec` of its server on
 * 127.0.0.1:$PORT. Gives `url`, `folder` ($DATA), `read(name)` (a file that the script left there) and `stop()`.
 */
export async function startSystem(script, { ready = '/', env = {} } = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'performance-pay-system-'));
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const child = spawn('bash', [script], {
		cwd: folder,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ...env, DATA: folder, PORT: String(port) },
	});
	const state = watch(child);
	const stop = async () => {
		signal(child, 'SIGTERM');
		await Promise.race([state.end, wait(STOP_MS, undefined, { ref: false })]);
		signal(child, 'SIGKILL');
		await state.end;
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		await untilItAnswers(url + ready, state);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, folder, read: (name) => readFileSync(join(folder, name), 'utf8'), stop };
}

/** What a system's own SQLite database says, past its API: rows as objects. */
export function rowsOf(database, sql) {
	const told = execFileSync('sqlite3', ['-readonly', '-json', database, sql], { encoding: 'utf8' });
	return told.trim() === '' ? [] : JSON.parse(told);
}

/** Changes a system's database past its API, where only that can set back a clock. */
export const changeRows = (database, sql) => void execFileSync('sqlite3', [database, sql]);
