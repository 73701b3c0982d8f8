import type { HttpRequest, Ports } from './http';
import { failureOf, judge, type JsonCall } from './judge';
import type { Answer, HttpProblem } from './problem';

/** One request and what its answer must be. */
export interface JsonRequest<T> extends JsonCall<T> {
	readonly request: HttpRequest;
}

const mostAttempts = 5;
/** Waits where the server names none, in milliseconds. */
const ownWaits = [1_000, 2_000, 4_000, 8_000];
/** A server that asks for more is given up, with its wish in the message. */
const longestWait = 180_000;

const cancelled = (call: { readonly about: string }): HttpProblem =>
	failureOf({ failure: 'cancelled', detail: '' }, { about: call.about });

/**
 * Sends a request exactly once, or twice where the first only found that the token had expired. For
 * writes: the problem tells whether the outcome is known.
 */
export async function sendJson<T>(call: JsonRequest<T>, ports: Ports): Promise<Answer<T>> {
	const first = await sendOnce(call, ports);
	if (first.ok || first.problem.retry !== 'afterRenewal') return first;
	const second = await sendOnce({ ...call, request: { ...call.request, renew: true } }, ports);
	if (second.ok || second.problem.retry !== 'afterRenewal') return second;
	return { ok: false, problem: { ...second.problem, retry: 'never' } };
}

async function sendOnce<T>(call: JsonRequest<T>, ports: Ports): Promise<Answer<T>> {
	if (ports.cancelled()) return { ok: false, problem: cancelled(call) };
	const answer = await ports.http(call.request);
	if ('failure' in answer) return { ok: false, problem: failureOf(answer, call) };
	return judge(answer, call, Date.parse(ports.now()));
}

/** How long to wait before the next attempt; undefined: there is none. */
function pause(problem: HttpProblem, attempt: number): number | undefined {
	if (problem.retry !== 'afterWait') return undefined;
	const wait = problem.waitMs ?? ownWaits[attempt - 1] ?? longestWait;
	return wait <= longestWait ? wait : undefined;
}

function givenUp(problem: HttpProblem, attempt: number): HttpProblem {
	if (problem.retry !== 'afterWait') return problem;
	const asked = problem.waitMs ?? 0;
	if (asked > longestWait)
		return { ...problem, found: `${problem.found}; it asks to wait ${Math.ceil(asked / 1000)} s` };
	return attempt === 1 ? problem : { ...problem, found: `${problem.found}; ${attempt} attempts` };
}

/** Reads, and repeats the read after the wait that the server names, a bounded number of times. */
export async function readJson<T>(
	call: JsonRequest<T>,
	ports: Ports,
	attempts = mostAttempts,
): Promise<Answer<T>> {
	for (let attempt = 1; ; attempt += 1) {
		const answer = await sendJson(call, ports);
		if (answer.ok) return answer;
		const wait = attempt < attempts ? pause(answer.problem, attempt) : undefined;
		if (wait === undefined) return { ok: false, problem: givenUp(answer.problem, attempt) };
		await ports.wait(wait);
	}
}
