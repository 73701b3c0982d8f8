// The article's month of purchases, done through the forms while n8n's clock goes from October to November, and scored.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeNodes, publish } from '../../demo/n8n/workflows.mjs';
import { clock } from './clock.mjs';
import { PERIOD } from './company.mjs';
import { desk } from './desk.mjs';
import { openForms } from './openForms.mjs';

const RUNS = Array.from({ length: 12 }, (_, index) => `Purchase ${index + 11}`);
const LATE = RUNS.slice(10);
const BUYER = 'E037';
const AT_ONCE = 6;
const time = clock('2026-10-19T01:00:00Z'); // a Monday, nine in Shanghai
let n8n;
let people;

const rulebook = {
	...{ rulebook: 1, id: 'back-office', version: PERIOD, timeZone: 'Asia/Shanghai' },
	grades: [{ from: 0, id: 'any', label: { en: 'Any', zh: '任意' } }],
	roles: [
		{
			id: 'administration',
			label: { en: 'Administration', zh: '行政内勤' },
			work: [{ activity: 'procurement', source: 'workLog' }],
			indicators: [
				{
					...{ id: 'timeliness', activity: 'procurement', measure: 'onTime', points: 60 },
					curve: { type: 'share' },
				},
				{
					...{ id: 'quality', activity: 'procurement', measure: 'errors', points: 10 },
					curve: { type: 'perDefect', allowance: '0%', step: '10%' },
				},
			],
			leader: [
				{ id: 'attitude', points: 15 },
				{ id: 'collaboration', points: 15 },
			],
		},
	],
};

before(async () => {
	n8n = await openForms(['set-up', 'monthly-ingestion', 'monthly-scoring', 'processes-and-tasks'], {
		env: time.env,
		change: (_name, template) => withoutSystems(template),
	});
	const id = n8n.ids.get('monthly-scoring');
	await changeNodes(n8n.client, id, (node) => (node.name === 'Score' ? byOurRulebook(node) : node));
	await publish(n8n.client, id);
	await n8n.tables.clear('pp_ratings_v1');
	await n8n.tables.insert(
		'pp_ratings_v1',
		['attitude', 'collaboration'].map((criterion) => ({
			...{ period: PERIOD, employeeId: BUYER, raterId: 'L03' },
			...{ criterion, points: 12, weight: 1 },
		})),
	);
	people = {};
	for (const one of ['E001', 'L01', BUYER, 'L03']) people[one] = await desk(n8n, one);
});
after(async () => {
	await n8n?.stop();
	time.remove();
});

/** As in a company that has the work log alone: the nodes of the three systems are deleted. */
function withoutSystems({ nodes, connections, ...rest }) {
	const gone = ['CRM', 'Finance', 'Support'];
	const kept = Object.entries(connections).filter(([name]) => !gone.includes(name));
	const without = ({ main }) => ({
		main: main.map((targets) => (targets ?? []).filter(({ node }) => !gone.includes(node))),
	});
	return {
		...rest,
		nodes: nodes.filter(({ name }) => !gone.includes(name)),
		connections: Object.fromEntries(kept.map(([name, one]) => [name, without(one)])),
	};
}

const byOurRulebook = (node) => {
	const { period, asOf } = node.parameters;
	const own = { rulebookSource: 'json', rulebook: JSON.stringify(rulebook) };
	return { ...node, parameters: { period, asOf, ...own } };
};

/** Does something for each, a few at once, as people do. */
async function each(all, act) {
	for (let from = 0; from < all.length; from += AT_ONCE)
		for (const end of await Promise.all(all.slice(from, from + AT_ONCE).map(act)))
			assert.equal(end.title, 'Recorded', end.text);
}

const chosen = (form, label) => ({
	[`Next: ${label}`]: form.fields
		.find((one) => one.label.startsWith(`Next: ${label}`))
		.options.find((one) => one.startsWith(BUYER)),
});

/** Fills in a step whose next handler is the buyer. */
const work = async (who, title, values, label) => {
	const form = await people[who].open(title);
	return await form.submit({ ...values, ...(label ? chosen(form, label) : {}) });
};

async function scored() {
	const read = await n8n.call('pp-ingest', { period: PERIOD });
	assert.equal(read.ok, true, read.message);
	const run = await n8n.byHand('monthly-scoring');
	assert.equal(run.status, 'success', run.error?.message);
	const row = (await n8n.tables.rows('pp_scorecards_v1')).find((one) => one.employeeId === BUYER);
	const { lines } = JSON.parse(row.scorecard);
	return { total: row.total, ...lines.find(({ indicator }) => indicator === 'timeliness') };
}

test('twelve purchases go through all their steps, ten on time and two late', async () => {
	await each(RUNS, (title) =>
		people.E001.start('Office procurement', {
			...{ 'What it is about': title, What: 'Paper', Quantity: '10' },
		}),
	);
	await each(RUNS, (title) => work('L01', title, { Opinion: 'Qualified' }, 'Purchase'));
	await time.set('2026-10-20T01:00:00Z');
	const supplier = { Supplier: 'Office World' };
	await each(RUNS.slice(0, 10), (title) => work(BUYER, title, supplier, 'Hand out'));
	await each(RUNS.slice(0, 10), (title) => work(BUYER, title, {}));
	await time.set('2026-10-27T01:00:00Z');
	const late = { ...supplier, 'Why late': 'Supplier out of stock' };
	await each(LATE, (title) => work(BUYER, title, late, 'Hand out'));
	await each(LATE, (title) => work(BUYER, title, {}));
	assert.deepEqual(await n8n.tables.rows('pp_openwork_v1').then(steps), []);
});

const steps = (rows) => rows.filter(({ todo }) => todo === 'step');

test('nothing excused: 10 of 12 on time', async () => {
	await time.set('2026-11-02T01:00:00Z');
	const { attainment, counts } = await scored();
	assert.deepEqual([counts.done, counts.due, counts.onTime, counts.errors], [12, 12, 10, 0]);
	assert.match(String(attainment), /^(10\/12|5\/6|0\.8333|83\.33)/);
});

test('both excused by the leader: all on time', async () => {
	await each(LATE, (title) =>
		people.L03.work(title, {
			'Reason that excuses it': 'Supplier out of stock',
			Evidence: 'The supplier wrote on 20 October',
		}),
	);
	const { attainment, counts } = await scored();
	assert.deepEqual([counts.due, counts.onTime, counts.excused], [10, 10, 2]);
	assert.match(String(attainment), /^(1|100)$/);
});

test('each record shows who, when entered, when finished, what was said, and who approved', async () => {
	const evidence = (await n8n.tables.rows('pp_evidence_v1')).filter(
		({ activity }) => activity === 'procurement',
	);
	assert.equal(evidence.length, 12);
	for (const one of evidence) {
		assert.equal(one.employeeId, BUYER);
		assert.ok(one.assignedAt < one.completedAt, one.recordId);
	}
	const excused = evidence.filter(({ excuseApprovedBy }) => excuseApprovedBy);
	assert.deepEqual(
		excused.map((one) => [one.excuseApprovedBy, one.excuseCode, one.delayReason]),
		LATE.map(() => ['L03', 'supplierOutOfStock', 'Supplier out of stock']),
	);
	const opinions = (await n8n.tables.rows('pp_workevents_v1'))
		.filter(({ type, step }) => type === 'finished' && step === 'agree')
		.map(({ opinion }) => opinion);
	assert.deepEqual(
		opinions,
		RUNS.map(() => 'qualified'),
	);
});
