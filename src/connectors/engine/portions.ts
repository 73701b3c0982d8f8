/** Portions of a list that the vendor limits: ([a, b, c], 2) → [a, b], [c]. */
export const portions = <T>(all: readonly T[], most: number): readonly (readonly T[])[] =>
	Array.from({ length: Math.ceil(all.length / most) }, (_, index) =>
		all.slice(index * most, (index + 1) * most),
	);
