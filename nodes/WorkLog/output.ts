import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { OpenWorkResult, RecordResult, WorkEvidenceResult } from '../../src/index';
import { toEvidenceRow } from '../_shared/evidenceRows';
import { escaped } from '../_shared/problems';

/** Records that no item of their own came in for. */
export const paired = (records: readonly object[]): INodeExecutionData[] =>
	records.map((record) => ({ json: { ...record } as IDataObject, pairedItem: { item: 0 } }));

function warn(context: IExecuteFunctions, message: string): void {
	context.addExecutionHints({ message: escaped(message), type: 'warning', location: 'outputPane' });
}

const counted = (count: number, what: string): string =>
	`${count} ${what}${count === 1 ? '' : 's'}`;

/** Events, Refused; each with the item of its request. */
export function recordedOutputs(
	context: IExecuteFunctions,
	{ events, refused }: RecordResult,
	itemOf: (index: number) => number,
): INodeExecutionData[][] {
	const [first] = refused;
	if (first !== undefined)
		warn(
			context,
			`${counted(refused.length, 'request')} refused. ${first.message}. ${first.remedy}`,
		);
	const pairedItem = (index: number) => ({ item: itemOf(index), input: 0 });
	return [
		events.map(({ index, row }) => ({ json: { ...row }, pairedItem: pairedItem(index) })),
		refused.map(({ index, request, ...why }) => ({
			json: { ...(request as IDataObject), ...why },
			pairedItem: pairedItem(index),
		})),
	];
}

/** Open Work, Ignored, Marks. */
export function openWorkOutputs(
	context: IExecuteFunctions,
	{ openWork, ignored, marks }: OpenWorkResult,
): INodeExecutionData[][] {
	const [first] = ignored;
	if (first !== undefined)
		warn(context, `${counted(ignored.length, 'event')} of the log not counted. ${first.message}`);
	return [paired(openWork), paired(ignored), paired(marks)];
}

/** Evidence, Coverage. */
export function evidenceOutputs(
	context: IExecuteFunctions,
	{ evidence, coverage }: WorkEvidenceResult,
	period: string,
): INodeExecutionData[][] {
	for (const { activity, complete, gap } of coverage)
		if (!complete)
			warn(
				context,
				`The evidence of "${activity}" is not complete, and nobody who needs it will be scored: ${gap ?? ''}`,
			);
	return [paired(evidence.map((one) => toEvidenceRow(one, period))), paired(coverage)];
}
