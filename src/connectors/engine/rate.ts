import type { HttpResponse } from './http';

type Headers = HttpResponse['headers'];

/** What an answer tells of an allowance. */
interface Allowance {
	/** How many requests the account's plan allows. */
	readonly requests?: number | undefined;
	/** How many of them are left, whoever used the others. */
	readonly remaining?: number | undefined;
	/** When they are all there again. */
	readonly resetMs?: number | undefined;
}

/** So many requests within any such time, as a vendor documents it: the least of its plans. */
export interface Rate {
	readonly requests: number;
	readonly perMs: number;
	/** Only addresses with this part count; absent: all do. */
	readonly of?: string;
	/** What an answer's headers tell; absent: nothing. */
	readonly told?: (headers: Headers) => Allowance;
}

/** A header's number, where it is one. */
export function numberIn(headers: Headers, name: string): number | undefined {
	const text = headers[name]?.trim() ?? '';
	return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
