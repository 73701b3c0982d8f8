import { z } from 'zod';
import type { FieldName } from '../../engine/parameters';
import { id, moment, reference } from './wire';

const plain = z.union([z.string(), z.number()]).nullish();

/** RT gives '' where a ticket has no custom field that the user may see. */
const customFields = z.union([
	z.literal(''),
	z.array(z.object({ name: z.string(), values: z.array(z.unknown()) })),
]);

export const ticketWire = z.object({
	id,
	Status: z.string().transform((status) => status.toLowerCase()),
	Owner: reference,
	Queue: z.object({ id, Name: z.string().nullish() }),
	Requestor: z.array(reference),
	Created: moment,
	LastUpdated: moment,
	Resolved: moment,
	Due: moment,
	Subject: plain,
	Priority: plain,
	FinalPriority: plain,
	TimeWorked: plain,
	TimeEstimated: plain,
	TimeLeft: plain,
	SLA: plain,
	CustomFields: customFields.nullish(),
});
export type Ticket = z.infer<typeof ticketWire>;

const needed = [
	'Status',
	'Owner',
	'Queue',
	'Requestor',
	'Created',
	'LastUpdated',
	'Resolved',
	'Due',
];

/** Fields of a ticket that may be kept, by their names in the API; custom fields have their own names. */
export const keepable = [
	...['Queue', 'Subject', 'Priority', 'FinalPriority', 'SLA'],
	...['TimeWorked', 'TimeEstimated', 'TimeLeft'],
] as const;
const ownName = (name: string) => keepable.find((known) => known === name);

/** What a list is asked for: no more than is used. */
export const asked = (fields: readonly FieldName[]): readonly string[] => [
	...new Set([...needed, ...fields.map(({ from }) => ownName(from) ?? 'CustomFields')]),
];

const isWord = (value: unknown): value is string | number =>
	typeof value === 'string' || typeof value === 'number';

export function fieldOf(ticket: Ticket, name: string): string | number | null {
	const own = ownName(name);
	if (own === 'Queue') return ticket.Queue.Name ?? null;
	if (own) return ticket[own] === '' ? null : (ticket[own] ?? null);
	const custom = ticket.CustomFields || [];
	const values = custom.find((field) => field.name === name)?.values.filter(isWord) ?? [];
	return values.length === 0 ? null : values.join(', ');
}
