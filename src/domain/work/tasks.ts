import type { Instant } from '../kernel/time';
import { closed } from './apply';
import { newItem, quantityLeft, type Item } from './item';
import { itemIn, taken, type WorkLog } from './log';
import { monthOf } from './months';
import { stranger } from './people';
import { eventOf, momentAfter, rowsOf, type Office, type Recorded } from './recording';
import { isRefusal, refuse, type Refusal } from './refusal';
import type { AssignRequest, CompleteRequest } from './request';
import { badDelay, badMoment, badRecording } from './stepChecks';

/** More than anybody does in a month: a slip of the pen. */
const MOST = 10_000;

const isCount = (quantity: number): boolean =>
	Number.isInteger(quantity) && quantity > 0 && quantity <= MOST;

const badQuantity = (what: string, quantity: number | undefined): Refusal | undefined =>
	quantity === undefined || isCount(quantity)
		? undefined
		: refuse(
				'quantity',
				`${what}: the quantity is ${quantity}, expected a whole number from 1 to ${MOST}`,
				'Correct the quantity.',
			);

/** What an assignment lacks, by its field. */
function missing({ handler, activity }: AssignRequest): Refusal | undefined {
	const field = handler === undefined ? 'handler' : 'activity';
	if (handler !== undefined && activity !== undefined) return undefined;
	return refuse('missing', `The task has no ${field}`, `Fill in ${field}.`);
}

/** Who gives themselves work sets their own target. */
const ownTask = (instanceId: string, by: string): Refusal =>
	refuse(
		'ownTask',
		`${instanceId}: ${by} cannot give a task to themselves`,
		'Let another give it, for example the leader.',
	);

/** Why a task cannot be given as it is asked. */
function badTask(
	instanceId: string,
	request: AssignRequest,
	office: Office,
	log: WorkLog,
): Refusal | undefined {
	const { by, handler = '', quantity, dueAt, now } = request;
	const bad =
		stranger(office.people, by, 'by') ??
		missing(request) ??
		stranger(office.people, handler, `${instanceId}: handler`) ??
		badQuantity(instanceId, quantity);
	if (bad !== undefined) return bad;
	if (handler === by) return ownTask(instanceId, by);
	if (log.instance(instanceId).rows.length > 0) return taken(instanceId);
	if (dueAt === undefined || dueAt >= now) return undefined;
	return refuse('due', `${instanceId}: it would be due before it is assigned`, 'Correct dueAt.');
}

/** Gives somebody a task: so many pieces of an activity, due then. */
export function assignTask(request: AssignRequest, office: Office, log: WorkLog): Recorded {
	const { by, handler, activity, title, quantity = 1, dueAt, demand, now, id } = request;
	const instanceId = `T-${monthOf(now, office.zone)}-${request.number}`;
	const bad = badTask(instanceId, request, office, log);
	if (bad !== undefined) return bad;
	const fields = demand === undefined ? request.fields : { ...request.fields, demand };
	const item = newItem({
		itemId: instanceId,
		instanceId,
		startedBy: by,
		handler,
		activity,
		title,
		enteredAt: now,
		dueAt,
	});
	const event = eventOf(item, { type: 'assigned', quantity, fields }, by);
	return rowsOf(log.instance(instanceId), [event], { id, at: now, office });
}

/** Why pieces of a task cannot be told to be done. */
function badCompletion(
	item: Item,
	{ by, quantity, delayReason, comment }: CompleteRequest,
	{ finishedAt, at }: { readonly finishedAt: Instant; readonly at: Instant },
): Refusal | undefined {
	if (item.process !== undefined)
		return refuse('notTask', `${item.itemId}: it is a step, not a task`, 'Record the step.');
	return (
		closed(item, by) ??
		badQuantity(item.itemId, quantity) ??
		badMoment(item, finishedAt, at) ??
		badDelay(item, finishedAt, delayReason) ??
		badRecording(item, { finishedAt, at }, comment)
	);
}

/** Tells that pieces of a task are done; all that is left where no quantity is given. */
export function completeTask(request: CompleteRequest, office: Office, log: WorkLog): Recorded {
	const { by, delayReason, comment, fields } = request;
	const unknown = stranger(office.people, by, 'by');
	if (unknown !== undefined) return unknown;
	const found = itemIn(log, request.instanceId);
	if (isRefusal(found)) return found;
	const { item, instance } = found;
	const at = momentAfter(instance, request.now);
	const finishedAt = request.finishedAt ?? at;
	const bad = badCompletion(item, request, { finishedAt, at });
	if (bad !== undefined) return bad;
	const quantity = request.quantity ?? quantityLeft(item);
	const done = { type: 'completed', quantity, finishedAt, delayReason, comment, fields } as const;
	return rowsOf(instance, [eventOf(item, done, by)], { id: request.id, at, office });
}
