/** A value as JSON carries it. */
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
 * The one JSON text of a value (RFC 8785): names sorted by UTF-16 code units, no spaces, numbers and
 * strings as ECMAScript writes them; members without a value are left out.
 * { b: 1, a: ['é'] } → '{"a":["é"],"b":1}'
 */
export function canonicalJson(value: unknown): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	const members = Object.entries(value).filter(([, it]) => it !== undefined);
	members.sort(([a], [b]) => byCodeUnit(a, b));
	return `{${members.map(([name, it]) => `${JSON.stringify(name)}:${canonicalJson(it)}`).join(',')}}`;
}
