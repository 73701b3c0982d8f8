import { pathText } from './finding';
import type { Path } from './finding';

/** What is left of a shape after all that is wrong has been taken out: each field is right or missing. */
export type Draft<T> = T extends readonly (infer U)[]
	? readonly (Draft<U> | undefined)[]
	: T extends object
		? { readonly [K in keyof T]?: Draft<T[K]> | undefined }
		: T;

// No rulebook is deeper; what lies below is refused by the shape without being walked.
const DEEPEST = 10;

type Fields = { readonly [name: string]: unknown };
export const isObject = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function walk(value: unknown, path: Path, keep: (value: unknown, path: Path) => boolean): unknown {
	if (path.length >= DEEPEST) return value;
	if (Array.isArray(value)) {
		return value.map((one: unknown, index) => {
			const at = [...path, index];
			return keep(one, at) ? walk(one, at, keep) : undefined;
		});
	}
	if (!isObject(value)) return value;
	const kept = Object.entries(value).filter(([name, one]) => keep(one, [...path, name]));
	return Object.fromEntries(kept.map(([name, one]) => [name, walk(one, [...path, name], keep)]));
}

const isBlank = (value: unknown): boolean => value === null || value === '';

/** Null and empty text in an object mean that the field is absent; in a list they are entries. */
export const withoutBlanks = (value: unknown): unknown =>
	walk(value, [], (one, path) => typeof path.at(-1) === 'number' || !isBlank(one));

/** A copy without what stands at the given places. */
export function without(value: unknown, places: readonly Path[]): unknown {
	const wrong = new Set(places.map(pathText));
	return wrong.has('') ? undefined : walk(value, [], (_, path) => !wrong.has(pathText(path)));
}

/** What stands at a place, undefined where there is nothing. */
export const at = (value: unknown, path: Path): unknown =>
	path.reduce<unknown>((inside, step) => {
		if (Array.isArray(inside)) return (inside as readonly unknown[])[Number(step)];
		return isObject(inside) && Object.hasOwn(inside, step) ? inside[step] : undefined;
	}, value);
