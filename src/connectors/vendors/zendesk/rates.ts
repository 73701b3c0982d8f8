import type { HttpResponse } from '../../engine/http';
import { numberIn, type Rate } from '../../engine/rate';

const minute = 60_000;

const exportsHeader = 'zendesk-ratelimit-incremental-exports';

/** What an export says of its own allowance, or of that of its kind: `total=10; remaining=9; resets=41`. */
function exportsTold(headers: HttpResponse['headers']) {
	const name = Object.keys(headers).find((header) => header.startsWith(exportsHeader)) ?? '';
	const part = (of: string): number | undefined => {
		const found = new RegExp(`\\b${of}=(\\d+)`).exec(headers[name] ?? '')?.[1];
		return found === undefined ? undefined : Number(found);
	};
	const resets = part('resets');
	return {
		requests: part('total'),
		remaining: part('remaining'),
		resetMs: resets === undefined ? undefined : resets * 1000,
	};
}

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
	{ requests: 10, perMs: minute, of: '/api/v2/incremental/', told: exportsTold },
];
