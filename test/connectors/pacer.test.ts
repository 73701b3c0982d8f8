import type { HttpRequest, HttpResponse, Ports } from '../../src/connectors/engine/http';
import { paced } from '../../src/connectors/engine/pacer';
import { numberIn, type Rate } from '../../src/connectors/engine/rate';
import { systems } from '../../src/connectors/registry';

const START = Date.UTC(2026, 10, 1);

/** A world whose clock moves by waits, and by what each request takes. */
function world({ takesMs = 0, headers = (): HttpResponse['headers'] => ({}) } = {}) {
	const state = { now: START, cancelled: false };
	const sent: number[] = [];
	const waits: number[] = [];
	const told: string[] = [];
	const ports: Ports = {
		http: async () => {
			sent.push(state.now - START);
			state.now += takesMs;
			return await Promise.resolve({ status: 200, headers: headers(), body: '{}' });
		},
		now: () => new Date(state.now).toISOString(),
		wait: async (ms) => {
			waits.push(ms);
			state.now += ms;
			await Promise.resolve();
		},
		cancelled: () => state.cancelled,
		progress: (text) => told.push(text),
	};
	return { ports, state, sent, waits, told };
}

const to = (path: string): HttpRequest => ({
	method: 'GET',
	url: `https://a.example${path}`,
	timeoutMs: 1000,
});

async function send(ports: Ports, rates: readonly Rate[], paths: readonly string[]) {
	const http = paced(ports, rates);
	const answers = [];
	for (const path of paths) answers.push(await http(to(path)));
	return answers;
}

const times = (count: number, path = '/list'): string[] => Array<string>(count).fill(path);

/** The most requests within any time of that length. */
const mostWithin = (sent: readonly number[], ms: number): number =>
	Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + ms).length));

describe('requests under a rate', () => {
	it.each([
		{ count: 10, requests: 10, perMs: 60_000, takes: 0 },
		{ count: 11, requests: 10, perMs: 60_000, takes: 60_000 },
		{ count: 100, requests: 10, perMs: 60_000, takes: 540_000 },
		{ count: 500, requests: 5, perMs: 1_000, takes: 99_000 },
		{ count: 1_000, requests: 100, perMs: 10_000, takes: 90_000 },
	])('$count at $requests per $perMs ms: $takes ms', async ({ count, requests, perMs, takes }) => {
		const { ports, state, sent } = world();
		await send(ports, [{ requests, perMs }], times(count));
		expect(state.now - START).toBe(takes);
		expect(mostWithin(sent, perMs)).toBeLessThanOrEqual(requests);
	});

	it('are dealt out in turn where many are asked for at once', async () => {
		const { ports, waits } = world();
		const wait = async (ms: number) => void (await Promise.resolve(waits.push(ms)));
		const http = paced({ ...ports, wait }, [{ requests: 3, perMs: 1_000 }]);
		await Promise.all(times(9).map(async (path) => await http(to(path))));
		expect(waits).toEqual([1_000, 1_000, 1_000, 2_000, 2_000, 2_000]);
	});

	it('wait for nothing where the system is slower than its rate', async () => {
		const { ports, waits } = world({ takesMs: 500 });
		await send(ports, [{ requests: 5, perMs: 1_000 }], times(50));
		expect(waits).toEqual([]);
	});

	it('are counted until they were answered', async () => {
		const { ports, sent } = world({ takesMs: 100 });
		await send(ports, [{ requests: 2, perMs: 1_000 }], times(3));
		expect(sent).toEqual([0, 100, 1_100]);
	});

	it('keep every rate that counts them, and no other', async () => {
		const searches = { requests: 1, perMs: 1_000, of: '/search' };
		const { ports, sent } = world();
		const paths = ['/search', '/read', '/read', '/search', '/read'];
		await send(ports, [{ requests: 4, perMs: 10_000 }, searches], paths);
		expect(sent).toEqual([0, 0, 0, 1_000, 10_000]);
	});

	it('are sent at once where there is none', async () => {
		const { ports, waits } = world();
		await send(ports, [], times(1_000));
		expect(waits).toEqual([]);
	});

	it('are sent on where the clock stands still or is set back', async () => {
		const { ports, state, waits } = world();
		const still = {
			...ports,
			wait: async (ms: number) => void (await Promise.resolve(waits.push(ms))),
		};
		const http = paced(still, [{ requests: 2, perMs: 1_000 }]);
		for (const path of times(4)) await http(to(path));
		state.now -= 3_600_000;
		for (const path of times(2)) await http(to(path));
		expect(waits).toEqual([1_000, 1_000]);
	});
});

const told = (headers: HttpResponse['headers']) => ({
	requests: numberIn(headers, 'limit'),
	remaining: numberIn(headers, 'remaining'),
	resetMs: numberIn(headers, 'reset'),
});
const rate: Rate = { requests: 2, perMs: 1_000, told };

describe('what the system tells of an allowance', () => {
	it.each([
		{ why: 'a larger plan', headers: { limit: '4' }, sent: [0, 0, 0, 0, 1_000] },
		{ why: 'a smaller plan', headers: { limit: '1' }, sent: [0, 1_000, 2_000, 3_000, 4_000] },
		{
			why: 'others use it too',
			headers: { remaining: '0' },
			sent: [0, 1_000, 2_000, 3_000, 4_000],
		},
		{
			why: 'it is there again sooner',
			headers: { remaining: '0', reset: '300' },
			sent: [0, 300, 1_000, 1_300, 2_000],
		},
		{
			why: 'nothing that can be read',
			headers: { limit: 'many' },
			sent: [0, 0, 1_000, 1_000, 2_000],
		},
	])('$why', async ({ headers, sent }) => {
		const { ports, sent: found } = world({ headers: () => headers });
		await send(ports, [rate], times(5));
		expect(found).toEqual(sent);
	});
});

describe('a wait for the rate', () => {
	it('is over, and nothing more is sent, when the execution is cancelled', async () => {
		const { ports, state, sent } = world();
		const cancelling = {
			...ports,
			wait: async () => {
				state.cancelled = true;
				await Promise.resolve();
			},
		};
		const answers = await send(cancelling, [{ requests: 2, perMs: 60_000 }], times(3));
		expect(sent).toHaveLength(2);
		expect(answers[2]).toEqual({ failure: 'cancelled', detail: '' });
	});

	it('is told where it is long', async () => {
		const { ports, told: lines } = world();
		await send(ports, [{ requests: 1, perMs: 60_000 }], times(2));
		expect(lines).toEqual(['Waiting 60 s: the system allows no more requests until then']);
	});
});

/** The allowance of a plan as a vendor's headers tell it, and what is then sent in a minute. */
describe('the rates of the systems', () => {
	it.each([
		{ system: 'hubspot', path: '/crm/v3/objects/tickets/search', headers: {}, inMinute: 300 },
		{ system: 'hubspot', path: '/crm/v3/owners', headers: {}, inMinute: 600 },
		{
			system: 'hubspot',
			path: '/crm/v3/owners',
			headers: { 'x-hubspot-ratelimit-max': '190' },
			inMinute: 1_140,
		},
		{
			system: 'zendesk',
			path: '/api/v2/incremental/tickets/cursor.json',
			headers: {},
			inMinute: 10,
		},
		{
			system: 'zendesk',
			path: '/api/v2/incremental/tickets/cursor.json',
			headers: { 'zendesk-ratelimit-incremental-exports': 'total=30; remaining=29; resets=41' },
			inMinute: 30,
		},
		{ system: 'zendesk', path: '/api/v2/tickets/1/audits.json', headers: {}, inMinute: 200 },
		{
			system: 'zendesk',
			path: '/api/v2/tickets/1/audits.json',
			headers: { 'x-rate-limit': '700' },
			inMinute: 700,
		},
		{ system: 'freshdesk', path: '/api/v2/tickets', headers: {}, inMinute: 20 },
		{
			system: 'freshdesk',
			path: '/api/v2/tickets',
			headers: { 'x-ratelimit-total': '400' },
			inMinute: 100,
		},
		{ system: 'freshdesk', path: '/api/v2/agents', headers: {}, inMinute: 50 },
		{ system: 'chatwoot', path: '/api/v1/accounts/1/conversations', headers: {}, inMinute: 3_000 },
		{ system: 'feishu', path: '/open-apis/approval/v4/instances', headers: {}, inMinute: 1_000 },
		{ system: 'dingtalk', path: '/v1.0/workflow/processInstances', headers: {}, inMinute: 1_200 },
		{ system: 'wecom', path: '/cgi-bin/oa/getapprovalinfo', headers: {}, inMinute: 600 },
	])('$system $path $headers: $inMinute a minute', async ({ system, path, headers, inMinute }) => {
		const rates = systems.find(({ id }) => id === system)?.rates ?? [];
		const { ports, sent } = world({ headers: () => headers as HttpResponse['headers'] });
		await send(ports, rates, times(inMinute + 1, path));
		expect(mostWithin(sent, 60_000)).toBe(inMinute);
	});
});
