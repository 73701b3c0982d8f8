// Programs for the tests of systems, from Debian's packages where apt-get can install them.
import { existsSync, writeFileSync } from 'node:fs';
import { run, withProgress } from '../demo/setup/run.mjs';

/** By what is there once they are installed: a program, or a file of theirs. */
const PACKAGES = {
	chromium: ['chromium', 'chromium-sandbox', 'fonts-liberation', 'fonts-noto-cjk'],
	sqlite3: ['sqlite3'],
	'/usr/share/doc/tryton-modules-purchase-requisition': [
		...['tryton-server', 'python3-tz', 'tryton-modules-company', 'tryton-modules-account-invoice'],
		...['tryton-modules-project', 'tryton-modules-timesheet', 'tryton-modules-attendance'],
		...['tryton-modules-sale-opportunity', 'tryton-modules-sale-complaint'],
		'tryton-modules-purchase-requisition',
	],
	'/usr/share/request-tracker5': [
		...['dbconfig-no-thanks', 'msmtp-mta', 'rt5-standalone', 'rt5-db-sqlite'],
		'request-tracker5', // msmtp-mta is the mail program that it wants, without a daemon
	],
	'/usr/share/redmine': ['dbconfig-no-thanks', 'redmine', 'redmine-sqlite', 'puma'],
};

/** What packages would ask: no database of their own, and Debian's own bundler for Redmine, which Ruby's shadows. */
const ANSWERS = [
	'redmine redmine/instances/default/dbconfig-install boolean false',
	'request-tracker5 request-tracker5/dbconfig-install boolean false',
];
const ENVIRONMENT = { DEBIAN_FRONTEND: 'noninteractive', BUNDLER_VERSION: '2.3.15' };
/** Another apt-get may be at work. */
const PATIENT = ['-o', 'DPkg::Lock::Timeout=300'];
/** Debian asks it whether a package may start its daemon: 101 is no. */
const POLICY = '/usr/sbin/policy-rc.d';

const has = (program) =>
	program.startsWith('/')
		? existsSync(program)
		: run('which', [program]).then(
				() => true,
				() => false,
			);

async function install(packages) {
	const env = { ...process.env, ...ENVIRONMENT };
	if (!existsSync(POLICY)) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	for (const answer of ANSWERS)
		await run('bash', [
			'-c',
			`command -v debconf-set-selections && debconf-set-selections <<< "$0"`,
			answer,
		]);
	await run('apt-get', ['update', '-qq', ...PATIENT], { env });
	await run(
		'apt-get',
		['install', '-y', '-qq', '--no-install-recommends', ...PATIENT, ...packages],
		{ env },
	);
}

/** Installs what is missing; a test whose program is still missing says so and is skipped. */
export async function installSystems(say) {
	const missing = [];
	for (const [program, packages] of Object.entries(PACKAGES))
		if (!(await has(program))) missing.push(...packages);
	if (missing.length === 0) return;
	if (process.getuid?.() !== 0 || !(await has('apt-get')))
		return say(`     not installed, since it takes Debian and its root: ${missing.join(', ')}`);
	try {
		await withProgress(`apt-get install ${missing.join(' ')}`, say, () => install(missing));
	} catch (error) {
		say(`     could not be installed: ${missing.join(', ')} (${error.message})`);
	}
}
