import type {
	IBinaryData,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import type { ScoreInput } from '../../src/index';
import { scorePeriod } from '../../src/index';
import { orFailureItems } from '../_shared/failing';
import { notATool } from '../_shared/notATool';
import { scoreHints } from './hints';
import { readScoreInput } from './input';
import { scoreFailure, toOutputs, warnOfBlocked } from './output';
import { properties } from './properties';
import { traceFile, wantsTrace } from './traceFile';

/** Scores everybody for one month: evidence and leaders' ratings in, explained scorecards out. */
export class PerformanceScore implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Performance Score',
		name: 'performanceScore',
		icon: { light: 'file:performanceScore.svg', dark: 'file:performanceScore.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ "rulebook: " + $parameter["rulebookSource"] }}',
		description: "Score staff for a month from evidence and leaders' ratings, by a rulebook",
		defaults: { name: 'Performance Score' },
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Evidence', required: true },
			{ type: NodeConnectionTypes.Main, displayName: 'Employees', required: true },
			{ type: NodeConnectionTypes.Main, displayName: 'Ratings', required: true },
		],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Scorecards' },
			{ type: NodeConnectionTypes.Main, displayName: 'Exceptions' },
			{ type: NodeConnectionTypes.Main, displayName: 'Summary' },
		],
		outputNames: ['Scorecards', 'Exceptions', 'Summary'],
		usableAsTool: notATool,
		hints: scoreHints,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await orFailureItems(this, scoreFailure(this), async () => {
			const { input, itemOf } = readScoreInput(this);
			let trace: IBinaryData | undefined;
			const keepTrace: ScoreInput['trace'] = async (records) => {
				if (wantsTrace(this)) trace = await traceFile(this, input.period, records);
			};
			const result = await scorePeriod({ ...input, trace: keepTrace });
			warnOfBlocked(this, result.summary);
			return toOutputs(input.period, { ...result, trace }, itemOf);
		});
	}
}
