import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type {
	ApprovedPayRequest,
	BasePayRequest,
	PayRequest,
	Ports,
	ReconcileRequest,
	ReverseRequest,
	ShowBatchRequest,
} from '../../src/index';
import { payrollSystems, rowsAddress } from '../../src/index';
import { portsBy, portsOf } from '../_shared/httpPort';
import type { InputPlace } from '../_shared/inputs';
import { recordsOf, rowsOf } from '../_shared/inputs';
import { rowsPort } from '../_shared/rowsPort';
import { panelValue } from '../_shared/panelValue';
import { refusal } from '../_shared/problems';
import { timeoutOf } from '../_shared/timeout';
import { words } from '../_shared/words';

/** The item with which each person came in; undefined: with none. */
export type ItemOf = (employeeId: string | null) => number | undefined;

/** A request, the credential that signs it, and the items to pair its results with. */
export interface Asked<Request> {
	readonly request: Request;
	/** undefined: nothing signs in. */
	readonly credential: string | undefined;
	readonly itemOf: ItemOf;
}

const employees: InputPlace = { index: 0, name: 'Employees' };
const scorecards: InputPlace = { index: 0, name: 'Scorecards' };
const basePay: InputPlace = { index: 1, name: 'Base Pay' };
const exceptions: InputPlace = { index: 2, name: 'Exceptions' };
const summary: InputPlace = { index: 3, name: 'Summary' };
const earlierPay: InputPlace = { index: 4, name: 'Earlier Pay' };
const payrollRows: InputPlace = { index: 5, name: 'Payroll Rows' };
const payLines: InputPlace = { index: 0, name: 'Pay Lines' };

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
			...readCorrection(context),
			...readLimits(context),
			openObjections: (stopRules(context).openObjections ?? '') as PayRequest['openObjections'] &
				string,
			scorecards: records,
			basePay: [...recordsOf(context, basePay)],
			...readExceptions(context),
			summary: [...recordsOf(context, summary)],
			earlierPay: [...recordsOf(context, earlierPay)],
		},
	};
}

export async function readApprovedRequest(
	context: IExecuteFunctions,
): Promise<Asked<ApprovedPayRequest>> {
	const asked = await readPayRequest(context);
	const { scoredBy, approvedBy, releasedBy } = stopRules(context);
	const names = {
		scoredBy: String(scoredBy ?? ''),
		approvedBy: String(approvedBy ?? ''),
		releasedBy: String(releasedBy ?? ''),
	};
	const approvedHash = text(context, 'approvedHash');
	return { ...asked, request: { ...asked.request, ...names, approvedHash } };
}

export async function readReconcileRequest(
	context: IExecuteFunctions,
): Promise<Asked<ReconcileRequest>> {
	const asked = await readApprovedRequest(context);
	const notInPayroll = words(text(context, 'notInPayroll'));
	return { ...asked, request: { ...asked.request, notInPayroll } };
}

export async function readReverseRequest(
	context: IExecuteFunctions,
): Promise<Asked<ReverseRequest>> {
	const { records, itemOf } = readPeople(context, payLines);
	if (records.length === 0)
		throw nobody('Pay Lines', 'Connect the pay lines of the batch, from the table of pay lines.');
	const { credential, where } = await readSystem(context);
	return {
		credential,
		itemOf,
		request: {
			...where,
			batchHash: text(context, 'batchHash'),
			keyField: text(context, 'keyField'),
			payrollDate: text(context, 'payrollDate'),
			deduction: text(context, 'deduction'),
			payLines: records,
		},
	};
}

/** A page needs no payroll system: it shows what came in. */
export const readPageRequest = (context: IExecuteFunctions): ShowBatchRequest => ({
	batch: [...recordsOf(context, { index: 0, name: 'Batch' })],
	...readShown(context),
	people: [...recordsOf(context, { index: 2, name: 'Employees' })],
	changeLimit: Number(context.getNodeParameter('changeToLookAt', 0, 30)),
	language: text(context, 'language') as ShowBatchRequest['language'] & string,
});

/** Problems may come in with the lines, told apart by their kind. */
function readShown(context: IExecuteFunctions) {
	const records = [...recordsOf(context, { index: 1, name: 'Pay Lines' })];
	const isProblem = ({ kind }: IDataObject) => kind === 'problem';
	return {
		payLines: records.filter((record) => !isProblem(record)),
		problems: records.filter(isProblem),
	};
}

const stopRules = (context: IExecuteFunctions): IDataObject =>
	context.getNodeParameter('stopRules', 0, {}) as IDataObject;

const readCorrection = (context: IExecuteFunctions) => ({
	revision: Number(context.getNodeParameter('revision', 0, 0)),
	negativeDifferences: (text(context, 'negativeDifferences') ||
		'refuse') as PayRequest['negativeDifferences'] & string,
	deduction: text(context, 'deduction'),
});

function readLimits(context: IExecuteFunctions) {
	const { sumChangeLimit, personChangeLimit, acceptedChanges } = stopRules(context);
	return {
		sumChangeLimit: Number(sumChangeLimit ?? 0),
		personChangeLimit: Number(personChangeLimit ?? 0),
		acceptedChanges: words(String(acceptedChanges ?? '')),
	};
}

/** Objections come in with the exceptions, told apart by their kind. */
function readExceptions(context: IExecuteFunctions) {
	const records = [...recordsOf(context, exceptions)];
	const isObjection = ({ kind }: IDataObject) => kind === 'objection';
	return {
		exceptions: records.filter((record) => !isObjection(record)),
		objections: records.filter(isObjection),
	};
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
	const baseUrl = await addressOf(context, panel.credential);
	const parameters = Object.fromEntries(
		panel.parameters.map(({ name }) => [name, panelValue(context.getNodeParameter(name, 0, null))]),
	);
	const where = { system, baseUrl, parameters, ...timeoutOf(context) };
	return { credential: panel.credential, where };
}

async function addressOf(
	context: IExecuteFunctions,
	credential: string | undefined,
): Promise<string> {
	if (credential === undefined) return rowsAddress;
	return String((await context.getCredentials(credential, 0)).baseUrl ?? '');
}

/** The way to what payroll holds; a system that takes files gives it back as rows. */
export const payPorts = (context: IExecuteFunctions, credential: string | undefined): Ports =>
	credential === undefined
		? portsBy(context, rowsPort([...rowsOf(context, payrollRows)]))
		: portsOf(context, credential);

const nobody = (input: string, remedy: string): Error =>
	refusal('input.empty', '', `Nobody came in on the input "${input}"`, remedy);

const unknownSystem = (system: string): Error =>
	refusal(
		'system.unknown',
		'system',
		`There is no payroll system "${system}"`,
		`Choose one of: ${payrollSystems.map(({ id }) => id).join(', ')}.`,
	);
