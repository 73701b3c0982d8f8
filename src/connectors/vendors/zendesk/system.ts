import type { List } from '../../engine/page';
import type { Session } from '../../engine/session';
import type { Probe, ProbeContext, System } from '../../engine/stream';
import { readAudits } from './audits';
import { metricEventsList } from './metricEvents';
import { ticketFields } from './ticketFields';
import { exportList, latestStart, tickets } from './tickets';
import { readEmails } from './users';
import { rates } from './rates';

const YEAR = 365 * 86_400_000;

const firstRows = async <Body, Row>(
	session: Session,
	list: List<Body, Row>,
): Promise<readonly Row[]> => list.rows(await session.ask({ ...list, request: list.first }));

async function someTicket(session: Session, { now }: ProbeContext): Promise<void> {
	const [ticket] = await firstRows(session, exportList(session, now - YEAR, 1));
	if (!ticket) return;
	await readAudits(session, ticket.id);
	if (ticket.assignee_id) await readEmails(session, [ticket.assignee_id]);
}

const probes: readonly Probe[] = [
	{ reads: 'tickets, their audits and assignees', run: someTicket },
	{
		reads: 'ticket metric events',
		run: async (session, { now }) =>
			await firstRows(session, metricEventsList(session, latestStart(now))),
	},
];

export const zendesk: System = {
	id: 'zendesk',
	label: 'Zendesk',
	credential: 'performanceZendeskApi',
	appCredential: 'performanceZendeskOAuth2Api',
	streams: [tickets],
	rates,
	atOnce: 4,
	probes,
	lookups: { ticketFields },
};
