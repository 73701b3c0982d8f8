import type { IDataObject } from 'n8n-workflow';
import { largestBody } from '../../src/index';
import type { HttpRequest } from '../../src/connectors/engine/http';
import { runNode } from './engine';
import { serve, type Asked, type Loopback, type Said } from './loopback.cjs';
import { doing, sender } from './sender';

const credential = {
	type: {
		name: 'tokenApi',
		displayName: 'Token',
		properties: [],
		authenticate: {
			type: 'generic' as const,
			properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } },
		},
	},
	data: { token: 'secret-1' },
};

async function send(request: HttpRequest): Promise<IDataObject> {
	const { outputs, error } = await runNode({
		type: sender(request),
		inputs: [[{ go: 1 }]],
		parameters: {},
		credential,
	});
	expect(error).toBeUndefined();
	return outputs[0]?.[0]?.json ?? {};
}

describe('requests through n8n', () => {
	const open: Loopback[] = [];
	const served = async (answer: (asked: Asked) => Said | undefined): Promise<Loopback> => {
		const server = await serve(answer);
		open.push(server);
		return server;
	};
	afterEach(async () => {
		await Promise.all(open.splice(0).map(async (server) => await server.close()));
	});

	it('are signed, carry query and JSON, and give the body as the text that came', async () => {
		const text = '{ "id": 12345678901234567890 }';
		const server = await served(() => ({ body: text, headers: { 'X-Rate': '7' } }));
		const answer = await send({
			method: 'POST',
			url: `${server.url}/search`,
			query: { limit: '100', after: 'a b' },
			body: { filters: [] },
			timeoutMs: 5000,
		});
		expect(answer).toMatchObject({ status: 200, body: text, headers: { 'x-rate': '7' } });
		expect(server.seen).toHaveLength(1);
		expect(server.seen[0]).toMatchObject({ method: 'POST', body: '{"filters":[]}' });
		expect(server.seen[0]?.url).toMatch(/^\/search\?limit=100&after=a(%20|\+)b$/);
		expect(server.seen[0]?.headers['authorization']).toBe('Bearer secret-1');
		expect(server.seen[0]?.headers['content-type']).toBe('application/json');
	});

	it('carry a name several times where the address has it so', async () => {
		const server = await served(() => ({ body: '{}' }));
		const url = `${server.url}/list?status%5B%5D=solved&status%5B%5D=closed`;
		await send({ method: 'GET', url, query: { limit: '2' }, timeoutMs: 5000 });
		expect(decodeURIComponent(server.seen[0]?.url ?? '')).toBe(
			'/list?status[]=solved&status[]=closed&limit=2',
		);
	});

	it.each([200, 204, 400, 401, 403, 404, 429, 500, 503])(
		'give an answer of status %i as it came, asked once',
		async (status) => {
			const server = await served(() => ({ status, body: 'no', headers: { 'Retry-After': '3' } }));
			const answer = await send({ method: 'GET', url: server.url, timeoutMs: 5000 });
			expect(answer).toMatchObject({ status, headers: { 'retry-after': '3' } });
			expect(server.seen).toHaveLength(1);
		},
	);

	it('do not follow a redirect, so that credentials stay with their host', async () => {
		const other = await served(() => ({ body: 'caught' }));
		const server = await served(() => ({ status: 302, headers: { Location: other.url } }));
		const answer = await send({ method: 'GET', url: server.url, timeoutMs: 5000 });
		expect(answer).toMatchObject({ status: 302, headers: { location: other.url } });
		expect(other.seen).toHaveLength(0);
	});

	it('end with a time-out that is told from a refusal', async () => {
		const silent = await served(() => undefined);
		expect(await send({ method: 'GET', url: silent.url, timeoutMs: 50 })).toMatchObject({
			failure: 'timeout',
		});
		const gone = await served(() => undefined);
		await gone.close();
		expect(await send({ method: 'GET', url: gone.url, timeoutMs: 5000 })).toMatchObject({
			failure: 'unreachable',
			detail: expect.stringContaining('ECONNREFUSED'),
		});
	});

	it('end in time though the server never falls silent', async () => {
		const server = await served(() => ({ drips: { text: () => ' ', everyMs: 20 } }));
		expect(await send({ method: 'GET', url: server.url, timeoutMs: 150 })).toEqual({
			failure: 'timeout',
			detail: expect.stringContaining('150 ms'),
		});
		expect(await server.firstClosed).toBe('by the client');
	});

	it('read no more of an answer than the engine takes', async () => {
		const part = 'x'.repeat(2 ** 20);
		const server = await served(() => ({ drips: { text: () => part, everyMs: 1 } }));
		const { status, body } = await send({ method: 'GET', url: server.url, timeoutMs: 60_000 });
		expect(status).toBe(200);
		expect(String(body).length).toBeGreaterThan(largestBody);
		expect(String(body).length).toBeLessThanOrEqual(largestBody + part.length);
		expect(await server.firstClosed).toBe('by the client');
	});

	it('stop in the middle of an answer when the execution is cancelled', async () => {
		let cancel = (): void => undefined;
		let parts = 0;
		const text = (): string => {
			parts += 1;
			if (parts === 3) cancel();
			return ' ';
		};
		const server = await served(() => ({ drips: { text, everyMs: 5 } }));
		const { outputs } = await runNode({
			type: sender({ method: 'GET', url: server.url, timeoutMs: 60_000 }),
			inputs: [[{ go: 1 }]],
			parameters: {},
			credential,
			onStart: (stop) => (cancel = stop),
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ failure: 'cancelled' });
		expect(await server.firstClosed).toBe('by the client');
	});

	it('say nothing secret where they fail', async () => {
		const answer = await send({
			method: 'GET',
			url: 'http://127.0.0.1:1/x',
			query: { key: 'secret-2' },
			timeoutMs: 5000,
		});
		expect(JSON.stringify(answer)).not.toMatch(/secret/);
	});

	it('stop when the execution is cancelled', async () => {
		let cancel = (): void => undefined;
		const silent = await served(() => {
			cancel();
			return undefined;
		});
		const { outputs } = await runNode({
			type: sender({ method: 'GET', url: silent.url, timeoutMs: 60_000 }),
			inputs: [[{ go: 1 }]],
			parameters: {},
			credential,
			onStart: (stop) => (cancel = stop),
		});
		expect(silent.seen).toHaveLength(1);
		expect(outputs[0]?.[0]?.json).toMatchObject({ failure: 'cancelled' });
	});

	it('wait no longer than the execution', async () => {
		let cancel = (): void => undefined;
		const { outputs } = await runNode({
			type: doing(async ({ wait, cancelled }) => {
				const before = cancelled();
				const waiting = wait(600_000);
				cancel();
				await waiting;
				return { before, after: cancelled() };
			}),
			inputs: [[{ go: 1 }]],
			parameters: {},
			credential,
			onStart: (stop) => (cancel = stop),
		});
		expect(outputs[0]?.[0]?.json).toEqual({ before: false, after: true });
	});
});
