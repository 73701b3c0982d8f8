// Where Node 24 and n8n are kept between runs: the user's own cache, never the project's folder.
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The cache folder of this machine's user, as the operating system has it. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
	const local = {
		win32: env.LOCALAPPDATA || join(home, 'AppData', 'Local'),
		darwin: join(home, 'Library', 'Caches'),
	};
	const root = local[platform] ?? join(home, '.cache');
	return join(env.XDG_CACHE_HOME || root, 'n8n-nodes-performance-pay');
}
