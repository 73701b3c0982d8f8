// A server on loopback for the tests of what a node really sends: n8n's lint allows node:http in no .ts.
const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Answers with `answer(seen)`; `undefined`: never answers. Gives its address, what it saw, who ended the first answer, and `close`. */
async function serve(answer, secure) {
	const seen = [];
	let closed = () => undefined;
	const firstClosed = new Promise((resolve) => (closed = resolve));
	const server = (secure ? https : http).createServer(secure ?? {}, (request, response) => {
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
		url: `${secure ? 'https' : 'http'}://127.0.0.1:${server.address().port}`,
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

/** A certificate authority of one's own and a server's key and certificate by it, made now and kept nowhere. */
function ownAuthority() {
	const folder = mkdtempSync(join(tmpdir(), 'own-authority-'));
	const at = (name) => join(folder, name);
	const openssl = (...of) => execFileSync('openssl', of, { stdio: 'pipe' });
	const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout'];
	try {
		openssl(
			...['req', '-x509', ...key, at('ca.key'), '-out', at('ca.pem'), '-days', '2'],
			...['-subj', '/CN=Own Authority'],
		);
		openssl('req', ...key, at('key'), '-out', at('csr'), '-subj', '/CN=127.0.0.1');
		writeFileSync(at('ext'), 'subjectAltName=IP:127.0.0.1');
		openssl(
			...['x509', '-req', '-in', at('csr'), '-CA', at('ca.pem'), '-CAkey', at('ca.key')],
			...['-CAcreateserial', '-out', at('cert'), '-days', '2', '-extfile', at('ext')],
		);
		const text = (name) => readFileSync(at(name), 'utf8');
		return { ca: text('ca.pem'), key: text('key'), cert: text('cert') };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

module.exports = { serve, ownAuthority };
