import { z } from 'zod';
import type { Lookup, System } from '../../engine/stream';
import { listOf } from './paging';

const group = z.object({ id: z.number(), name: z.string() });

const groups: Lookup = async (session) =>
	(await session.all(listOf(session, { what: 'groups', path: 'groups', row: group }))).map(
		({ id, name }) => ({ value: String(id), label: name }),
	);

const field = z.object({
	name: z.string(),
	label: z.string(),
	default: z.boolean().nullish(),
});

/** Freshdesk's own fields are no custom fields of a ticket. */
const ticketFields: Lookup = async (session) =>
	(await session.all(listOf(session, { what: 'ticket fields', path: 'ticket_fields', row: field })))
		.filter((one) => one.default !== true)
		.map(({ name, label }) => ({ value: name, label }));

export const lookups: NonNullable<System['lookups']> = { groups, ticketFields };
