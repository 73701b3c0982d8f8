// What the three servers share: loopback only, a log of requests, faults on demand, JSON answers, a control door.
import { createServer } from 'node:http';
import { createFaults } from './faults.mjs';
import { send } from './send.mjs';

const MAX_BODY = 8 * 1024 * 1024;

const readBody = async (incoming) => {
	const chunks = [];
	let size = 0;
	for await (const chunk of incoming) {
		size += chunk.length;
		if (size > MAX_BODY) throw new Error('body too large');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
};

/** JSON or a form, as the content type says; what cannot be read is undefined and `text` keeps it. */
const parseBody = (text, contentType) => {
	if (text === '') return undefined;
	if (contentType.includes('application/x-www-form-urlencoded'))
		return Object.fromEntries(new URLSearchParams(text));
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

const readRequest = async (incoming, origin) => {
	const url = new URL(incoming.url, origin);
	const text = await readBody(incoming);
	return {
		method: incoming.method,
		target: incoming.url,
		path: decodeURIComponent(url.pathname),
		query: url.searchParams,
		headers: incoming.headers,
		text,
		body: parseBody(text, incoming.headers['content-type'] ?? ''),
		origin,
	};
};

const page = (name) =>
	`<!doctype html><meta charset="utf-8"><title>Sandbox: ${name}</title><h1>Sandbox of ${name}</h1>` +
	`<p>This is not ${name}. It is a small server on this machine that speaks the same protocol, with invented ` +
	`people and records, for demonstrations and tests of n8n-nodes-performance-pay. Nothing leaves this machine.</p>`;

const isLoopback = (host = '') => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);

/** Lets another process on this machine set faults and read the log: GET/POST/DELETE /__sandbox/… */
const control = (request, { faults, requests, reports }) => {
	const what = request.path.slice('/__sandbox/'.length);
	if (what === 'faults' && request.method === 'POST') {
		for (const rule of [request.body].flat()) faults.add(rule);
		return { status: 200, body: { left: faults.left() } };
	}
	if (what === 'faults' && request.method === 'DELETE') {
		faults.clear();
		return { status: 200, body: { left: 0 } };
	}
	if (what === 'faults') return { status: 200, body: { left: faults.left() } };
	if (what === 'requests') return { status: 200, body: requests };
	if (reports[what] !== undefined) return { status: 200, body: reports[what]() };
	return { status: 404, body: { known: ['faults', 'requests', ...Object.keys(reports)] } };
};

/**
 * Starts one server on 127.0.0.1. `system` has `name`, `handle(request) → { status, headers?, body }`, `problem(kind,
 * rule) → answer` (the vendor's own error bodies), `move()`, `remove()` and `merge()` (for the faults on data) and
 * `reports` (what /__sandbox/<name> shows). Answers { url, port, requests, faults, stop }.
 */
export const serve = async (system, { port = 0 } = {}) => {
	const faults = createFaults();
	const requests = [];
	const pages = new Map();
	let origin = '';

	const answer = (request) => {
		if (request.path === '/' && request.method === 'GET')
			return { status: 200, headers: { 'content-type': 'text/html' }, body: page(system.name) };
		return system.handle(request);
	};

	const respond = async (incoming, outgoing) => {
		outgoing.setHeader('X-Sandbox', 'n8n-nodes-performance-pay');
		if (!isLoopback(incoming.headers.host)) return outgoing.writeHead(421).end();
		const request = await readRequest(incoming, origin);
		if (request.path.startsWith('/__sandbox/'))
			return send(outgoing, control(request, { faults, requests, reports: system.reports ?? {} }));
		const rule = faults.take(request);
		const entry = { method: request.method, target: request.target, fault: rule?.kind ?? null };
		requests.push(entry);
		entry.status = await send(outgoing, {
			act: () => answer(request),
			rule,
			system,
			pages,
			key: `${request.method} ${request.path}`,
		});
	};

	const server = createServer((incoming, outgoing) => {
		respond(incoming, outgoing).catch((error) => {
			if (outgoing.headersSent) return outgoing.destroy();
			outgoing.writeHead(500, { 'content-type': 'text/plain' });
			outgoing.end(`The sandbox itself failed: ${error.stack}`);
		});
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	origin = `http://127.0.0.1:${server.address().port}`;
	const stop = () =>
		new Promise((resolve) => {
			server.close(resolve);
			server.closeAllConnections();
		});
	return { url: origin, port: server.address().port, requests, faults, stop };
};
