import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { collectForNode } from '../_shared/collectForNode';
import { evidenceCredentials } from '../_shared/evidenceCredentials';
import { evidenceHints } from '../_shared/evidenceHints';
import { evidenceMethods } from '../_shared/panelLists';
import { properties } from './properties';

/** Reads from a support desk who did which work in a month, and whether it gave all of it. */
export class SupportEvidence implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Support Evidence',
		name: 'supportEvidence',
		icon: { light: 'file:supportEvidence.svg', dark: 'file:supportEvidence.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["system"] + ": " + $parameter["stream"] }}',
		description: "Get a month's work records from a support desk, as evidence for scoring",
		defaults: { name: 'Support Evidence' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Evidence' },
			{ type: NodeConnectionTypes.Main, displayName: 'Coverage' },
		],
		outputNames: ['Evidence', 'Coverage'],
		usableAsTool: true,
		credentials: evidenceCredentials('support'),
		hints: evidenceHints('support'),
		properties,
	};

	methods = evidenceMethods('support');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await collectForNode(this, 'support');
	}
}
