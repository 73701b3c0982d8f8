import { byCodeUnit } from '../kernel/canonicalJson';
import { apply } from './apply';
import type { WorkEvent } from './event';
import type { Item } from './item';
import { isRefusal, refuse, type Refusal } from './refusal';

/** An event that does not count, and why. */
export interface IgnoredEvent {
	readonly event: WorkEvent;
	readonly why: Refusal;
	/** Whether the log says so already. */
	readonly isMarked: boolean;
}

/** What the events of one instance or task make together. */
export interface Instance {
	readonly instanceId: string;
	/** All rows of the log, copies too. */
	readonly rows: readonly WorkEvent[];
	/** Each event that counts once, in the order in which they count. */
	readonly events: readonly WorkEvent[];
	/** In the order of their beginning. */
	readonly items: ReadonlyMap<string, Item>;
	readonly ignored: readonly IgnoredEvent[];
}

const mark = '#ignored';

/** The id of the event that says of another that it does not count. */
export const markOf = (eventId: string): string => `${eventId}${mark}`;

/** The recording that an event is part of: 'k3-2' → 'k3'. */
const recordingOf = (eventId: string): string => eventId.slice(0, eventId.lastIndexOf('-'));

/** All that an event says, without the months under which a row of it is found. */
const said = (event: WorkEvent): string =>
	JSON.stringify({ ...event, month: '', doneMonth: undefined });

/** Rows of one event in an order of their own: what they say, then under which months they are found. */
const before = (a: WorkEvent, b: WorkEvent): boolean =>
	byCodeUnit(
		`${said(a)} ${a.month} ${a.doneMonth ?? ''}`,
		`${said(b)} ${b.month} ${b.doneMonth ?? ''}`,
	) < 0;

/** Each event once; of two that say different things under one id the smaller text counts, so that order changes nothing. */
function distinct(rows: readonly WorkEvent[]): WorkEvent[] {
	const byId = new Map<string, WorkEvent>();
	for (const row of rows) {
		const known = byId.get(row.eventId);
		if (known === undefined || before(row, known)) byId.set(row.eventId, row);
	}
	return [...byId.values()].sort((a, b) => a.at - b.at || byCodeUnit(a.eventId, b.eventId));
}

/** The events of each recording, in the order in which the recordings count. */
function recordings(events: readonly WorkEvent[]): readonly (readonly WorkEvent[])[] {
	const groups = new Map<string, WorkEvent[]>();
	for (const event of events) {
		const id = recordingOf(event.eventId);
		const group = groups.get(id);
		if (group === undefined) groups.set(id, [event]);
		else group.push(event);
	}
	return [...groups.values()];
}

/** The items that a recording changes, or why it does not count. */
function changed(
	items: ReadonlyMap<string, Item>,
	events: readonly WorkEvent[],
): ReadonlyMap<string, Item> | Refusal {
	const after = new Map<string, Item>();
	for (const event of events) {
		const item = apply(after.get(event.itemId) ?? items.get(event.itemId), event);
		if (isRefusal(item)) return item;
		after.set(event.itemId, item);
	}
	return after;
}

const marked = refuse('ignored', 'The log says that it does not count', 'Nothing is left to do.');

/**
 * What the rows of one instance make together, in whatever order they come: of two recordings that contradict
 * each other the first by (at, eventId) counts, and the other is kept as ignored.
 */
export function derive(instanceId: string, rows: readonly WorkEvent[]): Instance {
	const all = distinct(rows);
	const marks = new Set(
		all.flatMap(({ type, eventId }) =>
			type === 'ignored' ? [eventId.slice(0, -mark.length)] : [],
		),
	);
	const items = new Map<string, Item>();
	const events: WorkEvent[] = [];
	const ignored: IgnoredEvent[] = [];
	for (const group of recordings(all.filter(({ type }) => type !== 'ignored'))) {
		const isMarked = group.some(({ eventId }) => marks.has(eventId));
		const after = changed(items, group);
		if (isMarked || isRefusal(after)) {
			const why = isRefusal(after) ? after : marked;
			for (const event of group) ignored.push({ event, why, isMarked: marks.has(event.eventId) });
			continue;
		}
		for (const [id, item] of after) items.set(id, item);
		events.push(...group);
	}
	return { instanceId, rows, events, items, ignored };
}

/** The rows of a log by instance, each looked at once. */
export function byInstance(rows: Iterable<WorkEvent>): Map<string, WorkEvent[]> {
	const groups = new Map<string, WorkEvent[]>();
	for (const row of rows) {
		const group = groups.get(row.instanceId);
		if (group === undefined) groups.set(row.instanceId, [row]);
		else group.push(row);
	}
	return groups;
}
