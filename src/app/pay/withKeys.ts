import type { PayEntry, PayrollSystem } from '../../connectors/engine/payrollSystem';
import { parseMoney, type Money } from '../../domain/kernel/money';

interface Wanted {
	readonly remoteEmployeeId: string;
	readonly revision: number;
	readonly amount: Money;
	readonly key: string;
}

interface Terms {
	readonly system: PayrollSystem;
	readonly component: string;
	readonly currency: string;
}

export const isSameAmount = (entry: PayEntry, { amount }: Pick<Wanted, 'amount'>): boolean =>
	parseMoney(entry.amount, amount.currency)?.units === amount.units;

/** A place for corrections holds revisions above 0, and the other one holds revision 0. */
const isOfPlace = ({ corrects }: PayEntry, { revision }: Wanted): boolean =>
	corrects === undefined || corrects === revision > 0;

/**
 * A system may not keep the keys: an entry without one is the line of its person, that of the same amount
 * first; one too many carries the last key again, and is a duplicate. Systems that keep them: as they are.
 */
export function withKeys(
	entries: readonly PayEntry[],
	wanted: readonly Wanted[],
	{ system, component, currency }: Terms,
): readonly PayEntry[] {
	if (!system.byFile && !system.keyless) return entries;
	const taken = new Set(entries.map((entry) => entry.key));
	const linesOf = new Map<string, Wanted[]>();
	for (const line of wanted)
		linesOf.set(line.remoteEmployeeId, [...(linesOf.get(line.remoteEmployeeId) ?? []), line]);
	const ofPlace = (entry: PayEntry): readonly Wanted[] =>
		(linesOf.get(entry.remoteEmployeeId) ?? []).filter((line) => isOfPlace(entry, line));
	const given = entries.map((entry) =>
		entry.currency === ''
			? { ...entry, currency: ofPlace(entry)[0]?.amount.currency ?? currency }
			: entry,
	);
	const keyOf = (entry: PayEntry, isIt: (line: Wanted) => boolean): string | undefined => {
		const line = ofPlace(entry).find((it) => !taken.has(it.key) && isIt(it));
		if (line !== undefined) taken.add(line.key);
		return line?.key;
	};
	const open = (entry: PayEntry): boolean =>
		entry.key === undefined && entry.component === component;
	const exact = given.map((entry) =>
		open(entry) ? { ...entry, key: keyOf(entry, (line) => isSameAmount(entry, line)) } : entry,
	);
	return exact.map((entry) =>
		open(entry) ? { ...entry, key: keyOf(entry, () => true) ?? ofPlace(entry).at(-1)?.key } : entry,
	);
}
