import type { IExecuteFunctions } from 'n8n-workflow';
import type { ApprovedPayRequest, BasePayRequest, PayRequest } from '../../src/index';
import { payrollSystems } from '../../src/index';
import type { InputPlace } from '../_shared/inputs';
import { recordsOf, rowsOf } from '../_shared/inputs';
import { refusal } from '../_shared/problems';
import { timeoutOf } from '../_shared/timeout';

/** The item with which each person came in; undefined: with none. */
export type ItemOf = (employeeId: string | null) => number | undefined;

/** A request, the credential that signs it, and the items to pair its results with. */
export interface Asked<Request> {
	readonly request: Request;
	readonly credential: string;
	readonly itemOf: ItemOf;
}

const employees: InputPlace = { index: 0, name: 'Employees' };
const scorecards: InputPlace = { index: 0, name: 'Scorecards' };
const basePay: InputPlace = { index: 1, name: 'Base Pay' };
const exceptions: InputPlace = { index: 2, name: 'Exceptions' };
const summary: InputPlace = { index: 3, name: 'Summary' };

const text = (context: IExecuteFunctions, name: string): string =>
	String(context.getNodeParameter(name, 0, '') ?? '').trim();

export async function readBasePayRequest(
	context: IExecuteFunctions,
): Promise<Asked<BasePayRequest>> {
	const { records, itemOf } = readPeople(context, employees);
	if (records.length === 0)
		throw nobody('Employees', 'Connect a source of employees, one item each.');
	const { credential, where } = await readSystem(context);
	return {
		credential,
		itemOf,
		request: {
			...where,
			period: text(context, 'period'),
			company: text(context, 'company'),
			currency: text(context, 'currency'),
			baseField: text(context, 'baseField'),
			employees: records,
		},
	};
}

export async function readPayRequest(context: IExecuteFunctions): Promise<Asked<PayRequest>> {
	const { records, itemOf } = readPeople(context, scorecards);
	const { credential, where } = await readSystem(context);
	return {
		credential,
		itemOf,
		request: {
			...where,
			tenant: text(context, 'tenant'),
			period: text(context, 'period'),
			component: text(context, 'component'),
			company: text(context, 'company'),
			currency: text(context, 'currency'),
			payrollDate: text(context, 'payrollDate'),
			keyField: text(context, 'keyField'),
			blockedPeople: text(context, 'blockedPeople') as PayRequest['blockedPeople'] & string,
			scorecards: records,
			basePay: [...recordsOf(context, basePay)],
			exceptions: [...recordsOf(context, exceptions)],
			summary: [...recordsOf(context, summary)],
		},
	};
}

export async function readApprovedRequest(
	context: IExecuteFunctions,
): Promise<Asked<ApprovedPayRequest>> {
	const asked = await readPayRequest(context);
	return { ...asked, request: { ...asked.request, approvedHash: text(context, 'approvedHash') } };
}

function readPeople(context: IExecuteFunctions, place: InputPlace) {
	const rows = [...rowsOf(context, place)];
	const items = new Map(rows.map(({ json, item }) => [String(json.employeeId), item]));
	const itemOf: ItemOf = (id) => (id === null ? undefined : items.get(id));
	return { records: rows.map(({ json }) => json), itemOf };
}

async function readSystem(context: IExecuteFunctions) {
	const system = text(context, 'system');
	const panel = payrollSystems.find(({ id }) => id === system);
	if (panel === undefined) throw unknownSystem(system);
	const credentials = await context.getCredentials(panel.credential, 0);
	const baseUrl = String(credentials.baseUrl ?? '');
	const where = { system, baseUrl, ...timeoutOf(context) };
	return { credential: panel.credential, where };
}

const nobody = (input: string, remedy: string): Error =>
	refusal('input.empty', '', `Nobody came in on the input "${input}"`, remedy);

const unknownSystem = (system: string): Error =>
	refusal(
		'system.unknown',
		'system',
		`There is no payroll system "${system}"`,
		`Choose one of: ${payrollSystems.map(({ id }) => id).join(', ')}.`,
	);
