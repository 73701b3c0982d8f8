import type { IBinaryData, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { recordsOfFiles } from '../../nodes/PerformanceScore/evidenceFiles';
import { PerformanceScore } from '../../nodes/PerformanceScore/PerformanceScore.node';
import { runNode, type Input, type Outcome, type Run } from './engine';
import { coverage, employees, evidence, parameters, ratings } from './officeOfTwo';

const lines = (records: readonly object[]): string =>
	records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** A file as n8n holds it in memory. */
const file = (text: string, fileName?: string): IBinaryData => ({
	mimeType: 'application/x-ndjson',
	data: Buffer.from(text, 'utf8').toString('base64'),
	...(fileName === undefined ? {} : { fileName }),
});

const carrying = (binary: IBinaryData, field = 'data'): INodeExecutionData => ({
	json: {},
	binary: { [field]: binary },
});

const score = async (
	files: Input,
	change: { parameters?: IDataObject } & Pick<Run, 'onError'> = {},
): Promise<Outcome> =>
	await runNode({
		type: new PerformanceScore(),
		inputs: [files, employees, ratings],
		parameters: { ...parameters, evidenceSource: 'binary', ...change.parameters },
		...(change.onError === undefined ? {} : { onError: change.onError }),
	});

const totals = ({ outputs }: Outcome): object[] =>
	(outputs[0] ?? []).map(({ json }) => [json.employeeId, json.total]);

const both = [
	['E1', 95],
	['E2', 75],
];
const claim = { kind: 'claim', employeeId: 'E2', activity: 'record', period: '2026-10', count: 9 };

describe('evidence from NDJSON files', () => {
	it.each<{ why: string; files: Input; parameters?: IDataObject }>([
		{ why: 'one file of all', files: [carrying(file(lines([...evidence, coverage])))] },
		{
			why: 'a file for each source and one for coverage, {} between',
			files: [
				carrying(file(lines(evidence.slice(0, 1)))),
				{},
				carrying(file(lines(evidence.slice(1)))),
				carrying(file(lines([coverage]))),
			],
		},
		{
			why: 'a field of another name, with facts of the file beside it',
			files: [
				{
					json: { fileName: 'crm.ndjson' },
					binary: { crm: file(lines([coverage, ...evidence])) },
				},
			],
			parameters: { binaryPropertyName: 'crm' },
		},
		{
			why: 'a field that an expression names',
			files: [
				{ json: { field: 'a' }, binary: { a: file(lines(evidence)) } },
				{ json: { field: 'b' }, binary: { b: file(lines([coverage])) } },
			],
			parameters: { binaryPropertyName: '={{ $json.field }}' },
		},
	])('scores $why as it scores items', async ({ files, parameters: given = {} }) => {
		const fromFiles = await score(files, { parameters: given });
		expect(fromFiles.error).toBeUndefined();
		expect(totals(fromFiles)).toEqual(both);
		const fromItems = await score([...evidence, coverage], {
			parameters: { evidenceSource: 'items' },
		});
		expect(fromFiles.outputs.map((items) => items.map(({ json }) => json))).toEqual(
			fromItems.outputs.map((items) => items.map(({ json }) => json)),
		);
	});

	it('compares the claims in a file', async () => {
		const { outputs } = await score([carrying(file(lines([claim, ...evidence, coverage])))]);
		expect(outputs[0]?.[1]?.json['differences']).toEqual([
			expect.objectContaining({ used: 1, other: 9 }),
		]);
	});

	it('names the file, the line and what to do where a line is no record', async () => {
		const broken = `${lines(evidence)}\n{"kind":"coverage"\n`;
		const { error, outputs } = await score([
			carrying(file(lines([coverage]), 'coverage.ndjson')),
			carrying(file(broken, 'crm.ndjson')),
		]);
		expect(error?.message).toMatch(/^Evidence file "crm\.ndjson", line 5: it is not JSON \(/);
		expect(error?.description).toMatch(/^Write each record as JSON on one line/);
		expect(error?.context?.itemIndex).toBe(1);
		expect(outputs).toEqual([]);
	});

	it('continues on failure with the broken line as an exception', async () => {
		const { error, outputs } = await score([carrying(file('[]'))], {
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(outputs[1]?.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				blocks: true,
				message: 'Evidence file of item 1, line 1: it is a list, not one record',
				remedy: expect.stringMatching(/one line/),
			}),
		]);
	});

	it.each<{ why: string; files: Input; parameters?: IDataObject; message: RegExp }>([
		{
			why: 'an item without a file',
			files: [carrying(file(lines(evidence))), coverage],
			message: /binary file 'data'.*\[item 1\]/,
		},
		{
			why: 'a field that is not there',
			files: [carrying(file(lines(evidence)), 'other')],
			message: /no binary field 'data'/,
		},
		{
			why: 'an error of the node before',
			files: [{ error: 'no disk' }],
			message: /^Input "Evidence": item 1 is the error of a node before/,
		},
		{
			why: 'a file where items are expected',
			files: [carrying(file(lines(evidence)))],
			parameters: { evidenceSource: 'items' },
			message: /^Input "Evidence": item 1 is a file, not a record$/,
		},
		{
			why: 'a source that does not exist',
			files: [],
			parameters: { evidenceSource: 'files' },
			message: /"files" is no source of evidence/,
		},
	])('refuses $why', async ({ files, parameters: given = {}, message }) => {
		const { error } = await score(files, { parameters: given });
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/./);
	});

	it('scores nobody from no file', async () => {
		const { error, outputs } = await score([{}]);
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.map(({ json }) => json['code'])).toEqual([
			'coverageMissing',
			'coverageMissing',
		]);
	});
});

describe('a file that n8n keeps on disk or in a database', () => {
	/** The part of n8n that the reading of files needs, with one file under an id. */
	const withFile = (pieces: readonly Buffer[]): IExecuteFunctions =>
		({
			getInputData: () => [{ json: {}, binary: { data: {} } }],
			getNode: () => ({ name: 'Score' }),
			getNodeParameter: () => 'data',
			helpers: {
				assertBinaryData: () => ({ id: 'filesystem-v2:7', data: 'filesystem-v2', mimeType: '' }),
				getBinaryStream: async (id: string) => {
					if (id !== 'filesystem-v2:7') throw new Error(`no file ${id}`);
					return (async function* () {
						yield* pieces;
					})();
				},
			},
		}) as unknown as IExecuteFunctions;

	it('is read as a stream', async () => {
		const whole = Buffer.from(lines([{ name: '王' }, coverage]), 'utf8');
		const found: object[] = [];
		const context = withFile([whole.subarray(0, 10), whole.subarray(10)]);
		for await (const record of recordsOfFiles(context, { index: 0, name: 'Evidence' }))
			found.push(record);
		expect(found).toEqual([{ name: '王' }, coverage]);
	});
});
