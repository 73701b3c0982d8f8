import { numberIn, type Rate } from '../../engine/rate';

/** Docs: developers.hubspot.com → API usage guidelines and limits; CRM search → Limits. Searches have no headers. */
export const rates: readonly Rate[] = [
	{
		requests: 100,
		perMs: 10_000,
		told: (headers) => ({
			requests: numberIn(headers, 'x-hubspot-ratelimit-max'),
			remaining: numberIn(headers, 'x-hubspot-ratelimit-remaining'),
		}),
	},
	{ requests: 5, perMs: 1_000, of: '/search' },
];
