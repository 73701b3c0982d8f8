import { timeZone } from '../../src/app/timeZone';
import { parseInstant } from '../../src/domain/kernel/instant';
import type { Instant, TimeZone } from '../../src/domain/kernel/time';
import type { Limit } from '../../src/domain/metrics/metric';

const HOUR = 3_600_000;

/** The instant of a text that is one. */
export function at(text: string): Instant {
	const instant = parseInstant(text);
	if (instant === undefined) throw new TypeError(`not an instant: ${text}`);
	return instant;
}

/** The zone of a name that is one. */
export function zoneOf(id: string): TimeZone {
	const zone = timeZone(id);
	if (zone === undefined) throw new TypeError(`not a zone: ${id}`);
	return zone;
}

export const hours = (n: number): Limit => ({ kind: 'hours', ms: n * HOUR });
export const workingHours = (n: number): Limit => ({ kind: 'workingHours', ms: n * HOUR });
export const workingDays = (days: number): Limit => ({ kind: 'workingDays', days });
