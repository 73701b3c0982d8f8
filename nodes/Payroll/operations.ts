import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	exportPay,
	getBasePay,
	previewPay,
	reconcilePay,
	reversePay,
	showBatch,
	syncPay,
} from '../../src/index';
import { refusal } from '../_shared/problems';
import {
	payPorts,
	readApprovedRequest,
	readBasePayRequest,
	readPageRequest,
	readPayRequest,
	readReconcileRequest,
	readReverseRequest,
} from './input';
import { basePayOutputs, batchOutputs, exportOutputs, pageOutput, reversalOutputs } from './output';

type Operation = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** The operation that the panel chose. */
export function operationOf(context: IExecuteFunctions): Operation {
	const resource = String(context.getNodeParameter('resource', 0, ''));
	const operation = String(context.getNodeParameter('operation', 0, ''));
	const chosen = operations[`${resource}:${operation}`];
	if (chosen !== undefined) return chosen;
	throw refusal(
		'operation.unknown',
		'operation',
		`Payroll cannot "${operation}" "${resource}"`,
		`Choose one of: ${Object.keys(operations).join(', ')}.`,
	);
}

const operations: { readonly [resourceAndOperation: string]: Operation } = {
	'basePay:get': async (context) => {
		const { request, credential, itemOf } = await readBasePayRequest(context);
		return basePayOutputs(
			context,
			await getBasePay(request, payPorts(context, credential)),
			itemOf,
		);
	},
	'performancePay:preview': async (context) => {
		const { request, credential, itemOf } = await readPayRequest(context);
		return batchOutputs(context, await previewPay(request, payPorts(context, credential)), itemOf);
	},
	'performancePay:sync': async (context) => {
		const { request, credential, itemOf } = await readApprovedRequest(context);
		return batchOutputs(context, await syncPay(request, payPorts(context, credential)), itemOf);
	},
	'performancePay:show': async (context) => pageOutput(await showBatch(readPageRequest(context))),
	'performancePay:export': async (context) => {
		const { request, credential, itemOf } = await readApprovedRequest(context);
		const result = await exportPay(request, payPorts(context, credential));
		return await exportOutputs(context, result, itemOf);
	},
	'performancePay:reconcile': async (context) => {
		const { request, credential, itemOf } = await readReconcileRequest(context);
		return batchOutputs(
			context,
			await reconcilePay(request, payPorts(context, credential)),
			itemOf,
		);
	},
	'performancePay:reverse': async (context) => {
		const { request, credential, itemOf } = await readReverseRequest(context);
		const result = await reversePay(request, payPorts(context, credential));
		return reversalOutputs(context, result, itemOf);
	},
};
