import { portions } from '../../engine/portions';
import { z } from 'zod';
import { readJson } from '../../engine/call';
import type { HttpRequest, Ports } from '../../engine/http';
import type { PayAnswer } from '../../engine/payrollSystem';
import { explainFor, type Filter } from './documents';

/** The site that is asked. */
export interface Site {
	readonly baseUrl: string;
	readonly timeoutMs: number;
}

/** Rows of one DocType; every row has at least its `name`. */
export interface Rows<T> {
	readonly docType: string;
	readonly fields: readonly string[];
	readonly filters: readonly Filter[];
	readonly wire: z.ZodType<T, z.ZodTypeDef, unknown>;
}

/** Rows a page; what a list asks for by name at once, so that the address stays short. */
const pageSize = 200;
const namesAtOnce = 40;

export const resource = (site: Site, ...path: readonly string[]): string =>
	[`${site.baseUrl}/api/resource`, ...path.map(encodeURIComponent)].join('/');

export const request = (
	site: Site,
	method: HttpRequest['method'],
	url: string,
): Pick<HttpRequest, 'method' | 'url' | 'headers' | 'timeoutMs'> => ({
	method,
	url,
	headers: { accept: 'application/json' },
	timeoutMs: site.timeoutMs,
});

/** All rows, by name: rows that come or go while it is read move no others. Docs: docs.frappe.io → REST API → Listing documents */
export async function allRows<T extends { readonly name: string }>(
	list: Rows<T>,
	site: Site,
	ports: Ports,
): Promise<PayAnswer<readonly T[]>> {
	const rows: T[] = [];
	for (let page = 1; ; page += 1) {
		const last = rows.at(-1)?.name;
		const after: readonly Filter[] = last === undefined ? [] : [['name', '>', last]];
		const answer = await readJson(
			{
				about: `Frappe HR ${list.docType}${page > 1 ? `, page ${page}` : ''}`,
				request: {
					...request(site, 'GET', resource(site, list.docType)),
					query: {
						fields: JSON.stringify(list.fields),
						filters: JSON.stringify([...list.filters, ...after]),
						order_by: 'name asc',
						limit_page_length: String(pageSize),
					},
				},
				wire: z.object({ data: z.array(list.wire) }),
				explain: explainFor(list.docType),
			},
			ports,
		);
		if (!answer.ok) return answer;
		rows.push(...answer.value.data);
		if (answer.value.data.length < pageSize) return { ok: true, value: rows };
	}
}

/** The rows whose field has one of the values, asked for in portions. */
export async function rowsOf<T extends { readonly name: string }>(
	list: Rows<T>,
	among: { readonly field: string; readonly values: readonly string[] },
	site: Site,
	ports: Ports,
): Promise<PayAnswer<readonly T[]>> {
	const rows: T[] = [];
	for (const names of portions(among.values, namesAtOnce)) {
		const some: Filter = [among.field, 'in', names];
		const answer = await allRows({ ...list, filters: [...list.filters, some] }, site, ports);
		if (!answer.ok) return answer;
		rows.push(...answer.value);
	}
	return { ok: true, value: rows };
}
