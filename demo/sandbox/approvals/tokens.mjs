// Tokens that a system gives for an id and a secret, and that expire.

/**
 * `fixed` ones are good for ever (for tools that do not sign in); the others for `uses` requests each, and until
 * `expire()`.
 */
export const createTokens = ({ fixed = [], uses = Infinity } = {}) => {
	const left = new Map(fixed.map((token) => [token, Infinity]));
	let issued = 0;
	return {
		issue: () => {
			issued += 1;
			const token = `sandbox-token-${String(issued).padStart(4, '0')}`;
			left.set(token, uses);
			return token;
		},
		/** Uses a token once; false: unknown or expired. */
		accepts: (token) => {
			const uses = left.get(token) ?? 0;
			if (uses > 0) left.set(token, uses - 1);
			return uses > 0;
		},
		expire: () => left.clear(),
		issued: () => issued,
	};
};
