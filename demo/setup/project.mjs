// The project's own packages and its build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './once.mjs';
import { npm, run, withProgress } from './run.mjs';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What package-lock.json wants and node_modules does not have: names, empty where all is there. */
function missingPackages(project = PROJECT) {
	const installed = join(project, 'node_modules/.package-lock.json');
	const wanted = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages;
	if (!existsSync(installed)) return Object.keys(wanted).filter(Boolean);
	const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
	return Object.entries(wanted)
		.filter(([path, { optional }]) => path !== '' && !optional)
		.filter(([path, { version }]) => have[path]?.version !== version)
		.map(([path]) => path);
}

const lockOf = (cache) =>
	join(cache, `project-${createHash('sha256').update(PROJECT).digest('hex').slice(0, 12)}.lock`);

/** Installs the project's packages where some are missing or of another version. */
export async function installProject(cache, say) {
	if (missingPackages().length === 0) return;
	await withLock(lockOf(cache), say, async () => {
		if (missingPackages().length === 0) return;
		await withProgress("installing the project's packages", say, () =>
			npm(['ci'], { cwd: PROJECT }),
		);
	});
}

const SOURCES = [
	'nodes',
	'credentials',
	'src',
	'package.json',
	'tsconfig.json',
	'package-lock.json',
];
const STAMP = join(PROJECT, 'dist/.built');

/** When a file, or anything in a folder, was last changed (a file that was removed changes its folder). */
function newest(path) {
	const { mtimeMs } = statSync(path);
	const inside = statSync(path).isDirectory()
		? readdirSync(path).map((name) => newest(join(path, name)))
		: [];
	return Math.max(mtimeMs, ...inside);
}

/** Whether the last build ended well and nothing that it was made from has changed since. */
export function isBuilt() {
	const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	return SOURCES.every((source) => newest(join(PROJECT, source)) <= built);
}

/** Builds dist/ as `npm run build` does. */
export async function buildProject(cache, say) {
	const builder = join(PROJECT, 'node_modules/@n8n/node-cli/bin/n8n-node.mjs');
	const build = async () => {
		await run(process.execPath, [builder, 'build'], { cwd: PROJECT });
		writeFileSync(STAMP, '');
	};
	await withLock(lockOf(cache), say, () => withProgress('building the nodes', say, build));
}
