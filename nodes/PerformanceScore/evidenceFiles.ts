import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { BINARY_ENCODING, NodeOperationError } from 'n8n-workflow';
import type { InputPlace } from '../_shared/inputs';
import { sentItems } from '../_shared/inputs';
import { recordsOfLines, type BrokenFile } from './ndjson';

/** The records of every file that came in, one file after the other, each read as a stream. */
export async function* recordsOfFiles(
	context: IExecuteFunctions,
	place: InputPlace,
): AsyncGenerator<object> {
	for (const item of sentItems(context, place)) {
		const field = context.getNodeParameter('binaryPropertyName', item, 'data');
		const file = context.helpers.assertBinaryData(item, field as string);
		const name = file.fileName ? `"${file.fileName}"` : `of item ${item + 1}`;
		yield* recordsOfLines(await bytesOf(context, file), (broken) =>
			refused(context, { item, name, broken }),
		);
	}
}

/** In pieces, wherever n8n keeps its files. */
async function bytesOf(
	context: IExecuteFunctions,
	{ id, data }: IBinaryData,
): Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array>> {
	if (id === undefined) return piecesOf(Buffer.from(data, BINARY_ENCODING));
	return (await context.helpers.getBinaryStream(id)) as AsyncIterable<Uint8Array>;
}

const pieceSize = 64 * 1024;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += pieceSize)
		yield bytes.subarray(start, start + pieceSize);
}

function refused(
	context: IExecuteFunctions,
	{ item, name, broken }: { item: number; name: string; broken: BrokenFile },
): NodeOperationError {
	const { line, found } = broken;
	return new NodeOperationError(
		context.getNode(),
		`Evidence file ${name}, line ${line}: ${found}`,
		{
			description:
				'Write each record as JSON on one line of its own, in UTF-8 (NDJSON). A file with one JSON list goes through Extract from File instead, with Evidence From set to Items.',
			itemIndex: item,
		},
	);
}
