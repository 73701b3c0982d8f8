// Reads the month of a fixture through the library as built, over loopback, with waits that take no time.
import { createRequire } from 'node:module';
import axios from 'axios';
import { serve } from '../../demo/sandbox/server.mjs';

const { collectEvidence } = createRequire(import.meta.url)('../../dist/src/index.js');

const LARGEST = 33 * 1024 * 1024; // what a port need not read on: the engine refuses it
const LONG = 20000; // a busy machine is no fault

const failureOf = ({ code, message }) => ({
	failure: code === 'ECONNABORTED' || code === 'ETIMEDOUT' ? 'timeout' : 'unreachable',
	detail: code ?? message,
});

/** Cuts what is longer than the engine takes, as n8n's port does. */
const cut = (text) => (text.length > LARGEST ? text.slice(0, LARGEST) : text);

const portOf =
	({ sign, credentials }) =>
	async (request) => {
		const { headers = {}, query = {} } = sign(credentials);
		try {
			const answer = await axios({
				...{ method: request.method, url: request.url, data: request.body, proxy: false },
				params: { ...request.query, ...query },
				headers: { ...request.headers, ...headers },
				...{ timeout: request.timeoutMs, maxRedirects: 0, responseType: 'text' },
				transformResponse: (text) => text,
				validateStatus: () => true,
			});
			return { status: answer.status, headers: { ...answer.headers }, body: cut(answer.data) };
		} catch (error) {
			return failureOf(error);
		}
	};

/** Opens the fixture's server; `use` gets the server and the way to read one of its streams. */
export const withServer = async (fixture, options, use) => {
	const server = await serve(fixture.system(options));
	const http = portOf(fixture);
	const read = async (stream, { timeoutMs = LONG, progress, parameters, maxItems } = {}) =>
		await collectEvidence(
			{
				...{ system: fixture.name, stream, baseUrl: server.url, timeoutMs, maxItems },
				...{ period: '2026-10', timeZone: 'Asia/Shanghai' },
				parameters: { ...fixture.streams[stream].parameters, ...parameters },
			},
			{ http, now: () => fixture.now, wait: async () => {}, cancelled: () => false, progress },
		);
	try {
		return await use({ server, read });
	} finally {
		await server.stop();
	}
};
