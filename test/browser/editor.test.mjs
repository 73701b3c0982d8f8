// The templates through n8n's editor: Import from File, save, set up, close the month, in an order of no help.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFileSync, readdirSync } from 'node:fs';
import { emptyN8n } from '../workflow/company.mjs';
import { chromiumPath, openEditor } from './editor.mjs';

const folder = fileURLToPath(new URL('../../workflows/', import.meta.url));
const files = readdirSync(folder)
	.filter((name) => name.endsWith('.json'))
	.reverse();
const skip = chromiumPath() === undefined && 'needs Chromium (Debian: apt-get install chromium)';

let own;
let editor;
let types;
before(async () => {
	if (skip) return;
	own = await emptyN8n();
	editor = await openEditor(own.server.url);
	types = await own.client.rest('GET', '/types/nodes.json');
});
after(async () => {
	await editor?.close();
	await own?.stop();
});

const ours = ({ type }) => type.startsWith('n8n-nodes-performance-pay.');
const byName = (nodes) => new Map(nodes.map((node) => [node.name, node]));

/** The editor leaves out a parameter that has its default: then the default has to be the template's value. */
function sameParameters({ name, type, parameters }, stored, types) {
	const { properties } = types.find((one) => one.name === type);
	for (const [parameter, value] of Object.entries(parameters)) {
		const defaults = properties.filter((one) => one.name === parameter).map((one) => one.default);
		const found = stored.parameters[parameter] ?? defaults.find((one) => one === value);
		assert.deepEqual(found, value, `${name}: ${parameter}`);
	}
}

for (const file of files)
	test(`${file} comes in through the editor as it is`, { skip }, async () => {
		const template = JSON.parse(readFileSync(folder + file, 'utf8'));
		const id = await editor.importFile(folder + file);
		const stored = await own.client.rest('GET', `/rest/workflows/${id}`);
		assert.equal(stored.name, template.name);
		const found = byName(stored.nodes);
		assert.deepEqual([...found.keys()].sort(), [...byName(template.nodes).keys()].sort());
		assert.deepEqual(stored.connections, template.connections);
		for (const node of template.nodes.filter(ours))
			sameParameters(node, found.get(node.name), types);
		await editor.showCanvas(id);
		const drawn = await editor.page.locator('[data-test-id="canvas-node"]').count();
		const notes = template.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote').length;
		assert.ok(drawn >= template.nodes.length - notes, `${drawn} nodes are drawn`);
	});
