import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { RecordInput, RecordResult } from '../../src/index';
import {
	assignTask,
	cancel,
	completeTask,
	confirmError,
	excuse,
	listProcesses,
	openWork,
	reassign,
	recordStep,
	workEvidence,
} from '../../src/index';
import { refusal } from '../_shared/problems';
import { words } from '../_shared/words';
import { readOffice, readRequests, readRows, text } from './input';
import { evidenceOutputs, openWorkOutputs, paired, recordedOutputs } from './output';
import { isRecording, type Recording } from './requestFields';

const recordings: { readonly [operation in Recording]: (input: RecordInput) => RecordResult } = {
	recordStep,
	assign: assignTask,
	complete: completeTask,
	confirmError,
	excuse,
	reassign,
	cancel,
};

function record(context: IExecuteFunctions, operation: Recording): INodeExecutionData[][] {
	const asked = readRequests(context, operation);
	const requests = asked.map(({ request }) => request);
	const result = recordings[operation]({ ...readOffice(context), requests });
	return recordedOutputs(context, result, (index) => asked[index]?.item ?? 0);
}

type Operation = (context: IExecuteFunctions) => INodeExecutionData[][];

const readings: { readonly [operation: string]: Operation } = {
	getOpenWork: (context) =>
		openWorkOutputs(
			context,
			openWork({
				log: readRows(context, 0, 'Log'),
				employees: readRows(context, 1, 'Employees'),
				processes: readRows(context, 2, 'Processes'),
			}),
		),
	getEvidence: (context) => {
		const period = text(context, 'period');
		const result = workEvidence({
			period,
			activities: words(text(context, 'activities')),
			log: readRows(context, 0, 'Log'),
			processes: readRows(context, 1, 'Processes'),
			now: new Date().toISOString(),
		});
		return evidenceOutputs(context, result, period);
	},
	getProcesses: (context) => [
		paired(
			listProcesses({
				by: text(context, 'starter'),
				employees: readRows(context, 0, 'Employees'),
				processes: readRows(context, 1, 'Processes'),
			}),
		),
	],
};

/** The operation that the panel chose. */
export function operationOf(context: IExecuteFunctions): Operation {
	const operation = text(context, 'operation');
	if (isRecording(operation)) return () => record(context, operation);
	const reading = readings[operation];
	if (reading !== undefined) return reading;
	throw refusal(
		'operation.unknown',
		'operation',
		`Work Log cannot "${operation}"`,
		`Choose one of: ${[...Object.keys(recordings), ...Object.keys(readings)].join(', ')}.`,
	);
}
