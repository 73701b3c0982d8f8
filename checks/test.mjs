// The whole test suite: `npm test`. Needs Node 20 or later and npm; installs the rest by itself.
//   npm test                the checks, all tests, and the templates in a real n8n
//   npm test -- --quick     without the real n8n
//   npm test -- --systems   and the tests on programs that Debian's packages bring
//   npm run test:systems    only those
import { cacheFolder } from '../demo/setup/cache.mjs';
import { installN8n } from '../demo/setup/prepare.mjs';
import { buildProject, installProject } from '../demo/setup/project.mjs';
import { spoken } from '../demo/setup/run.mjs';
import { jest, nodeTest, nodeTestFiles, script } from './suites.mjs';
import { installSystems } from './systems.mjs';

const SCRIPTS = ['types', 'lint', 'lint:house', 'lint:imports', 'lint:dead'];
const SHOWN = 3000; // characters of one failure's reason

const told = (option) => process.argv.includes(option);
const quick = told('--quick');
const systemsOnly = told('--systems-only');
const systems = told('--systems') || systemsOnly;
const start = Date.now();
const say = (text) => console.log(text);
const results = [];

/** A step whose failure is a failed test of that name. */
async function step(name, work) {
	try {
		await work();
		results.push({ passed: 1, failed: 0, skipped: 0, failures: [] });
		return true;
	} catch (error) {
		say(`FAIL ${name}`);
		results.push({ passed: 0, failed: 1, skipped: 0, failures: [{ name, why: error.message }] });
		return false;
	}
}

async function checksAndUnits(cache) {
	for (const name of SCRIPTS) results.push(await script(name, say));
	const built = await step('build', () => buildProject(cache, say));
	results.push(await jest(say));
	results.push(await nodeTest('tests of programs', nodeTestFiles(undefined), say));
	return built;
}

async function suites(cache) {
	// n8n comes in while the checks run; its failure is told where it is needed.
	const n8n = quick
		? undefined
		: installN8n(cache, say).then(
				() => undefined,
				(error) => error,
			);
	const built = systemsOnly
		? await step('build', () => buildProject(cache, say))
		: await checksAndUnits(cache);
	if (quick) return;
	const failed = await n8n;
	const ready = await step('install n8n', () => failed && Promise.reject(failed));
	if (!ready || !built) return say('     tests in a real n8n: not run, see above');
	if (!systemsOnly) results.push(await nodeTest('workflow tests', nodeTestFiles('n8n'), say));
	if (!systems) return;
	await installSystems(say);
	results.push(await nodeTest('tests of systems', nodeTestFiles('systems'), say));
}

const cache = cacheFolder();
if (await step("install the project's packages", () => installProject(cache, say)))
	await suites(cache);

const failures = results.flatMap((result) => result.failures);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
if (failures.length > 0) say('\nFailures');
for (const [index, { name, why }] of failures.entries())
	say(`\n${index + 1}. ${name}\n${why.slice(0, SHOWN).replace(/^/gm, '   ')}`);
say(`\n${spoken(Date.now() - start)}${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`);
say(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(failures.length > 0 ? 1 : 0);
