import { numberIn, type Rate } from '../../engine/rate';

const minute = 60_000;

/** Docs: developer.zendesk.com → Rate limits (the plan Team); Incremental Exports → Rate limits */
export const rates: readonly Rate[] = [
	{
		requests: 200,
		perMs: minute,
		told: (headers) => ({
			requests: numberIn(headers, 'x-rate-limit'),
			remaining: numberIn(headers, 'x-rate-limit-remaining'),
			resetMs: (numberIn(headers, 'ratelimit-reset') ?? 60) * 1000,
		}),
	},
	{ requests: 10, perMs: minute, of: '/api/v2/incremental/' },
];
