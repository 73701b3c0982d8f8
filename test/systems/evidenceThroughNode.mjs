// A system read as its users read it: by an evidence node in a real n8n, with a credential that n8n stores and tests.
import { executionsOf } from '../../demo/n8n/executions.mjs';
import { addCredential } from '../../demo/n8n/workflows.mjs';
import { PERIOD } from '../workflow/company.mjs';

let made = 0;

/** Stores a credential of ours; `data` are its fields. Gives what a node refers to it by. */
export const storeCredential = ({ client }, type, data) =>
	addCredential(client, { name: `${type} ${(made += 1)}`, type, data });

/** What n8n's Test button says of a stored credential: { status: 'OK' or 'Error', message }. */
export async function testCredential({ client }, type, data) {
	const { id, name } = (await storeCredential({ client }, type, data))[type];
	return await client.rest('POST', '/rest/credentials/test', {
		credentials: { id, name, type, data },
	});
}

const manualTrigger = {
	id: 'start',
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
	position: [0, 0],
};

const workflowOf = (node, parameters, credentials) => ({
	name: `${parameters.system} ${parameters.stream}`,
	nodes: [
		manualTrigger,
		{
			id: 'evidence',
			name: 'Evidence',
			type: `n8n-nodes-performance-pay.${node}`,
			typeVersion: 1,
			parameters: { period: PERIOD, timeZone: 'Asia/Shanghai', ...parameters },
			credentials,
			position: [200, 0],
		},
	],
	connections: { Start: { main: [[{ node: 'Evidence', type: 'main', index: 0 }]] } },
	settings: { executionOrder: 'v1' },
});

/**
 * Runs an evidence node (`node`: its name, like workLogEvidence; `parameters`: its panel, `system` and `stream`
 * among them) in the n8n that `emptyN8n` gave. Gives { evidence, coverage }, or throws with the node's error.
 */
export async function evidenceThroughNode(own, node, { credential, data, parameters }) {
	const { rest, projectId } = own.client;
	const credentials = await storeCredential(own, credential, data);
	const workflow = workflowOf(node, parameters, credentials);
	const { id } = await rest('POST', '/rest/workflows', { ...workflow, projectId });
	const run = await executionsOf(own.client, own.n8n).runByHand(id, 'Start');
	if (run.status !== 'success') throw new Error(`${run.error?.message} ${run.error?.description}`);
	const [coverage] = run.items('Evidence', 1);
	return { evidence: run.items('Evidence', 0), coverage };
}
