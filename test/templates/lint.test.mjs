// Every rule of the templates' linter holds for every template, and bites: each is broken on purpose once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	rules,
	rulesOfAll,
	sampleDiffers,
	templates,
	unknownTypes,
} from '../../checks/templates.mjs';

const all = templates();

test('the templates are these, in this order', () => {
	assert.deepEqual(
		all.map(({ name }) => name),
		[
			'1 · Set-Up',
			'2 · Monthly Ingestion',
			'3 · Monthly Scoring',
			'4 · Payroll Sync',
			'5 · Month Close',
			'6 · Pay Approval',
			'7 · Reconcile',
			'8 · When Something Fails',
			'9 · Ratings and Claims',
			'10 · Processes and Tasks',
		],
	);
});

for (const template of all)
	for (const [rule, broken] of Object.entries(rules))
		test(`${template.file}: ${rule}`, () => assert.deepEqual(broken(template), []));

for (const [rule, broken] of Object.entries(rulesOfAll))
	test(rule, () => assert.deepEqual(broken(all), []));

test('the sample data is the company of the demonstration', async () => {
	assert.deepEqual(await sampleDiffers(), []);
});

const node = (template, name) => template.nodes.find((one) => one.name === name);
const where = (template, fits) => template.nodes.find(fits);
const operation =
	(wanted) =>
	({ parameters }) =>
		parameters.operation === wanted;
const sticky = ({ type }) => type === 'n8n-nodes-base.stickyNote';

/** Rule → a template's file and how to break the rule in it. */
const breaks = {
	'names and ids are unique': ['5', (t) => (t.nodes[1].name = t.nodes[0].name)],
	'connections join nodes that are there': ['5', (t) => (node(t, 'Score').name = 'Scoring')],
	'every node is reached from a trigger': ['5', (t) => delete t.connections.Settings],
	'inputs exist and each has something': ['3', (t) => delete t.connections.People],
	'outputs exist': ['5', (t) => t.connections.Settings.main.push([{ node: 'Stop', index: 0 }])],
	'nodes do not overlap': ['5', (t) => (node(t, 'Score').position = node(t, 'Ingest').position)],
	'stickies do not overlap and hold whole nodes': [
		'5',
		(t) => (where(t, sticky).parameters.width = 4000),
	],
	'sticky notes say what to do': ['5', (t) => (t.nodes = t.nodes.filter((one) => !sticky(one)))],
	'what is to be set stands in a node named Settings': [
		'1',
		(t) => (node(t, 'Settings').name = 'Set'),
	],
	'executionOrder is v1 and no other setting is leant on': [
		'1',
		(t) => (t.settings.timezone = 'UTC'),
	],
	'nothing of one instance is in it': [
		'2',
		(t) => (node(t, 'CRM').credentials = { a: { id: '1' } }),
	],
	'$now is never used without a time zone': [
		'2',
		(t) => (node(t, 'CRM').parameters.period = "={{ $now.toFormat('yyyy-MM') }}"),
	],
	'tables are named by name, whole': [
		'3',
		(t) => (node(t, 'People').parameters.dataTableId = { mode: 'id', value: 'x' }),
	],
	'conditions on rows are all of them': [
		'3',
		(t) => (node(t, 'Evidence').parameters.matchType = 'anyCondition'),
	],
	'rows are deleted by a condition': [
		'3',
		(t) => (where(t, operation('deleteRows')).parameters.filters.conditions[0].keyValue = ''),
	],
	'what would run once per item runs once': ['3', (t) => delete node(t, 'People').executeOnce],
	'an empty table stops nothing': ['3', (t) => delete node(t, 'Claims').alwaysOutputData],
	'rows go in in bulk': ['2', (t) => (node(t, 'Insert Evidence').parameters.options = {})],
	'tables are made only if they are not there': [
		'1',
		(t) => (where(t, operation('create')).parameters.options = {}),
	],
	'columns that are written exist': [
		'3',
		(t) => (node(t, 'Insert Summary').parameters.columns.value.sum = '1'),
	],
	'expressions name nodes that are there': [
		'2',
		(t) => (node(t, 'CRM').parameters.period = "={{ $('Begn').first().json.period }}"),
	],
	'calls wait no longer than they say and follow no redirect': [
		'5',
		(t) => (node(t, 'Ingest').parameters.options = {}),
	],
	'no code where a node will do': ['2', (t) => (node(t, 'Read').type = 'n8n-nodes-base.code')],
};

for (const rule of Object.keys(rules))
	test(`the rule bites: ${rule}`, () => {
		const [file, breakIt] = breaks[rule] ?? assert.fail('no template is broken against this rule');
		const template = structuredClone(all.find((one) => one.file.startsWith(file)));
		breakIt(template);
		assert.notDeepEqual(rules[rule](template), []);
	});

test('the rule bites: types and versions that n8n does not have', () => {
	const known = [{ name: 'n8n-nodes-base.set', version: [3, 3.4] }];
	const nodes = [
		{ name: 'A', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
		{ name: 'B', type: 'n8n-nodes-base.set', typeVersion: 9 },
		{ name: 'C', type: 'n8n-nodes-base.sett', typeVersion: 3.4 },
	];
	assert.deepEqual(unknownTypes({ nodes }, known), [
		'B: n8n-nodes-base.set 9',
		'C: n8n-nodes-base.sett 3.4',
	]);
});
