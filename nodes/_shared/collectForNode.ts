import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Area, CoverageRecord, Problem } from '../../src/index';
import { collectEvidence } from '../../src/index';
import { evidenceProperties } from './evidencePanel';
import { readRequest } from './evidenceRequest';
import { toEvidenceRow } from './evidenceRows';
import { orFailureItems } from './failing';
import { portsOf } from './httpPort';
import { escaped, nameIn } from './problems';

/** What an evidence node does: reads one system's records of one month. Outputs: Evidence, Coverage. */
export async function collectForNode(
	context: IExecuteFunctions,
	area: Area,
): Promise<INodeExecutionData[][]> {
	const failure = {
		outputs: 2,
		output: 1,
		toItem: (problem: Problem) => asGap(context, area, problem),
		name: nameIn(evidenceProperties(area)),
	};
	return await orFailureItems(context, failure, async () => {
		const { request, credential } = await readRequest(context, area);
		const { evidence, coverage } = await collectEvidence(request, portsOf(context, credential));
		if (!coverage.complete) warnOf(context, coverage);
		const pairedItem = { item: 0 };
		return [
			evidence.map((record) => ({ json: toEvidenceRow(record, request.period), pairedItem })),
			[{ json: { ...coverage }, pairedItem }],
		];
	});
}

function warnOf(context: IExecuteFunctions, { activity, gap }: CoverageRecord): void {
	context.addExecutionHints({
		message: escaped(
			`The evidence of "${activity}" is not complete, and nobody who needs it will be scored: ${gap ?? ''}`,
		),
		type: 'warning',
		location: 'outputPane',
	});
}

/** Settings that cannot be used, as coverage that is not complete: what follows then stops by itself. */
function asGap(context: IExecuteFunctions, area: Area, problem: Problem): IDataObject {
	const text = (name: string): string => String(context.getNodeParameter(name, 0, '') ?? '');
	return {
		kind: 'coverage',
		source: area,
		system: text('systemName') || text('system'),
		activity: text('activity'),
		period: text('period'),
		complete: false,
		received: 0,
		expected: null,
		pages: 0,
		asOf: new Date().toISOString(),
		gap: `${problem.message.replace(/[.]?$/, '.')} ${problem.remedy}`,
	};
}
