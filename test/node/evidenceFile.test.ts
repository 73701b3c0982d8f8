import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PerformanceRestApi } from '../../credentials/PerformanceRestApi.credentials';
import { CrmEvidence } from '../../nodes/CrmEvidence/CrmEvidence.node';
import { FinanceEvidence } from '../../nodes/FinanceEvidence/FinanceEvidence.node';
import { PerformanceScore } from '../../nodes/PerformanceScore/PerformanceScore.node';
import { writeEvidenceFile } from '../../nodes/_shared/evidenceFile';
import { runNode, type Input, type Outcome, type Run } from './engine';
import { serve, type Loopback, type Said } from './loopback.cjs';
import { employees, parameters, ratings } from './officeOfTwo';

const record = (id: number, more: IDataObject = {}): IDataObject => ({
	id,
	owner: id === 3 ? 'bob@x.example' : 'ann@x.example',
	state: 'closed',
	given: '2026-10-08T09:00:00+08:00',
	finished: '2026-10-08T17:00:00+08:00',
	faults: 0,
	changed: '2026-10-08T17:00:00+08:00',
	...more,
});

const mapping: IDataObject = {
	...{ system: 'rest', stream: 'crmRecords', systemName: 'hubspot', activity: 'record' },
	...{ path: '/records', paging: 'page', pageParameter: 'page', updatedField: 'changed' },
	...{ handlerField: 'owner', statusField: 'state', doneValues: 'closed', errorsField: 'faults' },
	...{ assignedField: 'given', completedField: 'finished' },
};

/** The lines of the file that an item carries. */
function linesOf(item: INodeExecutionData | undefined, field = 'data'): IDataObject[] {
	const text = Buffer.from(item?.binary?.[field]?.data ?? '', 'base64').toString('utf8');
	const lines = text.trimEnd().split('\n');
	return lines.map((line) => JSON.parse(line) as IDataObject);
}

const withoutTime = (json: IDataObject): IDataObject => ({ ...json, fetchedAt: null, asOf: null });
const jsonOf = (items: readonly INodeExecutionData[] = []): IDataObject[] =>
	items.map(({ json }) => json);

describe('evidence as a file', () => {
	let server: Loopback;
	let pages: readonly IDataObject[][];
	let said: (page: number) => Said | undefined;
	beforeEach(async () => {
		pages = [[record(1), record(2)], [record(3)]];
		said = (page) => ({ body: pages[page - 1] ?? [] });
		server = await serve(({ url }) =>
			said(Number(new URL(url, 'http://x').searchParams.get('page') ?? 1)),
		);
	});
	afterEach(async () => await server.close());

	const collect = async (more: IDataObject = {}, run: Partial<Run> = {}): Promise<Outcome> =>
		await runNode({
			type: new CrmEvidence(),
			inputs: [[{}]],
			parameters: { period: '2026-10', output: 'binary', ...mapping, ...more },
			credential: {
				type: new PerformanceRestApi(),
				data: { baseUrl: server.url, authentication: 'bearer', apiKey: 'secret-1' },
			},
			...run,
		});
	const score = async (evidence: Input, evidenceSource = 'binary'): Promise<Outcome> =>
		await runNode({
			type: new PerformanceScore(),
			inputs: [evidence, employees, ratings],
			parameters: { ...parameters, evidenceSource },
		});
	const totals = ({ outputs }: Outcome): unknown[] =>
		jsonOf(outputs[0]).map(({ employeeId, total }) => [employeeId, total]);

	it('holds what the items hold, and the coverage as its last line', async () => {
		const items = await collect({ output: 'items' });
		const { outputs, error, hints } = await collect();
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
		expect(outputs[0]).toHaveLength(1);
		const [item] = outputs[0] ?? [];
		expect(item?.binary?.['data']).toMatchObject({
			fileName: 'evidence-rest-crmRecords-2026-10.ndjson',
			mimeType: 'application/x-ndjson',
		});
		expect(item?.pairedItem).toEqual({ item: 0 });
		expect(item?.json).toMatchObject({
			...{ kind: 'evidenceFile', period: '2026-10', system: 'hubspot', activity: 'record' },
			...{ complete: true, received: 3, fileName: 'evidence-rest-crmRecords-2026-10.ndjson' },
		});
		expect(linesOf(item).map(withoutTime)).toEqual(
			[...jsonOf(items.outputs[0]), ...jsonOf(items.outputs[1])].map(withoutTime),
		);
		expect(jsonOf(outputs[1]).map(withoutTime)).toEqual(jsonOf(items.outputs[1]).map(withoutTime));
	});

	it('is scored as the items are', async () => {
		const items = await collect({ output: 'items' });
		const file = await collect();
		const scored = await score(file.outputs[0]);
		expect(scored.error).toBeUndefined();
		expect(totals(scored)).toEqual([
			['E1', 95],
			['E2', 75],
		]);
		const both = [...(items.outputs[0] ?? []), ...(items.outputs[1] ?? [])];
		expect(jsonOf(scored.outputs[0])).toEqual(jsonOf((await score(both, 'items')).outputs[0]));
	});

	it('holds a record that changed meanwhile twice, and the later version is scored', async () => {
		const later = record(1, { faults: 2, changed: '2026-10-31T09:00:00+08:00' });
		pages = [
			[record(1), record(2)],
			[record(3), later],
		];
		const file = await collect();
		const [item] = file.outputs[0] ?? [];
		expect(linesOf(item).map(({ recordId, errors }) => [recordId, errors])).toEqual([
			['1', 0],
			['2', 0],
			['3', 0],
			['1', 2],
			[undefined, undefined],
		]);
		expect(item?.json['received']).toBe(3);
		const items = await collect({ output: 'items' });
		const both = [...(items.outputs[0] ?? []), ...(items.outputs[1] ?? [])];
		const scored = await score(file.outputs[0]);
		expect(totals(scored)).toEqual([
			['E1', 89],
			['E2', 75],
		]);
		expect(totals(await score(both, 'items'))).toEqual(totals(scored));
	});

	it('goes into the field that the panel names', async () => {
		const { outputs } = await collect({ binaryPropertyName: 'crm' });
		expect(linesOf(outputs[0]?.[0], 'crm')).toHaveLength(4);
	});

	it('of a source that fails half way says so in its last line, and scores nobody', async () => {
		said = (page) => (page === 1 ? { body: pages[0] } : { status: 403, body: {} });
		const { outputs, hints } = await collect();
		const lines = linesOf(outputs[0]?.[0]);
		expect(lines).toHaveLength(3);
		expect(lines.at(-1)).toMatchObject({
			kind: 'coverage',
			complete: false,
			gap: expect.stringMatching(/403/),
		});
		expect(hints).toMatchObject([{ type: 'warning' }]);
		const scored = await score(outputs[0]);
		expect(totals(scored)).toEqual([]);
		expect(jsonOf(scored.outputs[1])).toContainEqual(
			expect.objectContaining({ code: 'coverageIncomplete', employeeId: 'E1' }),
		);
	});

	it.each<{ why: string; parameters: IDataObject; message: RegExp }>([
		{
			why: 'a field without a name',
			parameters: { binaryPropertyName: ' ' },
			message: /^Put Output File in Field/,
		},
		{
			why: 'a month that is none',
			parameters: { period: '2026-13' },
			message: /'2026-13' is not a month/,
		},
	])('refuses $why before any request', async ({ parameters: given, message }) => {
		const { error } = await collect(given);
		expect(error?.message).toMatch(message);
		expect(server.seen).toEqual([]);
	});

	it('is not taken for a record where Performance Score expects items', async () => {
		const { outputs } = await collect();
		const { error } = await score(outputs[0], 'items');
		expect(error?.message).toBe('Input "Evidence": item 1 is a file, not a record');
	});

	it('is no matter of a preview, which gives items', async () => {
		const { outputs } = await collect({ operation: 'preview' });
		expect(outputs[0]).toHaveLength(3);
		expect(outputs[0]?.[0]?.binary).toBeUndefined();
	});

	it('reads no further when the execution is cancelled', async () => {
		let cancel = (): void => undefined;
		said = (page) => {
			if (page === 3) cancel();
			return { body: [record(page)] };
		};
		await collect({}, { onStart: (stop) => (cancel = stop) });
		expect(server.seen).toHaveLength(3);
	});

	it('tells how far the reading is, page by page and then every tenth', async () => {
		said = (page) => ({ body: page > 30 ? [] : [record(page)] });
		const told: string[] = [];
		await collect({}, { onMessage: (text) => told.push(text) });
		const shown = told.map((text) => /page (\d+): (\d+) records/.exec(text)?.slice(1).map(Number));
		const pagesTold = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30];
		expect(shown).toEqual([...pagesTold.map((page) => [page, page]), [31, 30]]);
	});

	it('of rows comes from all of them', async () => {
		const sheet = [1, 2].map((id) => record(id));
		const { outputs, error } = await runNode({
			type: new FinanceEvidence(),
			inputs: [sheet],
			parameters: {
				...mapping,
				...{ system: 'rows', stream: 'financeRows', period: '2026-10', idField: 'id' },
				output: 'binary',
			},
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expect(linesOf(outputs[0]?.[0])).toHaveLength(3);
	});
});

describe('a file that cannot be written', () => {
	it('ends the reading, with the reason', async () => {
		const big = 'x'.repeat(40_000);
		let asked = 0;
		const rows = { total: 1e6, next: '1', rows: [{ row: 1, json: { id: 1, big } }] };
		const http = async () => {
			asked += 1;
			const from = asked;
			const body = { ...rows, next: String(from), rows: [{ row: from, json: { id: from, big } }] };
			const headers = { 'content-type': 'application/json' };
			return await Promise.resolve({ status: 200, headers, body: JSON.stringify(body) });
		};
		const ports = {
			http,
			now: () => '2026-11-02T00:00:00Z',
			wait: async () => await Promise.resolve(),
			cancelled: () => false,
		};
		const prepareBinaryData = async (pieces: AsyncIterable<Uint8Array>) => {
			for await (const piece of pieces)
				if (piece.length > 0) throw new Error('no space left on device');
		};
		const context = { helpers: { prepareBinaryData } } as unknown as IExecuteFunctions;
		const request = {
			...{ system: 'rows', stream: 'crmRows', baseUrl: 'https://rows.invalid' },
			...{ period: '2026-10', timeZone: 'Asia/Shanghai' },
			parameters: { idField: 'id', fields: 'big' },
		};
		await expect(writeEvidenceFile(context, request, ports)).rejects.toThrow('no space left');
		for (let turn = 0; turn < 1_000; turn += 1) await Promise.resolve();
		expect(asked).toBeLessThan(10);
	});
});
