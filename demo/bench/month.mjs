// A month of any size from a system that is made up page by page: nothing of it is held but the page that was asked for.
import { createRequire } from 'node:module';
import { writeFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const { writeEvidenceFile } = createRequire(import.meta.url)(
	'../../dist/nodes/_shared/evidenceFile.js',
);

const PAGE = 500;
const ASSIGNED = Date.UTC(2026, 9, 9, 1);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Bytes that are in use once the garbage is gone, those outside of the heap included. */
function bytesInUse() {
	collectGarbage();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}

const row = (n) => ({
	id: `4f6c2a-${String(n).padStart(8, '0')}`,
	subject: `Invoice ${n} of a customer who wants it sent again to another address`,
	owner: `person${n % 60}@example.com`,
	state: 'closed',
	given: new Date(ASSIGNED + (n % 10000) * 60000).toISOString(),
	finished: new Date(ASSIGNED + (n % 10000) * 60000 + 7200000).toISOString(),
	faults: n % 100 === 0 ? 1 : 0,
});

/** Answers pages of `count` rows; calls `atEnd` when the last one is asked for. */
const systemOf =
	(count, atEnd) =>
	async ({ query }) => {
		const from = Number(query?.offset ?? 0);
		const size = Math.max(0, Math.min(PAGE, count - from));
		if (from + size === count && size > 0) atEnd();
		const items = Array.from({ length: size }, (_, n) => row(from + n));
		return {
			status: 200,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ total: count, items }),
		};
	};

const request = {
	system: 'rest',
	stream: 'supportRecords',
	baseUrl: 'http://rest.invalid',
	period: '2026-10',
	timeZone: 'Asia/Shanghai',
	parameters: {
		...{ path: '/items', listAt: 'items', paging: 'offset', pageParameter: 'offset' },
		...{ totalAt: 'total', handlerField: 'owner', statusField: 'state', doneValues: 'closed' },
		...{ assignedField: 'given', completedField: 'finished', errorsField: 'faults' },
		fields: 'subject',
	},
};

/** Reads a month of `count` records into `file`, as the evidence nodes do; says what is held before the last page. */
export async function readMonth(count, file) {
	let held = 0;
	const before = bytesInUse();
	const ports = {
		http: systemOf(count, () => (held = bytesInUse() - before)),
		now: () => '2026-11-02T00:00:00+08:00',
		wait: async () => undefined,
		cancelled: () => false,
	};
	const prepareBinaryData = async (stream, fileName, mimeType) => {
		await writeFile(file, stream); // as n8n stores a file
		return { data: '', fileName, mimeType };
	};
	const { coverage } = await writeEvidenceFile({ helpers: { prepareBinaryData } }, request, ports);
	return { coverage, held };
}
