/** An exact fraction: `d` above 0, reduced. Scores are ratios until the one rounding of the total. */
export interface Ratio {
	readonly n: bigint;
	readonly d: bigint;
}
