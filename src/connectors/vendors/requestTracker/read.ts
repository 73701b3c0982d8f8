import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { withQuery, type List } from '../../engine/page';
import type { Session } from '../../engine/session';
import { explain } from './refusal';
import { asked, ticketWire, type Ticket } from './ticket';
import { anyOf } from './ticketSql';
import { id, moment, reference, text } from './wire';

export const rest = (session: Session, path: string): string =>
	`${session.baseUrl}/REST/2.0${path}`;

/** More rows a page are cut without a word. */
export const mostRows = 100;

const uncounted: Refusal = {
	found: 'it does not count tickets for this user, and leaves some out after it has cut the pages',
	remedy:
		'Grant the user ShowTicket for all queues (Admin → Global → User Rights), or have $UseSQLForACLChecks switched on in the configuration of Request Tracker',
};
const isUncounted = z.object({ total: z.null() });

export interface Asked {
	/** TicketSQL. */
	readonly where: string;
	/** Absent: those that a stream needs itself. */
	readonly fields?: readonly string[];
	readonly perPage?: number;
}

const ticketsWire = z.object({ items: z.array(ticketWire), total: z.number() });
export type Tickets = z.infer<typeof ticketsWire>;

/** Tickets by number: one that is changed meanwhile does not move. Deleted and merged ones do not come. Code: RT/Tickets.pm, FromSQL */
export function ticketsList(
	session: Session,
	{ where, fields = asked([]), perPage = mostRows }: Asked,
): List<Tickets, Ticket> {
	const after = (last: string) => ({ query: `id > ${last} AND ${where}` });
	return {
		about: 'Request Tracker tickets',
		wire: ticketsWire,
		explain: (status, body) =>
			isUncounted.safeParse(body).success ? uncounted : explain(status, body),
		first: {
			method: 'GET',
			url: rest(session, '/tickets'),
			query: {
				...after('0'),
				fields: fields.join(','),
				'fields[Owner]': 'id',
				'fields[Queue]': 'id,Name',
				'fields[Requestor]': 'id',
				...{ orderby: 'id', order: 'ASC', per_page: String(perPage) },
			},
		},
		rows: (body) => body.items,
		expected: (body) => body.total,
		paging: {
			kind: 'keyset',
			key: (ticket) => String(ticket.id),
			put: (request, last) => withQuery(request, after(last)),
			more: (body) => body.items.length < body.total,
		},
	};
}

const transaction = z.object({
	id,
	ObjectId: id,
	Type: z.string(),
	Field: text,
	OldValue: text,
	NewValue: text,
	Created: moment,
	Creator: reference,
});
export type Transaction = z.infer<typeof transaction>;
const transactions = z.object({ items: z.array(transaction) });

/** Kinds that whoever sees a ticket sees: others are left out of a page that is already cut. */
const told = anyOf([
	...["Type = 'Create'", "Type = 'Correspond'"],
	...["Field = 'Status'", "Field = 'Owner'"],
]);

/**
 * What happened to some tickets, in order. Transactions are not counted: the list ends with an empty page. Code:
 * RT/Transactions.pm, FromSQL
 */
export function transactionsList(
	session: Session,
	tickets: readonly number[],
): List<z.infer<typeof transactions>, Transaction> {
	const which = anyOf(tickets.map((ticket) => `ObjectId = ${ticket}`));
	const after = (last: string) => ({
		query: `ObjectType = 'RT::Ticket' AND ${which} AND ${told} AND id > ${last}`,
	});
	return {
		about: 'Request Tracker histories of tickets',
		wire: transactions,
		explain,
		first: {
			method: 'GET',
			url: rest(session, '/transactions'),
			query: {
				...after('0'),
				fields: 'ObjectId,Type,Field,OldValue,NewValue,Created,Creator',
				'fields[Creator]': 'id',
				...{ orderby: 'id', order: 'ASC', per_page: String(mostRows) },
			},
		},
		rows: (body) => body.items,
		paging: {
			kind: 'keyset',
			key: (row) => String(row.id),
			put: (request, last) => withQuery(request, after(last)),
		},
	};
}
