import type { Rate } from '../../engine/rate';

/** Docs: open.feishu.cn → Rate limits; the level of the approval interfaces: 1000 a minute, 50 a second. */
export const rates: readonly Rate[] = [
	{ requests: 50, perMs: 1_000 },
	{ requests: 1_000, perMs: 60_000 },
];
