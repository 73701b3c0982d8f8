import type { Instant } from '../kernel/time';

/** What can happen to a piece of work: a closed set. */
export const eventTypes = [
	'started',
	'finished',
	'returned',
	'assigned',
	'completed',
	'reassigned',
	'errorReported',
	'errorConfirmed',
	'errorRejected',
	'excused',
	'cancelled',
	/** Says of another event that it does not count, so that a month read by itself knows it too. */
	'ignored',
] as const;
export type EventType = (typeof eventTypes)[number];

export type Opinion = 'qualified' | 'notQualified';

/** One event of the log. Of the texts '' is never used: what is not known is undefined. */
export interface WorkEvent {
	/** The recording's id, a dash and its place in it: events of one recording count together or not at all. */
	readonly eventId: string;
	readonly type: EventType;
	readonly instanceId: string;
	/** undefined: a task. */
	readonly process: string | undefined;
	readonly processVersion: string | undefined;
	readonly step: string | undefined;
	readonly itemId: string;
	readonly activity: string | undefined;
	/** Whose step or task it is. */
	readonly handler: string | undefined;
	/** Who recorded it. */
	readonly by: string;
	readonly at: Instant;
	readonly enteredAt: Instant | undefined;
	readonly finishedAt: Instant | undefined;
	readonly dueAt: Instant | undefined;
	readonly nextHandler: string | undefined;
	readonly opinion: Opinion | undefined;
	readonly comment: string | undefined;
	readonly returnTo: string | undefined;
	readonly delayReason: string | undefined;
	readonly excuseCode: string | undefined;
	readonly excuseEvidence: string | undefined;
	readonly errorId: string | undefined;
	readonly quantity: number | undefined;
	readonly title: string | undefined;
	readonly fields: Fields | undefined;
	/** The months under which the event is found. */
	readonly month: string;
	readonly doneMonth: string | undefined;
}

export interface Fields {
	readonly [name: string]: string | number | boolean | null;
}
