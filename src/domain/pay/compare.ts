import { formatMoney, parseMoney, unscaled, type Money } from '../kernel/money';
import type { PayLine } from './payLine';

/** One entry as the payroll system holds it. */
export interface HeldEntry {
	readonly remoteId: string;
	/** undefined: the entry carries no key, so it is not of any batch. */
	readonly key: string | undefined;
	readonly remoteEmployeeId: string;
	readonly component: string;
	/** Decimal text as payroll gave it. */
	readonly amount: string;
	readonly currency: string;
	/** YYYY-MM-DD; undefined: none. */
	readonly payrollDate: string | undefined;
	/** Only `counts` is paid. */
	readonly state: 'counts' | 'draft' | 'disabled' | 'cancelled';
}

/** What a batch expects of every entry that it wrote. */
export interface Expected {
	readonly component: string;
	/** YYYY-MM-DD */
	readonly payrollDate: string;
	/** Keys of other payments that the journal tells of: their entries are known, and no surprise. */
	readonly otherPayments?: ReadonlySet<string>;
}

/** How what payroll holds stands to one line of the batch, or to none. */
export type Finding = Matched | Missing | Differs | WrongState | Duplicate | Unexpected;

interface Matched {
	readonly kind: 'matched';
	readonly line: PayLine;
	readonly held: HeldEntry;
}
interface Missing {
	readonly kind: 'missing';
	readonly line: PayLine;
}
interface Differs {
	readonly kind: 'amountDiffers';
	readonly line: PayLine;
	readonly held: HeldEntry;
	/** What differs, in words with both values. */
	readonly differences: readonly string[];
}
interface WrongState {
	readonly kind: 'wrongState';
	readonly line: PayLine;
	readonly held: HeldEntry;
}
interface Duplicate {
	readonly kind: 'duplicate';
	readonly line: PayLine;
	/** All entries that carry the line's key and are not cancelled: two or more. */
	readonly entries: readonly HeldEntry[];
}
interface Unexpected {
	readonly kind: 'unexpected';
	/** The line of the same person, who would be paid twice; undefined: nobody of this batch. */
	readonly line: PayLine | undefined;
	readonly held: HeldEntry;
}

/**
 * What payroll holds beside what the batch says, to the minor unit: one finding per line in the lines'
 * order, then one for each entry of the component that belongs to no line.
 * 2550.00 held for a line of 2250.00 → amountDiffers, +300.00, +10 % of the base 3000.00.
 */
export function compareBatch(
	lines: readonly PayLine[],
	entries: readonly HeldEntry[],
	expected: Expected,
): readonly Finding[] {
	const keys = new Set([...lines.map((line) => line.key), ...(expected.otherPayments ?? [])]);
	const ofPerson = new Map(lines.map((line) => [line.remoteEmployeeId, line]));
	const byKey = new Map<string | undefined, HeldEntry[]>();
	for (const entry of entries) byKey.set(entry.key, [...(byKey.get(entry.key) ?? []), entry]);
	return [
		...lines.map((line) => compareLine(line, byKey.get(line.key) ?? [], expected)),
		...entries
			.filter((it) => it.key === undefined || !keys.has(it.key))
			.filter((it) => it.component === expected.component && it.state !== 'cancelled')
			.map((held) => ({
				kind: 'unexpected' as const,
				line: ofPerson.get(held.remoteEmployeeId),
				held,
			})),
	];
}

/** One line beside the entries that carry its key. None → missing, only a cancelled one → wrongState, two live ones → duplicate. */
export function compareLine(
	line: PayLine,
	entries: readonly HeldEntry[],
	expected: Expected,
): Finding {
	const live = entries.filter((entry) => entry.state !== 'cancelled');
	if (live.length > 1) return { kind: 'duplicate', line, entries: live };
	const held = live[0] ?? entries[0];
	if (held === undefined) return { kind: 'missing', line };
	if (held.state === 'cancelled') return { kind: 'wrongState', line, held };
	const differences = differencesOf(line, held, expected);
	if (differences.length > 0) return { kind: 'amountDiffers', line, held, differences };
	return { kind: held.state === 'counts' ? 'matched' : 'wrongState', line, held };
}

function differencesOf(line: PayLine, held: HeldEntry, expected: Expected): readonly string[] {
	const facts = [
		['employee', line.remoteEmployeeId, held.remoteEmployeeId],
		['component', expected.component, held.component],
		['currency', line.amount.currency, held.currency],
		['payroll date', expected.payrollDate, held.payrollDate ?? 'none'],
	] as const;
	const amount = amountDifference(line, parseMoney(held.amount, line.amount.currency), held.amount);
	const others = facts
		.filter(([, wanted, found]) => wanted !== found)
		.map(([what, wanted, found]) => `${what} ${wanted} expected, ${found} found`);
	return amount === undefined ? others : [amount, ...others];
}

function amountDifference(
	line: PayLine,
	found: Money | undefined,
	text: string,
): string | undefined {
	const { amount, base } = line;
	if (found === undefined) return `amount ${formatMoney(amount)} expected, ${text} found`;
	const by = found.units - amount.units;
	if (by === 0n) return undefined;
	const difference = `${by > 0n ? '+' : ''}${formatMoney({ units: by, currency: amount.currency })}`;
	const share =
		base.units > 0n ? `, ${percentOf(by, base.units)} of the base ${formatMoney(base)}` : '';
	return `amount ${formatMoney(amount)} expected, ${formatMoney(found)} found: ${difference}${share}`;
}

// Hundredths of a per cent, cut off towards zero: it names the size, it pays nothing.
function percentOf(part: bigint, whole: bigint): string {
	const hundredths = (part * 10_000n) / whole;
	if (hundredths === 0n) return 'less than 0.01 %';
	const text = unscaled(hundredths, 2).replace(/[.]?0+$/, '');
	return `${part > 0n ? '+' : ''}${text} %`;
}
