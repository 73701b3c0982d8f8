// A month's pay as a file in a real n8n: read again by n8n's own reader, and compared after somebody typed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { executionsOf } from '../../demo/n8n/executions.mjs';
import { emptyN8n } from './company.mjs';

let own;
before(async () => void (own = await emptyN8n()));
after(() => own?.stop());

const card = (employeeId, total) => ({
	employeeId,
	kind: 'scorecard',
	period: '2026-10',
	rulebookHash: 'a'.repeat(64),
	total,
});
const base = (employeeId, remoteEmployeeId, name, account) => ({
	...{ employeeId, remoteEmployeeId, name, account },
	...{ base: '3000.00', currency: 'CNY' },
});
const scorecards = [card('E001', 93), card('E002', 75)];
const basePay = [
	base('E001', '00017', '=HYPERLINK("http://evil.example","pay")', '0062220210'),
	base('E002', '00018', '李娜 <@>', '0062220211'),
];
const summary = {
	...{ kind: 'summary', period: '2026-10', scored: 2, blocked: 0 },
	resultHash: createHash('sha256').update(JSON.stringify(scorecards)).digest('hex'),
};

const node = (name, type, typeVersion, parameters) => ({
	...{ id: name, name, type, typeVersion, parameters },
	position: [0, 0],
});
const code = (name, jsCode) => node(name, 'n8n-nodes-base.code', 2, { jsCode });
const give = (name, list) =>
	code(name, `return ${JSON.stringify(list)}.map((json) => ({ json }));`);
const payroll = (name, operation, more = {}) =>
	node(name, 'n8n-nodes-performance-pay.payroll', 1, {
		...{ system: 'file', operation, tenant: 'xx', period: '2026-10', fileFormat: 'xlsx' },
		fileColumns: 'name, account',
		...(operation === 'preview' ? {} : { approvedHash: "={{ $('Preview').first(2).json.hash }}" }),
		...more,
	});
const read = (name, operation, options = {}) =>
	node(name, 'n8n-nodes-base.extractFromFile', 1, { operation, options });

const to = (...names) => names.map(([name, index = 0]) => ({ node: name, type: 'main', index }));
const files = ['XLSX', 'CSV'];

const workflow = {
	name: 'Pay by file',
	nodes: [
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		give('Scorecards', scorecards),
		give('Base Pay', basePay),
		give('Summary', [summary]),
		give('Approved', [summary]),
		payroll('Preview', 'preview'),
		payroll('XLSX', 'export'),
		payroll('CSV', 'export', { fileFormat: 'csv' }),
		payroll('Reconcile', 'reconcile'),
		read('Read XLSX', 'xlsx', { sheetName: 'Pay' }),
		read('Read Control', 'xlsx', { sheetName: 'Control', headerRow: false }),
		read('Read CSV', 'csv', { enableBOM: true }),
		code(
			'Typed',
			"return $input.all().map(({ json }) => ({ json: { ...json, Amount: json['Employee ID'] === 'E002' ? 2550 : json.Amount } }));",
		),
	],
	connections: {
		Start: { main: [to(['Scorecards'], ['Base Pay'], ['Summary'])] },
		Scorecards: { main: [to(['Preview'], ['XLSX'], ['CSV'], ['Reconcile'])] },
		'Base Pay': { main: [to(['Preview', 1], ['XLSX', 1], ['CSV', 1], ['Reconcile', 1])] },
		Summary: { main: [to(['Preview', 3])] },
		Preview: { main: [[], [], to(['Approved'])] },
		Approved: { main: [to(['XLSX', 3], ['CSV', 3], ['Reconcile', 3])] },
		XLSX: { main: [[], [], to(['Read XLSX'], ['Read Control'])] },
		CSV: { main: [[], [], to(['Read CSV'])] },
		'Read XLSX': { main: [to(['Typed'])] },
		Typed: { main: [to(['Reconcile', 5])] },
	},
	settings: { executionOrder: 'v1' },
};

const rowsOf = (rows) =>
	rows.map((row) => [row['Employee ID'], row['Payroll ID'], row.name, row.account, row.Amount]);

test('pay is exported, read again as it was, and a 75 typed as 85 is found', async () => {
	const { rest, projectId } = own.client;
	const { id } = await rest('POST', '/rest/workflows', { ...workflow, projectId });
	const run = await executionsOf(own.client, own.n8n).runByHand(id, 'Start');
	assert.equal(run.status, 'success', JSON.stringify(run.error));
	assert.deepEqual(
		files.map((name) => run.items(name, 2)[0].status),
		['exported', 'exported'],
	);
	assert.deepEqual(rowsOf(run.items('Read XLSX')), [
		['E001', '00017', '=HYPERLINK("http://evil.example","pay")', '0062220210', 2790],
		['E002', '00018', '李娜 <@>', '0062220211', 2250],
	]);
	assert.deepEqual(rowsOf(run.items('Read CSV')), [
		['E001', '00017', '\'=HYPERLINK("http://evil.example","pay")', '0062220210', '2790.00'],
		['E002', '00018', '李娜 <@>', '0062220211', '2250.00'],
		['TOTAL', 'TOTAL', undefined, undefined, '5040.00'],
	]);
	assert.match(JSON.stringify(run.items('Read Control')), /Sum CNY.*5040/);
	assert.equal(run.items('Reconcile', 2)[0].status, 'different');
	assert.deepEqual(
		run.items('Reconcile', 1).map(({ message }) => message),
		['E002: row 2: amount 2250.00 expected, 2550.00 found: +300.00, +10 % of the base 3000.00'],
	);
});
