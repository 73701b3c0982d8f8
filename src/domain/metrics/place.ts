import { CANCELLED, DONE, type Item } from '../evidence/facts';
import type { Instant } from '../kernel/time';
import type { DueMoment, ItemClock } from './itemClock';
import { NEVER_DUE, NOT_ASSIGNED } from './itemClock';
import type { Work } from './metric';

/** The period on the time line: its first local midnight and the one after its last day. */
export interface Month {
	readonly start: Instant;
	readonly end: Instant;
}

/** Whether an item belongs to the period, or why that cannot be told. */
export type Place = 'in' | 'out' | 'notAssigned' | 'uncovered';

const byCompletion = (item: Item, month: Month): Place =>
	item.completed >= month.start && item.completed < month.end ? 'in' : 'out';

function byDue(due: DueMoment, month: Month): Place {
	if (due === NEVER_DUE) return 'out';
	if (due === NOT_ASSIGNED) return 'notAssigned';
	if (!due.exact) return due.at >= month.end ? 'out' : 'uncovered';
	return due.at > month.start && due.at <= month.end ? 'in' : 'out';
}

/**
 * The period that an item belongs to: of its due moment (24:00 of the last day belongs), else, or where the
 * work says so, of its completion (24:00 is the next day's). Due 2026-11-01T00:00 local → October.
 */
export function placeOf(item: Item, work: Work, month: Month, clock: ItemClock): Place {
	if (item.status === CANCELLED) return 'out';
	if (item.status === DONE && work.belongsTo === 'completed') return byCompletion(item, month);
	const due = clock.due(item, work.limit);
	if (due === NEVER_DUE && item.status === DONE) return byCompletion(item, month);
	return byDue(due, month);
}
