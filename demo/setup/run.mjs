// Programs that take their time: each says every few seconds that it is still at work.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const EVERY_MS = 5000;
const KEPT = 4000; // characters of a program's last output that an error shows
const FIRST = 1000; // and of its first words on stderr, where npm says the cause before its help

/** Seconds as a person says them: `8 s`, `2 min 5 s`. */
export function spoken(ms) {
	const seconds = Math.round(ms / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Says `… label 15 s` every few seconds until the work ends, then how long it took. */
export async function withProgress(label, say, work) {
	const start = Date.now();
	say(`… ${label}`);
	const timer = setInterval(() => say(`… ${label} ${spoken(Date.now() - start)}`), EVERY_MS);
	try {
		return await work();
	} finally {
		clearInterval(timer);
		if (Date.now() - start > EVERY_MS) say(`  ${label}: ${spoken(Date.now() - start)}`);
	}
}

/** The last words of a program, and the first where the last do not hold them. */
const shown = (first, tail) => (tail.includes(first) ? tail : `${first}\n…\n${tail}`).trim();

/** Runs a program to its end. Rejects with its last lines where it does not end with 0. */
export function run(command, args, { cwd, env = process.env, quiet = true } = {}) {
	return new Promise((resolve, reject) => {
		const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
		const child = spawn(command, args, { cwd, env, stdio });
		let out = '';
		let tail = '';
		let first = '';
		child.stdout?.on('data', (text) => ((out += text), (tail = (tail + text).slice(-KEPT))));
		child.stderr?.on('data', (text) => {
			first = (first + text).slice(0, FIRST);
			tail = (tail + text).slice(-KEPT);
		});
		child.on('error', (error) =>
			reject(new Error(`${command} cannot be started: ${error.message}`)),
		);
		child.on('close', (code, signal) => {
			if (code === 0) resolve(out);
			else
				reject(
					new Error(
						`${[command, ...args].join(' ')} ended with ${code ?? signal}.\n${shown(first, tail)}`,
					),
				);
		});
	});
}

/** npm as a script that any Node runs: npm.cmd cannot be spawned without a shell. */
function npmScript(env = process.env) {
	const beside = dirname(process.execPath);
	const places = [
		env.npm_execpath?.endsWith('npm-cli.js') ? env.npm_execpath : '',
		join(beside, 'node_modules/npm/bin/npm-cli.js'),
		join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
		'/usr/share/nodejs/npm/bin/npm-cli.js',
		'/usr/lib/node_modules/npm/bin/npm-cli.js',
	];
	const found = places.find((place) => place && existsSync(place));
	if (!found)
		throw new Error('npm was not found beside Node. Start with: npm run demo, or npm test.');
	return found;
}

/** Runs npm with the Node at hand, free of what an outer `npm run` says about its own project. */
export function npm(args, { cwd, env = {} } = {}) {
	const outer = /^(npm_package_|npm_lifecycle_|npm_command$|npm_config_local_prefix$|INIT_CWD$)/;
	const kept = Object.entries(process.env).filter(([name]) => !outer.test(name));
	return run(
		process.execPath,
		[npmScript(), ...args, '--no-audit', '--no-fund', '--loglevel=error'],
		{
			cwd,
			env: { ...Object.fromEntries(kept), ...env },
		},
	);
}
