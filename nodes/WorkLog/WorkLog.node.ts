import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { orFailureItems } from '../_shared/failing';
import { notATool } from '../_shared/notATool';
import { inputs, outputs } from './connections';
import { workLogFailure } from './failure';
import { workLogHints } from './hints';
import { operationOf } from './operations';
import { properties } from './properties';

/** Keeps who did which step or task, when, and what they said; and gives a month of it as evidence. */
export class WorkLog implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Work Log',
		name: 'workLog',
		icon: { light: 'file:workLog.svg', dark: 'file:workLog.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ "operation: " + $parameter["operation"] }}',
		description: 'Record the steps of processes and tasks, and give them as evidence',
		defaults: { name: 'Work Log' },
		inputs,
		outputs,
		usableAsTool: notATool,
		hints: workLogHints,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await orFailureItems(this, workLogFailure(this), async () => operationOf(this)(this));
	}
}
