import { finding } from '../finding';
import type { Finding, Path } from '../finding';

/** Entries of a list that have the same id as one before them. */
export function twice<K extends string>(
	list: Path,
	key: K,
	entries: readonly ({ readonly [name in K]?: string | undefined } | undefined)[],
): readonly Finding[] {
	const seen = new Set<string>();
	return entries.flatMap((entry, index) => {
		const id = entry?.[key];
		if (id === undefined) return [];
		if (!seen.has(id)) {
			seen.add(id);
			return [];
		}
		const says = `is "${id}" once more, expected each ${key} once`;
		const remedy = `Give it another ${key}, or remove one of the two.`;
		return [finding('duplicate', [...list, index, key], says, remedy)];
	});
}
