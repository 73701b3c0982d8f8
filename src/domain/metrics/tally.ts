import type { Ratio } from '../kernel/ratio';
import { zero } from '../kernel/ratio';
import type { Limit, Measure, Work } from './metric';

/** What is asked of a work's items beyond done, due and errors. */
export type Question = Extract<Measure, { kind: 'resolved' | 'responded' | 'value' }>;

/** A role's work with what its indicators need to know of each item. */
export interface Duty {
	readonly work: Work;
	/** Whether an indicator measures `onTime`: else an item's due moment matters only for its month. */
	readonly timed: boolean;
	readonly questions: readonly Question[];
}

/** Counts for one question: how many of how many, or a sum of how many values. */
export interface Answer {
	good: number;
	of: number;
	sum: Ratio;
}

/** A person's counts for one work. */
export interface Tally {
	/** Items that belong to the period. */
	items: number;
	done: number;
	/** Belonging items with a due moment that are not excused. */
	due: number;
	onTime: number;
	/** Done, with a due moment, not excused. */
	doneDue: number;
	excused: number;
	excusedNotDone: number;
	/** Done with a due moment: they lower what `onTime` divides by. */
	excusedDoneDue: number;
	errors: number;
	errorsOpen: number;
	/** Of each of the duty's questions. */
	readonly answers: readonly Answer[];
	/** Rows whose excuse the employee approved. */
	readonly selfApproved: number[];
	/** Rows that cannot be measured, and why. */
	readonly faults: Fault[];
}

export interface Fault {
	readonly row: number;
	readonly code: 'badEvidence' | 'calendarNotCovered';
	readonly message: string;
}

export const newTally = (duty: Duty): Tally => ({
	items: 0,
	done: 0,
	due: 0,
	onTime: 0,
	doneDue: 0,
	excused: 0,
	excusedNotDone: 0,
	excusedDoneDue: 0,
	errors: 0,
	errorsOpen: 0,
	answers: duty.questions.map(() => ({ good: 0, of: 0, sum: zero })),
	selfApproved: [],
	faults: [],
});

const sameLimit = (a: Limit, b: Limit): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether two indicators ask the same of an item, so that it is answered once. */
export function sameQuestion(a: Question, b: Question): boolean {
	if (a.kind === 'responded' && b.kind === 'responded') return sameLimit(a.limit, b.limit);
	if (a.kind === 'value' && b.kind === 'value') return a.field === b.field;
	return a.kind === b.kind;
}
