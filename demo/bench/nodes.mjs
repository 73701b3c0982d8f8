// 100,000 items through Performance Score and through n8n's own Summarize, in a real n8n.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '../n8n/client.mjs';
import { executionsOf } from '../n8n/executions.mjs';
import { startN8n } from '../n8n/server.mjs';
import { installPackage } from '../setup/package.mjs';
import { prepare } from '../setup/prepare.mjs';
import { coverage, employees, ratings, record } from './lines.mjs';
import { median } from './median.mjs';

const ITEMS = 100000;
const RUNS = 7;

const node = (name, type, typeVersion, parameters, place) => ({
	id: name,
	name,
	type,
	typeVersion,
	parameters,
	position: [place * 220, 0],
});

/** A Code node that gives the same items as `record` does for the month. */
const code = (name, jsCode, place) => node(name, 'n8n-nodes-base.code', 2, { jsCode }, place);
const items = (list) => `return ${JSON.stringify(list)}.map((json) => ({ json }));`;

const source = `const PEOPLE = 60, MINUTE = 60000, SPREAD = 14 * 24 * 60, ASSIGNED = Date.UTC(2026, 9, 9, 1);
const local = (instant) => new Date(instant + 8 * 60 * MINUTE).toISOString().replace('.000Z', '+08:00');
${record.toString()}
return Array.from({ length: ${ITEMS} }, (_, n) => ({ json: record(n) }));`;

const summarize = node(
	'Summarize',
	'n8n-nodes-base.summarize',
	1.1,
	{
		fieldsToSummarize: {
			values: [
				{ aggregation: 'count', field: 'recordId' },
				{ aggregation: 'sum', field: 'errors' },
			],
		},
		fieldsToSplitBy: 'employeeId',
		options: {},
	},
	2,
);

const score = node(
	'Performance Score',
	'n8n-nodes-performance-pay.performanceScore',
	1,
	{
		period: '2026-10',
		asOf: '2026-11-01T02:00:00+08:00',
		rulebookSource: 'preset',
		roles: ['operations'],
		rulebookId: 'bench',
		timeZone: 'Asia/Shanghai',
		calendar: 'CN',
	},
	2,
);

const to = (name, index = 0) => ({ node: name, type: 'main', index });

function workflow() {
	return {
		name: 'Bench',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}, 0),
			code('Evidence', source, 1),
			code('Coverage', items(coverage), 1),
			code('Employees', items(employees), 1),
			code('Ratings', items(ratings), 1),
			node('Both', 'n8n-nodes-base.merge', 3.2, { numberInputs: 2 }, 2),
			summarize,
			score,
		],
		connections: {
			Start: { main: [[to('Evidence'), to('Coverage'), to('Employees'), to('Ratings')]] },
			Evidence: { main: [[to('Summarize'), to('Both')]] },
			Coverage: { main: [[to('Both', 1)]] },
			Both: { main: [[to('Performance Score')]] },
			Employees: { main: [[to('Performance Score', 1)]] },
			Ratings: { main: [[to('Performance Score', 2)]] },
		},
		settings: { executionOrder: 'v1' },
	};
}

/** Prints the node time of both, from n8n's own record of the runs. */
export async function compareNodes(say) {
	const { node: program, n8n } = await prepare(say);
	const userFolder = mkdtempSync(join(tmpdir(), 'performance-pay-bench-'));
	await installPackage(userFolder, say);
	const env = { N8N_PAYLOAD_SIZE_MAX: '512', NODE_OPTIONS: '--max-old-space-size=8192' };
	const server = await startN8n({ node: program, n8n, userFolder, env });
	try {
		const client = await signIn(server.url);
		const stored = await client.rest('POST', '/rest/workflows', {
			...workflow(),
			projectId: client.projectId,
		});
		const { runByHand } = executionsOf(client, n8n);
		const runs = [];
		for (let run = 0; run < RUNS; run += 1) {
			const execution = await runByHand(stored.id, 'Start');
			if (execution.status !== 'success')
				throw new Error(`The run in n8n failed: ${JSON.stringify(execution.error)}`);
			const scored = execution.items('Performance Score').length;
			if (scored !== employees.length) throw new Error(`${scored} people were scored.`);
			runs.push(execution.times());
		}
		const of = (name) => median(runs.map((times) => times[name]));
		const [ours, theirs] = [of('Performance Score'), of('Summarize')];
		say(
			`\nIn a real n8n, ${ITEMS.toLocaleString('en')} items, median of ${RUNS}\n` +
				`Summarize ${theirs} ms, Performance Score ${ours} ms: ${(ours / theirs).toFixed(2)} times`,
		);
	} finally {
		await server.stop();
		rmSync(userFolder, { recursive: true, force: true, maxRetries: 5 });
	}
}
