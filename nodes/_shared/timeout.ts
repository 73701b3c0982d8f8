import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** The user's own limit for each request, in the Options of every node that sends any. */
export const timeout: INodeProperties = {
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 600 },
	default: 60,
	description: 'How many seconds to wait for the answer to each request',
};

/** In milliseconds, to spread into a request; nothing where the user set none. */
export function timeoutOf(context: IExecuteFunctions): { readonly timeoutMs?: number } {
	const { timeout: seconds } = context.getNodeParameter('options', 0, {}) as IDataObject;
	return typeof seconds === 'number' && seconds > 0 ? { timeoutMs: seconds * 1000 } : {};
}
