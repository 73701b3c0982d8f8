import { unscaled, type Money } from '../kernel/money';

/** How far an amount may lie from another, in hundredths of a per cent: 30 % is 3000n. */
export type ChangeLimit = bigint;

const size = (units: bigint): bigint => (units < 0n ? -units : units);

/** Whether the change from one amount to another is larger than the limit; from nothing to anything always is. 3000.00 → 3900.01 at 30 %: yes. */
export const exceeds = (from: Money, to: Money, limit: ChangeLimit): boolean =>
	size(to.units - from.units) * 10_000n > limit * size(from.units);

/** The change in words, cut off to hundredths of a per cent. 3000.00 → 3900.00: '+30 %' · from 0: 'from nothing'. */
export function changeText(from: Money, to: Money): string {
	if (from.units === 0n) return 'from nothing';
	const hundredths = ((to.units - from.units) * 10_000n) / size(from.units);
	const text = unscaled(hundredths, 2).replace(/[.]?0+$/, '');
	return `${hundredths > 0n ? '+' : ''}${text} %`;
}
