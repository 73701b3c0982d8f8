import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { HttpFailure, HttpPort, HttpRequest, HttpResponse, Ports } from '../../src/index';
import { largestBody } from '../../src/index';

/** What the connectors need of the world, given by n8n: signed requests, the clock, waits that end on cancel. */
export function portsOf(context: IExecuteFunctions, credential: string): Ports {
	const cancel = context.getExecutionCancelSignal();
	return {
		http: httpPort(context, credential),
		now: () => new Date().toISOString(),
		// A wait that the user cancels is over; the caller asks `cancelled`.
		wait: (ms) => sleep(ms, cancel).catch(() => undefined),
		cancelled: () => cancel?.aborted === true,
	};
}

/** Requests signed by n8n with the node's credential. */
function httpPort(context: IExecuteFunctions, credential: string): HttpPort {
	const cancel = context.getExecutionCancelSignal();
	return async (request) => {
		const deadline = AbortSignal.timeout(request.timeoutMs);
		const abortSignal = cancel ? AbortSignal.any([cancel, deadline]) : deadline;
		// n8n's helper stops a request by the signal that its context names, whatever the options say.
		const bounded = Object.create(context, {
			getExecutionCancelSignal: { value: () => abortSignal },
		}) as IExecuteFunctions;
		try {
			const answer = (await context.helpers.httpRequestWithAuthentication.call(
				bounded,
				credential,
				{ ...toOptions(request), abortSignal },
			)) as StreamedAnswer;
			return toResponse({ ...answer, body: await textOf(answer.body) });
		} catch (error) {
			if (deadline.aborted && cancel?.aborted !== true) return tooSlow(request);
			return toFailure(error, cancel?.aborted === true);
		}
	};
}

interface StreamedAnswer {
	readonly statusCode: number;
	readonly headers: IDataObject;
	readonly body: AsyncIterable<Uint8Array>;
}

/** The whole body, or a little more than the engine takes: the loop's end closes the connection. */
async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of body) {
		text += decoder.decode(chunk, { stream: true });
		if (text.length > largestBody) return text;
	}
	return text + decoder.decode();
}

const tooSlow = ({ timeoutMs }: HttpRequest): HttpFailure => ({
	failure: 'timeout',
	detail: `no whole answer within ${timeoutMs} ms`,
});

function toOptions(request: HttpRequest): IHttpRequestOptions {
	return {
		method: request.method,
		url: request.url,
		qs: { ...request.query },
		headers: {
			Accept: 'application/json',
			...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
			...request.headers,
		},
		...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
		timeout: request.timeoutMs,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

/** An answer of n8n's request helper, as the engine reads it: names in lower case, the body as text. */
export function toResponse(answer: {
	readonly statusCode: number;
	readonly headers: IDataObject;
	readonly body?: unknown;
}): HttpResponse {
	const headers: { [name: string]: string } = {};
	for (const [name, value] of Object.entries(answer.headers)) {
		headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
	}
	const { body } = answer;
	const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
	return { status: answer.statusCode, headers, body: text };
}

const timeouts = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** Why no answer came. The detail is the network's own word: it holds no header and no address with secrets. */
export function toFailure(error: unknown, cancelled: boolean): HttpFailure {
	const { code, detail } = reasonOf(error);
	if (cancelled || code === 'ERR_CANCELED') return { failure: 'cancelled', detail };
	if (timeouts.has(code)) return { failure: 'timeout', detail };
	return { failure: 'unreachable', detail };
}

interface Thrown {
	readonly code?: unknown;
	readonly httpCode?: unknown;
	readonly message?: unknown;
	readonly cause?: unknown;
}

function reasonOf(error: unknown): { code: string; detail: string } {
	const outer = (error ?? {}) as Thrown;
	const inner = (outer.cause ?? outer) as Thrown;
	return {
		code: String(inner.code ?? outer.httpCode ?? outer.code ?? ''),
		detail: String(inner.message ?? outer.message ?? 'no reason was given'),
	};
}
