import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IPairedItemData,
} from 'n8n-workflow';
import type { Area, CoverageRecord, Ports, Problem } from '../../src/index';
import { collectEvidence } from '../../src/index';
import { evidenceProperties } from './evidencePanel';
import { readRequest } from './evidenceRequest';
import { toEvidenceRow } from './evidenceRows';
import { orFailureItems } from './failing';
import { portsBy, portsOf } from './httpPort';
import { escaped, nameIn } from './problems';
import { inputRows, itemsById, rowsPort } from './rowsPort';

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
		const { request, credential, isPreview } = await readRequest(context, area);
		const { ports, itemsOf } = sourceOf(context, credential);
		const { evidence, coverage: told } = await collectEvidence(request, ports);
		const coverage = isPreview ? asPreview(told, request.maxItems ?? 0, evidence.length) : told;
		if (!coverage.complete) warnOf(context, coverage, isPreview);
		return [
			evidence.map((record) => ({
				json: toEvidenceRow(record, request.period),
				pairedItem: itemsOf(record.recordId),
			})),
			[{ json: { ...coverage }, pairedItem: { item: 0 } }],
		];
	});
}

interface Source {
	readonly ports: Ports;
	/** The input items that a record came from. */
	readonly itemsOf: (recordId: string) => IPairedItemData | IPairedItemData[];
}

/** A business system, signed in to; without a credential the node's own input. */
function sourceOf(context: IExecuteFunctions, credential: string | undefined): Source {
	const first = { item: 0 };
	if (credential !== undefined)
		return { ports: portsOf(context, credential), itemsOf: () => first };
	const rows = inputRows(context);
	const idField = String(context.getNodeParameter('idField', 0, '')).trim();
	return { ports: portsBy(context, rowsPort(rows)), itemsOf: itemsById(rows, idField) };
}

/** A preview is never complete, however few records there are; what went wrong is said before that. */
function asPreview(coverage: CoverageRecord, most: number, shown: number): CoverageRecord {
	const preview = `This is a preview of ${shown} records. Set Operation to Get Evidence to read the whole month.`;
	const trouble = shown >= most ? null : coverage.gap;
	const gap = trouble === null ? preview : `${trouble} ${preview}`;
	return { ...coverage, complete: false, gap };
}

function warnOf(
	context: IExecuteFunctions,
	{ activity, gap }: CoverageRecord,
	isPreview: boolean,
): void {
	const why = `The evidence of "${activity}" is not complete, and nobody who needs it will be scored`;
	context.addExecutionHints({
		message: escaped(isPreview ? (gap ?? '') : `${why}: ${gap ?? ''}`),
		type: isPreview ? 'info' : 'warning',
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
