import type { Instance } from './derive';
import type { WorkEvent } from './event';
import { sameError, type Item } from './item';
import { itemIn, type WorkLog } from './log';
import { candidates, doerText, storyOf, stranger } from './people';
import {
	dated,
	dueOf,
	eventOf,
	exactly,
	momentAfter,
	rowsOf,
	stepOf,
	type Change,
	type Office,
	type Recorded,
} from './recording';
import { isRefusal, refuse, type Refusal } from './refusal';
import type { CancelRequest, ErrorRequest, ExcuseRequest, ReassignRequest } from './request';

interface Asked {
	readonly by: string;
	readonly id: string;
	readonly now: number;
}

/** Records one change of one item, if it may be. */
function change(
	request: Asked & { readonly itemId: string | undefined },
	office: Office,
	log: WorkLog,
	changeOf: (item: Item, instance: Instance) => Change | Refusal,
): Recorded {
	const unknown = stranger(office.people, request.by, 'by');
	if (unknown !== undefined) return unknown;
	const found = itemIn(log, request.itemId);
	if (isRefusal(found)) return found;
	const { instance } = found;
	const item = dated(found.item, office.processes);
	const changed = changeOf(item, instance);
	if (isRefusal(changed)) return changed;
	const at = momentAfter(instance, request.now);
	const event = eventOf(item, changed, request.by);
	return rowsOf(instance, [event], { id: request.id, at, office });
}

const missing = (itemId: string, field: string): Refusal =>
	refuse('missing', `${itemId}: nothing is given as ${field}`, `Fill in ${field}.`);

/** The error that a decision is about: the one it names, else the only one that is open. */
function errorNamed(item: Item, errorId: string | undefined): string | Refusal {
	if (errorId !== undefined) return errorId;
	const open = item.errors.filter(({ state }) => state === 'open');
	const [only] = open;
	if (only !== undefined && open.length === 1) return only.errorId;
	return refuse(
		'errorUnknown',
		`${item.itemId}: ${open.length} errors are open, and none is named`,
		only === undefined ? 'Report the error first.' : 'Name the errorId.',
	);
}

/** A report of an error, or why it cannot be reported. */
function report(item: Item, { by, comment }: ErrorRequest): Change | Refusal {
	const { itemId, handler } = item;
	if (comment === undefined) return missing(itemId, 'comment');
	if (by === handler)
		return refuse(
			'ownReport',
			`${itemId}: it is with ${by}, who cannot report an error on themselves`,
			'Let another report it.',
		);
	const same = sameError(item, { against: handler, comment });
	if (same === undefined) return { type: 'errorReported', comment };
	return refuse(
		'reportedAlready',
		`${itemId}: ${same.reportedBy} has reported the same and it is not decided yet`,
		'Nothing is left to do; another error is reported in other words.',
	);
}

/** Reports an error, or decides about one as a second person. */
export const confirmError = (request: ErrorRequest, office: Office, log: WorkLog): Recorded =>
	change(request, office, log, (item) => {
		const { decision, comment } = request;
		if (decision === 'report') return report(item, request);
		const errorId = errorNamed(item, request.errorId);
		if (typeof errorId !== 'string') return errorId;
		const type = decision === 'confirm' ? 'errorConfirmed' : 'errorRejected';
		return { type, errorId, comment };
	});

/** Approves the excuse of a delay. */
export const excuse = (request: ExcuseRequest, office: Office, log: WorkLog): Recorded =>
	change(request, office, log, ({ itemId }) => {
		const { excuseCode, excuseEvidence } = request;
		if (excuseCode === undefined) return missing(itemId, 'excuseCode');
		if (excuseEvidence === undefined) return missing(itemId, 'excuseEvidence');
		return { type: 'excused', excuseCode, excuseEvidence };
	});

/** Whether somebody may take an item from its handler: the handler, their leader, or who gave it. */
function badTaker(
	{ itemId, handler, startedBy }: Item,
	by: string,
	{ people }: Office,
): Refusal | undefined {
	const leader = people.get(handler ?? '')?.leaderId;
	if (by === handler || by === leader || by === startedBy) return undefined;
	return refuse(
		'notAllowed',
		`${itemId}: ${by} is neither its handler, nor their leader, nor who gave it`,
		'Let one of them record it.',
	);
}

/** Who is late cannot give the lateness away. */
function ownLate({ itemId, handler, dueAt }: Item, by: string, at: number): Refusal | undefined {
	if (by !== handler || dueAt === undefined || at <= dueAt) return undefined;
	return refuse(
		'ownLate',
		`${itemId}: it is late, and ${by} cannot give it away`,
		'Let who gave it, or the leader, reassign it.',
	);
}

/** Whether an item may be done by another. */
function badHandler(
	item: Item,
	instance: Instance,
	to: string,
	office: Office,
): Refusal | undefined {
	const defined = stepOf(item, office.processes);
	if (defined === undefined) return undefined;
	const { timed, step } = defined;
	const may = candidates(
		timed.process,
		step,
		storyOf(instance.items, item.instanceId),
		office.people,
	);
	if (may.some(({ id }) => id === to)) return undefined;
	return refuse(
		'nextHandler',
		`${item.itemId}: ${to} may not do it, it is for ${doerText(step)}`,
		'Name another.',
	);
}

/** When an item is due that another begins anew. */
function dueAgain(item: Item, at: number, office: Office): number | undefined {
	const defined = stepOf(item, office.processes);
	return defined ? exactly(dueOf(defined.step, defined.timed.clock, at)) : item.dueAt;
}

/** Nobody begins anew with what they have: their time goes on. */
const theirsAlready = (itemId: string, handler: string): Refusal =>
	refuse('nextHandler', `${itemId}: it is with ${handler} already`, 'Name another.');

/** Gives an open step or task to another, whose time begins now. */
export const reassign = (request: ReassignRequest, office: Office, log: WorkLog): Recorded =>
	change(request, office, log, (item, instance) => {
		const { by, nextHandler, comment } = request;
		if (nextHandler === undefined) return missing(item.itemId, 'nextHandler');
		if (comment === undefined) return missing(item.itemId, 'comment');
		if (nextHandler === item.handler) return theirsAlready(item.itemId, nextHandler);
		const at = momentAfter(instance, request.now);
		const bad =
			badTaker(item, by, office) ??
			ownLate(item, by, at) ??
			stranger(office.people, nextHandler, `${item.itemId}: nextHandler`) ??
			badHandler(item, instance, nextHandler, office);
		if (bad !== undefined) return bad;
		const dueAt = dueAgain(item, at, office);
		return { type: 'reassigned', nextHandler, comment, dueAt };
	});

/** Scored work that its handler could end would be missed by nobody: what is cancelled is not counted. */
function ownCancel(unfinished: readonly Item[], by: string): Refusal | undefined {
	const own = unfinished.find(
		({ activity, handler, state }) => activity !== undefined && handler === by && state === 'open',
	);
	if (own === undefined) return undefined;
	return refuse(
		'ownCancel',
		`${own.itemId}: ${by} cannot cancel work of their own`,
		'Let who gave it, or the leader, cancel it.',
	);
}

/** Ends an instance or a task: what is open of it counts for nobody. */
export function cancel(request: CancelRequest, office: Office, log: WorkLog): Recorded {
	const { by, comment, instanceId = '' } = request;
	const unknown = stranger(office.people, by, 'by');
	if (unknown !== undefined) return unknown;
	const instance = log.instance(instanceId);
	const items = [...instance.items.values()];
	const unfinished = items.filter(({ state }) => state === 'open' || state === 'away');
	const [first] = items;
	if (first === undefined)
		return refuse(
			'unknownInstance',
			`${instanceId}: there is no such instance in the log`,
			'Correct the instance, and look whether its rows come in on the input Log.',
		);
	if (comment === undefined) return missing(instanceId, 'comment');
	if (unfinished.length === 0)
		return refuse(
			'ended',
			`${instanceId}: it has ended, nothing is open`,
			'Nothing is left to do.',
		);
	const bad = ownCancel(unfinished, by) ?? badTaker({ ...first, itemId: instanceId }, by, office);
	if (bad !== undefined) return bad;
	const events: WorkEvent[] = unfinished.map((item) =>
		eventOf(item, { type: 'cancelled', comment }, by),
	);
	return rowsOf(instance, events, {
		id: request.id,
		at: momentAfter(instance, request.now),
		office,
	});
}
