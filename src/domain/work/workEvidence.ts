import type { Instant } from '../kernel/time';
import type { Instance } from './derive';
import { holdingsOf, quantityLeft, type Holding, type Item, type PastHolding } from './item';

/** One piece of work as evidence: a step, or the k-th piece of a task. */
export interface WorkPiece {
	readonly recordId: string;
	readonly item: Item;
	/** Whose it is or was when it was done. */
	readonly held: Holding;
	/** Of a record that is there for the errors of who has the item no longer, and whose end is another's. */
	readonly past: PastHolding | undefined;
	readonly status: 'open' | 'done' | 'cancelled';
	readonly completedAt: Instant | undefined;
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

const statuses = { open: 'open', away: 'open', done: 'done', cancelled: 'cancelled' } as const;

const errorsOf = (
	{ errors }: Item,
	who: string | undefined,
): Pick<WorkPiece, 'errors' | 'errorsOpen'> => {
	const count = (state: 'open' | 'confirmed') =>
		errors.filter((error) => error.against === who && error.state === state).length;
	return { errors: count('confirmed'), errorsOpen: count('open') };
};

/** A piece of an item before its errors are told. */
type Piece = Pick<WorkPiece, 'held' | 'completedAt'>;

/** The pieces of an item, those that are done first: 2 by A at t, 1 left to B → [A t, A t, B]. */
function heldPieces(item: Item): readonly Piece[] {
	if (item.process !== undefined) return [{ held: item, completedAt: item.completions[0]?.at }];
	const done = holdingsOf(item).flatMap((held) =>
		held.completions.flatMap(({ quantity, at }) =>
			new Array<Piece>(quantity).fill({ held, completedAt: at }),
		),
	);
	return [
		...done,
		...new Array<Piece>(quantityLeft(item)).fill({ held: item, completedAt: undefined }),
	];
}

/** Errors of people who have no piece of the item any more: a record of their own for each, so that none is lost. */
function pastErrors(item: Item, pieces: readonly Piece[]): readonly WorkPiece[] {
	const told = new Set(pieces.map(({ held }) => held.handler));
	return [...item.earlier].reverse().flatMap((past) => {
		const { handler } = past;
		const counts = errorsOf(item, handler);
		if (told.has(handler) || counts.errors + counts.errorsOpen === 0) return [];
		told.add(handler);
		const recordId = `${item.itemId}#${handler ?? ''}`;
		return [
			{ recordId, item, held: past, past, status: 'open', completedAt: undefined, ...counts },
		];
	});
}

/** Errors are of who made them, on their first piece: each counts once, however many pieces there are. */
function piecesOf(item: Item): readonly WorkPiece[] {
	const pieces = heldPieces(item);
	const seen = new Set<string | undefined>();
	const told = pieces.map((piece, index): WorkPiece => {
		const { handler } = piece.held;
		const isFirst = !seen.has(handler);
		seen.add(handler);
		return {
			...piece,
			recordId: item.process === undefined ? `${item.itemId}/${index + 1}` : item.itemId,
			item,
			past: undefined,
			status: piece.completedAt === undefined ? statuses[item.state] : 'done',
			...(isFirst ? errorsOf(item, handler) : { errors: 0, errorsOpen: 0 }),
		};
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

/** Whether a step has a limit in its definition, whose end the record then has to tell. */
export type HasLimit = (item: Item) => boolean;

function gapsOf(item: Item, activity: string, hasLimit: HasLimit): readonly Gap[] {
	const { itemId } = item;
	if (!item.hasStart) return [{ activity, itemId, why: 'start' }];
	return item.dueAt === undefined && hasLimit(item) ? [{ activity, itemId, why: 'due' }] : [];
}

/**
 * The scored work of a month, from the month's rows or from the whole log: both give the same. What was cancelled
 * belongs to no month, and is told all the same, so that nothing vanishes.
 */
export function workOfMonth(
	instances: Iterable<Instance>,
	month: string,
	hasLimit: HasLimit,
): MonthOfWork {
	const pieces: WorkPiece[] = [];
	const gaps: Gap[] = [];
	for (const instance of instances)
		for (const item of under(instance, month)) {
			if (item.activity === undefined) continue;
			pieces.push(...piecesOf(item));
			gaps.push(...gapsOf(item, item.activity, hasLimit));
		}
	return { pieces, gaps };
}
