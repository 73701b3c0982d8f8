import { numberIn, type Rate } from '../../engine/rate';

const minute = 60_000;

/** How many ticket lists a minute a plan allows, by how many requests it allows in all. */
const listsOf = (requests = 0): number => (requests >= 700 ? 200 : requests >= 400 ? 100 : 20);

/** Docs: support.freshdesk.com → article 225439; developers.freshdesk.com → Rate Limit. A trial has the least. */
export const rates: readonly Rate[] = [
	{
		requests: 50,
		perMs: minute,
		told: (headers) => ({
			requests: numberIn(headers, 'x-ratelimit-total'),
			remaining: numberIn(headers, 'x-ratelimit-remaining'),
		}),
	},
	{
		requests: 20,
		perMs: minute,
		of: '/api/v2/tickets',
		told: (headers) => ({ requests: listsOf(numberIn(headers, 'x-ratelimit-total')) }),
	},
];
