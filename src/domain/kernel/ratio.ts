/** An exact fraction: `d` above 0, reduced. Scores are ratios until the one rounding of the total. */
export interface Ratio {
	readonly n: bigint;
	readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
	let [x, y] = [a < 0n ? -a : a, b];
	while (y !== 0n) [x, y] = [y, x % y];
	return x;
}

/** The reduced fraction n/d for `d` other than 0: 10/4 → 5/2, 3/−6 → −1/2. */
export function ratio(n: bigint, d: bigint = 1n): Ratio {
	const sign = d < 0n ? -1n : 1n;
	const by = gcd(n, d * sign) * sign;
	return { n: n / by, d: d / by };
}

export const zero: Ratio = { n: 0n, d: 1n };
export const one: Ratio = { n: 1n, d: 1n };

/** A whole number as a ratio: 50 → 50/1. */
export const whole = (count: number): Ratio => ({ n: BigInt(count), d: 1n });

/** 1/2 + 1/3 = 5/6. */
export const plus = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);

/** 1/2 − 1/3 = 1/6. */
export const minus = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d - b.n * a.d, a.d * b.d);

/** 2/3 × 3/4 = 1/2. */
export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);

/** 1/2 ÷ 3/4 = 2/3, for `b` other than 0. */
export const over = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);

/** Below 0 where a < b, 0 where equal, above 0 where a > b: 1/2 and 2/3 → −1. */
export function compare(a: Ratio, b: Ratio): number {
	const difference = a.n * b.d - b.n * a.d;
	if (difference === 0n) return 0;
	return difference < 0n ? -1 : 1;
}

/** The greatest whole number not above x: 29 6/11 → 29, −1/2 → −1. */
export function floorOf(x: Ratio): bigint {
	const cut = x.n / x.d;
	return x.n < 0n && cut * x.d !== x.n ? cut - 1n : cut;
}

/** x, but at least `low` and at most `high`: 8/5 between 0 and 1 → 1. */
export function clamp(x: Ratio, low: Ratio, high: Ratio): Ratio {
	if (compare(x, low) < 0) return low;
	return compare(x, high) > 0 ? high : x;
}

/** The sum of all: 1/2, 1/3, 1/6 → 1; of none 0. */
export const sumOf = (all: readonly Ratio[]): Ratio => all.reduce(plus, zero);

/** x in units of 10^−decimals, half up: 83.995 with 2 decimals → 8400n. */
export const roundHalfUp = (x: Ratio, decimals: number): bigint =>
	floorOf(plus(times(x, ratio(10n ** BigInt(decimals))), ratio(1n, 2n)));

/** The reduced fraction as text: 18/20 → '9/10', 27/1 → '27'. */
export const fractionText = (x: Ratio): string =>
	x.d === 1n ? x.n.toString() : `${x.n.toString()}/${x.d.toString()}`;

/** Units of 10^−decimals as the shortest decimal text: 1850n with 2 → '18.5', −5n with 2 → '-0.05'. */
export function decimalText(units: bigint, decimals: number): string {
	const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
	const cut = digits.length - decimals;
	const fraction = digits.slice(cut).replace(/0+$/, '');
	const sign = units < 0n ? '-' : '';
	return sign + digits.slice(0, cut) + (fraction === '' ? '' : `.${fraction}`);
}

/** The exact value of decimal text without exponent: '12.50' → 25/2; anything else → undefined. */
export function fromDecimal(text: string): Ratio | undefined {
	if (!/^-?[0-9]+([.][0-9]+)?$/.test(text)) return undefined;
	const dot = text.indexOf('.');
	if (dot < 0) return { n: BigInt(text), d: 1n };
	return ratio(BigInt(text.replace('.', '')), 10n ** BigInt(text.length - dot - 1));
}

/** Exactly what the shortest text of a number says: 0.1 → 1/10, 1e-7 → 1/10000000; not finite → undefined. */
export function fromNumber(value: number): Ratio | undefined {
	const [digits = '', exponent = '+0'] = value.toString().split('e');
	const base = fromDecimal(digits);
	if (base === undefined) return undefined;
	const power = 10n ** BigInt(exponent.slice(1));
	return exponent.startsWith('-') ? over(base, ratio(power)) : times(base, ratio(power));
}
