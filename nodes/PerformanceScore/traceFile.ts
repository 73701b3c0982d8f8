import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { TraceRecord } from '../../src/index';

/** Whether the panel asks for the ids of all records behind the scorecards. */
export function wantsTrace(context: IExecuteFunctions): boolean {
	const { trace } = context.getNodeParameter('options', 0, {}) as IDataObject;
	return trace === 'binary';
}

/** One record a line, as text that n8n can show. */
export async function traceFile(
	context: IExecuteFunctions,
	period: string,
	records: Iterable<TraceRecord>,
): Promise<IBinaryData> {
	const bytes = Buffer.concat([...piecesOf(records)]);
	return await context.helpers.prepareBinaryData(bytes, `trace-${period}.ndjson`, 'text/plain');
}

const pieceLength = 64 * 1024;

/** As bytes at once: a million lines as strings would fill the memory. */
function* piecesOf(records: Iterable<TraceRecord>): Generator<Buffer> {
	let text = '';
	for (const record of records) {
		text += `${JSON.stringify(record)}\n`;
		if (text.length < pieceLength) continue;
		yield Buffer.from(text, 'utf8');
		text = '';
	}
	yield Buffer.from(text, 'utf8');
}
