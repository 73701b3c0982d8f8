// A month is read in proportion to the month, however much the tables hold: rows are counted, never time.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { PERIOD } from './company.mjs';
import { desk } from './desk.mjs';
import { openForms } from './openForms.mjs';

const MONTHS = 20; // PERIOD is the last
const DONE_A_MONTH = 4750; // two events each
const OPEN_A_MONTH = 500; // one event each
const PEOPLE = 50;
const BATCH = 5000;
let n8n;
let months;

/** A process of one step, and the two events of one instance of it as the node records them. */
const note = {
	...{ process: 1, id: 'note', version: '1', prefix: 'NO', timeZone: 'Asia/Shanghai' },
	label: { en: 'Note', zh: '便条' },
	steps: [
		{
			...{ id: 'write', label: { en: 'Write', zh: '写' }, by: { anyone: true } },
			...{ activity: 'note', limit: { hours: 24 } },
		},
	],
};

function recorded() {
	const { recordStep } = createRequire(import.meta.url)('../../dist/src/index.js');
	const { events } = recordStep({
		...{ log: [], timeZone: 'Asia/Shanghai', now: `${PERIOD}-12T04:00:00.000Z` },
		...{ employees: [{ employeeId: 'E001', name: 'E', role: 'operations' }], processes: [note] },
		requests: [{ by: 'E001', process: 'note', number: 'NUMBER', title: 'A note' }],
	});
	return events.map(({ row }) => JSON.stringify(row));
}

const employee = (index) => `E${String((index % PEOPLE) + 1).padStart(3, '0')}`;
const rowsOf = (events, month, from, count) =>
	Array.from({ length: count }, (_, index) => from + index).flatMap((number) =>
		events.map((text) =>
			JSON.parse(
				text
					.replaceAll(PERIOD, month)
					.replaceAll('NUMBER', String(number))
					.replaceAll('E001', employee(number))
					.replace(/"eventId":"[0-9a-f]+/, `"eventId":"${month}-${number}`),
			),
		),
	);

async function insert(table, rows) {
	for (let from = 0; from < rows.length; from += BATCH)
		await n8n.tables.insert(table, rows.slice(from, from + BATCH));
}

before(async () => {
	n8n = await openForms(['set-up', 'monthly-ingestion', 'processes-and-tasks'], {
		env: { N8N_DATA_TABLES_MAX_SIZE_BYTES: String(2 ** 31) },
	});
	await n8n.settings('monthly-ingestion', { month: PERIOD });
	await n8n.tables.insert('pp_processes_v1', [
		{ process: 'note', definition: JSON.stringify(note) },
	]);
	const [started, finished] = recorded();
	const last = Number(PERIOD.slice(0, 4)) * 12 + Number(PERIOD.slice(5)) - 1;
	months = Array.from({ length: MONTHS }, (_, index) => {
		const month = last - (MONTHS - 1) + index;
		return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
	});
	for (const month of months) {
		await insert('pp_workevents_v1', rowsOf([started, finished], month, 1, DONE_A_MONTH));
		await insert('pp_workevents_v1', rowsOf([started], month, DONE_A_MONTH + 1, OPEN_A_MONTH));
		await insert('pp_openwork_v1', openRows(month));
	}
});
after(() => n8n?.stop());

const openRows = (month) =>
	Array.from({ length: OPEN_A_MONTH }, (_, index) => ({
		itemId: `NO-${month}-${index}/write`,
		...{ instanceId: `NO-${month}-${index}`, process: 'note', step: 'write', todo: 'step' },
		...{ handler: employee(index), shownTo: employee(index), title: 'A note', quantityLeft: 1 },
	}));

test('of 200,000 events and 10,000 open instances, a month reads its own rows and no other', async () => {
	assert.ok(MONTHS * (2 * DONE_A_MONTH + OPEN_A_MONTH) >= 200000);
	assert.ok(MONTHS * OPEN_A_MONTH >= 10000);
	const run = await n8n.byHand('monthly-ingestion');
	assert.equal(run.status, 'success', run.error?.message);
	const [work] = await n8n.executions.latest(n8n.ids.get('monthly-ingestion'));
	const inside = await n8n.executions.ended(work.id);
	const read = [...inside.items('Work of the Month'), ...inside.items('Work Done in It')].filter(
		({ eventId }) => eventId,
	);
	assert.equal(read.length, 2 * DONE_A_MONTH + OPEN_A_MONTH);
	const evidence = await n8n.tables.rows('pp_evidence_v1');
	assert.equal(evidence.filter(({ status }) => status === 'done').length, DONE_A_MONTH);
	assert.equal(evidence.filter(({ status }) => status === 'open').length, OPEN_A_MONTH);
	const [coverage] = (await n8n.tables.rows('pp_coverage_v1')).filter(
		({ activity }) => activity === 'note',
	);
	assert.deepEqual([coverage.complete, coverage.received], [true, evidence.length]);
});

test("somebody's page reads their own rows and no other", async () => {
	const { page } = await desk(n8n, 'E007');
	const { cards } = await page();
	const [run] = await n8n.executions.latest(n8n.ids.get('processes-and-tasks'));
	const { items } = await n8n.executions.ended(run.id);
	assert.equal(items('Mine').length, (MONTHS * OPEN_A_MONTH) / PEOPLE);
	assert.equal(cards.filter(({ address }) => address).length, items('Mine').length);
});
