import { over, plus, ratio, roundHalfUp, times, type Ratio } from '../kernel/ratio';
import type { Grade } from './rulebook';
import type { Scorecard } from './scorecard';

/** What the totals of a run look like; all in hundredths, undefined where there is nothing to tell. */
export interface Spread {
	readonly mean: bigint | undefined;
	readonly median: bigint | undefined;
	readonly sdPopulation: bigint | undefined;
	readonly sdSample: bigint | undefined;
	readonly min: bigint | undefined;
	readonly max: bigint | undefined;
	readonly below85: number;
	readonly above95: number;
	/** By grade id, in the rulebook's order. */
	readonly grades: ReadonlyMap<string, number>;
	/** How many different totals there are. */
	readonly distinct: number;
	/** Share of the most frequent total, in hundredths of 1. */
	readonly modalShare: bigint | undefined;
}

/** The greatest whole number whose square is not above n: 26 → 5. */
function rootOf(n: bigint): bigint {
	if (n < 2n) return n;
	let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
	for (;;) {
		const next = (root + n / root) / 2n;
		if (next >= root) return root;
		root = next;
	}
}

/** The root of a ratio in hundredths, half up: 225 → 1500n; 2 → 141n. */
export function rootHalfUp(x: Ratio): bigint {
	const { n, d } = times(x, ratio(40000n));
	return (rootOf(n / d) + 1n) / 2n;
}

const point = (cents: bigint): Ratio => ratio(cents, 100n);

function medianOf(sorted: readonly bigint[]): bigint | undefined {
	const half = Math.floor(sorted.length / 2);
	const [low, high] = [sorted[sorted.length % 2 === 1 ? half : half - 1], sorted[half]];
	if (low === undefined || high === undefined) return undefined;
	return roundHalfUp(ratio(low + high, 200n), 2);
}

/** The standard deviation of totals, over their count less `lost`. */
function deviationOf(totals: readonly bigint[], mean: Ratio, lost: bigint): bigint | undefined {
	const degrees = BigInt(totals.length) - lost;
	if (degrees <= 0n) return undefined;
	const squares = totals.map((cents) => {
		const distance = plus(point(cents), times(mean, ratio(-1n)));
		return times(distance, distance);
	});
	return rootHalfUp(over(squares.reduce(plus, ratio(0n)), ratio(degrees)));
}

function gradesOf(cards: readonly Scorecard[], grades: readonly Grade[]): Map<string, number> {
	const counts = new Map(grades.map((grade) => [grade.id, 0]));
	for (const { grade } of cards) counts.set(grade.id, (counts.get(grade.id) ?? 0) + 1);
	return counts;
}

/** Statistics of the rounded totals. Totals 80 and 90 → mean 85, population deviation 5, sample 7.07. */
export function spreadOf(cards: readonly Scorecard[], grades: readonly Grade[]): Spread {
	const totals = cards.map((card) => card.totalCents).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	const frequencies = new Map<bigint, number>();
	for (const cents of totals) frequencies.set(cents, (frequencies.get(cents) ?? 0) + 1);
	const count = BigInt(totals.length);
	const mean =
		count === 0n
			? undefined
			: ratio(
					totals.reduce((a, b) => a + b, 0n),
					count * 100n,
				);
	const most = Math.max(0, ...frequencies.values());
	return {
		mean: mean && roundHalfUp(mean, 2),
		median: medianOf(totals),
		sdPopulation: mean && deviationOf(totals, mean, 0n),
		sdSample: mean && deviationOf(totals, mean, 1n),
		min: totals[0],
		max: totals[totals.length - 1],
		below85: totals.filter((cents) => cents < 8500n).length,
		above95: totals.filter((cents) => cents > 9500n).length,
		grades: gradesOf(cards, grades),
		distinct: frequencies.size,
		modalShare: count === 0n ? undefined : roundHalfUp(ratio(BigInt(most), count), 2),
	};
}
