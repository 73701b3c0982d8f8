import {
	floor,
	frac,
	minus,
	over,
	plus,
	rounded,
	sum,
	times,
	whole,
	zero,
	type Fraction,
} from './fraction';

/** The square root to two decimals, half up: the greatest k with (2k − 1)² ≤ 4·100²·v, over 100. */
function root(variance: Fraction): number {
	const limit = floor(times(variance, frac(40_000n)));
	let k = BigInt(Math.floor((Math.sqrt(Number(limit)) + 1) / 2));
	while ((2n * k - 1n) ** 2n > limit && k > 0n) k -= 1n;
	while ((2n * k + 1n) ** 2n <= limit) k += 1n;
	return Number(k) / 100;
}

/** What the rounded totals say together. */
export function spread(totals: readonly number[], grades: readonly (string | null)[]): object {
	const counts = new Map<number, number>();
	for (const total of totals) counts.set(total, (counts.get(total) ?? 0) + 1);
	const exact = totals
		.map((total) => frac(BigInt(Math.round(total * 100)), 100n))
		.sort((a, b) => Number(minus(a, b).n));
	const n = exact.length;
	const told = {
		below85: totals.filter((total) => total < 85).length,
		above95: totals.filter((total) => total > 95).length,
		distinct: counts.size,
		grades: Object.fromEntries(
			[...new Set(grades)].map((id) => [id, grades.filter((one) => one === id).length]),
		),
	};
	if (n === 0) {
		const nothing = { mean: null, median: null, sdPopulation: null, sdSample: null };
		return { ...told, ...nothing, min: null, max: null, modalShare: null };
	}
	const mean = over(sum(exact), whole(n));
	const squares = exact.map((x) => times(minus(x, mean), minus(x, mean))).reduce(plus, zero);
	const middle = plus(exact[(n - 1) >> 1] ?? zero, exact[n >> 1] ?? zero);
	return {
		...told,
		mean: rounded(mean),
		median: rounded(over(middle, whole(2))),
		sdPopulation: root(over(squares, whole(n))),
		sdSample: n > 1 ? root(over(squares, whole(n - 1))) : null,
		min: Math.min(...totals),
		max: Math.max(...totals),
		modalShare: rounded(frac(BigInt(Math.max(...counts.values())), BigInt(n))),
	};
}
