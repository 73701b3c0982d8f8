// A real n8n of one's own: its own folder, ports and database (SQLite), stopped by the one who started it.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, delimiter } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, isTaken } from './ports.mjs';

const START_MS = 180000; // a fresh folder takes about 12 s; slow disks take longer
const STOP_MS = 10000;
const TAIL = 3000; // characters of n8n's log that an error shows

/** Settings of n8n that keep it quiet and on this machine. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
	N8N_SECURE_COOKIE: 'false', // plain http on loopback
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	N8N_PROTOCOL: 'http',
	DB_TYPE: 'sqlite',
};

/** n8n's environment without what the caller's shell says about some other n8n. */
function environment(own) {
	const foreign =
		/^(N8N_|DB_|QUEUE_|EXECUTIONS_|WEBHOOK_URL$|GENERIC_TIMEZONE$|NODE_OPTIONS$|npm_)/;
	const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	return { ...Object.fromEntries(kept), ...QUIET, ...own };
}

async function untilReady(url, state) {
	const deadline = Date.now() + START_MS;
	while (Date.now() < deadline) {
		if (state.ended) throw new Error(`n8n ended while it started.\n${state.tail.trim()}`);
		const ready = await fetch(`${url}/healthz/readiness`, {
			signal: AbortSignal.timeout(2000),
		}).then(
			({ ok }) => ok,
			() => false,
		);
		if (ready) return;
		await wait(200);
	}
	throw new Error(`n8n was not ready after ${START_MS / 1000} s.\n${state.tail.trim()}`);
}

function watch(child, logFile) {
	const state = { ended: false, tail: '' };
	const log = createWriteStream(logFile, { flags: 'a' });
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text) => {
			state.tail = (state.tail + text).slice(-TAIL);
			log.write(text);
		});
	state.end = new Promise((resolve) => {
		const ended = () => {
			state.ended = true;
			log.end();
			resolve();
		};
		child.on('exit', ended);
		child.on('error', (error) => {
			state.tail += error.message;
			ended();
		});
	});
	return state;
}

/**
 * Starts n8n and waits until it answers.
 * `node`: the program of Node 24; `n8n`: the folder with its node_modules; `userFolder`: where its state lives.
 */
export async function startN8n({
	node,
	n8n,
	userFolder,
	port,
	timeZone = 'America/New_York',
	env = {},
}) {
	// Another n8n there would answer for this one.
	if (port !== undefined && (await isTaken(port)))
		throw new Error(`Port ${port} is taken by another program: n8n cannot start there.`);
	await mkdir(userFolder, { recursive: true });
	const own = port ?? (await freePort());
	const url = `http://127.0.0.1:${own}`;
	const child = spawn(node, [join(n8n, 'node_modules/n8n/bin/n8n'), 'start'], {
		cwd: userFolder,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: environment({
			PATH: [dirname(node), process.env.PATH].join(delimiter),
			N8N_USER_FOLDER: userFolder,
			N8N_PORT: String(own),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			GENERIC_TIMEZONE: timeZone,
			...env,
		}),
	});
	const state = watch(child, join(userFolder, 'n8n.log'));
	const kill = async () => {
		child.kill('SIGKILL');
		await state.end;
	};
	const stop = async () => {
		if (state.ended) return;
		child.kill('SIGTERM');
		await Promise.race([state.end, wait(STOP_MS, undefined, { ref: false })]);
		if (!state.ended) await kill();
	};
	try {
		await untilReady(url, state);
	} catch (error) {
		await kill();
		throw error;
	}
	return { url, port: own, userFolder, stop, kill, log: () => state.tail };
}
