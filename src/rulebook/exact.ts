import { fromDecimal, over, ratio, times, whole, zero } from '../domain/kernel/ratio';
import type { Ratio } from '../domain/kernel/ratio';

/** The exact value of a number as it is written: 0.5 → 1/2, 33.4 → 167/5, 1e-7 → 1/10000000. */
export function exact(value: number): Ratio {
	const [digits = '', exponent = '0'] = String(value).split('e');
	const power = ratio(10n ** BigInt(Math.abs(Number(exponent))));
	const mantissa = fromDecimal(digits) ?? zero;
	return exponent.startsWith('-') ? over(mantissa, power) : times(mantissa, power);
}

/** The exact share of a percentage: "0.5%" → 1/200; "100%" → 1. */
export const share = (percent: string): Ratio =>
	over(fromDecimal(percent.slice(0, -1)) ?? zero, whole(100));
