import type { FieldName } from '../../engine/parameters';
import type { Session } from '../../engine/session';
import { stepsOf } from '../../engine/steps';
import type { Item, Unclear } from '../../engine/stream';
import { readAudits } from './audits';
import { fieldsOf, isSolved, needsAudits, statusOf, times, type Ticket } from './ticket';

const unsolved = (recordId: string): Unclear => ({
	recordId,
	unclear: 'it is solved, but neither its metrics nor its audits tell when',
	remedy: 'Give the account of the credential the right to read ticket metrics and audits',
});

/** What the export itself tells. */
function toldByMetrics(ticket: Ticket, baseUrl: string, fields: readonly FieldName[]): Item {
	const status = statusOf(ticket);
	const { solvedAt, ...told } = times(ticket);
	return {
		recordId: String(ticket.id),
		recordUrl: `${baseUrl}/agent/tickets/${ticket.id}`,
		status,
		handler: ticket.assignee_id ? String(ticket.assignee_id) : null,
		...told,
		completedAt: solvedAt,
		resolved: status === 'cancelled' ? null : status === 'done',
		errors: ticket.metric_set?.reopens ?? null,
		fields: fieldsOf(ticket, fields),
	};
}

/** The same, with who had it when from the audits; undefined: deleted since it was listed. */
async function toldByAudits(
	item: Item,
	ticket: Ticket,
	session: Session,
): Promise<Item | undefined> {
	const history = await readAudits(session, ticket.id);
	if (!history) return undefined;
	const steps = stepsOf(history('assignee_id'), history('status'), isSolved);
	return {
		...item,
		handler: steps.owner ?? null,
		assignedAt: steps.assignedAt,
		completedAt: steps.closedAt,
		errors: steps.reopened,
	};
}

/** Handlers are user ids. */
export async function ticketItem(
	ticket: Ticket,
	session: Session,
	fields: readonly FieldName[],
): Promise<Item | Unclear | undefined> {
	const told = toldByMetrics(ticket, session.baseUrl, fields);
	const item = needsAudits(ticket) ? await toldByAudits(told, ticket, session) : told;
	const unclear = item?.status === 'done' && item.completedAt === undefined;
	return unclear ? unsolved(item.recordId) : item;
}
