// What is previewed, synced and reconciled has the same settings, or the hash of an approval would never fit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templates } from '../../checks/templates.mjs';

const all = templates();
const node = (number, name) =>
	all.find(({ file }) => file.startsWith(`${number}-`)).nodes.find((one) => one.name === name);
const settingsOf = ({ parameters }) => {
	const { operation: _what, approvedHash: _which, notInPayroll: _seen, ...settings } = parameters;
	return settings;
};

test('Preview, Sync and Reconcile pay by the same settings', () => {
	const [preview, sync, reconcile] = ['Preview', 'Sync', 'Reconcile'].map((name) =>
		settingsOf(node(4, name)),
	);
	assert.deepEqual(sync, preview);
	assert.deepEqual(reconcile, preview);
});

test('base pay is asked for in the currency that is paid', () =>
	assert.equal(node(4, 'Base Pay').parameters.currency, node(4, 'Preview').parameters.currency));

test('the month close pays by the settings of its preview', () => {
	const sent = (name) =>
		node(5, name)
			.parameters.jsonBody.replace(/action: '\w+',?/, '')
			.replace(/approvedHash: [^,]+,/, '')
			.replace(/\s+/g, ' ');
	assert.equal(sent('Pay'), sent('Preview Pay'));
});

test('what somebody saw in payroll holds for the one reconcile that it is said to', () => {
	const { assignments } = node(4, 'Order to Read Back').parameters.assignments;
	assert.ok(!assignments.some(({ name }) => name === 'notInPayroll'));
	const { settings } = node(4, 'Insert Batch').parameters.columns.value;
	assert.match(settings, /filter\(\(\[name\]\) => name !== 'notInPayroll'\)/);
});

for (const [number, name] of [
	[6, 'Pay'],
	[7, 'Compare'],
	[8, 'Ask Payroll'],
])
	test(`${number}: ${name} sends the settings of the preview`, () =>
		assert.match(
			node(number, name).parameters.jsonBody,
			/^=\{\{ \{ \.\.\.JSON\.parse\(\$\S+[.]settings \|\| '\{\}'\), /,
		));
