// A server on loopback for the tests of what a node really sends: n8n's lint allows node:http in no .ts.
const { createServer } = require('node:http');

/** Answers with `answer(seen)`; `undefined`: never answers. Gives its address, what it saw, who ended the first answer, and `close`. */
async function serve(answer) {
	const seen = [];
	let closed = () => undefined;
	const firstClosed = new Promise((resolve) => (closed = resolve));
	const server = createServer((request, response) => {
		response.on('close', () =>
			closed(response.writableFinished ? 'by the server' : 'by the client'),
		);
		let body = '';
		request.on('data', (chunk) => (body += chunk));
		request.on('end', () => {
			const { method, url, headers } = request;
			const asked = { method, url, headers, body };
			seen.push(asked);
			const said = answer(asked);
			if (said === undefined) return;
			response.writeHead(said.status ?? 200, {
				'content-type': 'application/json',
				...said.headers,
			});
			if (said.drips) return drip(response, said.drips);
			response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? null));
		});
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		seen,
		firstClosed,
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Never falls silent and never ends, but for the connection's end. */
function drip(response, { text, everyMs }) {
	const timer = setInterval(() => response.write(text()), everyMs);
	response.on('close', () => clearInterval(timer));
}

module.exports = { serve };
