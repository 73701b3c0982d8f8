import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import type { List, Request } from '../../engine/page';
import { explain } from './serverMessages';

export type Filter = readonly [
	field: string,
	operator: string,
	value: string | number | readonly string[],
];

const value = z.union([z.string(), z.number(), z.boolean()]).nullish();
export type Value = z.infer<typeof value>;
/** A row of a list: its name and the fields that were asked for, nothing else. */
export type Row = { readonly name: string; readonly [field: string]: Value };

export interface Documents {
	readonly docType: string;
	readonly fields: readonly string[];
	readonly filters: readonly Filter[];
	readonly pageSize: number;
	/** A page that is not full is the last; else the list is read until a page is empty. */
	readonly endsWhenShort: boolean;
}

/** Frappe's refusal, with the right that reading this DocType needs. */
export const explainFor =
	(docType: string) =>
	(status: number, body: unknown): Refusal | undefined => {
		const refusal = explain(status, body);
		return refusal && status === 403
			? {
					...refusal,
					remedy: `Give the API user a role that may read ${docType} (Role Permissions Manager), and check the API key: Frappe may answer so to a wrong one too`,
				}
			: refusal;
	};

export const text = (told: Value): string | undefined =>
	told === null || told === undefined || told === '' ? undefined : String(told);

/** By name, so that rows that are changed while it is read do not move. Docs: docs.frappe.io → REST API → Listing documents */
export function documentsList(
	baseUrl: string,
	{ docType, fields, filters, pageSize, endsWhenShort }: Documents,
): List<{ data: Row[] }, Row> {
	const shape = Object.fromEntries(fields.map((field) => [field, value]));
	const row = z.object({ ...shape, name: z.coerce.string() });
	const after = (name: string | undefined): Request['query'] => ({
		fields: JSON.stringify(['name', ...fields]),
		filters: JSON.stringify(name === undefined ? filters : [...filters, ['name', '>', name]]),
		order_by: 'name asc',
		limit_page_length: String(pageSize), // 20 rows if left out
	});
	const url = `${baseUrl}/api/resource/${encodeURIComponent(docType)}`;
	return {
		about: `Frappe ${docType}`,
		wire: z.object({ data: z.array(row) }),
		explain: explainFor(docType),
		first: { method: 'GET', url, query: after(undefined) ?? {} },
		rows: (body) => body.data,
		paging: {
			kind: 'keyset',
			key: ({ name }) => name,
			put: (request, name) => ({ ...request, query: after(name) ?? {} }),
			...(endsWhenShort ? { more: ({ data }) => data.length >= pageSize } : {}),
		},
	};
}
