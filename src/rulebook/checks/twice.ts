import { finding, pathText } from '../finding';
import type { Finding, Path } from '../finding';

/** Entries of a list that have the same id as one before them. */
export function twice<K extends string>(
	list: Path,
	key: K,
	entries: readonly ({ readonly [name in K]?: string | undefined } | undefined)[],
): readonly Finding[] {
	const first = new Map<string, number>();
	return entries.flatMap((entry, index) => {
		const id = entry?.[key];
		if (id === undefined) return [];
		const before = first.get(id);
		if (before === undefined) first.set(id, index);
		if (before === undefined) return [];
		const says = `is "${id}", which ${pathText([...list, before])} has already, expected each once`;
		const remedy = `Give it another ${key}, or remove one of the two.`;
		return [finding('duplicate', [...list, index, key], says, remedy)];
	});
}
