import type { Session } from '../../engine/session';
import type { Probe } from '../../engine/stream';
import { readHistories } from './history';
import { missingRight, someTicket } from './sight';
import { readNobody } from './users';

async function ticketWithHistory(session: Session): Promise<void> {
	const ticket = await someTicket(session);
	if (!ticket) return;
	const rows = (await readHistories(session, [ticket.id]))(ticket.id);
	if (!rows.some(({ Type }) => Type === 'Create'))
		throw missingRight(
			'Request Tracker histories of tickets',
			`the creation of ticket ${ticket.id} is missing`,
			'Grant the user ShowTicket (View ticket summaries) on its queue',
		);
	if (!ticket.Queue.Name)
		throw missingRight(
			'Request Tracker queues',
			`the user may not see the queue of ticket ${ticket.id}`,
			'Grant the user SeeQueue (View queue) on each queue whose tickets count',
		);
}

export const probes: readonly Probe[] = [
	{ reads: 'users', run: readNobody },
	{ reads: 'tickets, their histories and queues', run: ticketWithHistory },
];
