// Ports of this machine that nobody listens on.
import { createServer } from 'node:net';

/** A free port of the loopback interface, as the operating system gives it. */
export function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

/** Whether something answers on a port of the loopback interface. */
export function isTaken(port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.on('error', () => resolve(true));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)));
	});
}
