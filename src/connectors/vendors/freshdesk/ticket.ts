import { z } from 'zod';
import { momentOf } from '../../engine/moment';
import type { FieldName } from '../../engine/parameters';
import type { Item, Unclear } from '../../engine/stream';

const time = z.string().nullish();

export const ticketWire = z.object({
	id: z.number(),
	status: z.number(),
	responder_id: z.number().nullish(),
	group_id: z.number().nullish(),
	updated_at: z.string(),
	due_by: time,
	spam: z.boolean().nullish(),
	deleted: z.boolean().nullish(),
	custom_fields: z.record(z.unknown()).nullish(),
	stats: z
		.object({
			first_responded_at: time,
			resolved_at: time,
			closed_at: time,
			reopened_at: time,
		})
		.nullish(),
});
export type Ticket = z.infer<typeof ticketWire>;

/** Resolved and closed; an account's own statuses, 6 and up, are open. */
const done: ReadonlySet<number> = new Set([4, 5]);

function statusOf({ status, spam, deleted }: Ticket): Item['status'] {
	if (spam === true || deleted === true) return 'cancelled';
	return done.has(status) ? 'done' : 'open';
}

type FieldValue = string | number | boolean | null;
const isPlain = (value: unknown): value is FieldValue =>
	value === null || ['string', 'number', 'boolean'].includes(typeof value);

const fieldsOf = ({ custom_fields: own }: Ticket, wanted: readonly FieldName[]) =>
	Object.fromEntries(
		wanted.flatMap(({ from, as }): [string, FieldValue][] => {
			const value = own?.[from];
			return isPlain(value) ? [[as, value]] : [];
		}),
	);

const unresolved = (recordId: string): Unclear => ({
	recordId,
	unclear: 'it is resolved, but its statistics do not tell when',
	remedy: 'Look at it in Freshdesk and set its status again',
});

/** Of reopenings Freshdesk keeps only the last: at least one, or none. */
const reopened = ({ stats }: Ticket): number | null =>
	stats ? Number(momentOf(stats.reopened_at) !== undefined) : null;

/** Freshdesk keeps no time of assignment. */
export function ticketItem(
	ticket: Ticket,
	baseUrl: string,
	wanted: readonly FieldName[],
	accountOf: (id: number) => string,
): Item | Unclear {
	const { id, stats, responder_id: agent } = ticket;
	const status = statusOf(ticket);
	const recordId = String(id);
	const completedAt = momentOf(stats?.resolved_at) ?? momentOf(stats?.closed_at);
	if (status === 'done' && completedAt === undefined) return unresolved(recordId);
	return {
		recordId,
		recordUrl: `${baseUrl}/a/tickets/${recordId}`,
		status,
		handler: agent ? accountOf(agent) : null,
		completedAt: status === 'done' ? completedAt : undefined,
		dueAt: momentOf(ticket.due_by),
		firstResponseAt: momentOf(stats?.first_responded_at),
		resolved: status === 'cancelled' ? null : status === 'done',
		errors: reopened(ticket),
		fields: fieldsOf(ticket, wanted),
	};
}
