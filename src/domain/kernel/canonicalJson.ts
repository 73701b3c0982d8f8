/** A value as it comes out of JSON. */
export type Json =
	| string
	| number
	| boolean
	| null
	| readonly Json[]
	| { readonly [name: string]: Json };

/** In the order of UTF-16 code units, the order of every list that is hashed or shown: 'B' before 'a'. */
export function byCodeUnit(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/**
 * Canonical JSON (RFC 8785): names sorted by code unit, no spaces. Names without a value are left out.
 * `{ b: 1, a: [null] }` → `{"a":[null],"b":1}`.
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
	const entries = Object.entries(value).filter(([, one]) => one !== undefined);
	entries.sort(([a], [b]) => byCodeUnit(a, b));
	return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(',')}}`;
}
