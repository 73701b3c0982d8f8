import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import { readHistories } from './history';
import { inQueues } from './queues';
import { ticketsList, type Tickets } from './read';
import { someTicket } from './sight';
import { statusParameters, statusRules } from './statuses';
import { asked, type Ticket } from './ticket';
import { ticketItem, type Reading } from './ticketItem';
import { updatedSince } from './ticketSql';
import { handlerAs, readNobody, userBook } from './users';

async function openTickets({ session, settings }: Job): Promise<Opened<Tickets, Ticket>> {
	await someTicket(session);
	const wanted = settings.words('queues');
	const queues = wanted.length === 0 ? undefined : await inQueues(session, wanted);
	const fields = settings.fields('fields');
	const reading: Reading = {
		rules: statusRules(session, settings),
		nobody: await readNobody(session),
		userOf: userBook(session, settings.text('handlerAs')),
		fields,
		baseUrl: session.baseUrl,
	};
	return {
		list: ({ from }) =>
			ticketsList(session, {
				where: [updatedSince(from), ...(queues ? [queues] : [])].join(' AND '),
				fields: asked(fields),
			}),
		id: (ticket) => String(ticket.id),
		updated: (ticket) => ticket.LastUpdated,
		batch: 50,
		items: async (rows) => {
			const historyOf = await readHistories(
				session,
				rows.map(({ id }) => id),
			);
			const found: (Item | Unclear)[] = [];
			for (const row of rows) found.push(await ticketItem(row, historyOf(row.id), reading));
			return found;
		},
	};
}

export const tickets = defineStream({
	id: 'tickets',
	label: 'Tickets',
	description: 'Tickets by owner, from assignment to the first closing',
	area: 'support',
	activity: 'supportTicket',
	parameters: [
		{
			name: 'queues',
			label: 'Queues',
			description: 'Whose tickets count; empty: those of all queues that the user sees',
			kind: 'list',
			default: [],
			lookup: 'queues',
		},
		...statusParameters,
		handlerAs,
		furtherFields('fields of tickets', 'e.g. Priority, Region', 'ticketFields'),
		lookBackDays,
	],
	notice:
		'A ticket counts for its owner at the first closing; errors are how often it was opened again, by customers who answered too. Deleted and merged tickets are not listed. A user who may see only some queues gets only their tickets, without an error. Request Tracker tells no reasons for a delay.',
	open: openTickets,
});
