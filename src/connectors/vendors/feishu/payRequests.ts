import { withQuery, type List, type Request } from '../../engine/page';
import type { Session } from '../../engine/session';
import { explain } from './payRefusal';

/** The ids that Feishu People gives an employment: what payroll knows a person by. */
export const employmentIds = { user_id_type: 'people_corehr_id' } as const;

export const post = (
	session: Pick<Session, 'baseUrl'>,
	path: string,
	query: Request['query'],
	body: unknown,
): Request => ({
	method: 'POST',
	url: `${session.baseUrl}/open-apis${path}`,
	query: query ?? {},
	body,
});

interface Marked {
	readonly data: {
		readonly page_token?: string | null | undefined;
		readonly has_more?: boolean | null | undefined;
	};
}

/** A list that goes on by its page token. */
export const tokenList = <Body extends Marked, Row>(
	list: Pick<List<Body, Row>, 'about' | 'wire' | 'rows' | 'first'>,
): List<Body, Row> => ({
	...list,
	explain,
	paging: {
		kind: 'cursor',
		next: ({ data }) => (data.has_more ? (data.page_token ?? undefined) : undefined),
		put: (request, token) => withQuery(request, { page_token: token }),
	},
});
