import type { Instant, TimeZone } from '../kernel/time';
import type { Due } from '../metrics/clock';
import type { Instance } from './derive';
import {
	excuseOf,
	heldSince,
	holdingsOf,
	quantityLeft,
	type Completion,
	type Done,
	type Excuse,
	type Holding,
	type Item,
	type PastHolding,
	type WorkError,
} from './item';
import { firstMonthOf, monthOf, monthOfDue } from './months';
import { exactly } from './recording';

/** One piece of work as evidence: a step, or the k-th piece of a task. */
export interface WorkPiece {
	readonly recordId: string;
	readonly item: Item;
	/** Whose it is or was when it was done. */
	readonly held: Holding;
	/** Of a record that is there for the errors of who has the item no longer, and whose end is another's. */
	readonly past: PastHolding | undefined;
	readonly status: 'open' | 'done' | 'cancelled';
	readonly dueAt: Instant | undefined;
	readonly completion: Completion | undefined;
	readonly excuse: Excuse | undefined;
	readonly errors: number;
	readonly errorsOpen: number;
}

/** Why the evidence of an activity is not whole. */
export interface Gap {
	readonly activity: string;
	readonly itemId: string;
	readonly why: 'start' | 'due';
}

export interface MonthOfWork {
	readonly pieces: readonly WorkPiece[];
	readonly gaps: readonly Gap[];
}

/** What the definitions say of an item: when it is due, and where its days are counted. */
export interface Terms {
	readonly dueOf: (item: Item) => Due | undefined;
	readonly zoneOf: (item: Item) => TimeZone;
}

const statuses = { open: 'open', away: 'open', done: 'done', cancelled: 'cancelled' } as const;

const count = (errors: readonly WorkError[]): Pick<WorkPiece, 'errors' | 'errorsOpen'> => {
	const of = (state: WorkError['state']) => errors.filter((error) => error.state === state).length;
	return { errors: of('confirmed'), errorsOpen: of('open') };
};

/** A piece of an item before its errors are told. */
type Piece = Pick<WorkPiece, 'held' | 'status' | 'dueAt' | 'completion' | 'excuse'>;

const inMonth = (done: Done, zone: TimeZone): string =>
	done.dueAt === undefined ? monthOf(done.completion.at, zone) : monthOfDue(done.dueAt, zone);

/** A step that was done stays in the month that it belonged to then: what is given back later is not done once more. */
function settled(
	doneBefore: readonly Done[],
	{ since, due }: { readonly since: Instant | undefined; readonly due: Due | undefined },
	zone: TimeZone,
): Done | undefined {
	const [first] = doneBefore;
	if (first === undefined) return undefined;
	const month = inMonth(first, zone);
	const stays =
		(since === undefined || monthOf(since, zone) <= month) &&
		(due === undefined || firstMonthOf(due, zone) <= month);
	if (stays) return undefined;
	return doneBefore.filter((done) => inMonth(done, zone) === month).at(-1);
}

/** A step as it is: what was given back in time waits for others, and is due once it comes again. */
function stepPiece(item: Item, terms: Terms): Piece {
	const due = terms.dueOf(item);
	const since = heldSince(item);
	const done = settled(item.doneBefore, { since, due }, terms.zoneOf(item));
	if (done !== undefined) return { held: item, status: 'done', ...done };
	const [completion] = item.completions;
	const dueAt = exactly(due);
	const waits = item.state === 'away' && !(dueAt !== undefined && (item.leftAt ?? dueAt) > dueAt);
	return {
		held: item,
		status: statuses[item.state],
		dueAt: waits ? undefined : dueAt,
		completion,
		excuse: excuseOf(item, completion),
	};
}

/** What others had done of a step in an earlier month, before it went on to who has it now. */
const donePieces = (item: Item, terms: Terms): readonly Piece[] =>
	item.earlier.flatMap((held) => {
		const span = { since: held.until, due: undefined };
		const done = settled(held.doneBefore, span, terms.zoneOf(item));
		return done === undefined ? [] : [{ held, status: 'done', ...done } as const];
	});

const taskPiece = (held: Holding, status: Piece['status'], completion?: Completion): Piece => ({
	...{ held, status, completion, dueAt: held.dueAt },
	excuse: excuseOf(held, completion),
});

/** The pieces of an item, those that are done first: 2 by A at t, 1 left to B → [A t, A t, B]. */
function heldPieces(item: Item, terms: Terms): readonly Piece[] {
	if (item.process !== undefined) return [stepPiece(item, terms), ...donePieces(item, terms)];
	const done = holdingsOf(item).flatMap((held) =>
		held.completions.flatMap((completion) =>
			new Array<Piece>(completion.quantity).fill(taskPiece(held, 'done', completion)),
		),
	);
	const left = taskPiece(item, statuses[item.state]);
	return [...done, ...new Array<Piece>(quantityLeft(item)).fill(left)];
}

const pastId = (itemId: string, { handler }: Holding): string => `${itemId}#${handler ?? ''}`;

/** Errors of people who have no piece of the item any more: a record of their own for each, so that none is lost. */
function pastErrors(item: Item, pieces: readonly Piece[]): readonly WorkPiece[] {
	const told = new Set(pieces.map(({ held }) => held.handler));
	return [...item.earlier].reverse().flatMap((past): WorkPiece[] => {
		const { handler, dueAt } = past;
		const counts = count(item.errors.filter(({ against }) => against === handler));
		if (told.has(handler) || counts.errors + counts.errorsOpen === 0) return [];
		told.add(handler);
		const recordId = pastId(item.itemId, past);
		const record = { recordId, item, held: past, past, status: 'open', dueAt } as const;
		return [{ ...record, completion: undefined, excuse: undefined, ...counts }];
	});
}

/** The piece that an error is of: the latest that who made it had done by then, else their first. */
function erring(pieces: readonly Piece[], { against, reportedAt }: WorkError): Piece | undefined {
	const theirs = pieces.filter(({ held }) => held.handler === against);
	const done = theirs.filter(
		({ completion }) => (completion?.recordedAt ?? Infinity) <= reportedAt,
	);
	return done.at(-1) ?? theirs[0];
}

/** A step has its own id, what others had done of it a part of that; the pieces of a task are numbered. */
function recordIdOf({ itemId, process }: Item, index: number, { held }: Piece): string {
	if (process === undefined) return `${itemId}/${index + 1}`;
	return index === 0 ? itemId : pastId(itemId, held);
}

/** Errors are of who made them, on one of their pieces: each counts once, however many pieces there are. */
function piecesOf(item: Item, terms: Terms): readonly WorkPiece[] {
	const pieces = heldPieces(item, terms);
	const errors = new Map<Piece, WorkError[]>();
	for (const error of item.errors) {
		const piece = erring(pieces, error);
		if (piece !== undefined) errors.set(piece, [...(errors.get(piece) ?? []), error]);
	}
	const told = pieces.map((piece, index): WorkPiece => {
		const counts = count(errors.get(piece) ?? []);
		errors.delete(piece); // pieces that are done at one time are one piece here
		const recordId = recordIdOf(item, index, piece);
		return { ...piece, recordId, item, past: undefined, ...counts };
	});
	return [...told, ...pastErrors(item, pieces)];
}

/** The items of an instance that are found under a month. */
function under({ rows, events, items }: Instance, month: string): readonly Item[] {
	const counting = new Set(events.map(({ eventId }) => eventId));
	const ids = new Set(
		rows.flatMap((row) =>
			(row.month === month || row.doneMonth === month) && counting.has(row.eventId)
				? [row.itemId]
				: [],
		),
	);
	return [...items.values()].filter(({ itemId }) => ids.has(itemId));
}

/** Whether all that is known of an item's due moment is that it lies later than a month. */
const isLater = (due: Due | undefined, zone: TimeZone, month: string): boolean =>
	due !== undefined && !due.exact && firstMonthOf(due, zone) > month;

function gapsOf(item: Item, activity: string, due: Due | undefined): readonly Gap[] {
	const { itemId } = item;
	if (!item.hasStart) return [{ activity, itemId, why: 'start' }];
	return due?.exact === false ? [{ activity, itemId, why: 'due' }] : [];
}

/**
 * The scored work of a month, from the month's rows or from the whole log: both give the same. What was cancelled
 * belongs to no month, and is told all the same, so that nothing vanishes.
 */
export function workOfMonth(
	instances: Iterable<Instance>,
	month: string,
	terms: Terms,
): MonthOfWork {
	const pieces: WorkPiece[] = [];
	const gaps: Gap[] = [];
	for (const instance of instances)
		for (const item of under(instance, month)) {
			if (item.activity === undefined) continue;
			const due = terms.dueOf(item);
			if (item.hasStart && isLater(due, terms.zoneOf(item), month)) continue;
			pieces.push(...piecesOf(item, terms));
			gaps.push(...gapsOf(item, item.activity, due));
		}
	return { pieces, gaps };
}
