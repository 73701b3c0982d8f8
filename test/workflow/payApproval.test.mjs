// The forms between the preview of a month's pay and its release, filled in by people who sign in to a real n8n.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { expectedTotals } from '../../demo/company/expected.mjs';
import { addPerson } from '../../demo/n8n/client.mjs';
import { visitor } from '../../demo/n8n/forms.mjs';
import { changeNodes, publish } from '../../demo/n8n/workflows.mjs';
import { PERIOD, openCompany, paid } from './company.mjs';

const person = (name) => ({
	email: `${name}@example.com`,
	...{ firstName: name, lastName: 'of the company', password: 'Performance-1' },
});
const people = {};
const SUM = expectedTotals.sumOfAmount;
let company;

before(async () => {
	company = await openCompany({ timeZone: 'Pacific/Kiritimati' });
	const { client } = company.own;
	for (const name of ['scorer', 'approver', 'releaser']) {
		await addPerson(client, person(name));
		people[name] = visitor(client);
		await people[name].signIn(person(name));
	}
	const id = company.ids.get('pay-approval');
	await changeNodes(client, id, (node) => (node.name === 'Settings' ? named(node) : node));
	await publish(client, id);
	for (const name of ['monthly-ingestion', 'monthly-scoring'])
		assert.equal((await company.byHand(name)).status, 'success');
});
after(() => company?.stop());

/** Settings that say who scores. */
function named(node) {
	const { assignments } = node.parameters.assignments;
	const set = assignments.map((one) =>
		one.name === 'scoredBy' ? { ...one, value: person('scorer').email } : one,
	);
	return { ...node, parameters: { ...node.parameters, assignments: { assignments: set } } };
}

/** A month that is previewed and not decided; nothing is paid. */
beforeEach(async () => {
	for (const table of ['approvals', 'batches', 'paylines'])
		await company.tables.clear(`pp_${table}_v1`);
	company.sandbox.unpay();
	const preview = await company.call('pp-pay', { period: PERIOD, blockedPeople: 'payOthers' });
	assert.equal(preview.batch.status, 'ready', preview.message);
});

const shown = async (who, path) => {
	const first = await people[who].open(path);
	return await first.submit({ Month: PERIOD });
};
const approve = async (values = {}) => {
	const page = await shown('approver', 'pp-approve');
	return await page.submit({ Decision: 'Approve', 'Sum of pay': SUM, ...values });
};
const release = async (who = 'releaser', values = {}) => {
	const page = await shown(who, 'pp-release');
	return page.submit
		? await page.submit({ Decision: 'Release', 'Sum of pay': SUM, ...values })
		: page;
};
const kept = async () =>
	(await company.tables.rows('pp_approvals_v1')).map(({ by, decision }) => `${by} ${decision}`);

test('who is not signed in sees nothing', async () => {
	await assert.rejects(visitor(company.own.client).open('pp-approve'), /Nobody is signed in/);
});

test('the batch is shown before anything is written: totals, notices, everybody', async () => {
	const { text, fields } = await shown('approver', 'pp-approve');
	assert.match(text, /Performance pay of 2026-10: 54 people, batch [0-9a-f]{12}/);
	assert.match(text, new RegExp(`CNY [0-9.]+ ${SUM} `));
	assert.match(text, /E012 has no score: .*Ask L12 to rate/);
	assert.match(text, /E001 张敏 3000\.00 93 2790\.00 CNY/);
	assert.deepEqual(
		fields.map(({ label }) => label),
		['Decision', 'Sum of pay, typed as a check', 'Comment'],
	);
	assert.deepEqual(paid(company.sandbox), []);
	assert.deepEqual(await kept(), []);
});

test('what is typed wrong is explained on the form, and nothing is kept until it is right', async () => {
	const wrong = await approve({ 'Sum of pay': '144430.93' });
	assert.match(wrong.text, /The sum that you typed is not the sum of pay above/);
	const silent = await wrong.submit({ Decision: 'Reject' });
	assert.match(silent.text, /Say why you reject it/);
	assert.deepEqual(await kept(), []);
	const { title } = await silent.submit({ Decision: 'Approve', 'Sum of pay': `CNY ${SUM}` });
	assert.equal(title, 'Approved');
	assert.deepEqual(await kept(), ['approver@example.com Approve']);
	assert.deepEqual(paid(company.sandbox), []);
});

test('one approves, another releases, and everybody is paid once and read back', async () => {
	assert.equal((await approve()).title, 'Approved');
	const { title, text } = await release();
	assert.equal(title, 'Paid', text);
	assert.match(text, new RegExp(`54 people, ${SUM} CNY, read back: reconciled`));
	assert.equal(paid(company.sandbox).length, expectedTotals.paid);

	const again = await release();
	assert.equal(again.title, 'Paid', again.text);
	assert.equal(company.sandbox.ledger().length, expectedTotals.paid);
});

test('who scored may do neither, and who approved may not release', async () => {
	for (const path of ['pp-approve', 'pp-release'])
		assert.match((await shown('scorer', path)).text, /You scored this month\. Another person/);
	await approve();
	assert.match((await release('approver')).text, /You approved this batch\. Another person/);
	assert.deepEqual(paid(company.sandbox), []);
});

test('what nobody approved, or somebody rejected, is not released', async () => {
	assert.match((await release()).text, /Nobody has approved the batch that was previewed last/);
	const { title } = await approve({ Decision: 'Reject', Comment: 'E007 was on leave' });
	assert.equal(title, 'Rejected');
	assert.match((await release()).text, /rejected this batch: E007 was on leave/);
	assert.deepEqual(paid(company.sandbox), []);
});

test('who rejects after the release was opened is heard: nobody is paid', async () => {
	await approve();
	const open = await shown('releaser', 'pp-release');
	await approve({ Decision: 'Reject', Comment: 'E007 was on leave' });
	const { title, text } = await open.submit({ Decision: 'Release', 'Sum of pay': SUM });
	assert.equal(title, 'Rejected meanwhile');
	assert.match(text, /rejected this batch while you looked: E007 was on leave Nothing was paid/);
	assert.deepEqual(paid(company.sandbox), []);
});

test('an approval holds for its batch only', async () => {
	await approve();
	const other = { period: PERIOD, blockedPeople: 'payOthers', payrollDate: '2026-10-30' };
	const page = await shown('approver', 'pp-approve');
	const preview = await company.call('pp-pay', other);
	assert.equal(preview.ok, true, preview.message);
	// The same batch by another preview: what decides who gets what is the same, and so is the hash.
	assert.equal((await page.submit({ Decision: 'Approve', 'Sum of pay': SUM })).title, 'Approved');

	// Whoever lets other changes through approves another batch.
	const limited = await shown('approver', 'pp-approve');
	await company.call('pp-pay', { ...other, personChangeLimit: 50 });
	const refused = await limited.submit({ Decision: 'Approve', 'Sum of pay': SUM });
	assert.equal(refused.title, 'The batch has changed');

	const before = await shown('approver', 'pp-approve');
	await company.tables.update(
		'pp_ratings_v1',
		{ employeeId: 'E001', criterion: 'attitude' },
		{ points: 12 },
	);
	assert.equal((await company.byHand('monthly-scoring')).status, 'success');
	await company.call('pp-pay', { period: PERIOD, blockedPeople: 'payOthers' });
	const late = await before.submit({ Decision: 'Approve', 'Sum of pay': SUM });
	assert.equal(late.title, 'The batch has changed');
	assert.match((await release()).text, /Nobody has approved the batch that was previewed last/);
	await company.tables.update(
		'pp_ratings_v1',
		{ employeeId: 'E001', criterion: 'attitude' },
		{ points: 13 },
	);
	assert.equal((await company.byHand('monthly-scoring')).status, 'success');
});

for (const month of ['2026-13', 'October'])
	test(`${month} is no month, and the form says so`, async () => {
		const page = await people.approver.open('pp-approve');
		assert.match(
			(await page.submit({ Month: month })).text,
			/is not a month\. Write it as 2026-10/,
		);
	});

test('a month without a preview is told as such', async () => {
	const page = await people.approver.open('pp-approve');
	const { text } = await page.submit({ Month: '2026-08' });
	assert.match(text, /There is no preview of 2026-08\. Run 4 · Payroll Sync/);
});

test('payroll that does not answer is told, and releasing again pays the rest', async () => {
	await approve();
	const { frappe } = company.sandbox.faults;
	frappe.add({ match: 'POST /api/resource/Additional', kind: '500', after: 20, times: Infinity });
	const broken = await release();
	frappe.clear();
	assert.equal(broken.title, 'Not finished');
	assert.match(broken.text, /HTTP 500.*Releasing again pays nobody twice/);
	const { title } = await release();
	assert.equal(title, 'Paid');
	assert.equal(paid(company.sandbox).length, expectedTotals.paid);
	assert.equal(company.sandbox.ledger().length, expectedTotals.paid);
});
