// What the tests of the work-log vendors share: reading a fixture's month with tokens that are fetched and expire.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import axios from 'axios';
import { serve } from '../../demo/sandbox/server.mjs';

const { checkAccess, collectEvidence, listChoices } = createRequire(import.meta.url)(
	'../../dist/src/index.js',
);
const { signIns } = createRequire(import.meta.url)('../../dist/nodes/_shared/signIn.js');

/** `within` is where a secret has its place in the body. */
const send = async (request, { headers = {}, query = {}, within = (call) => call }) => {
	const { url, body } = within({ url: request.url, body: JSON.stringify(request.body) });
	try {
		const answer = await axios({
			...{ method: request.method, url, data: body },
			params: { ...request.query, ...query },
			headers: { 'content-type': 'application/json', ...request.headers, ...headers },
			...{ timeout: request.timeoutMs, maxRedirects: 0, responseType: 'text' },
			transformResponse: (text) => text,
			validateStatus: () => true,
		});
		return { status: answer.status, headers: { ...answer.headers }, body: answer.data };
	} catch (error) {
		return { failure: 'unreachable', detail: error.code ?? error.message };
	}
};

/** Signs in as n8n does: at first, and where the engine asks for it; keeps the tokens to look for them later. */
const portOf = ({ sign, credentials }, credential, url) => {
	const seen = [];
	let token = credentials.sessionToken;
	const signIn = async () => {
		const data = { ...credentials, baseUrl: url };
		const given = await signIns[credential](data, (request) => send(request, {})).catch(() => ({}));
		token = given.sessionToken ?? '';
		seen.push(token);
	};
	const http = async (request) => {
		if (token === '' || request.renew) await signIn();
		return await send(request, sign({ ...credentials, sessionToken: token }));
	};
	return { http, seen };
};

/** Opens a fixture's server and reads its month; `use` gets the way to read. */
export const reading = async (fixture, { options = {}, credentials = {} }, use) => {
	const given = { ...fixture, credentials: { ...fixture.credentials, ...credentials } };
	const system = fixture.system(options);
	const server = await serve(system);
	const credential = `performance${fixture.name[0].toUpperCase()}${fixture.name.slice(1)}Api`;
	const { http, seen } = portOf(given, credential, server.url);
	const waits = [];
	const ports = {
		...{ http, now: () => fixture.now, cancelled: () => false },
		wait: async (ms) => void waits.push(ms),
	};
	const [first] = Object.keys(fixture.streams);
	const read = async (more = {}, stream = first, baseUrl = server.url) =>
		await collectEvidence(
			{
				...{ system: fixture.name, stream, baseUrl },
				...{ period: '2026-10', timeZone: 'Asia/Shanghai' },
				parameters: { ...fixture.streams[stream].parameters, ...more },
			},
			ports,
		);
	const check = async () =>
		await checkAccess({ system: fixture.name, baseUrl: server.url, testPath: '' }, http);
	const choices = async (lookup, settings = {}) =>
		await listChoices({ system: fixture.name, lookup, baseUrl: server.url, settings }, ports);
	try {
		return await use({ ...{ read, check, choices, server, system, waits, ports }, tokens: seen });
	} finally {
		await server.stop();
	}
};

const byId = (a, b) => (a.recordId < b.recordId ? -1 : 1);
const facts = ({ recordId, handler, status, assignedAt, completedAt, errors }) => ({
	...{ recordId, handler, status, assignedAt, completedAt, errors },
});

/** The evidence is what the fixture planned, fact by fact. */
export const assertMonth = ({ evidence, coverage }, expected) => {
	assert.equal(coverage.gap, null);
	assert.equal(coverage.complete, true);
	assert.deepEqual(evidence.map(facts).sort(byId), expected.map(facts).sort(byId));
};

/** Neither a token nor the secret is in what comes out. */
export const assertNoSecret = (outcome, secrets) => {
	const text = JSON.stringify(outcome);
	for (const secret of secrets) assert.ok(!text.includes(secret), 'a secret is told');
};
