import type { HttpPort, HttpRequest } from '../../src/connectors/engine/http';
import { previewPay, syncPay, type PayResult } from '../../src/index';
import { openLedger, refused, type Ledger } from './ledger';
import { approved, month, people, portsOf } from './month';

/** The process is gone: nothing that comes after the request is carried out. */
class Killed extends Error {}

type Answer = Awaited<ReturnType<HttpPort>>;
type Act = () => Answer;

const reset: Answer = { failure: 'unreachable', detail: 'ECONNRESET' };
const timeout: Answer = { failure: 'timeout', detail: '' };
const page: Answer = {
	status: 200,
	headers: { 'content-type': 'text/html' },
	body: '<!doctype html><title>Sign in</title>',
};
const plain = (status: number, headers = {}): Answer => ({
	status,
	headers: { 'content-type': 'text/html', ...headers },
	body: '<html><body>Error</body></html>',
});
const died = (): never => {
	throw new Killed();
};
const afterActing =
	(answer: Answer | (() => never)) =>
	(act: Act): Answer => {
		act();
		return typeof answer === 'function' ? answer() : answer;
	};
const cut = (act: Act): Answer => {
	const answer = act();
	return 'failure' in answer ? answer : { ...answer, body: answer.body.slice(0, -9) };
};

/** What goes wrong with one request, and whether the system has acted on it. */
const faults: { readonly [kind: string]: (act: Act) => Answer } = {
	'reset before': () => reset,
	'reset after': afterActing(reset),
	'time-out before': () => timeout,
	'time-out after': afterActing(timeout),
	'409 before': () => refused(409, 'DuplicateEntryError', 'Duplicate'),
	'409 after': afterActing(refused(409, 'DuplicateEntryError', 'Duplicate')),
	'429': () => plain(429, { 'retry-after': '7' }),
	'500 before': () => plain(500),
	'500 after': afterActing(plain(500)),
	'502 after': afterActing(plain(502)),
	'page before': () => page,
	'page after': afterActing(page),
	'cut short': cut,
	'401': () => refused(401, 'AuthenticationError', ''),
	'403': () => refused(403, 'PermissionError', 'Not permitted'),
	'killed before': died,
	'killed after': afterActing(died),
};

const ids = people.map(({ id }) => `HR-${id}`);

/** Every person exactly once, to the cent, submitted, and nothing else. */
function expectPaidOnce(ledger: Ledger): void {
	const held = ledger.salaries().map((it) => `${it.employee} ${it.amount} ${it.docstatus}`);
	expect(held.sort()).toEqual(['HR-E001 2790 1', 'HR-E002 2250 1', 'HR-E003 3814.15 1']);
}

/** Nobody twice, and nobody with another amount, whatever has happened. */
function expectNobodyTwice(ledger: Ledger): void {
	const held = ledger.salaries().map((it) => `${it.employee} ${it.amount}`);
	expect(new Set(held).size).toBe(held.length);
	for (const one of held)
		expect(['HR-E001 2790', 'HR-E002 2250', 'HR-E003 3814.15']).toContain(one);
}

/** A line that is called paid is paid. */
function expectHonest(ledger: Ledger, { lines, batch }: PayResult): void {
	const paid = new Set(
		ledger
			.salaries()
			.filter((it) => it.docstatus === 1)
			.map((it) => it.employee),
	);
	for (const line of lines)
		if (['confirmed', 'unchanged', 'sent'].includes(line.status))
			expect(paid).toContain(line.remoteEmployeeId);
	if (batch.status === 'sent') expectPaidOnce(ledger);
}

let hash = '';
beforeAll(async () => {
	hash = (await previewPay(month(), portsOf(openLedger(ids).http).ports)).batch.hash;
});

/** One run whose requests pass through `meet`; undefined where it was killed. */
async function run(
	ledger: Ledger,
	meet: (act: Act, at: number, request: HttpRequest) => Answer,
): Promise<PayResult | undefined> {
	let at = -1;
	const http: HttpPort = async (request) => meet(() => ledger.act(request), (at += 1), request);
	return await syncPay(approved(month(), hash), portsOf(http).ports).catch(
		async (error: unknown) => (error instanceof Killed ? undefined : Promise.reject(error)),
	);
}

async function requestsOf(ledger: Ledger): Promise<readonly HttpRequest[]> {
	const seen: HttpRequest[] = [];
	await run(ledger, (act, _, request) => {
		seen.push(request);
		return act();
	});
	return seen;
}

const meetOnce =
	(fault: (act: Act) => Answer, where: number) =>
	(act: Act, at: number): Answer =>
		at === where ? fault(act) : act();

/** The first run's end for each fault, over all of its requests: reads × writes. */
async function outcomes(kind: string): Promise<{ reads: string[]; writes: string[] }> {
	const fault = faults[kind] ?? died;
	const requests = await requestsOf(openLedger(ids));
	const ends = { reads: new Set<string>(), writes: new Set<string>() };
	for (const [where, { method }] of requests.entries()) {
		const ledger = openLedger(ids);
		const first = await run(ledger, meetOnce(fault, where));
		expectNobodyTwice(ledger);
		if (first !== undefined) expectHonest(ledger, first);
		(method === 'GET' ? ends.reads : ends.writes).add(first?.batch.status ?? 'killed');
		const second = await run(ledger, (act) => act());
		expect(second?.batch.status).toBe('sent');
		expectPaidOnce(ledger);
	}
	return { reads: [...ends.reads].sort(), writes: [...ends.writes].sort() };
}

describe('a sync that is hit at any one request, and run again', () => {
	it('reads 8 times, takes two steps a line, and reads 3 times', async () => {
		const methods = (await requestsOf(openLedger(ids))).map((it) => it.method);
		expect(methods.join(' ')).toBe(
			[...Array(8).fill('GET'), ...Array(6).fill('POST'), 'GET', 'GET', 'GET'].join(' '),
		);
	});

	// What the first run comes to; after the second everybody is paid exactly once, always.
	const healed = ['sent'];
	const refusedRead = ['incomplete', 'stopped'];
	it.each([
		{ kind: 'reset before', reads: healed, writes: healed },
		{ kind: 'reset after', reads: healed, writes: healed },
		{ kind: 'time-out before', reads: healed, writes: healed },
		{ kind: 'time-out after', reads: healed, writes: healed },
		{ kind: '409 before', reads: refusedRead, writes: healed },
		{ kind: '409 after', reads: refusedRead, writes: healed },
		{ kind: '429', reads: healed, writes: healed },
		{ kind: '500 before', reads: healed, writes: healed },
		{ kind: '500 after', reads: healed, writes: healed },
		{ kind: '502 after', reads: healed, writes: healed },
		{ kind: 'page before', reads: refusedRead, writes: healed },
		{ kind: 'page after', reads: refusedRead, writes: healed },
		{ kind: 'cut short', reads: healed, writes: healed },
		{ kind: '401', reads: refusedRead, writes: ['incomplete'] },
		{ kind: '403', reads: ['incomplete', 'sent', 'stopped'], writes: ['incomplete'] },
		{ kind: 'killed before', reads: ['killed'], writes: ['killed'] },
		{ kind: 'killed after', reads: ['killed'], writes: ['killed'] },
	])('$kind: reads $reads, writes $writes', async ({ kind, reads, writes }) => {
		expect(await outcomes(kind)).toEqual({ reads, writes });
	});
});

describe('worse luck', () => {
	it('killed twice, at any two requests: the third run has everybody paid once', async () => {
		for (let first = 0; first < 17; first += 1)
			for (let second = 0; second < 17; second += 1) {
				const ledger = openLedger(ids);
				await run(ledger, meetOnce(afterActing(died), first));
				await run(ledger, meetOnce(afterActing(died), second));
				const third = await run(ledger, (act) => act());
				expect(third?.batch.status).toBe('sent');
				expectPaidOnce(ledger);
			}
	});

	it('an outage from any request on: what is said is so, and the next run finishes', async () => {
		for (const answer of [reset, timeout, plain(503)])
			for (let from = 0; from < 17; from += 1) {
				const ledger = openLedger(ids);
				const first = await run(ledger, (act, at) => (at < from ? act() : answer));
				expect(first?.batch.status).toBe(from < 8 ? 'stopped' : 'incomplete');
				expect(first?.problems.some((it) => it.blocks)).toBe(true);
				const second = await run(ledger, (act) => act());
				expect(second?.batch.status).toBe('sent');
				expectPaidOnce(ledger);
			}
	});

	it('a write that arrives after it was looked for: payroll refuses the second one', async () => {
		for (const late of [1, 2, 3]) {
			const ledger = openLedger(ids);
			let pending: (() => unknown) | undefined;
			let waited = 0;
			const result = await run(ledger, (act, at) => {
				if (pending !== undefined && (waited += 1) === late) pending();
				if (at !== 8) return act();
				pending = act;
				return timeout;
			});
			expect(result?.batch.status).toBe('sent');
			expectPaidOnce(ledger);
		}
	});

	it('a system that writes and never answers a write: what arrived is found and submitted', async () => {
		const ledger = openLedger(ids);
		const result = await run(ledger, (act, _, { method }) => {
			const answer = act();
			return method === 'POST' ? timeout : answer;
		});
		expect(result?.batch.status).toBe('sent');
		expectPaidOnce(ledger);
	});

	it('a system that takes no write any more: stops after three lines, and says so', async () => {
		const ledger = openLedger([...ids, 'HR-E004', 'HR-E005']);
		const result = await run(ledger, (act, _, { method }) =>
			method === 'POST' ? plain(500) : act(),
		);
		expect(result?.lines.map((it) => it.status)).toEqual(['unknown', 'unknown', 'unknown']);
		expect(result?.problems[0]).toMatchObject({
			code: 'pay.syncStopped',
			message: expect.stringMatching(/^3 lines in a row without an outcome: .*HTTP 500/),
		});
		expect(ledger.salaries()).toEqual([]);
	});

	it('waits as long as it is asked to, and no longer than three minutes', async () => {
		const waitsFor = async (seconds: string, times: number) => {
			const ledger = openLedger(ids);
			let left = times;
			const http: HttpPort = async (request) => {
				if (request.method === 'GET' || (left -= 1) < 0) return ledger.act(request);
				return plain(429, { 'retry-after': seconds });
			};
			const { ports, waits } = portsOf(http);
			const { batch } = await syncPay(approved(month(), hash), ports);
			return { waits, status: batch.status, held: ledger.salaries().length };
		};
		expect(await waitsFor('7', 2)).toEqual({ waits: [7000, 7000], status: 'sent', held: 3 });
		expect(await waitsFor('3600', 1)).toEqual({ waits: [], status: 'incomplete', held: 0 });
	});
});
