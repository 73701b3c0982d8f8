/** An exact number: numerator over a denominator above 0, reduced. */
export interface Fraction {
	readonly n: bigint;
	readonly d: bigint;
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

export function frac(n: bigint, d = 1n): Fraction {
	const sign = d < 0n ? -1n : 1n;
	const by = divisor(n < 0n ? -n : n, d * sign) * sign;
	return { n: n / by, d: d / by };
}

export const zero = frac(0n);
export const one = frac(1n);
export const whole = (count: number): Fraction => frac(BigInt(count));
export const plus = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });
export const times = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d, a.d * b.n);
export const below = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;
export const least = (a: Fraction, b: Fraction): Fraction => (below(b, a) ? b : a);
export const most = (a: Fraction, b: Fraction): Fraction => (below(a, b) ? b : a);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero);
export const text = (a: Fraction): string => (a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);

/** The greatest whole number that is not above. */
export const floor = ({ n, d }: Fraction): bigint => (n < 0n && n % d !== 0n ? n / d - 1n : n / d);

/** Half up to two decimals. */
export const rounded = (a: Fraction): number =>
	Number(floor(plus(times(a, frac(100n)), frac(1n, 2n)))) / 100;

/** `-12.5` as 25/2 below 0; null where the text is not a plain decimal. */
export function decimal(plain: string): Fraction | null {
	const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
	if (found === null) return null;
	const [, sign, digits = '', decimals = ''] = found;
	const value = frac(BigInt(digits + decimals), 10n ** BigInt(decimals.length));
	return sign === '-' ? minus(zero, value) : value;
}

/** A JSON number, to the digits that JavaScript writes for it. */
export function fromNumber(value: number): Fraction | null {
	const [digits = '', power = '0'] = String(value).split('e');
	const plain = decimal(digits);
	if (plain === null) return null;
	const shift = BigInt(power);
	return shift < 0n ? times(plain, frac(1n, 10n ** -shift)) : times(plain, frac(10n ** shift));
}

/** `"0.5%"` as 1/200. */
export const percent = (rule: string): Fraction =>
	times(decimal(rule.replace('%', '')) ?? zero, frac(1n, 100n));
