import { asked } from '../../engine/page';
import { addressOf } from './list';

/** What a template may name, and what it stands for. */
export type Fill = { readonly [placeholder: string]: string };

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A placeholder in place of a whole JSON value: it becomes a number. */
const bare = '\u0000';

/** Marks the placeholders that stand outside of texts. */
function marked(template: string): string {
	const parts = template.split(/("(?:[^"\\]|\\.)*")/);
	return parts
		.map((part, index) =>
			index % 2 === 1 ? part : part.replace(/\{(\w+)\}/g, (_, name: string) => `"\\u0000${name}"`),
		)
		.join('');
}

/** The template as JSON; undefined: it is none. */
export function parseTemplate(template: string): Json | undefined {
	try {
		return JSON.parse(marked(template)) as Json;
	} catch {
		return undefined;
	}
}

/** The placeholders of a text. */
export const namesIn = (text: string): readonly string[] =>
	[...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** Names keep as they are: only values are filled, so that no value can add a field. */
export function filled(json: Json, fill: Fill): Json {
	if (typeof json === 'string') return filledText(json, fill);
	if (json === null || typeof json !== 'object') return json;
	if (isList(json)) return json.map((one) => filled(one, fill));
	return Object.fromEntries(Object.entries(json).map(([name, one]) => [name, filled(one, fill)]));
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);

function filledText(text: string, fill: Fill): Json {
	if (!text.startsWith(bare))
		return text.replace(/\{(\w+)\}/g, (all, name: string) => fill[name] ?? all);
	const value = fill[text.slice(1)] ?? '';
	// A float's shortest text is the decimal that it was made of.
	return /^-?\d{1,12}(\.\d{1,3})?$/.test(value) ? Number(value) : value;
}

/** A path with its placeholders, each made fit for an address. */
const filledPath = (path: string, fill: Fill): string =>
	path.replace(/\{(\w+)\}/g, (all, name: string) => encodeURIComponent(fill[name] ?? all));

/** The address of a path with its placeholders, its query beside it. */
export function filledAddress(baseUrl: string, path: string, fill: Fill) {
	const at = path.indexOf('?');
	const [plain, query] = at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)];
	const parts = [...new URLSearchParams(query)].map(([name, value]): [string, string] => [
		name,
		String(filled(value, fill)),
	]);
	return asked(addressOf(baseUrl, filledPath(plain, fill)), parts);
}
