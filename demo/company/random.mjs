// Numbers that look random and are always the same: no Math.random, so every machine makes the same company.

/** mulberry32 over a text's hash: the same text gives the same row of numbers in [0, 1). */
export const randomOf = (text) => {
	let state = 2166136261;
	for (const letter of text) state = Math.imul(state ^ letter.codePointAt(0), 16777619);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
};

/** A whole number from `low` to `high`, both included. */
export const between = (random, low, high) => low + Math.floor(random() * (high - low + 1));
