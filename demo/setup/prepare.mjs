// All that has to be there before a real n8n can run the project: installs what is missing, then builds.
import { cacheFolder } from './cache.mjs';
import { n8nFolder } from './n8n.mjs';
import { node24 } from './node24.mjs';
import { buildProject, installProject, isBuilt } from './project.mjs';

/** Gives `{ cache, node, n8n }`: the cache folder, Node 24's program and n8n's folder. */
export async function prepare(say) {
	const cache = cacheFolder();
	const { n8n, program } = await installN8n(cache, say);
	await installProject(cache, say);
	if (!isBuilt()) await buildProject(cache, say);
	return { cache, node: program, n8n };
}

/** Node 24 and n8n in the cache. */
export async function installN8n(cache, say) {
	const node = await node24(cache, say);
	return { program: node.program, n8n: await n8nFolder(cache, node, say) };
}
