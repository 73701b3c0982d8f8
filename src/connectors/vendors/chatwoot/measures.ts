import type { Event } from './events';

type Value = 'value' | 'value_in_business_hours';

/** Names under which Chatwoot's own measures can be kept, in seconds; the mean of all replies. */
const measures = {
	first_response_time: ['first_response', 'value'],
	first_response_business_time: ['first_response', 'value_in_business_hours'],
	resolution_time: ['conversation_resolved', 'value'],
	resolution_business_time: ['conversation_resolved', 'value_in_business_hours'],
	reply_time: ['reply_time', 'value'],
	reply_business_time: ['reply_time', 'value_in_business_hours'],
} as const satisfies { readonly [name: string]: readonly [string, Value] };

type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as readonly Measure[];

export const isMeasure = (name: string): name is Measure => Object.hasOwn(measures, name);
export const isOfBusinessHours = (name: string): boolean =>
	isMeasure(name) && measures[name][1] === 'value_in_business_hours';

/** Of first responses and resolutions the first counts. */
export function measureOf(events: readonly Event[], measure: Measure): number | null {
	const [name, value] = measures[measure];
	const told = events.filter((event) => event.name === name).map((event) => event[value] ?? null);
	const counted = name === 'reply_time' ? told : told.slice(0, 1);
	const seconds = counted.filter((one) => one !== null);
	if (seconds.length === 0) return null;
	return Math.round(seconds.reduce((sum, one) => sum + one, 0) / seconds.length);
}
