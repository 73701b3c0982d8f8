import { canonical, facts, named, readItem, type Item, type Named } from './item';
import type { Staff } from './staff';

/** A record whose version that counts is known, with its owner. */
interface Settled {
	readonly item: Item;
	readonly owner: string | null;
}

/** Everybody's evidence after the versions of each record were compared. */
export interface Evidence {
	readonly settled: readonly Settled[];
	readonly conflicts: readonly { readonly owners: readonly string[]; readonly item: Item }[];
	/** Versions that count of nobody known, one per record and account. */
	readonly unknown: readonly Item[];
	readonly bad: readonly { readonly owner: string | null; readonly told: Named }[];
	readonly read: number;
	readonly distinct: number;
	/** Systems that have any evidence of a source and activity. */
	readonly systems: readonly Named[];
}

const identity = ({ source, system, recordId, activity }: Item): string =>
	JSON.stringify([source, system, recordId, activity]);

/** Where evidence of nobody known comes from; an id is an account of its own. */
export const account = ({ source, system, activity, employeeId, handler }: Item): string =>
	JSON.stringify([source, system, activity, employeeId, employeeId ?? handler?.toLowerCase()]);

const fetched = (item: Item): number => item.fetchedAt ?? -Infinity;

export function evidenceOf(rows: readonly unknown[], staff: Staff): Evidence {
	const items = rows.map(readItem);
	const good = items.filter((item) => item !== null);
	const groups = new Map<string, Item[]>();
	for (const item of good) {
		const group = groups.get(identity(item)) ?? [];
		groups.set(identity(item), [...group, item]);
	}
	const settled: Settled[] = [];
	const conflicts: Evidence['conflicts'][number][] = [];
	const unknown: Item[] = [];
	for (const group of groups.values()) {
		const latest = Math.max(...group.map(fetched));
		const versions = group.filter((item) => fetched(item) === latest);
		const different = new Set(versions.map((item) => canonical(facts(item, staff.ownerOf(item)))));
		const owners = [...new Set(versions.map(staff.ownerOf))].filter((owner) => owner !== null);
		const nobodys = versions.filter((item) => staff.ownerOf(item) === null);
		unknown.push(
			...nobodys.filter(
				(item, at) => nobodys.findIndex((one) => account(one) === account(item)) === at,
			),
		);
		const [item] = versions;
		if (item === undefined) continue;
		if (different.size > 1 && owners.length > 0) conflicts.push({ owners, item });
		else settled.push({ item, owner: staff.ownerOf(item) });
	}
	const bad = rows
		.filter((_, index) => items[index] === null)
		.map((row) => ({ owner: staff.ownerOf(named(row)), told: named(row) }));
	return {
		settled,
		conflicts,
		unknown,
		bad,
		read: rows.length,
		distinct: groups.size,
		systems: rows.map(named),
	};
}
