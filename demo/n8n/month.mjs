// The templates in a running n8n, worked as their users do: imported, set up, published, called.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { executionsOf } from './executions.mjs';
import { tablesOf } from './tables.mjs';
import { addCredential, importerOf, publish } from './workflows.mjs';

const FOLDER = fileURLToPath(new URL('../../workflows/', import.meta.url));
const CALL_MS = 600000;

/** The templates by their short names: set-up, monthly-ingestion, … */
export const templates = new Map(
	readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.sort((a, b) => parseInt(a, 10) - parseInt(b, 10))
		.map((file) => [
			file.replace(/^\d+-|\.json$/g, ''),
			JSON.parse(readFileSync(FOLDER + file, 'utf8')),
		]),
);

/** Stores the credentials of the three systems of a sandbox. */
export async function addCredentials(client, { hubspot, frappe, zendesk }) {
	const stored = [
		{
			name: 'HubSpot',
			type: 'performanceHubspotApi',
			data: { baseUrl: hubspot.url, accessToken: hubspot.token },
		},
		{
			name: 'Frappe HR',
			type: 'performanceFrappeApi',
			data: { baseUrl: frappe.url, apiKey: frappe.key, apiSecret: frappe.secret },
		},
		{
			name: 'Zendesk',
			type: 'performanceZendeskApi',
			data: { baseUrl: zendesk.url, email: zendesk.email, apiToken: zendesk.token },
		},
	];
	const all = [];
	for (const credential of stored) all.push(await addCredential(client, credential));
	return Object.assign({}, ...all);
}

const asItIs = (_name, template) => template;

/** Imports the templates in the order given, each through `change`, runs the set-up, publishes the others. */
export async function openMonth(
	client,
	n8nFolder,
	credentials,
	{ order = [...templates.keys()], change = asItIs } = {},
) {
	const executions = executionsOf(client, n8nFolder);
	const tables = tablesOf(client);
	const importTemplate = await importerOf(client, n8nFolder);
	const ids = new Map();
	for (const name of order)
		ids.set(name, (await importTemplate(change(name, templates.get(name)), credentials)).id);

	/** Runs a template by hand and gives the run. */
	const byHand = (name) => executions.runByHand(ids.get(name), 'Run by Hand');

	const setUp = await byHand('set-up');
	if (setUp.status !== 'success') throw new Error(`The set-up failed: ${setUp.error?.message}`);
	for (const name of order) if (name !== 'set-up') await publish(client, ids.get(name));
	const key = await keyOf(tables);

	return { ids, executions, tables, byHand, key, call: caller(client, key) };
}

/** The key of pp_keys_v1 with which webhooks of this purpose are called. */
export const keyOf = async (tables, purpose = 'month close') =>
	(await tables.rows('pp_keys_v1')).find(({ name }) => name === purpose).value;

/** Calls published webhooks with the key and gives their answers, whatever the HTTP status. */
export function caller({ url }, key) {
	return async (path, body, withKey = key) => {
		const answer = await fetch(`${url}/webhook/${path}`, {
			method: 'POST',
			signal: AbortSignal.timeout(CALL_MS),
			headers: {
				...{ connection: 'close', 'content-type': 'application/json' },
				'x-performance-pay-key': withKey,
			},
			body: JSON.stringify(body),
		});
		const text = await answer.text();
		try {
			return { status: answer.status, ...JSON.parse(text) };
		} catch {
			return { status: answer.status, ok: false, message: text };
		}
	};
}
