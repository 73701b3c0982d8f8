import { DONE, RESOLVED, UNTOLD, type Item } from '../evidence/facts';
import type { Person } from '../evidence/staff';
import type { Json } from '../kernel/canonicalJson';
import { NO_INSTANT } from '../kernel/instant';
import { fromDecimal, fromNumber, plus, type Ratio } from '../kernel/ratio';
import type { Instant } from '../kernel/time';
import type { Due } from './clock';
import { NEVER_DUE, NOT_ASSIGNED, type ItemClock } from './itemClock';
import type { Limit } from './metric';
import type { Answer, Duty, Fault, Question, Tally } from './tally';

/** What cannot be measured of an item. */
type Failure = Omit<Fault, 'row'>;

export const notAssigned: Failure = {
	code: 'badEvidence',
	message:
		'assignedAt: expected the time of assignment, since the limit is measured from it; found none',
};

export const uncovered: Failure = {
	code: 'calendarNotCovered',
	message: 'its due moment lies in a year that the calendar does not cover',
};

/** Shared, since nearly every item can be measured. */
const none: readonly Failure[] = [];

/** The rules of one run that are the same for every item. */
export interface Measuring {
	readonly clock: ItemClock;
	readonly asOf: Instant;
}

const isDone = (item: Item, asOf: Instant): boolean =>
	item.status === DONE && item.completed <= asOf;

/** Whether something happened by a due moment: at the limit is in time; undefined where the calendar does not tell. */
function inTime(at: Instant, due: Due): boolean | undefined {
	if (at <= due.at) return true;
	return due.exact ? false : undefined;
}

type Excuse = 'none' | 'valid' | 'self';

/** An excuse needs a code and an approver who is not the employee: not the id, nor any account of theirs. */
function excuseOf(item: Item, person: Person, clock: ItemClock): Excuse {
	if (item.rare === 0) return 'none';
	const { excuseCode, excuseApprovedBy } = clock.rareOf(item);
	if (excuseCode === undefined || excuseApprovedBy === undefined) return 'none';
	const self =
		excuseApprovedBy === person.id || person.accounts.has(excuseApprovedBy.toLowerCase());
	return self ? 'self' : 'valid';
}

/** What an indicator of `value` finds in an item: a number, nothing, or something that is not a number. */
function numberIn(field: Json | undefined): Ratio | 'none' | 'unreadable' {
	if (field === undefined) return 'none';
	if (typeof field === 'number') return fromNumber(field) ?? 'unreadable';
	return (typeof field === 'string' ? fromDecimal(field) : undefined) ?? 'unreadable';
}

function addValue(answer: Answer, field: string, found: Json | undefined): Failure | undefined {
	const value = numberIn(found);
	if (value === 'none') return undefined;
	if (value === 'unreadable') {
		const message = `fields.${field}: expected a number or decimal text, found ${JSON.stringify(found)}`;
		return { code: 'badEvidence', message };
	}
	answer.sum = plus(answer.sum, value);
	answer.of += 1;
	return undefined;
}

/** How an item that belongs stands: what every measure starts from. */
interface Standing {
	readonly done: boolean;
	readonly excused: boolean;
}

/** Counts whether the first response came in time; one that is excused counts only where it did. */
function addResponse(
	answer: Answer,
	limit: Limit,
	item: Item,
	{ clock, asOf, excused }: Measuring & Standing,
): Failure | undefined {
	let answered: boolean | undefined = false;
	if (item.responded !== NO_INSTANT && item.responded <= asOf) {
		const end = clock.limitEnd(item, limit);
		if (end === NOT_ASSIGNED) return notAssigned;
		answered = inTime(item.responded, end);
	}
	if (answered === undefined) return uncovered;
	if (answered) answer.good += 1;
	if (answered || !excused) answer.of += 1;
	return undefined;
}

function ask(
	question: Question,
	answer: Answer,
	item: Item,
	given: Measuring & Standing,
): Failure | undefined {
	switch (question.kind) {
		case 'resolved':
			if (item.resolved === RESOLVED) answer.good += 1;
			if (item.resolved !== UNTOLD) answer.of += 1;
			return undefined;
		case 'responded':
			return addResponse(answer, question.limit, item, given);
		case 'value': {
			if (!given.done || item.rare === 0) return undefined;
			const { fields = {} } = given.clock.rareOf(item);
			const found = Object.hasOwn(fields, question.field) ? fields[question.field] : undefined;
			return addValue(answer, question.field, found);
		}
	}
}

/** Whether a done item was on time; false without a due moment, and where no indicator asks. */
function punctual(item: Item, duty: Duty, { clock }: Measuring): boolean | Failure {
	if (!duty.timed) return false;
	const due = clock.due(item, duty.work.limit);
	if (due === NEVER_DUE) return false;
	if (due === NOT_ASSIGNED) return notAssigned;
	return inTime(item.completed, due) ?? uncovered;
}

function addStanding(tally: Tally, item: Item, hasDue: boolean, { done, excused }: Standing): void {
	tally.items += 1;
	tally.errors += item.errors;
	tally.errorsOpen += item.errorsOpen;
	if (done) tally.done += 1;
	if (!excused) {
		if (hasDue) tally.due += 1;
		if (hasDue && done) tally.doneDue += 1;
		return;
	}
	tally.excused += 1;
	if (!done) tally.excusedNotDone += 1;
	else if (hasDue) tally.excusedDoneDue += 1;
}

/**
 * Adds an item that belongs to the period to its person's counts, and says all that cannot be measured of it.
 * Done at the due moment → done, due and on time; late with a valid excuse → done and excused.
 */
export function countItem(
	tally: Tally,
	duty: Duty,
	item: Item,
	given: Measuring & { readonly person: Person },
): readonly Failure[] {
	const done = isDone(item, given.asOf);
	const told = done && punctual(item, duty, given);
	const onTime = told === true;
	const excuse = excuseOf(item, given.person, given.clock);
	if (excuse === 'self') tally.selfApproved.push(item.row);
	const standing = { done, excused: excuse === 'valid' && !onTime };
	const hasDue = item.due !== NO_INSTANT || duty.work.limit !== undefined;
	addStanding(tally, item, hasDue, standing);
	if (onTime) tally.onTime += 1;
	const failures = typeof told === 'object' ? [told] : none;
	if (duty.questions.length === 0) return failures;
	return askAll(tally, duty, item, { ...given, ...standing, failures });
}

function askAll(
	tally: Tally,
	duty: Duty,
	item: Item,
	given: Measuring & Standing & { readonly failures: readonly Failure[] },
): readonly Failure[] {
	let { failures } = given;
	duty.questions.forEach((question, index) => {
		const answer = tally.answers[index];
		const failure = answer && ask(question, answer, item, given);
		if (failure === undefined || failures.some(({ message }) => message === failure.message))
			return;
		failures = [...failures, failure];
	});
	return failures;
}
