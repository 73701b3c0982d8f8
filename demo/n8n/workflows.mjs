// Templates come in as n8n's editor imports them, and are published as its button does.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const WEBHOOK_MS = 30000;

/**
 * Imports templates as the editor does: ids, settings and meta are dropped, each node gets an id of its own,
 * parameters that are only defaults go, and a credential is picked where exactly one of its type is stored
 * (`credentials`: type → {id, name}). Gives a function that answers the workflow that n8n stored.
 */
export async function importerOf({ rest, projectId }, n8nFolder) {
	const { NodeHelpers } = createRequire(join(n8nFolder, 'node_modules/'))('n8n-workflow');
	const types = await rest('GET', '/types/nodes.json');

	function edited(node) {
		const type = types.find(
			({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion),
		);
		if (!type)
			throw new Error(`n8n does not know ${node.type} ${node.typeVersion} (${node.name}).`);
		const { credentials: _unknown, ...rest } = node;
		const kept = NodeHelpers.getNodeParameters(
			type.properties,
			node.parameters,
			false,
			false,
			node,
			type,
		);
		return { ...rest, id: randomUUID(), parameters: kept };
	}

	return ({ name, nodes, connections }, credentials = {}) =>
		rest('POST', '/rest/workflows', {
			name,
			nodes: nodes.map((node) => ({ ...edited(node), ...credentialOf(node, credentials) })),
			connections,
			pinData: {},
			settings: { executionOrder: 'v1', binaryMode: 'separate' },
			active: false,
			projectId,
		});
}

/** Our nodes name in their parameter `system` which of the stored credentials they use. */
const OURS = 'n8n-nodes-performance-pay.';
const BY_SYSTEM = {
	hubspot: 'performanceHubspotApi',
	frappe: 'performanceFrappeApi',
	zendesk: 'performanceZendeskApi',
	rest: 'performanceRestApi',
};

function credentialOf({ type, parameters }, stored) {
	const wanted = type.startsWith(OURS) ? BY_SYSTEM[parameters.system] : undefined;
	return wanted && stored[wanted] ? { credentials: { [wanted]: stored[wanted] } } : {};
}

/** Writes changed nodes into a stored workflow, as saving in the editor does. */
export async function changeNodes({ rest }, id, change) {
	const { nodes, connections, versionId } = await rest('GET', `/rest/workflows/${id}`);
	return rest('PATCH', `/rest/workflows/${id}`, {
		nodes: nodes.map(change),
		connections,
		versionId,
	});
}

/** Changes settings of a stored workflow, as its settings dialog does. */
export async function changeSettings({ rest }, id, changed) {
	const { settings, versionId } = await rest('GET', `/rest/workflows/${id}`);
	return rest('PATCH', `/rest/workflows/${id}`, {
		settings: { ...settings, ...changed },
		versionId,
	});
}

/** Publishes a workflow's present draft, and waits until its webhooks answer: n8n opens them a moment later. */
export async function publish(client, id) {
	const { active, versionId, nodes } = await client.rest('GET', `/rest/workflows/${id}`);
	if (active) await unpublish(client, id);
	const published = await client.rest('POST', `/rest/workflows/${id}/activate`, { versionId });
	await untilWebhooks(client, nodes, true);
	return published;
}

/** Takes a workflow out of production, and waits until its webhooks are closed. */
export async function unpublish(client, id) {
	const { nodes } = await client.rest('POST', `/rest/workflows/${id}/deactivate`, {});
	await untilWebhooks(client, nodes, false);
}

async function untilWebhooks({ url }, nodes, open) {
	const paths = nodes.flatMap(({ type, parameters }) =>
		type === 'n8n-nodes-base.webhook'
			? `webhook/${parameters.path}`
			: type === 'n8n-nodes-base.formTrigger'
				? `form/${parameters.options.path}`
				: [],
	);
	const deadline = Date.now() + WEBHOOK_MS;
	for (const path of paths)
		while ((await isOpen(`${url}/${path}`)) !== open) {
			if (Date.now() > deadline) throw new Error(`${path} is still ${open ? 'closed' : 'open'}.`);
			await wait(50);
		}
}

/** Whether a form, or a webhook for POST, is open, asked by GET so that nothing runs: n8n then says what it has. */
async function isOpen(address) {
	const answer = await fetch(address, { redirect: 'manual', headers: { connection: 'close' } });
	const text = await answer.text();
	return answer.status !== 404 || text.includes('Did you mean to make a POST request');
}

/** Stores a credential and gives what a node refers to it by. */
export async function addCredential({ rest, projectId }, { name, type, data }) {
	const { id } = await rest('POST', '/rest/credentials', { name, type, data, projectId });
	return { [type]: { id, name } };
}
