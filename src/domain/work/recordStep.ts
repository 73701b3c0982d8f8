import { doingOf, itemOfStep, type Doing } from './doing';
import type { WorkEvent } from './event';
import type { WorkLog } from './log';
import { handlerOf } from './nextHandler';
import { stranger } from './people';
import type { Step } from './process';
import { dueOf, eventOf, exactly, rowsOf, type Office, type Recorded } from './recording';
import { isRefusal, type Refusal } from './refusal';
import type { StepRequest } from './request';
import { badStep } from './stepChecks';

/** The step that comes after: the one it is given back to, the following, or none. */
function stepAfter({ timed, step }: Doing, { opinion, returnTo }: StepRequest): Step | undefined {
	const { steps } = timed.process;
	if (returnTo !== undefined) return steps.find(({ id }) => id === returnTo);
	return opinion === 'notQualified' ? undefined : steps[steps.indexOf(step) + 1];
}

/** The step after, opened for its handler: anew, or again with the time away as a pause. */
function opening(
	{ instance, timed, item, at }: Doing,
	after: Step,
	handler: string,
	by: string,
): WorkEvent {
	const { instanceId, title } = item;
	const known = instance.items.get(`${instanceId}/${after.id}`);
	const again = known?.handler === handler ? known : undefined;
	const away = again && { from: again.leftAt ?? at, to: at, reason: '' };
	const enteredAt = again?.enteredAt ?? at;
	const pauses = away === undefined ? [] : [...(again?.pauses ?? []), away];
	const dueAt = exactly(dueOf(after, timed.clock, enteredAt, pauses));
	const opened = itemOfStep(timed, after, {
		instanceId,
		title,
		startedBy: by,
		handler,
		enteredAt,
		dueAt,
	});
	return eventOf(opened, { type: 'started' }, by);
}

/** What is given back is said to hold an error of who had it; it counts once a second person confirms it. */
function errorOf({ instance, item }: Doing, { by, comment, returnTo }: StepRequest): WorkEvent[] {
	const returned = instance.items.get(`${item.instanceId}/${returnTo ?? ''}`);
	if (returned === undefined || returned.handler === by) return [];
	return [eventOf(returned, { type: 'errorReported', comment }, by)];
}

function doneOf(
	{ item, finishedAt }: Doing,
	request: StepRequest,
	nextHandler: string | undefined,
): WorkEvent {
	const { by, opinion, comment, fields, returnTo, delayReason } = request;
	const said = { opinion, comment, nextHandler, fields };
	return returnTo === undefined
		? eventOf(item, { type: 'finished', finishedAt, delayReason, ...said }, by)
		: eventOf(item, { type: 'returned', returnTo, ...said }, by);
}

function eventsOf(
	doing: Doing,
	request: StepRequest,
	office: Office,
): readonly WorkEvent[] | Refusal {
	const { by } = request;
	const begun = doing.instance.items.has(doing.item.itemId)
		? []
		: [eventOf(doing.item, { type: 'started' }, by)];
	const after = stepAfter(doing, request);
	if (after === undefined) return [...begun, doneOf(doing, request, undefined)];
	const next = handlerOf(after, doing, request, office);
	if (isRefusal(next)) return next;
	return [
		...begun,
		doneOf(doing, request, next.handler),
		opening(doing, after, next.handler, by),
		...errorOf(doing, request),
	];
}

/** Finishes or gives back a step, or starts an instance with its first one: the rows to append. */
export function recordStep(request: StepRequest, office: Office, log: WorkLog): Recorded {
	const unknown = stranger(office.people, request.by, 'by');
	if (unknown !== undefined) return unknown;
	const doing = doingOf(request, office, log);
	if (isRefusal(doing)) return doing;
	const events = badStep(doing, request, office) ?? eventsOf(doing, request, office);
	if (isRefusal(events)) return events;
	return rowsOf(doing.instance, events, { id: request.id, at: doing.at, office });
}
