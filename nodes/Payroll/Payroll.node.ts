import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { credentialTests } from '../_shared/credentialTests';
import { orFailureItems } from '../_shared/failing';
import { forSystem } from '../_shared/forSystem';
import { notATool } from '../_shared/notATool';
import { inputs, outputs } from './connections';
import { payrollHints } from './hints';
import { operationOf } from './operations';
import { payrollFailure } from './output';
import { properties } from './properties';

/** Turns scores into pay: base pay from payroll, then preview, sync once, and read back. */
export class Payroll implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Payroll',
		name: 'payroll',
		icon: { light: 'file:payroll.svg', dark: 'file:payroll.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Get base pay, and preview, sync and reconcile performance pay',
		defaults: { name: 'Payroll' },
		inputs,
		outputs,
		usableAsTool: notATool,
		credentials: [
			{
				name: 'performanceFrappeApi',
				required: true,
				testedBy: 'performanceFrappeApi',
				displayOptions: forSystem('frappe'),
			},
		],
		hints: payrollHints,
		properties,
	};

	methods = { credentialTest: credentialTests };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await orFailureItems(
			this,
			payrollFailure(this),
			async () => await operationOf(this)(this),
		);
	}
}
