import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { InputPlace } from '../_shared/inputs';
import { recordsOf, sentItems } from '../_shared/inputs';
import { requestFields, type Recording } from './requestFields';

/** A request with the item that it came with. */
export interface AskedRequest {
	readonly request: IDataObject;
	readonly item: number;
}

const requests: InputPlace = { index: 0, name: 'Input' };

export const text = (context: IExecuteFunctions, name: string): string =>
	String(context.getNodeParameter(name, 0, '') ?? '').trim();

const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || value === '' || value === 0;

/** The panel's value, else the item's. */
function fieldOf(context: IExecuteFunctions, name: string, item: number): unknown {
	const set = context.getNodeParameter(name, item, '') as unknown;
	return isEmpty(set) ? context.getInputData(requests.index)[item]?.json[name] : set;
}

function requestOf(context: IExecuteFunctions, operation: Recording, item: number): IDataObject {
	const fields = requestFields[operation].map((name) => [name, fieldOf(context, name, item)]);
	return Object.fromEntries(fields) as IDataObject;
}

/** Of several new ones the panel's number is made different: 17, 17-2, 17-3. */
function numbered(request: IDataObject, used: Set<unknown>): IDataObject {
	const { number } = request;
	if (isEmpty(number)) return request;
	const own = used.has(number) ? `${String(number)}-${used.size + 1}` : number;
	used.add(own);
	return { ...request, number: own as string };
}

/** One request an item; `{}`, which n8n sends where there is nothing, is one only where the panel names who records. */
export function readRequests(context: IExecuteFunctions, operation: Recording): AskedRequest[] {
	const sent = new Set(sentItems(context, requests));
	const used = new Set<unknown>();
	return [...context.getInputData(requests.index).keys()].flatMap((item) => {
		const request = requestOf(context, operation, item);
		if (!sent.has(item) && isEmpty(request.by)) return [];
		return [{ request: numbered(request, used), item }];
	});
}

/** Rows of the log and what they are checked against, each input by its place. */
export const readRows = (
	context: IExecuteFunctions,
	index: number,
	name: string,
): IDataObject[] => [...recordsOf(context, { index, name })];

/** What every recording takes beside its requests. */
export const readOffice = (context: IExecuteFunctions) => ({
	log: readRows(context, 1, 'Log'),
	employees: readRows(context, 2, 'Employees'),
	processes: readRows(context, 3, 'Processes'),
	timeZone: text(context, 'timeZone') || 'Asia/Shanghai',
	now: new Date().toISOString(),
});
