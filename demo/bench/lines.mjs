// Evidence of a month as NDJSON, the same on every machine: 273 bytes a record.
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';

const PEOPLE = 60;
const MINUTE = 60000;
const ASSIGNED = Date.UTC(2026, 9, 9, 1); // 2026-10-09T09:00+08:00
const SPREAD = 14 * 24 * 60; // minutes

const local = (instant) =>
	new Date(instant + 8 * 60 * MINUTE).toISOString().replace('.000Z', '+08:00');

/** The n-th record of the month: every tenth is late, every hundredth has an error. */
export function record(n) {
	const assigned = ASSIGNED + ((n * 7919) % SPREAD) * MINUTE;
	const took = n % 10 === 0 ? 30 * 60 : 20 * 60;
	return {
		kind: 'evidence',
		source: 'crm',
		system: 'hubspot',
		recordId: String(4000000 + n),
		activity: 'customerRecord',
		employeeId: `E${String(n % PEOPLE).padStart(3, '0')}`,
		status: 'done',
		assignedAt: local(assigned),
		completedAt: local(assigned + took * MINUTE),
		errors: n % 100 === 0 ? 1 : 0,
		fetchedAt: '2026-11-01T01:00:00+08:00',
	};
}

export const employees = Array.from({ length: PEOPLE }, (_, n) => ({
	employeeId: `E${String(n).padStart(3, '0')}`,
	name: `Person ${n}`,
	role: 'operations',
}));

export const ratings = employees.flatMap(({ employeeId }) =>
	['attitude', 'collaboration'].map((criterion) => ({
		employeeId,
		criterion,
		raterId: 'L1',
		points: 13,
	})),
);

export const coverage = [
	{
		kind: 'coverage',
		source: 'crm',
		system: 'hubspot',
		activity: 'customerRecord',
		period: '2026-10',
		complete: true,
		asOf: '2026-11-01T01:00:00+08:00',
	},
];

/** Steps through all numbers below `count` in an order without a pattern: a prime that does not divide it. */
const STRIDE = 7368787;

/** Writes `count` records to a file, one a line, by their ids or shuffled. */
export async function writeLines(file, count, { shuffled = false } = {}) {
	const place = (n) => (shuffled ? (n * STRIDE) % count : n);
	const out = createWriteStream(file);
	for (let n = 0; n < count; n += 1000) {
		const lines = [];
		for (let i = n; i < Math.min(n + 1000, count); i += 1)
			lines.push(JSON.stringify(record(place(i))));
		if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
	}
	out.end();
	await once(out, 'close');
}

/** Each chunk's whole lines, in order. */
export async function* linesOf(file) {
	let rest = '';
	for await (const chunk of createReadStream(file, {
		encoding: 'latin1',
		highWaterMark: 1 << 18,
	})) {
		const lines = (rest + chunk).split('\n');
		rest = lines.pop();
		yield lines;
	}
	if (rest !== '') yield [rest];
}
