import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { portsOf } from '../../nodes/_shared/httpPort';
import type { HttpRequest, Ports } from '../../src/connectors/engine/http';

/** A node that does one thing with the ports and gives what came of it. */
export const doing = (
	work: (ports: Ports) => Promise<object>,
	credential = 'tokenApi',
): INodeType => ({
	description: {
		displayName: 'Sender',
		name: 'sender',
		group: ['input'],
		version: 1,
		description: 'Sends one request',
		defaults: {},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
		credentials: [{ name: credential }],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const json = { ...(await work(portsOf(this, credential))) };
		return [[{ json, pairedItem: { item: 0 } }]];
	},
});

export const sender = (request: HttpRequest, credential?: string): INodeType =>
	doing(async ({ http }) => await http(request), credential);
