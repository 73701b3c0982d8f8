import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type {
	BasePayResult,
	BatchPage,
	ExportResult,
	PayResult,
	ReverseResult,
} from '../../src/index';
import type { FailureOutput } from '../_shared/failing';
import { nameIn } from '../_shared/problems';
import type { ItemOf } from './input';
import { properties } from './properties';

type OfSomebody = { readonly employeeId: string | null };

const paired = (records: readonly OfSomebody[], itemOf: ItemOf): INodeExecutionData[] =>
	records.map((record) => ({
		json: { ...record },
		pairedItem: { item: itemOf(record.employeeId) ?? 0, input: 0 },
	}));

/** Base Pay, Problems. */
export function basePayOutputs(
	context: IExecuteFunctions,
	{ basePay, problems }: BasePayResult,
	itemOf: ItemOf,
): INodeExecutionData[][] {
	if (problems.length > 0)
		warn(context, `Base pay has ${counted(problems.length, 'problem')}: see Problems`);
	return [paired(basePay, itemOf), paired(problems, itemOf)];
}

/** Lines, Problems, Batch. */
export function batchOutputs(
	context: IExecuteFunctions,
	{ lines, problems, batch }: PayResult,
	itemOf: ItemOf,
): INodeExecutionData[][] {
	const blocking = problems.filter(({ blocks }) => blocks).length;
	if (problems.length > 0)
		warn(
			context,
			`The batch is "${batch.status}" with ${counted(problems.length, 'problem')}, ${blocking} of them blocking: see Problems`,
		);
	return [
		paired(lines, itemOf),
		paired(problems, itemOf),
		[{ json: { ...batch }, pairedItem: { item: 0 } }],
	];
}

/** Lines, Problems, Batch with the file. */
export async function exportOutputs(
	context: IExecuteFunctions,
	result: ExportResult,
	itemOf: ItemOf,
): Promise<INodeExecutionData[][]> {
	const [lines = [], problems = [], batch = []] = batchOutputs(context, result, itemOf);
	const { file } = result;
	if (file === undefined) return [lines, problems, batch];
	const { bytes, name, mimeType } = file;
	const data = await context.helpers.prepareBinaryData(Buffer.from(bytes), name, mimeType);
	return [lines, problems, batch.map((item) => ({ ...item, binary: { data } }))];
}

/** Page. */
export const pageOutput = (page: BatchPage): INodeExecutionData[][] => [
	[{ json: { ...page }, pairedItem: { item: 0, input: 0 } }],
];

/** Lines, Problems, Reversal. */
export function reversalOutputs(
	context: IExecuteFunctions,
	{ lines, problems, reversal }: ReverseResult,
	itemOf: ItemOf,
): INodeExecutionData[][] {
	if (problems.length > 0)
		warn(
			context,
			`The reversal is "${reversal.status}" with ${counted(problems.length, 'problem')}: see Problems`,
		);
	return [
		paired(lines, itemOf),
		paired(problems, itemOf),
		[{ json: { ...reversal }, pairedItem: { item: 0 } }],
	];
}

const counted = (count: number, what: string): string =>
	`${count} ${what}${count === 1 ? '' : 's'}`;

function warn(context: IExecuteFunctions, message: string): void {
	context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
}

/** How many outputs there are, and which of them has the problems. */
function placesOfProblems(context: IExecuteFunctions): readonly [number, number] {
	if (context.getNodeParameter('resource', 0, '') === 'basePay') return [2, 1];
	return context.getNodeParameter('operation', 0, '') === 'show' ? [1, 0] : [3, 1];
}

/** A run that could not start, as problems that stop the batch. */
export function payrollFailure(context: IExecuteFunctions): FailureOutput {
	const [outputs, output] = placesOfProblems(context);
	return {
		outputs,
		output,
		toItem: ({ code, message, remedy }): IDataObject => ({
			kind: 'problem',
			code,
			employeeId: null,
			message,
			remedy,
			blocks: true,
		}),
		name: nameIn(properties),
	};
}
