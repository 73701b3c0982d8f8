import { isObject } from './draft';
import { notOneOf } from './finding';
import type { Finding, Path } from './finding';
import { nearest } from './nearest';

type Fields = { readonly [name: string]: unknown };

/** A part of a role whose entries are reached by a key; `whole` is a field that no whole entry lacks. */
export interface Part {
	readonly name: 'work' | 'indicators' | 'leader';
	readonly key: 'activity' | 'id';
	readonly whole: string;
}

export const parts: readonly Part[] = [
	{ name: 'work', key: 'activity', whole: 'source' },
	{ name: 'indicators', key: 'id', whole: 'measure' },
	{ name: 'leader', key: 'id', whole: 'points' },
];

/** An entry of a part, and where the user wrote it or would write a change of it. */
interface Entry {
	readonly value: unknown;
	readonly written: Path;
}

/** A wish to change, add or remove (null) the entry `id`; undefined: it does not say which. */
interface Change extends Entry {
	readonly id: string | undefined;
	readonly named: Path;
}

/** Changes are a list of entries, or an object of entries by key. */
function changesOf(given: unknown, { key }: Part, path: Path): readonly Change[] {
	if (Array.isArray(given)) {
		return given.map((value: unknown, index) => {
			const id = isObject(value) ? value[key] : undefined;
			const written = [...path, index];
			const named = [...written, key];
			return { id: typeof id === 'string' ? id : undefined, value, written, named };
		});
	}
	return Object.entries(isObject(given) ? given : {}).map(([id, change]) => {
		const written = [...path, id];
		const value = isObject(change) ? { [key]: id, ...change } : change;
		return { id, value, written, named: written };
	});
}

/** A change of an entry that the preset lacks is a new entry if it is whole, and else a slip of the pen. */
function corrected(change: Change, ids: readonly string[], { whole }: Part) {
	const { id, value, named } = change;
	if (id === undefined || ids.includes(id)) return { change, findings: [] };
	if (isObject(value) && value[whole] !== undefined) return { change, findings: [] };
	const meant = nearest(id, ids);
	if (meant === undefined && value !== null) return { change, findings: [] };
	return { change: { ...change, id: meant }, findings: [notOneOf(named, id, ids)] };
}

/** The preset's entries in their order, changed or removed, then the new ones. */
export function mergePart(
	preset: readonly Fields[],
	given: unknown,
	part: Part,
	path: Path,
): { readonly entries: readonly Entry[]; readonly findings: readonly Finding[] } {
	const ids = preset.map((entry) => String(entry[part.key]));
	const read = changesOf(given, part, path).map((change) => corrected(change, ids, part));
	const changes = read.map(({ change }) => change);
	const firstOf = ids.map((id) => changes.find((change) => change.id === id));
	const kept = preset.flatMap((entry, index): Entry[] => {
		const change = firstOf[index];
		const id = ids[index] ?? '';
		if (change === undefined) return [{ value: entry, written: [...path, id] }];
		if (change.value === null) return [];
		const { value, written } = change;
		if (!isObject(value)) return [{ value, written }];
		// The preset's examples prove the preset's rule, not a changed one; null is absent.
		const merged = { ...entry, examples: null, ...value, [part.key]: id };
		return [{ value: merged, written }];
	});
	const added = changes.filter((change) => change.value !== null && !firstOf.includes(change));
	return { entries: [...kept, ...added], findings: read.flatMap(({ findings }) => findings) };
}
