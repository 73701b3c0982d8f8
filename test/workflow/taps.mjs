// Taps in a template's edges: a workflow stops there while the test does something to n8n, such as kill it.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';

const ABOVE = 5000; // n8n runs what stands higher first

const tapOf = (after, position, url) => ({
	id: randomUUID(),
	name: `Tap after ${after}`,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	position: [position[0], position[1] - ABOVE],
	executeOnce: true,
	parameters: { url: `${url}/${encodeURIComponent(after)}`, options: {} },
});

/** The template with a tap behind each of these nodes, on the output that goes on. */
export function tapped({ nodes, connections, ...rest }, names, url) {
	const taps = names.map((name) =>
		tapOf(name, nodes.find((node) => node.name === name).position, url),
	);
	const joined = names.map((name) => {
		const { main } = connections[name];
		const tap = { node: `Tap after ${name}`, type: 'main', index: 0 };
		return [name, { main: [[tap, ...(main[0] ?? [])], ...main.slice(1)] }];
	});
	return {
		...rest,
		nodes: [...nodes, ...taps],
		connections: { ...connections, ...Object.fromEntries(joined) },
	};
}

/** Where taps ask: `arm(name)` holds the next workflow that comes by; `reached()` resolves when it has. */
export async function tapServer() {
	let armed;
	const server = createServer((request, answer) => {
		const name = decodeURIComponent(request.url.slice(1));
		if (armed?.name !== name) return answer.end('{}');
		armed.come();
		armed = undefined; // the request is never answered
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		arm: (name) => new Promise((resolve) => (armed = { name, come: resolve })),
		stop: () =>
			new Promise((resolve) => {
				server.close(resolve);
				server.closeAllConnections();
			}),
	};
}
