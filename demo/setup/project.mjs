// The project's own packages and its build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
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

/** Builds dist/ as `npm run build` does. */
export async function buildProject(cache, say) {
	const builder = join(PROJECT, 'node_modules/@n8n/node-cli/bin/n8n-node.mjs');
	await withLock(lockOf(cache), say, () =>
		withProgress('building the nodes', say, () =>
			run(process.execPath, [builder, 'build'], { cwd: PROJECT }),
		),
	);
}
