import { z } from 'zod';
import type { Lookup, System } from '../../engine/stream';
import { fieldsOf } from './fieldLookup';
import { apiUrl, recordsList } from './records';
import { explain } from './refusal';
import { records as expenseReports } from './expenseReports';
import { records as proposals } from './proposals';
import { records as thirdParties } from './thirdParty';
import { records as tickets } from './tickets';
import { id } from './values';

const entry = z.object({ code: z.string(), label: z.string().nullish() });

const dictionary =
	(name: string, what: string): Lookup =>
	async (session) =>
		(
			await session.ask({
				...{ about: `Dolibarr ${what}`, wire: z.array(entry), explain },
				request: { method: 'GET', url: apiUrl(session, `setup/dictionary/${name}`) },
			})
		).map(({ code, label }) => ({ value: code, label: label ?? code }));

const category = z.object({ id, label: z.string() });

const customerCategories: Lookup = async (session) => {
	const list = { what: 'categories', path: 'categories', wire: category };
	const all = await session.all(
		await recordsList(session, { ...list, query: { type: 'customer' } }),
	);
	return all.map(({ id: value, label }) => ({ value, label }));
};

const kinds: Lookup = async () =>
	await Promise.resolve([
		{ value: 'customer', label: 'Customers' },
		{ value: 'prospect', label: 'Prospects' },
		{ value: 'supplier', label: 'Suppliers' },
		{ value: 'other', label: 'Others' },
	]);

export const lookups: NonNullable<System['lookups']> = {
	kinds,
	customerCategories,
	ticketTypes: dictionary('ticket_types', 'ticket types'),
	ticketGroups: dictionary('ticket_categories', 'ticket groups'),
	thirdPartyFields: fieldsOf(thirdParties.what, thirdParties.path),
	proposalFields: fieldsOf(proposals.what, proposals.path),
	expenseReportFields: fieldsOf(expenseReports.what, expenseReports.path),
	ticketFields: fieldsOf(tickets.what, tickets.path),
};
