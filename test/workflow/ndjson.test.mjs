// A large month as a file of one record a line, in a real n8n: the same scores as from items.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { executionsOf } from '../../demo/n8n/executions.mjs';
import { coverage, employees, ratings, record } from '../../demo/bench/lines.mjs';
import { emptyN8n } from './company.mjs';

let own;
before(async () => void (own = await emptyN8n()));
after(() => own?.stop());

const node = (name, type, typeVersion, parameters) => ({
	id: name,
	name,
	type,
	typeVersion,
	parameters,
	position: [0, 0],
});
const code = (name, jsCode) => node(name, 'n8n-nodes-base.code', 2, { jsCode });
const itemsOf = (list) => `return ${JSON.stringify(list)}.map((json) => ({ json }));`;
const evidence = [...Array.from({ length: 600 }, (_, n) => record(n)), ...coverage];

const score = (name, parameters) =>
	node(name, 'n8n-nodes-performance-pay.performanceScore', 1, {
		period: '2026-10',
		asOf: '2026-11-01T02:00:00+08:00',
		roles: ['operations'],
		timeZone: 'Asia/Shanghai',
		rulebookId: 'month',
		...parameters,
	});

const to = (...names) => ({
	main: [names.map(([name, index = 0]) => ({ node: name, type: 'main', index }))],
});

const workflow = {
	name: 'A month from a file',
	nodes: [
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		code('Items', itemsOf(evidence)),
		code(
			'Lines',
			"return [{ json: { lines: $input.all().map(({ json }) => JSON.stringify(json)).join('\\n') } }];",
		),
		node('File', 'n8n-nodes-base.convertToFile', 1.1, {
			operation: 'toText',
			sourceProperty: 'lines',
			options: { fileName: 'october.ndjson' },
		}),
		code('Employees', itemsOf(employees)),
		code('Ratings', itemsOf(ratings)),
		score('From Items', {}),
		score('From File', { evidenceSource: 'binary', options: { trace: 'file' } }),
	],
	connections: {
		Start: to(['Items'], ['Employees'], ['Ratings']),
		Items: to(['Lines'], ['From Items']),
		Lines: to(['File']),
		File: to(['From File']),
		Employees: to(['From Items', 1], ['From File', 1]),
		Ratings: to(['From Items', 2], ['From File', 2]),
	},
	settings: { executionOrder: 'v1' },
};

test('a file of one record a line gives the same scorecards as items', async () => {
	const { rest, projectId } = own.client;
	const { id } = await rest('POST', '/rest/workflows', { ...workflow, projectId });
	const run = await executionsOf(own.client, own.n8n).runByHand(id, 'Start');
	assert.equal(run.status, 'success', JSON.stringify(run.error));
	const scored = run.items('From Items');
	assert.equal(scored.length, 60);
	assert.deepEqual(run.items('From File'), scored);
	const [fromItems] = run.items('From Items', 2);
	const [fromFile] = run.items('From File', 2);
	assert.equal(fromFile.resultHash, fromItems.resultHash);
	assert.deepEqual(fromFile.records, { read: 600, distinct: 600 });
});
