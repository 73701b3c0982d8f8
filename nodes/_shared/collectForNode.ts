import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IPairedItemData,
} from 'n8n-workflow';
import type { Area, CoverageRecord, Ports, Problem } from '../../src/index';
import { collectEvidence } from '../../src/index';
import { evidenceProperties } from './evidencePanel';
import { writeEvidenceFile } from './evidenceFile';
import { readRequest, type NodeRequest } from './evidenceRequest';
import { toEvidenceRow } from './evidenceRows';
import { orFailureItems } from './failing';
import { portsBy, portsOf } from './httpPort';
import { fileKind } from './inputs';
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
		const node = await readRequest(context, area);
		const source = sourceOf(context, node.credential);
		const { items, coverage } =
			node.fileField === undefined
				? await asItems(node, source)
				: await asFile(context, { node, source, field: node.fileField });
		if (!coverage.complete) warnOf(context, coverage, node.isPreview);
		return [items, [{ json: { ...coverage }, pairedItem: { item: 0 } }]];
	});
}

interface Collected {
	readonly items: INodeExecutionData[];
	readonly coverage: CoverageRecord;
}

async function asItems({ request, isPreview }: NodeRequest, source: Source): Promise<Collected> {
	const { evidence, coverage } = await collectEvidence(request, source.ports);
	const shown = evidence.length;
	return {
		coverage: isPreview ? asPreview(coverage, request.maxItems ?? 0, shown) : coverage,
		items: evidence.map((record) => ({
			json: toEvidenceRow(record, request.period),
			pairedItem: source.itemsOf(record.recordId),
		})),
	};
}

async function asFile(
	context: IExecuteFunctions,
	{ node, source, field }: { node: NodeRequest; source: Source; field: string },
): Promise<Collected> {
	const { file, coverage } = await writeEvidenceFile(context, node.request, source.ports);
	const json = { ...coverage, kind: fileKind, fileName: file.fileName ?? null };
	return {
		coverage,
		items: [{ json, binary: { [field]: file }, pairedItem: source.allItems() }],
	};
}

interface Source {
	readonly ports: Ports;
	/** The input items that a record came from. */
	readonly itemsOf: (recordId: string) => IPairedItemData | IPairedItemData[];
	/** Those that a file of all records came from. */
	readonly allItems: () => IPairedItemData | IPairedItemData[];
}

/** A business system, signed in to; without a credential the node's own input. */
function sourceOf(context: IExecuteFunctions, credential: string | undefined): Source {
	const first = { item: 0 };
	if (credential !== undefined)
		return {
			ports: portsOf(context, credential),
			itemsOf: () => first,
			allItems: () => first,
		};
	const rows = inputRows(context);
	const idField = String(context.getNodeParameter('idField', 0, '')).trim();
	return {
		ports: portsBy(context, rowsPort(rows)),
		itemsOf: itemsById(rows, idField),
		allItems: () => rows.map(({ item }) => ({ item })),
	};
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
