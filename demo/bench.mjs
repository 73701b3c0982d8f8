// How fast the product is beside what everybody has: npm run bench [-- records …]
//   scoring beside bare JSON.parse of the same lines; ten thousand and a hundred thousand records of a system into
//   a file; the node beside n8n's own Summarize in a real n8n
// Prints ratios of CPU time and peak memory; it judges nothing, since machines differ.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeLines } from './bench/lines.mjs';
import { compareNodes } from './bench/nodes.mjs';
import { median } from './bench/median.mjs';
import { cacheFolder } from './setup/cache.mjs';
import { buildProject, installProject } from './setup/project.mjs';

const RUNS = 5;
const say = (text) => console.log(text);
const measureFile = fileURLToPath(new URL('bench/measure.mjs', import.meta.url));
const monthFile = fileURLToPath(new URL('bench/measureMonth.mjs', import.meta.url));

async function measure(what, file) {
	const { stdout } = await promisify(execFile)(process.execPath, [measureFile, what, file]);
	return JSON.parse(stdout);
}

/** Alternates the two, so that whatever else the machine does meets both; gives the CPU time of scoring. */
async function compare({ count, shuffled }, folder) {
	const file = join(folder, 'evidence.ndjson');
	await writeLines(file, count, { shuffled });
	const { size } = await stat(file);
	const runs = [];
	for (let run = 0; run < RUNS; run += 1)
		runs.push([await measure('parse', file), await measure('score', file)]);
	const parse = median(runs.map(([one]) => one.cpuMs));
	const score = median(runs.map(([, one]) => one.cpuMs));
	const { peakMb, scored } = runs[0][1];
	say(
		`${count.toLocaleString('en')} records${shuffled ? ', shuffled' : ''} (${Math.round(size / count)} bytes each): ` +
			`JSON.parse ${parse} ms, scorePeriod with it ${score} ms CPU: ${(score / parse).toFixed(2)} times; ` +
			`peak ${peakMb} MB; ${scored} people scored`,
	);
	await rm(file);
	return score;
}

/** Reads months of a system into a file, each in a process of its own. */
async function compareMonths(folder) {
	say('\nRecords of one system into a file, through the connector and the evidence node');
	const file = join(folder, 'month.ndjson');
	const months = [];
	for (const count of [10000, 100000]) {
		const { stdout } = await promisify(execFile)(process.execPath, [monthFile, count, file]);
		const { cpuMs, heldMb, peakMb } = JSON.parse(stdout);
		const { size } = await stat(file);
		months.push({ cpuMs, heldMb });
		say(
			`${count.toLocaleString('en')} records: ${Math.round((count / cpuMs) * 1000).toLocaleString('en')} a second of CPU; ` +
				`file ${(size / 1e6).toFixed(1)} MB, held ${heldMb} MB, peak ${peakMb} MB`,
		);
	}
	const [small, large] = months;
	const times = (key) => (large[key] / small[key]).toFixed(2);
	say(
		`  ten times the records: ${times('cpuMs')} times the time, ${times('heldMb')} times what is held`,
	);
	await rm(file);
}

const counts = process.argv.slice(2).map(Number);
if (counts.some((count) => !Number.isInteger(count) || count < 1)) {
	console.error('Expected numbers of records, for example: npm run bench -- 100000 1000000');
	process.exit(2);
}
await installProject(cacheFolder(), say);
await buildProject(cacheFolder(), say);
const folder = await mkdtemp(join(tmpdir(), 'performance-pay-bench-'));
try {
	say('\nScoring beside JSON.parse of the same lines, median of 5');
	const [first = 1000000, ...others] = counts.length > 0 ? counts : [1000000, 5000000];
	const base = await compare({ count: first }, folder);
	await compare({ count: first, shuffled: true }, folder);
	for (const count of others) {
		const score = await compare({ count }, folder);
		say(`  ${(score / base).toFixed(2)} times the time of ${first.toLocaleString('en')}`);
	}
	await compareMonths(folder);
	await compareNodes(say);
} finally {
	await rm(folder, { recursive: true, force: true });
}
