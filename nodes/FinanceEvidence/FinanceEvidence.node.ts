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

/** Reads from a finance system who did which work in a month, and whether it gave all of it. */
export class FinanceEvidence implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Finance Evidence',
		name: 'financeEvidence',
		icon: { light: 'file:financeEvidence.svg', dark: 'file:financeEvidence.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["system"] + ": " + $parameter["stream"] }}',
		description: "Get a month's work records from a finance system, as evidence for scoring",
		defaults: { name: 'Finance Evidence' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Evidence' },
			{ type: NodeConnectionTypes.Main, displayName: 'Coverage' },
		],
		outputNames: ['Evidence', 'Coverage'],
		usableAsTool: true,
		credentials: evidenceCredentials('finance'),
		hints: evidenceHints('finance'),
		properties,
	};

	methods = evidenceMethods('finance');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await collectForNode(this, 'finance');
	}
}
