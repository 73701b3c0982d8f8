import type { Instant } from '../kernel/time';
import type { Fields, Opinion } from './event';

/** Time in which somebody else had the item. */
export interface Pause {
	readonly from: Instant;
	readonly to: Instant;
	readonly reason: string;
}

/** How many pieces were done at a moment, and when that was recorded; a step is one piece. */
export interface Completion {
	readonly quantity: number;
	readonly at: Instant;
	readonly recordedAt: Instant;
}

/** An error that somebody says the handler made: it counts once a second person confirms it. */
export interface WorkError {
	readonly errorId: string;
	readonly reportedBy: string;
	readonly against: string | undefined;
	readonly comment: string | undefined;
	readonly reportedAt: Instant;
	readonly state: 'open' | 'confirmed' | 'rejected';
}

/** The excuse of a delay: of what was recorded as done until then, or, where nothing of it was late, of what was left. */
export interface Excuse {
	readonly code: string | undefined;
	readonly approvedBy: string;
	readonly evidence: string | undefined;
	readonly at: Instant;
	readonly ofRest: boolean;
}

/** What one person had of an item, since when and until when it was due. */
export interface Holding {
	readonly handler: string | undefined;
	readonly enteredAt: Instant | undefined;
	readonly dueAt: Instant | undefined;
	readonly pauses: readonly Pause[];
	readonly completions: readonly Completion[];
	readonly delayReason: string | undefined;
	readonly excuses: readonly Excuse[];
}

/** A holding that ended because the item went to another. */
export interface PastHolding extends Holding {
	readonly doneBefore: readonly Done[];
	readonly until: Instant;
	readonly movedBy: string;
	readonly movedTo: string | undefined;
}

/** How a step was done before it was given back. */
export interface Done {
	readonly dueAt: Instant | undefined;
	readonly completion: Completion;
	readonly excuse: Excuse | undefined;
}

/** One step of an instance, or one task, as the events of the log make it; as a holding it is that of its handler now. */
export interface Item extends Holding {
	readonly itemId: string;
	readonly instanceId: string;
	readonly process: string | undefined;
	readonly processVersion: string | undefined;
	readonly step: string | undefined;
	readonly activity: string | undefined;
	readonly title: string | undefined;
	readonly fields: Fields | undefined;
	/** Who started or assigned it. */
	readonly startedBy: string;
	readonly quantity: number;
	/** away: given back, and to come again. */
	readonly state: 'open' | 'done' | 'away' | 'cancelled';
	/** When it was last left by being done or given back. */
	readonly leftAt: Instant | undefined;
	/** Of those who had it before its handler, the first one first. */
	readonly earlier: readonly PastHolding[];
	/** How often it was done before it was given back to its handler, the first time first. */
	readonly doneBefore: readonly Done[];
	readonly finishedBy: string | undefined;
	readonly opinion: Opinion | undefined;
	readonly comment: string | undefined;
	readonly errors: readonly WorkError[];
	/** Whether its beginning is among the events. */
	readonly hasStart: boolean;
}

/** An item that has just begun, with what is known of it. */
export const newItem = (
	known: Pick<Item, 'itemId' | 'instanceId' | 'startedBy'> & Partial<Item>,
): Item => ({
	process: undefined,
	processVersion: undefined,
	step: undefined,
	activity: undefined,
	title: undefined,
	fields: undefined,
	handler: undefined,
	enteredAt: undefined,
	dueAt: undefined,
	quantity: 1,
	state: 'open',
	leftAt: undefined,
	pauses: [],
	completions: [],
	earlier: [],
	doneBefore: [],
	finishedBy: undefined,
	opinion: undefined,
	comment: undefined,
	delayReason: undefined,
	excuses: [],
	errors: [],
	hasStart: true,
	...known,
});

/** The error that says the same of the same person and waits for its decision. */
export const sameError = (
	{ errors }: Item,
	{ against, comment }: Pick<WorkError, 'against' | 'comment'>,
): WorkError | undefined =>
	errors.find((one) => one.state === 'open' && one.against === against && one.comment === comment);

/** All who had the item, its handler last. */
export const holdingsOf = (item: Item): readonly Holding[] => [...item.earlier, item];

const completionsOf = (item: Item): readonly Completion[] =>
	holdingsOf(item).flatMap(({ completions }) => completions);

/** Pieces that are not done: 5 of which 2 and 1 are done → 2. */
export const quantityLeft = (item: Item): number =>
	completionsOf(item).reduce((left, done) => left - done.quantity, item.quantity);

/** When the last piece was done; undefined: none is. */
export const completedAt = (item: Item): Instant | undefined => completionsOf(item).at(-1)?.at;

/** The item in the hands of another, who begins anew; what was done stays with who did it. */
export function movedTo(
	item: Item,
	handler: string | undefined,
	{
		at,
		by,
		dueAt,
	}: { readonly at: Instant; readonly by: string; readonly dueAt: Instant | undefined },
): Item {
	const { enteredAt, pauses, completions, delayReason, excuses, doneBefore } = item;
	const had = { handler: item.handler, enteredAt, dueAt: item.dueAt, pauses, completions };
	const past = {
		...had,
		delayReason,
		excuses,
		doneBefore,
		until: at,
		movedBy: by,
		movedTo: handler,
	};
	const anew = {
		...{ pauses: [], completions: [], doneBefore: [] },
		...{ delayReason: undefined, excuses: [] },
	};
	return { ...item, ...anew, handler, enteredAt: at, dueAt, earlier: [...item.earlier, past] };
}

/** Since when its handler has it: where it came back, since then. */
export const heldSince = ({ enteredAt, pauses }: Item): Instant | undefined =>
	pauses.at(-1)?.to ?? enteredAt;

/** The excuse that holds for what was done, or for what is left; undefined: none does. */
export const excuseOf = (
	{ excuses }: Pick<Holding, 'excuses'>,
	done: Completion | undefined,
): Excuse | undefined =>
	excuses.find(({ at, ofRest }) => (done !== undefined && done.recordedAt <= at) || ofRest);

/** What was done late and nobody has excused. */
export const unexcused = (held: Pick<Holding, 'completions' | 'dueAt' | 'excuses'>): Completion[] =>
	held.completions.filter(
		(done) =>
			held.dueAt !== undefined && done.at > held.dueAt && excuseOf(held, done) === undefined,
	);
