// What the templates refuse, and what they say then. No system is read here.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { unknownTypes } from '../../checks/templates.mjs';
import { changeNodes, importerOf, publish, unpublish } from '../../demo/n8n/workflows.mjs';
import { tablesOf } from '../../demo/n8n/tables.mjs';
import { executionsOf } from '../../demo/n8n/executions.mjs';
import { addCredentials, openMonth, templates } from '../../demo/n8n/month.mjs';
import { PERIOD, emptyN8n } from './company.mjs';

let own;
before(async () => {
	own = await emptyN8n({ timeZone: 'Pacific/Kiritimati' });
});
after(() => own?.stop());

test('n8n knows every type and version of every template', async () => {
	const known = await own.client.rest('GET', '/types/nodes.json');
	for (const [name, template] of templates)
		assert.deepEqual(unknownTypes(template, known), [], name);
});

for (const name of ['monthly-ingestion', 'monthly-scoring', 'payroll-sync', 'month-close'])
	test(`before the set-up, ${name} says to run it`, async () => {
		const importTemplate = await importerOf(own.client, own.n8n);
		const { id } = await importTemplate(templates.get(name));
		const run = await executionsOf(own.client, own.n8n).runByHand(id, 'Run by Hand');
		assert.equal(run.status, 'error');
		assert.match(run.error.message, /Run the template 1 · Set-Up/);
		await own.client.rest('POST', `/rest/workflows/${id}/archive`, {});
	});

let month;
test('the set-up runs twice and leaves the same rows and the same keys', async () => {
	// Nobody listens at these addresses.
	const nowhere = {
		url: 'http://127.0.0.1:9',
		token: 't',
		key: 'k',
		secret: 's',
		email: 'a@example.com',
	};
	const systems = { hubspot: nowhere, frappe: nowhere, zendesk: nowhere };
	month = await openMonth(own.client, own.n8n, await addCredentials(own.client, systems));
	const names = ['pp_people_v1', 'pp_ratings_v1', 'pp_claims_v1', 'pp_keys_v1', 'pp_locks_v1'];
	const all = () => Promise.all(names.map((name) => month.tables.rows(name)));
	const first = await all();
	assert.equal((await month.byHand('set-up')).status, 'success');
	assert.deepEqual(await all(), first);
	assert.deepEqual(
		first.map((rows) => rows.length),
		[60, 119, 4, 2, 0],
	);
	for (const { value } of first[3]) assert.match(value, /^[0-9a-f]{64}$/);
});

const hooks = ['pp-ingest', 'pp-score', 'pp-pay', 'pp-close'];
for (const path of hooks) {
	test(`${path}: a wrong key is refused with 403`, async () => {
		const answer = await month.call(path, { period: PERIOD }, 'not the key');
		assert.equal(answer.status, 403);
		assert.equal(answer.ok, false);
		assert.match(answer.message, /x-performance-pay-key/);
	});
	for (const period of ['2026-13', '2026-00', 'October', '2026-1', '2026-10-01', 202610])
		test(`${path}: ${JSON.stringify(period)} is no month`, async () => {
			const answer = await month.call(path, { period });
			assert.equal(answer.status, 400);
			assert.match(answer.message, /is not a month: expected year and month, like 2026-10/);
		});
}

test('pp-close: a month that is not over is refused', async () => {
	const answer = await month.call('pp-close', { period: '2099-01' });
	assert.equal(answer.status, 400);
	assert.match(answer.message, /^2099-01 is not over: .* in Asia\/Shanghai\.$/);
});

for (const [what, body, message] of [
	['an unknown action', { action: 'pay' }, /"pay" is not an action/],
	['a sync without a hash', { action: 'sync' }, /needs approvedHash/],
	['an unknown choice', { blockedPeople: 'payAll' }, /"payAll" is not a choice/],
])
	test(`pp-pay: ${what} is refused`, async () => {
		const answer = await month.call('pp-pay', { period: PERIOD, ...body });
		assert.equal(answer.status, 400);
		assert.match(answer.message, message);
	});

test('pp-close: an unknown choice for pay is refused', async () => {
	const answer = await month.call('pp-close', { period: PERIOD, pay: 'everything' });
	assert.equal(answer.status, 400);
	assert.match(answer.message, /"everything" is not a choice for pay/);
});

test('the close names the template that is not published, and what to do', async () => {
	const id = month.ids.get('monthly-ingestion');
	await unpublish(own.client, id);
	const answer = await month.call('pp-close', { period: PERIOD });
	assert.equal(answer.ok, false);
	assert.match(answer.message, /2 · Monthly Ingestion: its webhook does not answer/);
	assert.match(answer.remedy, /publish it/);
	await publish(own.client, id);
});

test('three systems that do not answer are three gaps, each with its reason, and no failure', async () => {
	const answer = await month.call('pp-ingest', { period: PERIOD });
	assert.equal(answer.ok, true, answer.message);
	const systems = answer.sources.filter(({ source }) => source !== 'workLog');
	assert.deepEqual([answer.records, answer.complete, systems.length], [0, false, 3]);
	for (const { gap } of systems) assert.match(gap, /127\.0\.0\.1:9/);
	assert.equal(
		(await month.tables.rows('pp_coverage_v1')).filter(({ complete }) => !complete).length,
		3,
	);
});

test('a step that fails inside says why, and gives its lock back', async () => {
	const id = month.ids.get('monthly-ingestion');
	const zone = (value) => (node) => {
		if (node.name !== 'Settings') return node;
		const changed = structuredClone(node);
		changed.parameters.assignments.assignments.find(({ name }) => name === 'timeZone').value =
			value;
		return changed;
	};
	await changeNodes(own.client, id, zone('Mars/Olympus'));
	await publish(own.client, id);
	const answer = await month.call('pp-ingest', { period: PERIOD });
	await changeNodes(own.client, id, zone('Asia/Shanghai'));
	await publish(own.client, id);
	assert.equal(answer.ok, false);
	assert.equal(answer.status, 400);
	assert.match(answer.message, /^"Mars\/Olympus" is not a time zone for timeZone/);
	assert.notEqual(answer.remedy, '');
	assert.deepEqual(await month.tables.rows('pp_locks_v1'), []);
});

test('a table whose name contains one of ours stops the templates before they touch anything', async () => {
	await tablesOf(own.client).create('pp_evidence_v1 copy', [{ name: 'a', type: 'string' }]);
	const answer = await month.call('pp-ingest', { period: PERIOD });
	assert.equal(answer.status, 409);
	assert.match(answer.message, /pp_evidence_v1/);
	const setUp = await month.byHand('set-up');
	assert.equal(setUp.status, 'error');
	assert.match(setUp.error.message, /pp_evidence_v1 copy/);
});
