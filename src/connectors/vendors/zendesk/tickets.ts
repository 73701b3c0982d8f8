import { z } from 'zod';
import { furtherFields, handlerAs, lookBackDays } from '../../engine/commonParameters';
import type { List } from '../../engine/page';
import type { Session } from '../../engine/session';
import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import { withPauses } from './metricEvents';
import { explain } from './refusal';
import { ticketWire, type Ticket } from './ticket';
import { ticketItem } from './ticketItem';
import { emailBook, usersBatch, type EmailBook } from './users';

const wire = z.object({
	tickets: z.array(ticketWire),
	after_cursor: z.string().nullish(),
	end_of_stream: z.boolean(),
});
type Body = z.infer<typeof wire>;

/** Changes of the last minute are left out by the export, which refuses a later start. */
const lagMs = 60_000;
export const latestStart = (now: number): number => now - 2 * lagMs;

/** Docs: developer.zendesk.com → Incremental Exports → Incremental Ticket Export, Cursor Based */
export function exportList(session: Session, from: number, perPage = 1000): List<Body, Ticket> {
	const fixed = { include: 'metric_sets', per_page: String(perPage) };
	return {
		about: 'Zendesk tickets',
		wire,
		explain,
		first: {
			method: 'GET',
			url: `${session.baseUrl}/api/v2/incremental/tickets/cursor.json`,
			query: { start_time: String(Math.floor(from / 1000)), ...fixed },
		},
		rows: (body) => body.tickets,
		neverEmpty: true,
		paging: {
			kind: 'cursor',
			next: (body) => (body.end_of_stream ? undefined : (body.after_cursor ?? undefined)),
			put: (request, cursor) => ({ ...request, query: { cursor, ...fixed } }),
		},
	};
}

type Found = Item | Unclear;

/** Puts the e-mail address in place of the user id, where it is known. */
async function named(found: readonly Found[], emails: EmailBook): Promise<readonly Found[]> {
	const idOf = (one: Found): number | undefined =>
		'handler' in one && one.handler ? Number(one.handler) : undefined;
	const known = await emails(found.flatMap((one) => idOf(one) ?? []));
	return found.map((one) => {
		const email = known.get(idOf(one) ?? 0);
		return email === undefined ? one : { ...one, handler: email };
	});
}

async function openTickets(job: Job): Promise<Opened<Body, Ticket>> {
	const { session, settings } = job;
	const emails = emailBook(session);
	const byEmail = settings.text('handlerAs') === 'email';
	const wanted = settings.fields('fields');

	async function items(rows: readonly Ticket[]): Promise<readonly Found[]> {
		const found: Found[] = [];
		for (const ticket of rows) {
			const item = await ticketItem(ticket, session, wanted);
			if (item) found.push(item);
		}
		return byEmail ? await named(found, emails) : found;
	}

	return {
		lagMs,
		list: (window) => exportList(session, Math.min(window.from, latestStart(job.now))),
		id: (ticket) => String(ticket.id),
		updated: ({ generated_timestamp: generated, updated_at }) =>
			generated ? generated * 1000 : Date.parse(updated_at),
		batch: usersBatch,
		items,
		...(settings.flag('pauses')
			? { finish: async (all) => await withPauses(session, all, latestStart(job.now)) }
			: {}),
	};
}

export const tickets = defineStream({
	id: 'tickets',
	label: 'Tickets',
	description: 'Tickets by assignee, from assignment to the first solving',
	area: 'support',
	activity: 'supportTicket',
	parameters: [
		handlerAs,
		{
			name: 'pauses',
			label: 'Read Pauses',
			description:
				'Whether to read when a ticket was pending or on hold, so that the wait for a customer does not count; takes further requests of the ten a minute that Zendesk allows for exports',
			kind: 'boolean',
			default: true,
		},
		furtherFields('custom fields', 'e.g. 360012345678', 'ticketFields'),
		lookBackDays,
	],
	notice:
		'A ticket counts for its assignee at the first solving; errors are how often it was opened again. Zendesk tells no reason for a delay, and a due date only for tickets of type task.',
	open: openTickets,
});
