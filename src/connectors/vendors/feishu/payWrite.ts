import { payrollMonth } from '../../engine/payMonths';
import { z } from 'zod';
import { sendJson } from '../../engine/call';
import type { Ports } from '../../engine/http';
import { payAnswer } from '../../engine/payReading';
import type { PayAnswer, PayEntry, PayOrder, PaySettings } from '../../engine/payrollSystem';
import { lacking } from '../../engine/problem';
import { agent, openSession } from '../../engine/session';
import { paymentsIn, textOf, totalOf, type Payment } from './payLedger';
import { wherePaid, type Place } from './payPlace';
import { explainFor } from './payRefusal';
import { post } from './payRequests';
import { byHand, entriesIn, readRows, type Row } from './payRows';

/** Docs: open.feishu.cn → Payroll → External data → Save: 50 records, and 500 characters in a text. */
export const mostRecords = 50;
const longestText = 500;

/** Feishu says how many rows changed; what is in them is read back. */
export const savedWire = z.object({ data: z.object({ affect_counts: z.string() }).nullish() });

/** A reading before the write that failed: nothing was written, and nothing is to be tried again here. */
async function beforeWrite<T>(reading: Promise<T>): Promise<PayAnswer<T>> {
	const answer = await payAnswer(reading);
	if (answer.ok) return answer;
	return { ok: false, problem: { ...answer.problem, retry: 'never', waitMs: undefined } };
}

const payments = (row: Row): readonly Payment[] => paymentsIn(row.keyText) ?? [];

/** The row with other payments in it; one of which none counts is stopped, so that payroll does not use it. */
const rowOf = (row: Row, all: readonly Payment[], { currency }: Place): Row => ({
	...row,
	active: all.some(({ counts }) => counts),
	amount: totalOf(all, currency),
	keyText: textOf(all),
});

const recordOf = (row: Row, { amountField, keyField }: Place) => ({
	active_status: row.active ? 1 : 2,
	field_values: [
		{ field_code: 'employment_id', value: row.employmentId },
		{ field_code: 'payroll_period', value: row.period },
		{ field_code: amountField, value: row.amount },
		{ field_code: keyField, value: row.keyText },
	],
});

export const saveBody = (rows: readonly Row[], place: Place) => ({
	source_code: place.source,
	records: rows.map((row) => recordOf(row, place)),
});

/** Saves rows as a whole: the same again changes nothing. One write, sent once; refused, nothing is saved. */
async function save(
	rows: readonly Row[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<unknown>> {
	const place = wherePaid(settings);
	const people = rows.map(({ employmentId }) => employmentId);
	const path = '/payroll/v1/datasource_records/save';
	const request = post(settings, path, undefined, saveBody(rows, place));
	return await sendJson(
		{
			about: `Feishu data source ${place.source}, save ${rows.length === 1 ? people.join() : `${rows.length} people`}`,
			wire: savedWire,
			writes: true,
			explain: explainFor(people),
			request: { ...request, headers: agent, timeoutMs: settings.timeoutMs },
		},
		ports,
	);
}

/** A row that somebody else has written in is not written over. */
function refuseForeign(row: Row, place: Place): void {
	const known = paymentsIn(row.keyText);
	const about = `Feishu data source ${place.source}, ${row.employmentId} of ${row.period}`;
	if (known === undefined && row.active)
		throw lacking(
			about,
			`its field "${place.keyField}" holds what this package has not written`,
			'Empty the field, or choose a source for performance pay alone',
		);
	if (known !== undefined && byHand(row, known, place.currency) !== undefined)
		throw lacking(
			about,
			`it holds ${row.amount} and not the sum of its payments, ${totalOf(known, place.currency)}`,
			'Correct the amount in Feishu, and run it again',
		);
}

const refuseFull = (row: Row, place: Place): void => {
	if (row.keyText.length <= longestText) return;
	throw lacking(
		`Feishu data source ${place.source}, ${row.employmentId} of ${row.period}`,
		`its field "${place.keyField}" has no room for another payment`,
		'Pay this correction with a payroll date in the next month',
	);
};

/** The row as it is to be, and whether it has to be saved: a payment that is there already is not added again. */
function withOrder(row: Row, { key, amount }: PayOrder, place: Place): Row {
	const held = payments(row);
	if (held.some((it) => it.key === key)) return row;
	refuseForeign(row, place);
	const next = rowOf(row, [...held, { key, amount, counts: true }], place);
	refuseFull(next, place);
	return next;
}

async function rowsFor(
	orders: readonly PayOrder[],
	settings: PaySettings,
	ports: Ports,
): Promise<readonly { readonly row: Row; readonly changed: boolean }[]> {
	const place = wherePaid(settings);
	const period = payrollMonth(settings);
	const employmentIds = orders.map(({ remoteEmployeeId }) => remoteEmployeeId);
	const asked = { periods: [period], employmentIds };
	const found = await readRows(openSession(ports, settings), place, asked);
	const byPerson = new Map(found.map((row) => [row.employmentId, row]));
	return orders.map((order) => {
		const { remoteEmployeeId: employmentId } = order;
		const none: Row = { employmentId, period, active: false, amount: '', keyText: '' };
		const before = byPerson.get(employmentId) ?? none;
		const row = withOrder(before, order, place);
		return { row, changed: row !== before };
	});
}

/** Adds a payment to each person's row of the month: the rows are read, then saved by one request. */
export async function writeTogether(
	orders: readonly PayOrder[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly PayEntry[]>> {
	const rows = await beforeWrite(rowsFor(orders, settings, ports));
	if (!rows.ok) return rows;
	const changed = rows.value.filter((it) => it.changed).map(({ row }) => row);
	const saved = changed.length === 0 ? undefined : await save(changed, settings, ports);
	if (saved?.ok === false) return saved;
	const keys = new Set(orders.map(({ key }) => key));
	const entries = rows.value.flatMap(({ row }) => entriesIn(row, settings));
	return { ok: true, value: entries.filter(({ key }) => key !== undefined && keys.has(key)) };
}

async function rowWithout(entry: PayEntry, settings: PaySettings, ports: Ports) {
	const place = wherePaid(settings);
	const period = entry.payrollDate?.slice(0, 7) ?? payrollMonth(settings);
	const asked = { periods: [period], employmentIds: [entry.remoteEmployeeId] };
	const [row] = await readRows(openSession(ports, settings), place, asked);
	if (row === undefined || !payments(row).some(({ key }) => key === entry.key)) return undefined;
	if (row.active) refuseForeign(row, place);
	const all = payments(row).map((it) => (it.key === entry.key ? { ...it, counts: false } : it));
	return { ...rowOf(row, all, place), active: row.active && all.some(({ counts }) => counts) };
}

/** Takes one payment out of its row's amount; its key stays, marked as taken back. */
export async function takeBack(
	entry: PayEntry,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<unknown>> {
	const row = await beforeWrite(rowWithout(entry, settings, ports));
	if (!row.ok || row.value === undefined) return row;
	return await save([row.value], settings, ports);
}
