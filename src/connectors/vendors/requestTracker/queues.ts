import { z } from 'zod';
import { lacking, outcomeOf } from '../../engine/problem';
import { withQuery, type List } from '../../engine/page';
import type { Session } from '../../engine/session';
import { mostRows, rest } from './read';
import { explain } from './refusal';
import { anyOf } from './ticketSql';
import { id } from './wire';

const queue = z.object({ id, Name: z.string().nullish() });
const wire = z.object({ items: z.array(queue) });
export type Queue = z.infer<typeof queue>;

/** Those that the user may see. Code: RT/REST2/Resource/Queues.pm */
export const queuesList = (session: Session): List<z.infer<typeof wire>, Queue> => ({
	about: 'Request Tracker queues',
	wire,
	explain,
	first: {
		method: 'GET',
		url: rest(session, '/queues/all'),
		query: { fields: 'Name', orderby: 'Name', per_page: String(mostRows) },
	},
	rows: (body) => body.items,
	paging: { kind: 'page', first: 1, put: (request, page) => withQuery(request, { page }) },
});

/** A search by the name of a queue that is not there finds nothing, without a word: it is asked for itself. */
async function readQueue(session: Session, wanted: string): Promise<Queue> {
	const about = `Request Tracker queue ${wanted.slice(0, 60)}`;
	const url = rest(session, `/queue/${encodeURIComponent(wanted)}`);
	const read = await outcomeOf(
		session.ask({ about, wire: queue, explain, request: { method: 'GET', url } }),
	);
	if (read.ok) return read.value;
	const { status } = read.error.problem;
	if (status !== 403 && status !== 404) throw read.error;
	const remedy = 'Choose in Queues one that the user may see, or grant the user SeeQueue on it';
	throw lacking(about, 'there is no such queue, or the user may not see it', remedy);
}

/** TicketSQL for the tickets of these queues. */
export async function inQueues(session: Session, wanted: readonly string[]): Promise<string> {
	const terms: string[] = [];
	for (const one of wanted) terms.push(`Queue = ${(await readQueue(session, one)).id}`);
	return anyOf(terms);
}
