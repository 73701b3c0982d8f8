import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { furtherFields, handlerAs, lookBackDays } from '../../engine/commonParameters';
import { momentOf } from '../../engine/moment';
import type { List } from '../../engine/page';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { defineStream, type Job, type Opened } from '../../engine/stream';
import { readEmails } from './agents';
import { nextLink } from './paging';
import { explain } from './refusal';
import { ticketItem, ticketWire, type Ticket } from './ticket';

const wire = z.array(ticketWire);
type Body = z.infer<typeof wire>;

/** Freshdesk gives no page after this one. */
const mostPages = 300;
const about = 'Freshdesk tickets';

/** Seconds, as Freshdesk keeps times, never later than asked. */
const seconds = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/**
 * Where the list goes on: anew from the last ticket's update, so that one that is changed meanwhile pushes no
 * other past a page, and the cap of pages is not met; by page only among tickets of one second.
 */
function onward(link: string, from: Instant, last: Ticket | undefined): string {
	const next = new URL(link);
	if (last === undefined)
		throw lacking(about, 'a page is empty, though it says that more come', 'Try again later');
	const since = momentOf(next.searchParams.get('updated_since')) ?? from;
	const reached = momentOf(last.updated_at);
	if (reached !== undefined && seconds(reached) > seconds(since)) {
		next.searchParams.set('updated_since', seconds(reached));
		next.searchParams.set('page', '1');
	} else if (Number(next.searchParams.get('page')) > mostPages) {
		const found = `more than ${mostPages} pages of tickets were updated in one second, more than Freshdesk gives`;
		throw lacking(about, found, 'Set Look Back (Days) so that reading starts after that second');
	}
	return next.href;
}

/** Docs: developers.freshdesk.com → API → List All Tickets; without updated_since only those of 30 days come. */
export const ticketsList = (
	session: Session,
	from: Instant,
	perPage = 100,
): List<Body, Ticket> => ({
	about,
	wire,
	explain,
	first: {
		method: 'GET',
		url: `${session.baseUrl}/api/v2/tickets`,
		query: {
			updated_since: seconds(from),
			order_by: 'updated_at',
			order_type: 'asc',
			include: 'stats',
			per_page: String(perPage),
			page: '1',
		},
	},
	rows: (body) => body,
	neverEmpty: true,
	paging: {
		kind: 'link',
		next: (body, headers) => {
			const link = nextLink(headers);
			return link === undefined ? undefined : onward(link, from, body[body.length - 1]);
		},
	},
});

async function openTickets({ session, settings }: Job): Promise<Opened<Body, Ticket>> {
	const byEmail = settings.text('handlerAs') === 'email';
	let emails: Promise<ReadonlyMap<number, string>> | undefined;
	const groups = settings.words('groups');
	const fields = settings.fields('fields');
	return {
		list: (window) => ticketsList(session, window.from),
		id: ({ id }) => String(id),
		updated: (ticket) => momentOf(ticket.updated_at),
		batch: 100,
		items: async (rows) => {
			if (byEmail) emails ??= readEmails(session);
			const known = await emails;
			const accountOf = (id: number): string => known?.get(id) ?? String(id);
			return rows
				.filter(({ group_id: id }) => groups.length === 0 || groups.includes(String(id)))
				.map((ticket) => ticketItem(ticket, session.baseUrl, fields, accountOf));
		},
	};
}

export const tickets = defineStream({
	id: 'tickets',
	label: 'Tickets',
	description: 'Tickets by agent, with due date, first response and resolving',
	area: 'support',
	activity: 'supportTicket',
	parameters: [
		{
			name: 'groups',
			label: 'Groups',
			description: 'Whose tickets count; empty: those of all groups',
			kind: 'list',
			default: [],
			lookup: 'groups',
		},
		handlerAs,
		furtherFields('custom fields', 'e.g. cf_region', 'ticketFields'),
		lookBackDays,
	],
	notice:
		'Freshdesk tells no time of assignment: evidence leaves it out. A ticket counts for its agent of now, at the resolving that Freshdesk keeps; errors are 1 if it was opened again, however often. Archived and deleted tickets are not listed. It tells no pauses and no reason for a delay.',
	open: openTickets,
});
