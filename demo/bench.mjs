// How fast scoring is beside bare JSON.parse of the same lines: npm run bench [-- records …]
// Prints ratios of CPU time and peak memory; it judges nothing, since machines differ.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeLines } from './bench/lines.mjs';
import { cacheFolder } from './setup/cache.mjs';
import { buildProject, installProject } from './setup/project.mjs';

const RUNS = 3;
const say = (text) => console.log(text);
const measureFile = fileURLToPath(new URL('bench/measure.mjs', import.meta.url));

async function measure(what, file) {
	const { stdout } = await promisify(execFile)(process.execPath, [measureFile, what, file]);
	return JSON.parse(stdout);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function compare(count, folder) {
	const file = join(folder, `${count}.ndjson`);
	await writeLines(file, count);
	const { size } = await stat(file);
	const runs = [];
	for (let run = 0; run < RUNS; run += 1)
		runs.push([await measure('parse', file), await measure('score', file)]);
	const parse = median(runs.map(([one]) => one.cpuMs));
	const score = median(runs.map(([, one]) => one.cpuMs));
	const [, { peakMb, scored }] = runs[0];
	say(
		`${count.toLocaleString('en')} records (${Math.round(size / count)} bytes each): ` +
			`JSON.parse ${parse} ms, scorePeriod with it ${score} ms CPU: ${(score / parse).toFixed(2)} times; ` +
			`peak ${peakMb} MB; ${scored} people scored`,
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
	for (const count of counts.length > 0 ? counts : [100000, 1000000]) await compare(count, folder);
} finally {
	await rm(folder, { recursive: true, force: true });
}
