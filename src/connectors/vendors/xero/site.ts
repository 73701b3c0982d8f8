import type { z } from 'zod';
import { readJson } from '../../engine/call';
import type { HttpRequest, Ports } from '../../engine/http';
import type { PayAnswer, PaySettings } from '../../engine/payrollSystem';
import { explain } from './refusal';

/** Rows a page holds at most, by Xero's description. */
const pageSize = 100;

/** Where a payroll of Xero is, and for which organisation. */
export type Site = Pick<PaySettings, 'baseUrl' | 'timeoutMs' | 'own'>;

export const payrollAddress = (baseUrl: string, path: string): string =>
	`${baseUrl}/payroll.xro/1.0/${path}`;

/** Which organisation is meant goes with every request: a token may reach several. */
export const ofOrganisation = (organisation: string): { readonly [name: string]: string } => ({
	accept: 'application/json',
	'xero-tenant-id': organisation,
});

export const request = (
	{ baseUrl, timeoutMs, own }: Site,
	method: HttpRequest['method'],
	path: string,
): HttpRequest & { readonly headers: { readonly [name: string]: string } } => ({
	method,
	url: payrollAddress(baseUrl, path),
	headers: ofOrganisation(own.text('organisation') ?? ''),
	timeoutMs,
});

/** One list of Xero's. */
export interface XeroList<Body, Row> {
	readonly about: string;
	readonly path: string;
	readonly wire: z.ZodType<Body, z.ZodTypeDef, unknown>;
	readonly rows: (body: Body) => readonly Row[];
	readonly id: (row: Row) => string;
	/** All that fills the page; absent: its rows. */
	readonly size?: (body: Body) => number;
}

/** All rows, page by page, until a page is not full or brings nothing new. */
export async function allRows<Body, Row>(
	list: XeroList<Body, Row>,
	site: Site,
	ports: Ports,
): Promise<PayAnswer<readonly Row[]>> {
	const rows = new Map<string, Row>();
	for (let page = 1; ; page += 1) {
		const answer = await readJson(
			{
				about: `${list.about}${page > 1 ? `, page ${page}` : ''}`,
				wire: list.wire,
				explain,
				request: { ...request(site, 'GET', list.path), query: { page: String(page) } },
			},
			ports,
		);
		if (!answer.ok) return answer;
		const before = rows.size;
		const found = list.rows(answer.value);
		for (const row of found) rows.set(list.id(row), row);
		const size = list.size?.(answer.value) ?? found.length;
		if (size < pageSize || rows.size === before) return { ok: true, value: [...rows.values()] };
	}
}
