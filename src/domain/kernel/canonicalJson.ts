/** A value as JSON carries it. */
export type Json =
	| string
	| number
	| boolean
	| null
	| readonly Json[]
	| { readonly [name: string]: Json };

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The one JSON text of a value (RFC 8785): names sorted by UTF-16 code units, no spaces, numbers and
 * strings as ECMAScript writes them. { b: 1, a: ['é'] } → '{"a":["é"],"b":1}'
 */
export function canonicalJson(value: Json): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
	const members = Object.entries(value).sort(([a], [b]) => byCodeUnit(a, b));
	return `{${members.map(([name, it]) => `${JSON.stringify(name)}:${canonicalJson(it)}`).join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
