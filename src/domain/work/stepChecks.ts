import type { Instant } from '../kernel/time';
import { closed } from './apply';
import type { Doing } from './doing';
import { heldSince, type Item } from './item';
import { candidates, doerText } from './people';
import type { Office } from './recording';
import { refuse, type Refusal } from './refusal';
import type { StepRequest } from './request';
import { badField } from './stepFields';

/** Whose step it is, and whether they may do it. */
function badHands(
	{ timed, step, item, story }: Doing,
	by: string,
	{ people }: Office,
): Refusal | undefined {
	const is = closed(item, by);
	if (is !== undefined) return is;
	if (candidates(timed.process, step, story, people).some(({ id }) => id === by)) return undefined;
	return refuse(
		'role',
		`${item.itemId}: ${by} may not do "${step.id}", which is for ${doerText(step)}`,
		'Let somebody do it who may, or correct the role in the list of employees.',
	);
}

/** Whether a time of finishing can be, for an item that is recorded at a moment. */
export function badMoment(item: Item, finishedAt: Instant, at: Instant): Refusal | undefined {
	const { itemId } = item;
	const since = heldSince(item);
	if (finishedAt > at || (since ?? at) > at)
		return refuse('future', `${itemId}: its time lies in the future`, 'Record it once it is done.');
	if (since === undefined || finishedAt >= since) return undefined;
	return refuse(
		'beforeStart',
		`${itemId}: it would be finished before it was begun`,
		'Correct finishedAt: the work came in later.',
	);
}

/** That it was done in time is the handler's own word where it is recorded later: that says why. */
export function badRecording(
	{ itemId, dueAt }: Item,
	{ finishedAt, at }: { readonly finishedAt: Instant; readonly at: Instant },
	comment: string | undefined,
): Refusal | undefined {
	if (dueAt === undefined || finishedAt > dueAt || at <= dueAt) return undefined;
	if (comment !== undefined) return undefined;
	return refuse(
		'recordedLate',
		`${itemId}: it is recorded after it was due as finished before, and nothing says why`,
		'Add a comment, or leave finishedAt out.',
	);
}

/** Work that is late says why. */
export function badDelay(
	{ itemId, dueAt }: Item,
	finishedAt: Instant,
	reason: string | undefined,
): Refusal | undefined {
	if (dueAt === undefined || finishedAt <= dueAt || reason !== undefined) return undefined;
	return refuse('delayReason', `${itemId}: it is late, and nothing says why`, 'Add a delayReason.');
}

function badOpinion({ step, item }: Doing, { opinion, comment }: StepRequest): Refusal | undefined {
	const { itemId } = item;
	if (step.opinion && opinion === undefined)
		return refuse(
			'opinion',
			`${itemId}: no opinion is given`,
			'Say whether it is qualified or not.',
		);
	if (!step.opinion && opinion !== undefined)
		return refuse(
			'opinion',
			`${itemId}: "${step.id}" asks for no opinion`,
			'Leave the opinion out.',
		);
	if (opinion !== 'notQualified' || comment !== undefined) return undefined;
	return refuse(
		'comment',
		`${itemId}: it is not qualified, and nothing says why`,
		'Add a comment.',
	);
}

function badReturn({ step, item }: Doing, { opinion, returnTo }: StepRequest): Refusal | undefined {
	if (returnTo === undefined) return undefined;
	const { itemId } = item;
	if (returnTo !== step.returnsTo)
		return refuse(
			'returnTo',
			`${itemId}: "${step.id}" cannot give back to "${returnTo}"`,
			step.returnsTo === undefined ? 'Leave returnTo out.' : `Give back to "${step.returnsTo}".`,
		);
	if (opinion === 'notQualified') return undefined;
	return refuse(
		'returnTo',
		`${itemId}: only what is not qualified is given back`,
		'Leave returnTo out, or say that it is not qualified.',
	);
}

/** Why a step cannot be recorded as it is asked; who comes after is looked at apart. */
export function badStep(doing: Doing, request: StepRequest, office: Office): Refusal | undefined {
	const { item, step, finishedAt, at } = doing;
	const { by, fields, opinion, returnTo, delayReason } = request;
	return (
		badHands(doing, by, office) ??
		badMoment(item, finishedAt, at) ??
		badOpinion(doing, request) ??
		badReturn(doing, request) ??
		badField(item.itemId, step, fields, opinion !== 'notQualified') ??
		(returnTo === undefined
			? (badDelay(item, finishedAt, delayReason) ?? badRecording(item, doing, request.comment))
			: undefined)
	);
}
