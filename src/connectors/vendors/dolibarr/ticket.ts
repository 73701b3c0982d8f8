import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { Item, Unclear } from '../../engine/stream';
import { tellsLast, untold, type Event } from './events';
import { id, link, moment, state } from './values';

export const shape = {
	id,
	status: state,
	datec: moment,
	date_close: moment,
	date_modification: moment,
	fk_user_assign: link,
	fk_user_create: link,
	type_code: z.string().nullish(),
	category_code: z.string().nullish(),
};
export type Ticket = z.infer<z.ZodObject<typeof shape>>;

const closed = 8;
const abandoned = 9;

function statusOf({ status }: Ticket): Item['status'] {
	if (status === abandoned) return 'cancelled';
	return status === closed ? 'done' : 'open';
}

/** What of a ticket is whose work; its handler is the number of a user. */
type Work = Pick<
	Item,
	'status' | 'assignedAt' | 'completedAt' | 'firstResponseAt' | 'resolved' | 'errors'
> & { readonly handler: string | undefined };

const common = (ticket: Ticket) => {
	const status = statusOf(ticket);
	return { status, resolved: status === 'cancelled' ? null : status === 'done' };
};

const isClosing = ({ code }: Event): boolean => code === 'AC_TICKET_CLOSE';
const assigning = 'AC_TICKET_ASSIGNED';
const editing = 'AC_TICKET_MODIFY';

/**
 * When the assignee got the ticket: the agenda notes that it was assigned, not to whom, and the form for editing
 * assigns too. Only where one assignment, or the entry, is left is it known. Code: htdocs/ticket/card.php
 */
function assignmentOf({ datec }: Ticket, before: readonly Event[]): Instant | undefined {
	const moves = before.filter(({ code }) => code === assigning || code === editing);
	const last = moves[moves.length - 1];
	if (last === undefined) return datec;
	const assignments = moves.filter(({ code }) => code === assigning);
	return assignments.length === 1 && last.code === assigning ? last.at : undefined;
}

const answers: ReadonlySet<string> = new Set([
	...['TICKET_MSG', 'TICKET_MSG_SENTBYMAIL', 'AC_TICKET_SENTBYMAIL'],
]);

/** The first message of a user of the house that is not private; who entered the ticket answers it only as its assignee. */
const firstAnswer = (
	ticket: Ticket,
	events: readonly Event[],
	isStaff: (user: string | undefined) => boolean,
): Instant | undefined =>
	events.find(
		({ code, by }) =>
			answers.has(code) &&
			isStaff(by) &&
			(by !== ticket.fk_user_create || by === ticket.fk_user_assign),
	)?.at;

/**
 * Whose the ticket was until an event, and since when; of nobody, or handed on after its first closing, as the form
 * for editing may do, it was of who closed it.
 */
function handlingOf(ticket: Ticket, events: readonly Event[], end: number) {
	const handler = ticket.fk_user_assign;
	const closer = events[end]?.by;
	const later = events.slice(end).map(({ code }) => code);
	// Opening it again is noted as an edit too: where its assignee closed it, nobody else comes into question.
	const isHandedOn = later.includes(assigning) || (later.includes(editing) && closer !== handler);
	if (isHandedOn || handler === undefined) return { handler: closer };
	return { handler, assignedAt: assignmentOf(ticket, events.slice(0, end)) };
}

/** From the assignment to the first closing, by the agenda. */
export function workOf(
	ticket: Ticket,
	events: readonly Event[],
	isStaff: (user: string | undefined) => boolean,
): Work | Unclear {
	const closings = events.filter(isClosing);
	const facts = common(ticket);
	const isClosed = facts.status !== 'open';
	const isTold = tellsLast(closings, ticket.date_close) && (closings.length > 0 || !isClosed);
	if (!isTold) return untold(ticket.id, 'or set Steps to Record Only');
	return {
		...facts,
		...handlingOf(ticket, events, isClosed ? events.findIndex(isClosing) : events.length),
		completedAt: facts.status === 'done' ? closings[0]?.at : undefined,
		firstResponseAt: firstAnswer(ticket, events, isStaff),
		errors: closings.length - Number(isClosed),
	};
}

/** What the record alone tells: the last closing, and that an open ticket was closed before. */
export function lastWorkOf(ticket: Ticket): Work | Unclear {
	const { id: recordId, date_close: completedAt, fk_user_assign: handler } = ticket;
	const facts = common(ticket);
	if (facts.status === 'done' && completedAt === undefined)
		return {
			recordId,
			unclear: 'it is closed, but not when: it was not closed by its button',
			remedy: 'Open it again and close it in Dolibarr',
		};
	const errors = facts.status === 'open' ? Number(completedAt !== undefined) : null;
	return {
		...facts,
		handler,
		errors,
		completedAt: facts.status === 'done' ? completedAt : undefined,
	};
}
