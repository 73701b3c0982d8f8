// One measurement in a process of its own: node demo/bench/measure.mjs <parse|score> <file>
import { createRequire } from 'node:module';
import { coverage, employees, linesOf, ratings } from './lines.mjs';

const [, , what, file] = process.argv;

async function parse() {
	let count = 0;
	for await (const lines of linesOf(file))
		for (const line of lines) if (JSON.parse(line)) count += 1;
	return { count };
}

async function* records() {
	for await (const lines of linesOf(file)) for (const line of lines) yield JSON.parse(line);
}

async function score() {
	const { presetRulebook, scorePeriod } = createRequire(import.meta.url)('../../dist/src/index.js');
	const rulebook = presetRulebook({
		id: 'bench',
		version: '1',
		timeZone: 'Asia/Shanghai',
		calendar: 'CN',
		roles: ['operations'],
	});
	const { summary } = await scorePeriod({
		period: '2026-10',
		asOf: '2026-11-01T02:00:00+08:00',
		rulebook,
		employees,
		evidence: records(),
		coverage,
		ratings,
	});
	return { count: summary.records.distinct, scored: summary.scored, hash: summary.resultHash };
}

const result = await { parse, score }[what]();
const { user, system } = process.cpuUsage();
const cpuMs = Math.round((user + system) / 1000);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ...result, cpuMs, peakMb }));
