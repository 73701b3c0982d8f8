import { z } from 'zod';
import type { List } from '../../engine/page';
import type { Session } from '../../engine/session';
import { explain } from './refusal';

/** The address in `Link: <…>; rel="next"`. Docs: developers.freshdesk.com → API → Pagination */
export const nextLink = (headers: { readonly [name: string]: string }): string | undefined =>
	/<([^>]+)>\s*;\s*rel="?next"?/i.exec(headers['link'] ?? '')?.[1];

/** A short list of the account's, 100 a page. */
export const listOf = <Row>(
	session: Session,
	{ what, path, row, perPage = 100 }: Listed<Row>,
): List<readonly Row[], Row> => ({
	about: `Freshdesk ${what}`,
	wire: z.array(row),
	explain,
	first: {
		method: 'GET',
		url: `${session.baseUrl}/api/v2/${path}`,
		query: { per_page: String(perPage) },
	},
	rows: (body) => body,
	paging: { kind: 'link', next: (_body, headers) => nextLink(headers) },
});

interface Listed<Row> {
	readonly what: string;
	readonly path: string;
	readonly row: z.ZodType<Row, z.ZodTypeDef, unknown>;
	readonly perPage?: number;
}
