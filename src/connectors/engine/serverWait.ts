import type { HttpResponse } from './http';

/** Seconds from now, or a moment since 1970 in seconds or milliseconds, as vendors mix them. */
function untilReset(text: string, nowMs: number): number | undefined {
	if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
	const value = Number(text);
	if (value < 1e9) return value * 1000;
	return Math.max(0, (value < 1e12 ? value * 1000 : value) - nowMs);
}

function retryAfter(text: string, nowMs: number): number | undefined {
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	const moment = Date.parse(text);
	return Number.isNaN(moment) ? undefined : Math.max(0, moment - nowMs);
}

const resets = [
	'ratelimit-reset',
	'x-ratelimit-reset',
	'x-rate-limit-reset',
	'x-ogw-ratelimit-reset', // Feishu
];

/**
 * How long the server asks to wait, in milliseconds, by its own clock: Retry-After first (seconds or a
 * date), then the reset of a rate limit; undefined: it does not say.
 */
export function serverWait(response: HttpResponse, nowMs: number): number | undefined {
	const named = response.headers['retry-after']?.trim();
	const clock = Date.parse(response.headers['date'] ?? '');
	const now = Number.isNaN(clock) ? nowMs : clock;
	if (named) return retryAfter(named, now);
	for (const name of resets) {
		const wait = untilReset(response.headers[name]?.trim() ?? '', now);
		if (wait !== undefined) return wait;
	}
	return undefined;
}
