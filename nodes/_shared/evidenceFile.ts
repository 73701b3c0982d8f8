import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import type { CollectRequest, CoverageRecord, EvidenceStream, Ports } from '../../src/index';
import { byteStream, streamEvidence } from '../../src/index';
import { toEvidenceRow } from './evidenceRows';

/** Evidence and its coverage as one file, and the coverage once more to look at. */
export interface EvidenceFile {
	readonly file: IBinaryData;
	readonly coverage: CoverageRecord;
}

type Stream = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/** Not a text type: the editor would load all of it to show it. */
const mimeType = 'application/x-ndjson';

/** Reads into a file of one record a line, written while it is read, with the coverage as its last line. */
export async function writeEvidenceFile(
	context: IExecuteFunctions,
	request: CollectRequest,
	ports: Ports,
): Promise<EvidenceFile> {
	const { system, stream, period } = request;
	let coverage: CoverageRecord | undefined;
	const pieces = piecesOf(streamEvidence(request, ports), period, (told) => (coverage = told));
	const file = await context.helpers.prepareBinaryData(
		byteStream(pieces) as Stream,
		`evidence-${system}-${stream}-${period}.ndjson`,
		mimeType,
	);
	if (coverage === undefined) throw new Error('The file was closed before all was read');
	return { file, coverage };
}

/** In characters. */
const pieceLength = 64 * 1024;

const lineOf = (record: object): string => `${JSON.stringify(record)}\n`;

async function* piecesOf(
	records: EvidenceStream,
	period: string,
	close: (coverage: CoverageRecord) => void,
): AsyncGenerator<Uint8Array> {
	let text = '';
	try {
		let next = await records.next();
		for (; next.done !== true; next = await records.next()) {
			for (const record of next.value) text += lineOf(toEvidenceRow(record, period));
			if (text.length < pieceLength) continue;
			yield Buffer.from(text, 'utf8');
			text = '';
		}
		close(next.value);
		yield Buffer.from(text + lineOf(next.value), 'utf8');
	} finally {
		// Where the file cannot be written, nothing more is read.
		await records.return(undefined as never);
	}
}
