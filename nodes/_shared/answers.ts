import type { IDataObject } from 'n8n-workflow';
import type { HttpFailure, HttpResponse } from '../../src/index';
import { largestBody } from '../../src/index';

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

/** The whole body, or a little more than the engine takes: the loop's end closes the connection. */
export async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of body) {
		text += decoder.decode(chunk, { stream: true });
		if (text.length > largestBody) return text;
	}
	return text + decoder.decode();
}

const timeouts = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** Why no answer came. The detail is the network's own word: it holds no header and no address with secrets. */
export function toFailure(error: unknown, cancelled: boolean): HttpFailure {
	const { code, detail } = reasonOf(error);
	if (cancelled || code === 'ERR_CANCELED') return { failure: 'cancelled', detail };
	if (timeouts.has(code)) return { failure: 'timeout', detail };
	const untrusted = /certificate/i.test(detail);
	return { failure: 'unreachable', detail: untrusted ? `${detail}; ${howToTrust}` : detail };
}

const howToTrust =
	'for an authority of your own, put its certificate into CA Certificate of the credential';

const signInCodes = new Set(['EAUTH', 'ESTATUS']);

/** n8n signs in to OAuth2 itself: what it throws where nobody connected the account, or where that is refused. */
export function notSignedIn(error: unknown): HttpResponse | undefined {
	const { code, detail } = reasonOf(error);
	if (!signInCodes.has(code) && !/OAuth|access ?token|reconnected/i.test(detail)) return undefined;
	return { status: 401, headers: { 'content-type': 'application/json' }, body: '{}' };
}

interface Thrown {
	readonly code?: unknown;
	readonly httpCode?: unknown;
	readonly message?: unknown;
	readonly cause?: unknown;
	readonly response?: { readonly status?: unknown; readonly headers?: object; data?: unknown };
}

function reasonOf(error: unknown): { code: string; detail: string } {
	const outer = (error ?? {}) as Thrown;
	const inner = (outer.cause ?? outer) as Thrown;
	return {
		code: String(inner.code ?? outer.httpCode ?? outer.code ?? ''),
		detail: String(inner.message ?? outer.message ?? 'no reason was given'),
	};
}

/** The answer that n8n threw as an error; undefined: none came. */
export async function thrownAnswer(error: unknown): Promise<HttpResponse | undefined> {
	for (let at = error as Thrown | undefined; at; at = at.cause as Thrown | undefined) {
		const { status, headers, data } = at.response ?? {};
		if (typeof status !== 'number') continue;
		return toResponse({
			statusCode: status,
			headers: { ...headers },
			body: isStream(data) ? await textOf(data) : data,
		});
	}
	return undefined;
}

const isStream = (data: unknown): data is AsyncIterable<Uint8Array> =>
	typeof data === 'object' && data !== null && Symbol.asyncIterator in data;
