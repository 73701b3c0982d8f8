import { byCodeUnit } from '../kernel/canonicalJson';
import type { Money } from '../kernel/money';
import { monthBeside } from '../kernel/period';
import type { PayName } from './payLine';

/** A pay line as the journal has it from an earlier run. */
export interface EarlierLine extends PayName {
	readonly remoteEmployeeId: string;
	readonly amount: Money;
	readonly key: string;
	/** Whether it counts in payroll, as the journal says; unsettled: it says that it does not know. */
	readonly state: 'paid' | 'unpaid' | 'unsettled';
	/** Whether payroll may have taken it, shown or not: it was sent, or nobody knows. */
	readonly taken: boolean;
}

/** Which lines of the journal a batch follows. */
export type Following = Pick<PayName, 'tenant' | 'period' | 'component' | 'revision'>;

const isOfPayer = (
	line: EarlierLine,
	{ tenant, component }: Pick<Following, 'tenant' | 'component'>,
): boolean => line.tenant === tenant && line.component === component;

/** What a payer paid by a component for a period, in all revisions. */
export const ofPeriod = <Line extends EarlierLine>(
	lines: readonly Line[],
	of: Omit<Following, 'revision'>,
): readonly Line[] => lines.filter((line) => isOfPayer(line, of) && line.period === of.period);

/** The revisions of the same payment: those before, this one, those after. */
export function revisionsOf<Line extends EarlierLine>(
	lines: readonly Line[],
	of: Following,
): {
	readonly before: readonly Line[];
	readonly own: readonly Line[];
	readonly after: readonly Line[];
} {
	const same = ofPeriod(lines, of);
	return {
		before: same.filter((line) => line.revision < of.revision),
		own: same.filter((line) => line.revision === of.revision),
		after: same.filter((line) => line.revision > of.revision),
	};
}

/** What the same payer pays by the same component for other periods: it may be paid in the same month. */
export const ofOtherPeriods = <Line extends EarlierLine>(
	lines: readonly Line[],
	of: Following,
): readonly Line[] => lines.filter((line) => isOfPayer(line, of) && line.period !== of.period);

const isAsMuch = (a: EarlierLine, b: EarlierLine): boolean =>
	a.amount.units === b.amount.units && a.amount.currency === b.amount.currency;

/** A batch that did not pay a line, or does not know, says nothing against another that read the same amount as paid. */
const contradicts = (row: EarlierLine, paid: EarlierLine): boolean =>
	row.state !== 'unpaid' && !(isAsMuch(row, paid) && (row.state === 'paid' || row.taken));

/** What several batches of a journal tell of one line together; what they tell apart is not settled. */
function together(rows: readonly [EarlierLine, ...EarlierLine[]]): EarlierLine {
	const [first] = rows;
	const paid = rows.find(({ state }) => state === 'paid');
	if (paid !== undefined && !rows.some((row) => contradicts(row, paid))) return paid;
	const isSame = rows.every((row) => row.state === first.state && isAsMuch(row, first));
	const taken = rows.some((row) => row.taken);
	return isSame ? { ...first, taken } : { ...first, state: 'unsettled', taken };
}

/** One line a key, since a journal may hold it in several batches. */
export function oneEach(lines: readonly EarlierLine[]): readonly EarlierLine[] {
	const byKey = new Map<string, [EarlierLine, ...EarlierLine[]]>();
	for (const line of lines) {
		const known = byKey.get(line.key);
		if (known === undefined) byKey.set(line.key, [line]);
		else known.push(line);
	}
	return [...byKey.values()].map(together);
}

/** Revisions before this one of which no line came. Revision 3 with lines of 0 and 2 → 1. */
export function missingRevisions(
	before: readonly EarlierLine[],
	revision: number,
): readonly number[] {
	const there = new Set(before.map((line) => line.revision));
	return Array.from({ length: revision }, (_, at) => at).filter((at) => !there.has(at));
}

/** What was paid to each person, by currency. E007: 2790.00 CNY, then -240.00 CNY → E007 CNY 2550.00. */
export function paidTo(lines: readonly EarlierLine[]): ReadonlyMap<string, readonly Money[]> {
	const sums = new Map<string, Map<string, bigint>>();
	for (const { employeeId, amount, state } of lines) {
		if (state !== 'paid') continue;
		const of = sums.get(employeeId) ?? new Map<string, bigint>();
		of.set(amount.currency, (of.get(amount.currency) ?? 0n) + amount.units);
		sums.set(employeeId, of);
	}
	return new Map(
		[...sums].map(([id, of]) => [
			id,
			[...of]
				.map(([currency, units]) => ({ currency, units }))
				.sort((a, b) => byCodeUnit(a.currency, b.currency)),
		]),
	);
}

/** The month before. '2026-01' → '2025-12'. */
export const monthBefore = (period: string): string => monthBeside(period, -1);
