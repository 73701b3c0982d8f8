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

/** Reads from a work log (approvals, tickets of projects, timesheets) who did which work in a month, and whether it gave all of it. */
export class WorkLogEvidence implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Work Log Evidence',
		name: 'workLogEvidence',
		icon: { light: 'file:workLogEvidence.svg', dark: 'file:workLogEvidence.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["system"] + ": " + $parameter["stream"] }}',
		description:
			"Get a month's work records from approvals, projects or timesheets, as evidence for scoring",
		defaults: { name: 'Work Log Evidence' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Evidence' },
			{ type: NodeConnectionTypes.Main, displayName: 'Coverage' },
		],
		outputNames: ['Evidence', 'Coverage'],
		usableAsTool: true,
		credentials: evidenceCredentials('workLog'),
		hints: evidenceHints('workLog'),
		properties,
	};

	methods = evidenceMethods('workLog');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await collectForNode(this, 'workLog');
	}
}
