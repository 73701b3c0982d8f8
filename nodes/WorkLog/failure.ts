import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Problem } from '../../src/index';
import type { FailureOutput } from '../_shared/failing';
import { nameIn } from '../_shared/problems';
import { text } from './input';
import { properties } from './properties';

/** A month that could not be read: what follows then stops by itself. */
const asGap = (context: IExecuteFunctions, { message, remedy }: Problem): IDataObject => ({
	kind: 'coverage',
	source: 'workLog',
	system: 'workLog',
	activity: text(context, 'activities'),
	period: text(context, 'period'),
	complete: false,
	received: 0,
	expected: null,
	pages: 0,
	asOf: new Date().toISOString(),
	gap: `${message.replace(/[.]?$/, '.')} ${remedy}`,
});

const asRefusal = ({ code, message, remedy }: Problem): IDataObject => ({
	ok: false,
	code,
	message,
	remedy,
});

const inPanel = nameIn(properties);

/** How many outputs there are, and which of them has what went wrong. */
const places: { readonly [operation: string]: readonly [number, number] } = {
	getOpenWork: [3, 1],
	getProcesses: [1, 0],
};

/** A run that could not start, in the form of the output that tells what went wrong. */
export function workLogFailure(context: IExecuteFunctions): FailureOutput {
	const operation = text(context, 'operation');
	const [outputs, output] = places[operation] ?? [2, 1];
	return {
		outputs,
		output,
		toItem: (problem) =>
			operation === 'getEvidence' ? asGap(context, problem) : asRefusal(problem),
		// A process has fields of the same names as the panel.
		name: (problem) => (problem.code.startsWith('process.') ? problem.path : inPanel(problem)),
	};
}
