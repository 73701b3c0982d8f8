/** A fraction as [numerator, denominator], not reduced: the model's own arithmetic. */
export type Fraction = readonly [bigint, bigint];

export const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const subtract = (x: Fraction, [c, d]: Fraction): Fraction => add(x, [-c, d]);
export const multiply = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const divide = ([a, b]: Fraction, [c, d]: Fraction): Fraction =>
	c < 0n ? [-a * d, -b * c] : [a * d, b * c];
export const below = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
export const floor = ([a, b]: Fraction): bigint => (a - (((a % b) + b) % b)) / b;
export const least = (x: Fraction, y: Fraction): Fraction => (below(y, x) ? y : x);
export const most = (x: Fraction, y: Fraction): Fraction => (below(x, y) ? y : x);
export const of = (n: number | bigint): Fraction => [BigInt(n), 1n];
export const total = (all: readonly Fraction[]): Fraction => all.reduce(add, of(0));

/** '9/10', '27'. */
export function text([a, b]: Fraction): string {
	let [x, y] = [a < 0n ? -a : a, b];
	while (y > 0n) [x, y] = [y, x % y];
	return b / x === 1n ? String(a / x) : `${a / x}/${b / x}`;
}

/** Of '12.5', 12.5, '5%'; undefined for what is no number. */
export function fraction(value: unknown): Fraction | undefined {
	const said = String(value);
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	if (said.endsWith('%')) {
		const percent = fraction(said.slice(0, -1));
		return percent && [percent[0], percent[1] * 100n];
	}
	const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(said);
	if (!match) return undefined;
	const [, sign, whole = '', decimals = ''] = match;
	const n = BigInt(whole + decimals);
	return [sign === '-' ? -n : n, 10n ** BigInt(decimals.length)];
}

/** Half up to hundredths, as a JSON number. */
export const published = (x: Fraction): number =>
	Number(floor(add(multiply(x, of(100)), [1n, 2n]))) / 100;
