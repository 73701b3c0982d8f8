/** One request to a business system. The port signs it; no secret passes through here. */
export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Absolute; with a query only for names that come several times, to which `query` is added. */
	readonly url: string;
	readonly query?: { readonly [name: string]: string };
	readonly headers?: { readonly [name: string]: string };
	/** Sent as JSON. */
	readonly body?: unknown;
	readonly timeoutMs: number;
	/** The token that signed the last request has expired: sign in anew before this one. */
	readonly renew?: boolean;
}

/** Any answer that came, whatever its status. */
export interface HttpResponse {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: { readonly [name: string]: string };
	/** The text as it came; the engine parses it. One that is longer than `largestBody` may be cut after that. */
	readonly body: string;
}

/** In characters. No vendor's page is larger; more is a mistake or an attack, and would fill the memory. */
export const largestBody = 32 * 1024 * 1024;

/** Why no answer came. */
export type HttpFailure = {
	readonly failure: 'timeout' | 'unreachable' | 'cancelled';
	readonly detail: string;
};

/**
 * The way out to a business system. Signs each request, never sends credentials to another host on a
 * redirect, stops when the execution is cancelled. Never rejects: a failure is a value.
 */
export type HttpPort = (request: HttpRequest) => Promise<HttpResponse | HttpFailure>;

/** What the connectors need of the world besides HTTP. */
export interface Ports {
	readonly http: HttpPort;
	/** The present instant as ISO 8601 with offset. */
	readonly now: () => string;
	/** Resolves after `ms`, or at once when the execution is cancelled. */
	readonly wait: (ms: number) => Promise<void>;
	readonly cancelled: () => boolean;
	/** Is told now and then what was read so far, and of long waits, for people to look at. */
	readonly progress?: (text: string) => void;
}
