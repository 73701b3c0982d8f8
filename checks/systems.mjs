// Programs for the tests of systems, from Debian's packages where apt-get can install them.
import { run, withProgress } from '../demo/setup/run.mjs';

const PACKAGES = { chromium: ['chromium', 'fonts-noto-cjk'] };

const has = (program) =>
	run('which', [program]).then(
		() => true,
		() => false,
	);

/** Installs what is missing; a test whose program is still missing says so and is skipped. */
export async function installSystems(say) {
	const missing = [];
	for (const [program, packages] of Object.entries(PACKAGES))
		if (!(await has(program))) missing.push(...packages);
	if (missing.length === 0) return;
	if (process.getuid?.() !== 0 || !(await has('apt-get')))
		return say(`     not installed, since it takes Debian and its root: ${missing.join(', ')}`);
	try {
		await withProgress(`apt-get install ${missing.join(' ')}`, say, async () => {
			await run('apt-get', ['update', '-qq']);
			await run('apt-get', ['install', '-y', '-qq', ...missing]);
		});
	} catch (error) {
		say(`     could not be installed: ${missing.join(', ')} (${error.message})`);
	}
}
