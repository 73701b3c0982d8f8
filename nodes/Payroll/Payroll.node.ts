import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { payrollSystems } from '../../src/index';
import { orFailureItems } from '../_shared/failing';
import { notATool } from '../_shared/notATool';
import { panelMethods } from '../_shared/panelLists';
import { inputs, outputs } from './connections';
import { payrollCredentials } from './credentials';
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
		credentials: payrollCredentials,
		hints: payrollHints,
		properties,
	};

	methods = panelMethods(payrollSystems);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await orFailureItems(
			this,
			payrollFailure(this),
			async () => await operationOf(this)(this),
		);
	}
}
