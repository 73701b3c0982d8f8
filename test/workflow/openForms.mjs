// Templates with forms in a real n8n, without business systems behind them.
import { addCredentials, openMonth } from '../../demo/n8n/month.mjs';
import { changeNodes, publish } from '../../demo/n8n/workflows.mjs';
import { emptyN8n } from './company.mjs';

/** Business systems at addresses where nobody listens. */
const NOWHERE = {
	...{ url: 'http://127.0.0.1:9', token: 't', key: 'k', secret: 's' },
	email: 'a@example.com',
};

/** These templates set up and published; `settings(template, values)` changes a node Settings and publishes again. */
export async function openForms(order, { change, timeZone, env } = {}) {
	const own = await emptyN8n({ timeZone, env });
	const open = async () => {
		const credentials = await addCredentials(own.client, {
			...{ hubspot: NOWHERE, frappe: NOWHERE, zendesk: NOWHERE },
		});
		return await openMonth(own.client, own.n8n, credentials, { order, change });
	};
	const month = await open().catch(async (error) => {
		await own.stop();
		throw error;
	});

	async function settings(name, values) {
		const id = month.ids.get(name);
		await changeNodes(own.client, id, (node) =>
			node.name === 'Settings' ? withValues(node, values) : node,
		);
		await publish(own.client, id);
	}

	return { ...month, own, client: own.client, settings, stop: own.stop };
}

function withValues(node, values) {
	const { assignments } = node.parameters.assignments;
	const set = assignments.map((one) =>
		one.name in values ? { ...one, value: values[one.name] } : one,
	);
	return { ...node, parameters: { ...node.parameters, assignments: { assignments: set } } };
}

/** The personal link of somebody that is open now. */
export const linkOf = async ({ tables }, employeeId) =>
	(await tables.rows('pp_links_v1')).find(
		(one) => one.employeeId === employeeId && one.revoked !== true && one.token,
	).token;
