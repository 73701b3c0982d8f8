import * as fc from 'fast-check';

/** An order that a number decides. */
export function shuffled<T>(all: readonly T[], seed: number): T[] {
	const left = [...all];
	let state = (seed % 2147483646) + 1;
	return all.flatMap(() => {
		state = (state * 16807) % 2147483647;
		return left.splice(state % left.length, 1);
	});
}

export const seeds = fc.nat();

/** The same JSON with the keys of every object the other way round. */
export function reversedKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reversedKeys);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, one]) => [key, reversedKeys(one)]),
	);
}
