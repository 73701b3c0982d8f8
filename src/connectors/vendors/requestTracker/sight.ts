import { z } from 'zod';
import { outcomeOf, SourceProblem } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { rest, ticketsList } from './read';
import { explain } from './refusal';
import type { Ticket } from './ticket';

/** A missing right, told as one, so that a test of the credential goes on and names them all. */
export const missingRight = (about: string, found: string, remedy: string): SourceProblem =>
	new SourceProblem({ kind: 'refused', status: 403, about, found, remedy });

/** The first ticket of all: refused where there is one that the user may not see. */
async function isNone(session: Session, about: string): Promise<boolean> {
	const request = { method: 'GET' as const, url: rest(session, '/ticket/1') };
	const read = await outcomeOf(session.ask({ about, wire: z.unknown(), explain, request }));
	if (!read.ok && ![403, 404].includes(read.error.problem.status ?? 0)) throw read.error;
	return read.ok || read.error.problem.status === 404;
}

/** A ticket that the user sees; undefined: there is none. A list leaves out, without a word, what the user may not see. */
export async function someTicket(session: Session): Promise<Ticket | undefined> {
	const list = ticketsList(session, { where: 'id > 0', perPage: 1 });
	const [ticket] = (await session.ask({ ...list, request: list.first })).items;
	if (ticket || (await isNone(session, list.about))) return ticket;
	throw missingRight(
		list.about,
		'there are tickets, but the user sees none',
		'Grant the user ShowTicket (View ticket summaries) on each queue whose tickets count',
	);
}
