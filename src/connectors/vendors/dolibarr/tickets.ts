import { z } from 'zod';
import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import type { Parameter } from '../../engine/system';
import { readEvents, steps } from './events';
import { changedSince, keptFields, recordsList, webUrl, withKept } from './records';
import { checkScope } from './scope';
import { lastWorkOf, shape, workOf, type Ticket } from './ticket';
import { handlerAs, userBook } from './users';

export const records = {
	what: 'tickets',
	path: 'tickets',
	wire: z.object(shape),
	properties: Object.keys(shape),
} as const;

const several = (name: string, label: string, what: string, lookup: string): Parameter => ({
	...{ name, label, kind: 'list', default: [], lookup },
	description: `Tickets of which ${what} count; empty: all`,
});

const parameters: readonly Parameter[] = [
	several('types', 'Types', 'types', 'ticketTypes'),
	several('groups', 'Groups', 'groups', 'ticketGroups'),
	steps('The last closing, by the record alone: tells no assignment, first response or reopening'),
	handlerAs,
	furtherFields('fields of tickets', 'e.g. severity_code, ref', 'ticketFields'),
	lookBackDays,
];

async function openTickets(job: Job): Promise<Opened<readonly Ticket[], Ticket>> {
	const { session, settings, since } = job;
	const byAgenda = settings.text('steps') === 'agenda';
	await checkScope(session, byAgenda ? ['customers', 'agenda'] : ['customers']);
	const kept = settings.fields('fields');
	const filters = [changedSince(since)];
	const list = await recordsList(session, { ...records, filters, ...withKept(shape, kept) });
	const users = userBook(session, settings.text('handlerAs'));
	const [types, groups] = [settings.words('types'), settings.words('groups')];
	const counts = ({ type_code: type, category_code: group }: Ticket): boolean =>
		(types.length === 0 || types.includes(type ?? '')) &&
		(groups.length === 0 || groups.includes(group ?? ''));

	const works = async (tickets: readonly Ticket[]) => {
		if (!byAgenda) return tickets.map((ticket) => lastWorkOf(ticket));
		const ids = tickets.map((ticket) => ticket.id);
		const eventsOf = await readEvents(session, 'ticket', ids);
		const isStaff = await users.staff();
		return tickets.map((ticket) => workOf(ticket, eventsOf(ticket.id), isStaff));
	};

	return {
		list: () => list,
		id: (ticket) => ticket.id,
		updated: (ticket) => ticket.date_modification,
		batch: 50,
		items: async (rows) => {
			const tickets = rows.filter(counts);
			const found = await works(tickets);
			const accountOf = await users.accounts();
			return found.map((work, at): Item | Unclear => {
				const ticket = tickets[at];
				if ('unclear' in work || ticket === undefined) return work as Unclear;
				return {
					...work,
					recordId: ticket.id,
					recordUrl: `${webUrl(session)}/ticket/card.php?id=${ticket.id}`,
					handler: accountOf(work.handler),
					fields: keptFields(ticket, kept),
				};
			});
		},
	};
}

export const tickets = defineStream({
	id: 'tickets',
	label: 'Tickets',
	description: 'Tickets by assignee, from the assignment to the first closing',
	area: 'support',
	activity: 'supportTicket',
	parameters,
	notice:
		'Steps are read from the events that the module Agenda notes by itself; a ticket without them makes the coverage incomplete. It notes that a ticket was assigned, not to whom: where it was assigned more than once, or edited afterwards, the time of assignment is left out. Errors are how often a closed ticket was opened again. Dolibarr tells no due dates, no pauses (it does not keep when a ticket waited) and no reasons for a delay.',
	open: openTickets,
});
