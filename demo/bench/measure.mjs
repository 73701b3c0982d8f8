// One measurement in a process of its own: node demo/bench/measure.mjs <parse|score> <file>
import { createRequire } from 'node:module';
import { coverage, employees, linesOf, ratings } from './lines.mjs';

const { presetRulebook, scorePeriod } = createRequire(import.meta.url)('../../dist/src/index.js');

const [, , what, file] = process.argv;

async function parse() {
	let count = 0;
	for await (const lines of linesOf(file))
		for (const line of lines) if (JSON.parse(line)) count += 1;
	return { count };
}

/** The records one by one, as a stream that costs little itself. */
function records() {
	const source = linesOf(file);
	let lines = [];
	let at = 0;
	const refill = async () => {
		const { done, value } = await source.next();
		if (done) return { done: true, value: undefined };
		lines = value;
		at = 0;
		return next();
	};
	const next = () =>
		at < lines.length ? { done: false, value: JSON.parse(lines[at++]) } : refill();
	return { [Symbol.asyncIterator]: () => ({ next }) };
}

async function score() {
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

// Without the start of Node and the loading of programs, in both.
const began = process.cpuUsage();
const result = await { parse, score }[what]();
const { user, system } = process.cpuUsage(began);
const cpuMs = Math.round((user + system) / 1000);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ...result, cpuMs, peakMb }));
