import type { EventType, WorkEvent } from './event';
import {
	excuseOf,
	holdingsOf,
	movedTo,
	newItem,
	quantityLeft,
	sameError,
	unexcused,
	type Done,
	type Item,
	type WorkError,
} from './item';
import { isRefusal, refuse, type Refusal } from './refusal';

type Applied = Item | Refusal;
type OfItem = (item: Item, event: WorkEvent) => Applied;

const see = 'Look at the open work, and record what is still to do.';

/** An item as far as one of its events tells of it. */
const born = (event: WorkEvent, hasStart: boolean): Item =>
	newItem({
		itemId: event.itemId,
		instanceId: event.instanceId,
		process: event.process,
		processVersion: event.processVersion,
		step: event.step,
		activity: event.activity,
		title: event.title,
		fields: event.fields,
		handler: event.handler,
		startedBy: event.by,
		enteredAt: event.enteredAt,
		dueAt: event.dueAt,
		quantity: event.process === undefined ? (event.quantity ?? 1) : 1,
		hasStart,
	});

/** Why somebody cannot do an item now; undefined: it is open, and theirs. */
export function closed(item: Item, who: string | undefined): Refusal | undefined {
	const { itemId } = item;
	if (item.state === 'done')
		return refuse(
			'twice',
			`${itemId}: ${item.finishedBy ?? 'Somebody'} has finished it already`,
			see,
		);
	if (item.state === 'cancelled') return refuse('cancelled', `${itemId}: it was cancelled`, see);
	if (item.state === 'away')
		return refuse(
			'outOfOrder',
			`${itemId}: it was given back to a step before and is not open`,
			see,
		);
	if (item.handler === who) return undefined;
	return refuse(
		'notHandler',
		`${itemId}: it is with ${item.handler ?? 'nobody'}, not with ${who ?? 'anybody'}`,
		`Let ${item.handler ?? 'its handler'} record it, or reassign it first.`,
	);
}

/** How an item was done that is now done again: an excuse was of that, and not of what comes. */
const doneOf = (item: Item): readonly Done[] =>
	item.completions.map((completion) => ({
		dueAt: item.dueAt,
		completion,
		excuse: excuseOf(item, completion),
	}));

/** The same item again, after others had it. */
function reopened(item: Item, event: WorkEvent): Applied {
	if (item.state === 'cancelled')
		return refuse('cancelled', `${item.itemId}: it was cancelled`, see);
	if (item.state === 'open') return refuse('exists', `${item.itemId}: it is open already`, see);
	const pause = { from: item.leftAt ?? event.at, to: event.at, reason: 'with others' };
	const undone: Item = {
		...item,
		state: 'open',
		completions: [],
		excuses: [],
		doneBefore: [...item.doneBefore, ...doneOf(item)],
		finishedBy: undefined,
		opinion: undefined,
	};
	if (item.handler !== event.handler) return movedTo(undone, event.handler, event);
	const pauses = [...item.pauses, pause];
	return { ...undone, dueAt: event.dueAt, pauses, delayReason: undefined };
}

const left = (item: Item, event: WorkEvent): Item => ({
	...item,
	leftAt: event.at,
	opinion: event.opinion,
	comment: event.comment ?? item.comment,
	fields: event.fields === undefined ? item.fields : { ...item.fields, ...event.fields },
});

const finish: OfItem = (item, event) =>
	closed(item, event.handler) ?? {
		...left(item, event),
		state: 'done',
		completions: [{ quantity: 1, at: event.finishedAt ?? event.at, recordedAt: event.at }],
		finishedBy: event.by,
		delayReason: event.delayReason,
	};

const giveBack: OfItem = (item, event) =>
	closed(item, event.handler) ?? { ...left(item, event), state: 'away' };

const complete: OfItem = (item, event) => {
	const is = closed(item, event.handler);
	if (is !== undefined) return is;
	const rest = quantityLeft(item);
	const quantity = event.quantity ?? rest;
	if (quantity > rest)
		return refuse(
			'tooMany',
			`${item.itemId}: ${quantity} are more than the ${rest} that are left of ${item.quantity}`,
			`Complete at most ${rest}.`,
		);
	return {
		...left(item, event),
		state: quantity === rest ? 'done' : 'open',
		completions: [
			...item.completions,
			{ quantity, at: event.finishedAt ?? event.at, recordedAt: event.at },
		],
		finishedBy: quantity === rest ? event.by : undefined,
		delayReason: event.delayReason ?? item.delayReason,
	};
};

const reassign: OfItem = (item, event) =>
	closed(item, event.handler) ?? movedTo(item, event.nextHandler, event);

/** An error is of who had the item when it was reported, whoever has it later; said twice it is one. */
const reportError: OfItem = (item, event) => {
	const { eventId, by, comment, at: reportedAt } = event;
	const isHolder = holdingsOf(item).some(({ handler }) => handler === event.handler);
	const against = isHolder ? event.handler : item.handler;
	const said = { errorId: eventId, reportedBy: by, against, comment, reportedAt };
	const error = { ...said, state: 'open' } as const;
	return sameError(item, error) ? item : { ...item, errors: [...item.errors, error] };
};

/** Why somebody cannot decide about an error. */
function undecidable(error: WorkError, { by, itemId }: WorkEvent): Refusal | undefined {
	if (error.state !== 'open')
		return refuse(
			'errorDecided',
			`${itemId}: the error ${error.errorId} was ${error.state} already`,
			see,
		);
	const isReporter = error.reportedBy === by;
	if (!isReporter && error.against !== by) return undefined;
	return refuse(
		'ownError',
		`${itemId}: ${by} ${isReporter ? 'reported' : 'is said to have made'} the error, so another has to decide`,
		'Let a second person, who neither reported nor made it, confirm or reject it.',
	);
}

const decide =
	(state: 'confirmed' | 'rejected'): OfItem =>
	(item, event) => {
		const error = item.errors.find((one) => one.errorId === event.errorId);
		if (error === undefined)
			return refuse(
				'errorUnknown',
				`${item.itemId}: there is no error "${event.errorId ?? ''}"`,
				'Report the error first, or name one that was reported.',
			);
		const decided = item.errors.map((one) => (one === error ? { ...one, state } : one));
		return undecidable(error, event) ?? { ...item, errors: decided };
	};

/** Whether something is left that may come late, and that nobody has excused. */
const restMayBeLate = (item: Item): boolean =>
	(item.state === 'open' || item.state === 'away') && excuseOf(item, undefined) === undefined;

/** Why a delay cannot be excused by somebody. */
function inexcusable(item: Item, event: WorkEvent): Refusal | undefined {
	const { itemId } = item;
	if (item.state === 'cancelled') return refuse('cancelled', `${itemId}: it was cancelled`, see);
	if (event.by === item.handler)
		return refuse(
			'ownExcuse',
			`${itemId}: ${event.by} cannot approve an excuse of their own`,
			'Let somebody else approve it, for example the leader.',
		);
	if (restMayBeLate(item) || unexcused(item).length > 0) return undefined;
	const last = item.excuses.at(-1);
	if (last !== undefined)
		return refuse(
			'excusedAlready',
			`${itemId}: ${last.approvedBy} has excused it already`,
			'Nothing is left to do.',
		);
	return refuse('notLate', `${itemId}: it was done on time, so there is nothing to excuse`, see);
}

const excuse: OfItem = (item, event) =>
	inexcusable(item, event) ?? {
		...item,
		excuses: [
			...item.excuses,
			{
				code: event.excuseCode,
				approvedBy: event.by,
				evidence: event.excuseEvidence,
				at: event.at,
				ofRest: restMayBeLate(item) && unexcused(item).length === 0,
			},
		],
	};

const cancel: OfItem = (item) => {
	if (item.state === 'open' || item.state === 'away') return { ...item, state: 'cancelled' };
	if (item.state === 'cancelled')
		return refuse('cancelled', `${item.itemId}: it was cancelled already`, see);
	return refuse('twice', `${item.itemId}: it is finished and can no longer be cancelled`, see);
};

/** What each type does to an item that is there; a beginning is looked at in `apply`. */
const changes: {
	readonly [type in Exclude<EventType, 'started' | 'assigned' | 'ignored'>]: OfItem;
} = {
	finished: finish,
	returned: giveBack,
	completed: complete,
	reassigned: reassign,
	errorReported: reportError,
	errorConfirmed: decide('confirmed'),
	errorRejected: decide('rejected'),
	excused: excuse,
	cancelled: cancel,
};

/** The first event of a recording begins something new; a later one may open again what others had. */
const isFirst = (eventId: string): boolean => eventId.endsWith('-1');

function begin(item: Item | undefined, event: WorkEvent): Applied {
	if (item === undefined) return born(event, true);
	if (event.type === 'started' && !isFirst(event.eventId)) return reopened(item, event);
	return refuse(
		'exists',
		`${event.itemId}: it was begun already, by ${item.startedBy}`,
		'Begin it anew under another number.',
	);
}

/** An event tells when its item is due, where that was not known at the beginning; of one that moves: for the next. */
const withDue = (item: Item, { type, dueAt }: WorkEvent): Item =>
	item.dueAt === undefined && type !== 'reassigned' ? { ...item, dueAt } : item;

/** An item after an event, or why the event does not count. */
export function apply(item: Item | undefined, event: WorkEvent): Applied {
	const { type } = event;
	if (type === 'started' || type === 'assigned') return begin(item, event);
	if (type === 'ignored') return item ?? born(event, false);
	const applied = changes[type](withDue(item ?? born(event, false), event), event);
	if (item !== undefined || !isRefusal(applied)) return applied;
	// Whether it counts is told by events that are not there: it is taken as it was recorded.
	return born(event, false);
}
