import type { Instant } from '../../domain/kernel/time';

/** Updated at or after `from` and before `to`; no `to`: up to now, so that nothing moves out while it is read. */
export interface Window {
	readonly from: Instant;
	readonly to: Instant | undefined;
}

/** A window is not split below this: so many updates in one minute are a batch job of the vendor. */
const shortest = 60_000;

/** Two windows that together are the one, the later still open; undefined: too short to split. */
export function splitWindow(window: Window, now: Instant): readonly [Window, Window] | undefined {
	const end = window.to ?? now;
	if (end - window.from < 2 * shortest) return undefined;
	const middle = window.from + Math.floor((end - window.from) / 2);
	return [
		{ from: window.from, to: middle },
		{ from: middle, to: window.to },
	];
}

const DAY = 86_400_000;

/** A window in parts of at most so many days, the last of them up to now: for lists that span no more. */
export function partsOf(
	{ from, to }: Window,
	now: Instant,
	days: number,
): readonly { readonly from: Instant; readonly to: Instant }[] {
	const end = to ?? now;
	const parts = [];
	for (let at = from; at < end; at += days * DAY)
		parts.push({ from: at, to: Math.min(at + days * DAY, end) });
	return parts;
}
