import type { Problem } from '../domain/kernel/result';
import { at } from './draft';
import { pathText } from './finding';
import type { Finding, Path } from './finding';

/** Entries that are named by an id of their own, by the list that they are in. */
const named: { readonly [list: string]: { readonly noun: string; readonly key: string } } = {
	roles: { noun: 'role', key: 'id' },
	work: { noun: 'work', key: 'activity' },
	indicators: { noun: 'indicator', key: 'id' },
	examples: { noun: 'example', key: 'says' },
	leader: { noun: 'criterion', key: 'id' },
	grades: { noun: 'grade', key: 'id' },
	steps: { noun: 'step', key: 'id' },
	fields: { noun: 'field', key: 'id' },
};

/** How people call the place: role "operations", indicator "quality"; and the path that is left. */
function placeOf(path: Path, given: unknown): { place: string; rest: Path } {
	const names: string[] = [];
	let length = 0;
	for (;;) {
		const [list, index] = path.slice(length, length + 2);
		const kind = typeof list === 'string' && typeof index === 'number' ? named[list] : undefined;
		if (kind === undefined) break;
		length += 2;
		const id = at(given, [...path.slice(0, length), kind.key]);
		names.push(`${kind.noun} ${typeof id === 'string' ? `"${id}"` : Number(index) + 1}`);
	}
	return { place: names.join(', '), rest: path.slice(length) };
}

/** Where the user wrote it: what a preset was merged with stands at another place of the given JSON. */
function written(path: Path, origins: ReadonlyMap<string, string>): string {
	for (let length = path.length; length > 0; length -= 1) {
		const origin = origins.get(pathText(path.slice(0, length)));
		if (origin !== undefined) return pathText([origin, ...path.slice(length)]);
	}
	return pathText(path);
}

export const inReadingOrder = (a: Finding, b: Finding): number => {
	const index = a.path.findIndex((step, place) => step !== b.path[place]);
	const [left, right] = [a.path[index], b.path[index]];
	if (left === undefined || right === undefined) return a.path.length - b.path.length;
	if (typeof left === 'number' && typeof right === 'number') return left - right;
	return left < right ? -1 : 1;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A finding as users see it: the place in words, what was found and expected, and what to do. */
export function toProblem(
	{ code, path, says, remedy }: Finding,
	given: unknown,
	origins: ReadonlyMap<string, string>,
	what: 'rulebook' | 'process' = 'rulebook',
): Problem {
	const { place, rest } = placeOf(path, given);
	const whole = place === '' ? `The ${what}` : capital(place);
	const field = place === '' ? pathText(rest) : `${capital(place)}: ${pathText(rest)}`;
	return {
		code: `${what}.${code}`,
		path: written(path, origins),
		message: `${rest.length === 0 ? whole : field} ${says}.`,
		remedy,
	};
}
