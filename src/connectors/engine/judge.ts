import type { z } from 'zod';
import { largestBody, type HttpFailure, type HttpResponse } from './http';
import { quote, withoutSecrets, type Answer, type HttpProblem } from './problem';
import { serverWait } from './serverWait';

/** What a vendor's own error body says, in words for the person who set the connection up. */
export interface Refusal {
	readonly found: string;
	readonly remedy: string;
	/** Given only where the body knows better than the status. */
	readonly kind?: HttpProblem['kind'];
	readonly retry?: HttpProblem['retry'];
	readonly lacksRight?: boolean;
	/** The vendor says that a write so refused did nothing, whatever the status. */
	readonly nothingDone?: boolean;
}

export interface JsonCall<T> {
	/** What is asked for, for example 'HubSpot tickets, page 3'. */
	readonly about: string;
	/** The declared fields; the rest of the answer is dropped. */
	readonly wire: z.ZodType<T, z.ZodTypeDef, unknown>;
	/** A write is never repeated by the engine; where its outcome is unknown, the problem says so. */
	readonly writes?: boolean;
	/** Reads the vendor's error body or headers; also called with success, since a 200 may carry an error. */
	readonly explain?: (
		status: number,
		body: unknown,
		headers: HttpResponse['headers'],
	) => Refusal | undefined;
	/** What an error stands for where the vendor means no error by it: 404 for an empty list; undefined: it is one. */
	readonly errorAs?: (status: number, body: unknown) => T | undefined;
}

type Trouble = Pick<HttpProblem, 'kind' | 'retry' | 'found' | 'remedy' | 'lacksRight'> &
	Pick<Refusal, 'nothingDone'>;

const said: readonly (readonly [number, string, string])[] = [
	[400, 'it refuses the request', 'Check the settings of this source'],
	[401, 'it does not accept the credential', 'Enter a valid credential and test it'],
	[
		403,
		'the credential may not read this',
		'Give the account of the credential the right to read it',
	],
	[
		404,
		'there is no such address',
		'Check the base URL of the credential and the settings of this source',
	],
	[408, 'it took too long', 'Try again later'],
	[409, 'it reports a conflict', 'Try again later'],
	[429, 'too many requests', 'Try again later, or raise the limit that the vendor allows'],
];
const passing: ReadonlySet<number> = new Set([408, 425, 429]);
/** After these a write may or may not have been carried out. */
const unknownOutcome = (status: number): boolean =>
	status === 408 || status === 409 || status >= 500;

function byStatus(status: number): Trouble {
	const [, found, remedy] = said.find(([code]) => code === status) ?? [];
	const busy = passing.has(status) || status >= 500;
	return {
		kind: busy ? 'busy' : 'refused',
		retry: busy ? 'afterWait' : 'never',
		found: `${found ?? (status >= 500 ? 'it has an error of its own' : 'it refuses the request')} (HTTP ${status})`,
		remedy: remedy ?? (busy ? 'Try again later' : 'Check the settings of this source'),
	};
}

function parsed(text: string): { readonly json: unknown } | undefined {
	try {
		return { json: JSON.parse(text) };
	} catch {
		return undefined;
	}
}

const isJson = (response: HttpResponse): boolean =>
	/[/+]json\b/i.test(response.headers['content-type'] ?? '');
const isPage = (response: HttpResponse): boolean =>
	/^\s*<(!doctype|html|head|body)/i.test(response.body.slice(0, 200)) ||
	/\bhtml\b/i.test(response.headers['content-type'] ?? '');

function redirected(response: HttpResponse): Trouble {
	const host = /^https?:\/\/(?:[^/?#@]*@)?([\w.:-]{1,100})/i.exec(
		response.headers['location'] ?? '',
	)?.[1];
	return {
		kind: 'refused',
		retry: 'never',
		found: `it redirects to ${host ?? 'another page'} instead of answering (HTTP ${response.status})`,
		remedy:
			'Enter the base URL that it redirects to, or sign the account in to the API; redirects are not followed',
	};
}

const aPage: Trouble = {
	kind: 'refused',
	retry: 'never',
	found: 'a web page came instead of JSON, as a sign-in page or a proxy sends it',
	remedy:
		'Check the base URL of the credential and that no sign-in page or proxy stands before the API',
};
const notJson = (type: string | undefined): Trouble => ({
	kind: 'refused',
	retry: 'never',
	found: `the content type is ${type ? quote(type) : 'missing'} instead of application/json`,
	remedy: 'Check the base URL of the credential and the path',
});
const cutShort: Trouble = {
	kind: 'unreadable',
	retry: 'afterWait',
	found: 'the JSON is broken or cut short',
	remedy: 'Try again; if it stays, look at the proxy between n8n and this system',
};
const tooLarge: Trouble = {
	kind: 'unreadable',
	retry: 'never',
	found: `the answer is larger than ${largestBody / 1024 / 1024} MB`,
	remedy: 'Ask for fewer rows a page or fewer fields',
};

function notAsDeclared(error: z.ZodError): Trouble {
	const first = error.issues[0];
	const where =
		first === undefined || first.path.length === 0 ? 'the answer' : first.path.join('.');
	return {
		kind: 'unreadable',
		retry: 'never',
		found: `${where} is not as documented (${quote(first?.message ?? '')})`,
		remedy: 'Check that the base URL and the settings belong to this system and version',
	};
}

/** The trouble with an answer before its JSON is looked at; undefined: none. */
function outside(response: HttpResponse): Trouble | undefined {
	if (response.body.length > largestBody) return tooLarge;
	if (response.status >= 300 && response.status < 400) return redirected(response);
	if (response.status >= 400) return byStatus(response.status);
	if (isJson(response)) return undefined;
	return isPage(response) ? aPage : notJson(response.headers['content-type']);
}

/** A vendor's words may hold what it was sent. */
const safe = (refusal: Refusal): Refusal => ({
	...refusal,
	found: withoutSecrets(refusal.found),
});

function inside<T>(response: HttpResponse, call: JsonCall<T>): Trouble | { readonly value: T } {
	const body = parsed(response.body);
	if (body === undefined) return cutShort;
	const refusal = call.explain?.(response.status, body.json, response.headers);
	if (refusal) return { kind: 'refused', retry: 'never', ...safe(refusal) };
	const read = call.wire.safeParse(body.json);
	return read.success ? { value: read.data } : notAsDeclared(read.error);
}

function explained<T>(trouble: Trouble, response: HttpResponse, call: JsonCall<T>): Trouble {
	if (response.status < 400 || trouble === tooLarge) return trouble;
	// Some systems refuse without a word: the status alone is explained then.
	const body = response.body.trim() === '' ? { json: undefined } : parsed(response.body);
	const refusal = body && call.explain?.(response.status, body.json, response.headers);
	return refusal ? { ...trouble, ...safe(refusal) } : trouble;
}

function meant<T>(response: HttpResponse, call: JsonCall<T>): { readonly value: T } | undefined {
	if (response.status < 400 || response.body.length > largestBody) return undefined;
	const value = call.errorAs?.(response.status, parsed(response.body)?.json);
	return value === undefined ? undefined : { value };
}

/** Turns an answer into what the call declares, or says what is wrong and whether a retry is safe. */
export function judge<T>(response: HttpResponse, call: JsonCall<T>, nowMs: number): Answer<T> {
	const outer = outside(response);
	const outcome =
		meant(response, call) ?? (outer ? explained(outer, response, call) : inside(response, call));
	if ('value' in outcome) return { ok: true, value: outcome.value, headers: response.headers };
	const { nothingDone = outcome.retry === 'afterRenewal', ...trouble } = outcome;
	const unknown = call.writes && (response.status < 300 || unknownOutcome(response.status));
	return {
		ok: false,
		problem: {
			...trouble,
			retry: unknown && !nothingDone ? 'afterReadBack' : trouble.retry,
			status: response.status,
			waitMs: serverWait(response, nowMs),
			about: call.about,
		},
	};
}

const failures: {
	readonly [F in HttpFailure['failure']]: Pick<Trouble, 'kind' | 'found' | 'remedy'>;
} = {
	timeout: {
		kind: 'unreachable',
		found: 'no answer within the time-out',
		remedy: 'Try again later, or raise the time-out',
	},
	unreachable: {
		kind: 'unreachable',
		found: 'it cannot be reached',
		remedy: 'Check the base URL of the credential and the network between n8n and this system',
	},
	cancelled: {
		kind: 'cancelled',
		found: 'the execution was cancelled',
		remedy: 'Run it again to read the rest',
	},
};

/** Why no answer came. A write that may have arrived is an unknown outcome. */
export function failureOf(
	{ failure, detail }: HttpFailure,
	call: { readonly about: string; readonly writes?: boolean },
): HttpProblem {
	const { kind, found, remedy } = failures[failure];
	const again = kind === 'cancelled' ? 'never' : 'afterWait';
	return {
		kind,
		retry: call.writes ? 'afterReadBack' : again,
		status: undefined,
		waitMs: undefined,
		about: call.about,
		found: detail && failure === 'unreachable' ? `${found} (${quote(detail)})` : found,
		remedy,
	};
}
