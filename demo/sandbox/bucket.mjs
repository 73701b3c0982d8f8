// A token bucket: so many requests at once, refilled at a steady rate.

/** `capacity` requests per `perMs`; `pace` multiplies the refill, so that a demonstration need not wait as long. */
export const createBucket = ({ capacity, perMs, pace = 1, now = () => performance.now() }) => {
	const perToken = perMs / capacity / pace;
	let tokens = capacity;
	let at = now();
	const refill = () => {
		const present = now();
		tokens = Math.min(capacity, tokens + (present - at) / perToken);
		at = present;
	};
	return {
		capacity,
		/** Takes one; says whether there was one, how many are left and how long until the next. */
		take: () => {
			refill();
			if (tokens >= 1) {
				tokens -= 1;
				return { ok: true, remaining: Math.floor(tokens), waitMs: 0 };
			}
			return { ok: false, remaining: 0, waitMs: Math.ceil((1 - tokens) * perToken) };
		},
	};
};
