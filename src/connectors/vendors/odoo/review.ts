import type { Instant } from '../../../domain/kernel/time';
import type { Item, Pause } from '../../engine/stream';
import type { Expense } from './expense';
import type { Handing, Story, Turn } from './history';

/** What the history tells of the review of an expense; `handler` is the number of a user. */
export interface Review extends Pick<Item, 'status' | 'assignedAt' | 'completedAt' | 'pauses'> {
	readonly handler: number | undefined;
	readonly errors?: number;
}

/** A time in which it waited for its review. */
interface Wait {
	readonly from: Instant;
	/** How it ended; undefined: it has not. */
	readonly end: Turn | undefined;
}

function waitsOf({ created, stand }: Expense, turns: readonly Turn[]): readonly Wait[] {
	const began = (turns[0]?.from ?? stand) === 'waiting';
	const starts = [
		...(began ? [created] : []),
		...turns.flatMap(({ at, from, to }) => (to === 'waiting' && from !== 'waiting' ? [at] : [])),
	];
	const ends = turns.filter(({ from, to }) => from === 'waiting' && to !== 'waiting');
	return starts.map((from, at) => ({ from, end: ends[at] }));
}

/** One that comes back to draft was not decided: its employee took it back or has to complete it. */
const decided = ({ end }: Wait): boolean => end?.to === 'approved' || end?.to === 'refused';

/** Since when a person had it while it waited: the submission, or being handed it later. */
function since({ from, end }: Wait, handings: readonly Handing[], handler: number | undefined) {
	const own = handings.filter(
		({ at, to, save }) =>
			to === handler && at >= from && at <= (end?.at ?? Infinity) && save !== end?.save,
	);
	return own[own.length - 1]?.at ?? from;
}

/** Between two times of waiting it is its employee's to complete. */
const gapsOf = (waits: readonly Wait[]): readonly Pause[] =>
	waits.slice(1).flatMap(({ from: to }, at) => {
		const from = waits[at]?.end?.at;
		return from === undefined ? [] : [{ from, to, reason: 'with the employee' }];
	});

/** Who had approved it when a turn came; undefined: nobody that the history tells. */
const approverBefore = (turns: readonly Turn[], turn: Turn): number | undefined =>
	turns
		.slice(0, turns.indexOf(turn))
		.filter(({ from, to }) => to === 'approved' && from !== 'approved')
		.pop()?.by;

/** How often somebody else refused or brought back what this person had approved. */
const errorsOf = (turns: readonly Turn[], from: Instant, handler: number | undefined): number =>
	turns
		.filter((turn) => turn.at >= from && turn.from === 'approved' && turn.to !== 'approved')
		.filter((turn) => turn.by !== handler && approverBefore(turns, turn) === handler).length;

/** The waits that are the handler's: of one that waits again those since another's decision, else up to the first. */
function ownOf(waits: readonly Wait[], isOpen: boolean, handler: number | undefined) {
	if (!isOpen) return waits.slice(0, waits.findIndex(decided) + 1);
	const others = waits.map((one) => decided(one) && one.end?.by !== handler).lastIndexOf(true);
	return waits.slice(others + 1);
}

/**
 * Submitted 9:00, approved 17:00 by 5, brought back 18:00 by 6 → 5, 9:00, 17:00, errors 1. While it waits again it
 * is open; undefined: nobody had to review it yet, or Odoo approved it without a submission.
 */
export function reviewOf(expense: Expense, { turns, handings }: Story): Review | undefined {
	const waits = waitsOf(expense, turns);
	const isOpen = waits.some(({ end }) => end === undefined);
	const first = waits.find(decided)?.end;
	const handler = isOpen ? expense.manager : first?.by;
	const own = ownOf(waits, isOpen, handler);
	const [start] = own;
	if (start === undefined) return undefined;
	return {
		handler,
		status: isOpen ? 'open' : 'done',
		assignedAt: since(start, handings, handler),
		completedAt: isOpen ? undefined : first?.at,
		pauses: gapsOf(own),
		errors: errorsOf(turns, start.from, handler),
	};
}
