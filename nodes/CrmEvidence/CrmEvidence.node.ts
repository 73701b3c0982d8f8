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

/** Reads from a CRM who did which work in a month, and whether the CRM gave all of it. */
export class CrmEvidence implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CRM Evidence',
		name: 'crmEvidence',
		icon: { light: 'file:crmEvidence.svg', dark: 'file:crmEvidence.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["system"] + ": " + $parameter["stream"] }}',
		description: "Get a month's work records from a CRM, as evidence for scoring",
		defaults: { name: 'CRM Evidence' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Evidence' },
			{ type: NodeConnectionTypes.Main, displayName: 'Coverage' },
		],
		outputNames: ['Evidence', 'Coverage'],
		usableAsTool: true,
		credentials: evidenceCredentials('crm'),
		hints: evidenceHints('crm'),
		properties,
	};

	methods = evidenceMethods('crm');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await collectForNode(this, 'crm');
	}
}
