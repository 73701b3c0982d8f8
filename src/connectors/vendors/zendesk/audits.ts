import { z } from 'zod';
import { momentOf } from '../../engine/moment';
import { withQuery, type List } from '../../engine/page';
import { outcomeOf, type SourceProblem } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Change } from '../../engine/steps';
import { explain } from './refusal';

const wire = z.object({
	audits: z.array(
		z.object({
			id: z.number(),
			created_at: z.string(),
			events: z.array(
				z.object({ type: z.string(), field_name: z.string().nullish(), value: z.unknown() }),
			),
		}),
	),
	meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish(),
});
type Body = z.infer<typeof wire>;
type Audit = Body['audits'][number];

/** Docs: developer.zendesk.com → Ticket Audits → List Audits for a Ticket */
const auditsList = (session: Session, ticket: number): List<Body, Audit> => ({
	about: `Zendesk audits of ticket ${ticket}`,
	wire,
	explain,
	first: {
		method: 'GET',
		url: `${session.baseUrl}/api/v2/tickets/${ticket}/audits.json`,
		query: { 'page[size]': '100' },
	},
	rows: (body) => body.audits,
	paging: {
		kind: 'cursor',
		next: ({ meta }) => (meta?.has_more ? (meta.after_cursor ?? undefined) : undefined),
		put: (request, after) => withQuery(request, { 'page[after]': after }),
	},
});

export type History = (field: 'assignee_id' | 'status') => readonly Change[];

/** A ticket whose audits are not found is gone only if it is not found itself. */
async function isGone(session: Session, ticket: number, error: SourceProblem): Promise<boolean> {
	if (error.problem.status !== 404) return false;
	const url = `${session.baseUrl}/api/v2/tickets/${ticket}.json`;
	const about = `Zendesk ticket ${ticket}`;
	const request = { method: 'GET', url } as const;
	const there = await outcomeOf(session.ask({ about, wire: z.unknown(), explain, request }));
	if (!there.ok && there.error.problem.status !== 404) throw there.error;
	return !there.ok;
}

/** What a ticket's audits say of a field, oldest first; undefined: the ticket is gone meanwhile. */
export async function readAudits(session: Session, ticket: number): Promise<History | undefined> {
	const read = await outcomeOf(session.all(auditsList(session, ticket)));
	if (!read.ok && (await isGone(session, ticket, read.error))) return undefined;
	if (!read.ok) throw read.error;
	const audits = [...read.value].sort((a, b) => a.id - b.id);
	return (field) =>
		audits.flatMap(({ created_at, events }) =>
			events
				.filter((event) => event.field_name === field && /^(Create|Change)$/.test(event.type))
				.map(({ value }) => ({ value: toText(value), at: momentOf(created_at) ?? 0 })),
		);
}

const toText = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value);
