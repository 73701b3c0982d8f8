// A sandbox of a system with a JSON API of its own: one list in each of the usual ways of paging, and payments.
import { createPayments } from './rest/payments.mjs';

const SIZE = 50;
const refusals = {
	401: [401, 'not signed in'],
	403: [403, 'not allowed'],
	404: [404, 'no such list'],
	409: [409, 'conflict'],
	429: [429, 'too many requests'],
	500: [500, 'internal error'],
	503: [503, 'not available'],
};
const problem = (kind) => ({ status: refusals[kind][0], body: { error: refusals[kind][1] } });

/** Where each way of paging goes on: how many rows are left out. */
const starts = {
	page: (query) => (Number(query.get('page') ?? 1) - 1) * SIZE,
	offset: (query) => Number(query.get('offset') ?? 0),
	cursor: (query) => Number(/^from-(\d+)$/.exec(query.get('cursor') ?? '')?.[1] ?? 0),
	link: (query) => Number(query.get('offset') ?? 0),
};

/**
 * The system for `serve`. `rows` have an `id` and `changed`; GET /items/<page|offset|cursor|link>?since=… gives those
 * that changed since, in order of their ids, fifty a page; `tokens` are good; `payroll` is for rest/payments.mjs.
 */
export const rest = ({ rows: given = [], tokens, now = Date.now, payroll }) => {
	const paying = createPayments(payroll);
	const rows = new Map(given.map((row) => [row.id, { ...row }]));

	const list = (way, query) => {
		const since = Date.parse(query.get('since') ?? '1970-01-01T00:00:00Z');
		const found = [...rows.values()]
			.filter(({ changed }) => Date.parse(changed) >= since)
			.sort((a, b) => a.id - b.id);
		const from = starts[way](query);
		const end = from + SIZE;
		const more = end < found.length;
		return {
			status: 200,
			headers: more && way === 'link' ? { link: `<?offset=${end}>; rel="next"` } : {},
			body: {
				total: found.length,
				items: found.slice(from, end),
				next: more ? `from-${end}` : null,
			},
		};
	};

	return {
		name: 'a JSON API',
		payments: paying.payments,
		handle: (request) => {
			const { headers, path, query } = request;
			const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
			if (!tokens.includes(token)) return problem(401);
			const paid = paying.handle(request);
			if (paid !== undefined) return paid;
			const [, area, way] = path.split('/');
			return area === 'items' && starts[way] !== undefined ? list(way, query) : problem(404);
		},
		problem,
		move: ({ id = rows.keys().next().value } = {}) =>
			Object.assign(rows.get(Number(id)), { changed: new Date(now()).toISOString() }),
		remove: ({ id }) => void rows.delete(Number(id)),
		merge: ({ id }) => void rows.delete(Number(id)),
	};
};
