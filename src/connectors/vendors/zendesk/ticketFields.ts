import { z } from 'zod';
import { withQuery, type List } from '../../engine/page';
import type { Session } from '../../engine/session';
import type { Lookup } from '../../engine/stream';
import { explain } from './refusal';

const wire = z.object({
	ticket_fields: z.array(
		z.object({
			id: z.number(),
			title: z.string(),
			type: z.string(),
			active: z.boolean().nullish(),
			removable: z.boolean().nullish(),
		}),
	),
	meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish(),
});
type Body = z.infer<typeof wire>;
type Field = Body['ticket_fields'][number];

/** Docs: developer.zendesk.com → Ticket Fields → List Ticket Fields; Pagination → Cursor pagination */
const fieldsList = (session: Session): List<Body, Field> => ({
	about: 'Zendesk ticket fields',
	wire,
	explain,
	first: {
		method: 'GET',
		url: `${session.baseUrl}/api/v2/ticket_fields.json`,
		query: { 'page[size]': '100' },
	},
	rows: (body) => body.ticket_fields,
	paging: {
		kind: 'cursor',
		next: ({ meta }) => (meta?.has_more === true ? (meta.after_cursor ?? undefined) : undefined),
		put: (request, cursor) => withQuery(request, { 'page[after]': cursor }),
	},
});

/** Zendesk's own fields cannot be removed, and are no custom fields of a ticket. */
export const ticketFields: Lookup = async (session) =>
	(await session.all(fieldsList(session)))
		.filter(({ active, removable }) => active !== false && removable !== false)
		.map(({ id, title, type }) => ({ value: String(id), label: title, description: type }));
