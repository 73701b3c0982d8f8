import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** The `kind` of an item whose records are in its file. */
export const fileKind = 'evidenceFile';

/** One of the node's inputs, by its place and the name that the canvas shows. */
export interface InputPlace {
	readonly index: number;
	readonly name: string;
}

/** The items of an input; none where nothing is connected, which n8n reports by throwing. */
function itemsOf(context: IExecuteFunctions, place: InputPlace): INodeExecutionData[] {
	try {
		return context.getInputData(place.index) ?? [];
	} catch {
		return [];
	}
}

/** A record with the place of its item, so that what comes out can be paired with it. */
export interface Row {
	readonly json: IDataObject;
	readonly item: number;
}

/** The records of an input, one by one and uncopied; refuses an item that is an error of the node before. */
export function* rowsOf(context: IExecuteFunctions, place: InputPlace): Generator<Row> {
	const items = itemsOf(context, place);
	for (let item = 0; item < items.length; item++) {
		const json = items[item]?.json;
		if (json === undefined) continue;
		const isEmpty = isPlaceholder(json);
		if (json.kind === fileKind || (isEmpty && hasFile(items[item])))
			throw fileForRecord(context, place, item);
		if (isEmpty) continue;
		if (isFailure(json)) throw failedSource(context, place, { json, item });
		yield { json, item };
	}
}

/** The same without the items' places. */
export function* recordsOf(context: IExecuteFunctions, place: InputPlace): Generator<IDataObject> {
	for (const { json } of rowsOf(context, place)) yield json;
}

/** The places of the items that were sent for their files; refuses an error as `rowsOf` does. */
export function* sentItems(context: IExecuteFunctions, place: InputPlace): Generator<number> {
	for (const [item, sent] of itemsOf(context, place).entries()) {
		const { json } = sent;
		if (isPlaceholder(json) && !hasFile(sent)) continue;
		if (isFailure(json)) throw failedSource(context, place, { json, item });
		yield item;
	}
}

/** `{}` is what "Always Output Data" sends where there is nothing. */
function isPlaceholder(json: IDataObject): boolean {
	for (const _ in json) return false;
	return true;
}

const hasFile = (item: INodeExecutionData | undefined): boolean =>
	Object.keys(item?.binary ?? {}).length > 0;

/** Passed over in silence, a file would look like a month without records. */
function fileForRecord(
	context: IExecuteFunctions,
	place: InputPlace,
	itemIndex: number,
): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`Input "${place.name}": item ${itemIndex + 1} is a file, not a record`,
		{
			description:
				'Turn it into items with Extract from File. Evidence may also stay in NDJSON files: set Evidence From to NDJSON Files in Performance Score.',
			itemIndex,
		},
	);
}

const failureKeys = new Set(['error', 'message', 'details']);

/** What n8n puts in the place of a node's items when it failed and was told to continue. */
function isFailure(json: IDataObject): boolean {
	if (json.error === undefined || json.error === null) return false;
	for (const key in json) if (!failureKeys.has(key)) return false;
	return true;
}

function failedSource(context: IExecuteFunctions, place: InputPlace, row: Row): NodeOperationError {
	const { error } = row.json;
	const reason = typeof error === 'string' ? error : JSON.stringify(error);
	return new NodeOperationError(
		context.getNode(),
		`Input "${place.name}": item ${row.item + 1} is the error of a node before, not a record`,
		{
			description: `It says: ${reason}. Mend that node, or set its On Error to Stop Workflow: with records missing nothing is worked out.`,
			itemIndex: row.item,
		},
	);
}
