import type { Instant } from '../kernel/time';
import type { Fields, Opinion } from './event';

/** What is the same for every recording. */
interface Recording {
	/** The employee who records it. */
	readonly by: string;
	/** A text that no other recording has. */
	readonly id: string;
	readonly now: Instant;
}

/** A step is done; without an instance a new one is started with its first step. */
export interface StepRequest extends Recording {
	readonly process: string | undefined;
	readonly instanceId: string | undefined;
	/** Absent: the step that is open. */
	readonly step: string | undefined;
	/** What the id of a new instance ends with. */
	readonly number: string;
	readonly title: string | undefined;
	readonly opinion: Opinion | undefined;
	readonly comment: string | undefined;
	readonly returnTo: string | undefined;
	readonly delayReason: string | undefined;
	readonly nextHandler: string | undefined;
	/** Of a new instance: when the work came in; absent: now. */
	readonly enteredAt: Instant | undefined;
	/** Absent: now. */
	readonly finishedAt: Instant | undefined;
	readonly fields: Fields | undefined;
}

export interface AssignRequest extends Recording {
	readonly handler: string | undefined;
	readonly activity: string | undefined;
	readonly title: string | undefined;
	/** Absent: 1. */
	readonly quantity: number | undefined;
	readonly dueAt: Instant | undefined;
	/** What the task follows from, for example the customer system's order. */
	readonly demand: string | undefined;
	readonly number: string;
	readonly fields: Fields | undefined;
}

export interface CompleteRequest extends Recording {
	readonly instanceId: string | undefined;
	/** Absent: all that is left. */
	readonly quantity: number | undefined;
	readonly finishedAt: Instant | undefined;
	readonly delayReason: string | undefined;
	readonly comment: string | undefined;
	readonly fields: Fields | undefined;
}

export interface ErrorRequest extends Recording {
	readonly itemId: string | undefined;
	readonly decision: 'report' | 'confirm' | 'reject';
	/** Of a decision: which error; absent: the only open one. */
	readonly errorId: string | undefined;
	readonly comment: string | undefined;
}

export interface ExcuseRequest extends Recording {
	readonly itemId: string | undefined;
	readonly excuseCode: string | undefined;
	readonly excuseEvidence: string | undefined;
}

export interface ReassignRequest extends Recording {
	readonly itemId: string | undefined;
	readonly nextHandler: string | undefined;
	readonly comment: string | undefined;
}

export interface CancelRequest extends Recording {
	readonly instanceId: string | undefined;
	readonly comment: string | undefined;
}
