import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { BasePayResult, PayResult, ReverseResult } from '../../src/index';
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

/** A run that could not start, as problems that stop the batch. */
export function payrollFailure(context: IExecuteFunctions): FailureOutput {
	return {
		outputs: context.getNodeParameter('resource', 0, '') === 'basePay' ? 2 : 3,
		output: 1,
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
