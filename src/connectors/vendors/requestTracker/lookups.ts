import { z } from 'zod';
import type { Session } from '../../engine/session';
import type { Lookup, System } from '../../engine/stream';
import { withQuery, type List } from '../../engine/page';
import { queuesList } from './queues';
import { mostRows, rest, ticketsList } from './read';
import { explain } from './refusal';
import { usual } from './statuses';
import { keepable } from './ticket';
import { quoted } from './ticketSql';

const queues: Lookup = async (session) =>
	(await session.all(queuesList(session))).map(({ id, Name }) => ({
		value: String(id),
		label: Name || String(id),
	}));

/** More statuses than any company has. */
const mostStatuses = 50;

/** RT's API has no list of statuses: those that tickets are in, each found by leaving out those before it. */
const statuses: Lookup = async (session) => {
	const found: string[] = [];
	while (found.length < mostStatuses) {
		const where = ['id > 0', ...found.map((one) => `Status != ${quoted(one)}`)].join(' AND ');
		const list = ticketsList(session, { where, perPage: 1 });
		const [ticket] = (await session.ask({ ...list, request: list.first })).items;
		if (!ticket) break;
		found.push(ticket.Status);
	}
	const names = [...new Set([...found, ...usual])].sort();
	return names.map((name) => ({ value: name, label: name }));
};

const customFields = z.object({ items: z.array(z.object({ Name: z.string() })) });
type CustomFields = z.infer<typeof customFields>;

/** Custom fields of tickets that the user may see. Code: RT/REST2/Resource/CustomFields.pm */
const customFieldsList = (session: Session): List<CustomFields, CustomFields['items'][number]> => ({
	about: 'Request Tracker custom fields',
	wire: customFields,
	explain,
	first: {
		method: 'GET',
		url: rest(session, '/customfields'),
		query: {
			query: JSON.stringify([{ field: 'LookupType', value: 'RT::Queue-RT::Ticket' }]),
			...{ fields: 'Name', orderby: 'Name', per_page: String(mostRows) },
		},
	},
	rows: (body) => body.items,
	paging: { kind: 'page', first: 1, put: (request, page) => withQuery(request, { page }) },
});

const ticketFields: Lookup = async (session) => {
	const custom = (await session.all(customFieldsList(session))).map(({ Name }) => Name);
	return [...new Set([...keepable, ...custom])].map((name) => ({ value: name, label: name }));
};

export const lookups: NonNullable<System['lookups']> = { queues, statuses, ticketFields };
