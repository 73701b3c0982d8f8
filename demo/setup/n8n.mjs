// n8n itself, in a folder of its own outside the project: 2.8 GB, so that it is installed once per machine.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installOnce } from './once.mjs';
import { npm, withProgress } from './run.mjs';

const N8N_VERSION = '2.41.0';

function whole(folder) {
	const manifest = join(folder, 'node_modules/n8n/package.json');
	const sqlite = join(folder, 'node_modules/sqlite3/build/Release/node_sqlite3.node');
	if (!existsSync(manifest) || !existsSync(sqlite)) return false;
	return JSON.parse(readFileSync(manifest, 'utf8')).version === N8N_VERSION;
}

/** Compiling SQLite, where no ready-made program can be fetched, needs Node's headers and Node 24 first. */
function buildEnv(node) {
	const path = [dirname(node.program), process.env.PATH].join(delimiter);
	const headers = existsSync(join(node.home, 'include/node/node.h'));
	return { PATH: path, ...(headers ? { npm_config_nodedir: node.home } : {}) };
}

/** Installs n8n where it is not there yet and gives its folder. */
export async function n8nFolder(cache, node, say) {
	const make = async (part) => {
		writeFileSync(join(part, 'package.json'), '{"private":true}\n');
		// Without scripts: a Kafka client that nobody needs here does not compile everywhere.
		await withProgress(`installing n8n ${N8N_VERSION} (3 to 5 minutes, once)`, say, () =>
			npm(['install', `n8n@${N8N_VERSION}`, '--ignore-scripts'], { cwd: part }),
		);
		await withProgress('preparing SQLite for n8n (up to 2 minutes, once)', say, () =>
			npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], { cwd: part, env: buildEnv(node) }),
		);
	};
	return installOnce({ folder: join(cache, `n8n-${N8N_VERSION}`), whole, make, say });
}
