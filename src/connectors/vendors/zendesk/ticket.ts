import { z } from 'zod';
import type { FieldName } from '../../engine/parameters';
import type { EvidenceRecord } from '../../../domain/evidence/record';
import { momentOf } from '../../engine/moment';

const metricSet = z.object({
	assigned_at: z.string().nullish(),
	solved_at: z.string().nullish(),
	reopens: z.number().nullish(),
	reply_time_in_minutes: z.object({ calendar: z.number().nullish() }).nullish(),
});

export const ticketWire = z.object({
	id: z.number(),
	status: z.string(),
	assignee_id: z.number().nullish(),
	created_at: z.string(),
	updated_at: z.string(),
	generated_timestamp: z.number().nullish(),
	due_at: z.string().nullish(),
	tags: z.array(z.string()).nullish(),
	custom_fields: z.array(z.object({ id: z.number(), value: z.unknown() })).nullish(),
	metric_set: metricSet.nullish(),
});
export type Ticket = z.infer<typeof ticketWire>;

/** The loser of a merge is closed with this tag: it was not solved. */
const mergeTag = 'closed_by_merge';
const solved: ReadonlySet<string> = new Set(['solved', 'closed']);

export const isSolved = (status: string): boolean => solved.has(status);

export function statusOf({ status, tags }: Ticket): EvidenceRecord['status'] {
	if (status === 'deleted' || tags?.includes(mergeTag)) return 'cancelled';
	return isSolved(status) ? 'done' : 'open';
}

export const times = ({ metric_set: metrics, created_at, due_at }: Ticket) => {
	const reply = metrics?.reply_time_in_minutes?.calendar;
	const created = momentOf(created_at);
	return {
		assignedAt: momentOf(metrics?.assigned_at),
		solvedAt: momentOf(metrics?.solved_at),
		dueAt: momentOf(due_at),
		firstResponseAt:
			created === undefined || reply === null || reply === undefined
				? undefined
				: created + reply * 60_000,
	};
};

/** The metrics tell only the last assignment and the last solving: who had it before is in the audits. */
export function needsAudits(ticket: Ticket): boolean {
	if (statusOf(ticket) === 'cancelled') return false;
	const { assignedAt, solvedAt } = times(ticket);
	const reassigned =
		isSolved(ticket.status) &&
		assignedAt !== undefined &&
		solvedAt !== undefined &&
		assignedAt > solvedAt;
	return reassigned || (ticket.metric_set?.reopens ?? 0) > 0;
}

type FieldValue = string | number | boolean | null;
const isPlain = (value: unknown): value is FieldValue =>
	value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** Custom fields by their number; only those asked for. */
export const fieldsOf = (
	ticket: Ticket,
	wanted: readonly FieldName[],
): { [name: string]: FieldValue } =>
	Object.fromEntries(
		(ticket.custom_fields ?? []).flatMap(({ id, value }): [string, FieldValue][] => {
			const name = wanted.find(({ from }) => from === String(id))?.as;
			return name !== undefined && isPlain(value) ? [[name, value]] : [];
		}),
	);
