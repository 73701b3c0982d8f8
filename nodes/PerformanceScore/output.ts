import type { IBinaryData, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ExceptionRecord, ScoreResult } from '../../src/index';
import type { FailureOutput } from '../_shared/failing';
import { panelField } from './panelField';

/** What was scored, with the file of all records behind it where the panel asks for one. */
export interface NodeResult extends ScoreResult {
	readonly trace: IBinaryData | undefined;
}

/** Scorecards, Exceptions, Summary; each person's items are paired with that person's. */
export function toOutputs(
	period: string,
	{ scorecards, exceptions, summary, trace }: NodeResult,
	itemOf: (employeeId: string | null) => number | undefined,
): INodeExecutionData[][] {
	const pairedItem = (employeeId: string | null) => ({ item: itemOf(employeeId) ?? 0, input: 1 });
	return [
		scorecards.map((card) => ({ json: { ...card }, pairedItem: pairedItem(card.employeeId) })),
		exceptions.map((exception) => ({
			json: marked('exception', period, exception),
			pairedItem: pairedItem(exception.employeeId),
		})),
		[
			{
				json: marked('summary', period, summary),
				...(trace === undefined ? {} : { binary: { trace } }),
				pairedItem: pairedItem(null),
			},
		],
	];
}

/** Items of three kinds may meet in one table: each says what it is, and of which month. */
const marked = (kind: string, period: string, record: object): IDataObject => ({
	kind,
	period,
	...record,
});

/** Said on the canvas, since a blocked person is easily overlooked among sixty. */
export function warnOfBlocked(context: IExecuteFunctions, summary: ScoreResult['summary']): void {
	const { blocked, employees } = summary;
	if (blocked === 0) return;
	const people = `${blocked} of ${employees} ${employees === 1 ? 'person' : 'people'}`;
	context.addExecutionHints({
		message: `${people} ${blocked === 1 ? 'has' : 'have'} no scorecard: see Exceptions`,
		type: 'warning',
		location: 'outputPane',
	});
}

/** Concerns the whole run; every field is there, so that a table takes it as any other. */
const ofNobody = {
	blocks: true,
	employeeId: null,
	source: null,
	system: null,
	activity: null,
	recordId: null,
	account: null,
	criterion: null,
	raterId: null,
	count: null,
} satisfies Partial<ExceptionRecord>;

/** A run that could not start, as exceptions that leave everybody without a scorecard. */
export function scoreFailure(context: IExecuteFunctions): FailureOutput {
	const inForm = context.getNodeParameter('rulebookSource', 0, '') === 'form';
	return {
		outputs: 3,
		output: 1,
		toItem: ({ code, path, message, remedy }) => ({
			kind: 'exception',
			period: String(context.getNodeParameter('period', 0, '')),
			...ofNobody,
			code,
			message: path === '' || message.includes(path) ? message : `${path}: ${message}`,
			remedy,
		}),
		name: ({ path }) => (inForm ? panelField(path) : path),
	};
}
