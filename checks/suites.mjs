// The suites of `npm test`. Each gives { passed, failed, skipped, failures: [{ name, why }] }.
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { run as runFiles } from 'node:test';
import { PROJECT } from '../demo/setup/project.mjs';
import { npm, run, spoken, withProgress } from '../demo/setup/run.mjs';

const SLOW = ['workflow tests', 'tests of systems']; // each of their tests is told when it ends
const FILE_MS = 2700000; // a test file that takes longer than this hangs
const LANES = Math.min(2, availableParallelism()); // a real n8n keeps one core busy

const outcome = (failures, passed, skipped = 0) => ({
	passed,
	failed: failures.length,
	skipped,
	failures,
});

/** One of package.json's scripts: passed where it ends with 0. */
export async function script(name, say) {
	const start = Date.now();
	try {
		await withProgress(name, say, () => npm(['run', '--silent', name], { cwd: PROJECT }));
		say(`ok   ${name} (${spoken(Date.now() - start)})`);
		return outcome([], 1);
	} catch (error) {
		say(`FAIL ${name}`);
		return outcome([{ name, why: error.message }], 0);
	}
}

/** The TypeScript tests: units, golden cases, properties, contracts, nodes in n8n's engine. */
export async function jest(say) {
	const report = join(PROJECT, '.reports/jest.json');
	mkdirSync(join(PROJECT, '.reports'), { recursive: true });
	rmSync(report, { force: true });
	const program = join(PROJECT, 'node_modules/jest/bin/jest.js');
	const args = [
		'--config',
		'checks/jest.config.js',
		'--silent',
		'--json',
		`--outputFile=${report}`,
	];
	let ended;
	await withProgress('jest', say, () =>
		run(process.execPath, [program, ...args], { cwd: PROJECT }).catch((error) => (ended = error)),
	);
	let results;
	try {
		results = JSON.parse(readFileSync(report, 'utf8'));
	} catch {
		return outcome([{ name: 'jest', why: ended?.message ?? 'Jest wrote no results.' }], 0);
	}
	const failures = results.testResults.flatMap(failuresOf);
	// Jest itself may fail beside its tests (a handle left open, a coverage threshold).
	if (ended && failures.length === 0) failures.push({ name: 'jest', why: ended.message });
	say(`${failures.length ? 'FAIL' : 'ok  '} jest: ${results.numPassedTests} passed`);
	return outcome(failures, results.numPassedTests, results.numPendingTests + results.numTodoTests);
}

function failuresOf({ name, message, status, assertionResults }) {
	const file = relative(PROJECT, name);
	const failed = assertionResults
		.filter((test) => test.status === 'failed')
		.map(({ fullName, failureMessages }) => ({
			name: `${file}: ${fullName}`,
			why: failureMessages.join('\n'),
		}));
	return failed.length === 0 && status === 'failed' ? [{ name: file, why: message }] : failed;
}

/** Folders under test/ whose tests need more than Node, or more time: a real n8n, or programs that Debian's packages bring. */
const NEEDS = { kill: 'n8n', workflow: 'n8n', browser: 'systems', systems: 'systems' };

/** Test files of node:test under test/ that need this; undefined: no more than Node. */
export function nodeTestFiles(need) {
	return readdirSync(join(PROJECT, 'test'), { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && NEEDS[entry.name] === need)
		.flatMap(({ name }) => filesIn(join(PROJECT, 'test', name)))
		.sort();
}

const filesIn = (folder) =>
	readdirSync(folder, { recursive: true })
		.filter((name) => name.endsWith('.test.mjs'))
		.map((name) => join(folder, name));

/** Runs files of node:test, a few at a time, and says each file's progress. */
export async function nodeTest(label, files, say) {
	if (files.length === 0) return outcome([], 0);
	const tests = [];
	const times = new Map(); // milliseconds by file
	const said = new Map(); // what a file wrote to stderr: why it could not even be loaded
	await withProgress(label, say, async () => {
		for await (const { type, data } of runFiles({ files, concurrency: LANES, timeout: FILE_MS })) {
			if (type === 'test:stderr') said.set(data.file, (said.get(data.file) ?? '') + data.message);
			if (type !== 'test:pass' && type !== 'test:fail') continue;
			if (data.nesting === 0)
				times.set(data.file, (times.get(data.file) ?? 0) + data.details.duration_ms);
			if (data.details?.type === 'suite') continue;
			const bad = type === 'test:fail' && data.todo === undefined;
			tests.push({ ...data, bad });
			if (bad || SLOW.includes(label)) say(`${bad ? 'FAIL' : 'ok  '} ${data.name}${skipOf(data)}`);
		}
	});
	const failures = tests
		.filter(({ bad }) => bad)
		.map(({ name, file, details }) => ({
			name: `${relative(PROJECT, file ?? '')}: ${name}`,
			why:
				name === file ? `${whyOf(details.error)}\n${said.get(file) ?? ''}` : whyOf(details.error),
		}));
	const skipped = tests.filter(({ skip, todo }) => skip !== undefined || todo !== undefined).length;
	const passed = tests.length - failures.length - skipped;
	say(
		`${failures.length ? 'FAIL' : 'ok  '} ${label}: ${passed} passed; slowest: ${slowest(times)}`,
	);
	return outcome(failures, passed, skipped);
}

const slowest = (times) =>
	[...times]
		.sort(([, a], [, b]) => b - a)
		.slice(0, 5)
		.map(([file, ms]) => `${relative(PROJECT, file ?? '')} ${spoken(ms)}`)
		.join(', ');

/** Why a test was skipped, where it says so. */
const skipOf = ({ skip }) =>
	skip === undefined ? '' : ` (skipped${typeof skip === 'string' ? `: ${skip}` : ''})`;

function whyOf(error) {
	const cause = error?.cause ?? error;
	return cause?.stack ?? cause?.message ?? String(cause);
}
