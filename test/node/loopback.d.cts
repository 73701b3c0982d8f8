export interface Asked {
	readonly method: string;
	readonly url: string;
	readonly headers: { readonly [name: string]: string | undefined };
	readonly body: string;
}

export interface Said {
	readonly status?: number;
	readonly headers?: { readonly [name: string]: string };
	readonly body?: unknown;
	/** In place of a body: a text again and again, without end. */
	readonly drips?: { readonly text: () => string; readonly everyMs: number };
}

export interface Loopback {
	readonly url: string;
	readonly seen: readonly Asked[];
	readonly firstClosed: Promise<'by the server' | 'by the client'>;
	readonly close: () => Promise<void>;
}

export interface Secure {
	readonly key: string;
	readonly cert: string;
}

export function serve(
	answer: (asked: Asked) => Said | undefined,
	secure?: Secure,
): Promise<Loopback>;

export function ownAuthority(): Secure & { readonly ca: string };
