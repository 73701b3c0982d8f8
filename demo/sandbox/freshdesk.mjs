// A sandbox of Freshdesk's API v2: tickets by update with their statistics, agents, groups and ticket fields.
import { createBucket } from './bucket.mjs';
import {
	asked,
	forbidden,
	invalid,
	notAccepted,
	notFound,
	tooMany,
} from './freshdesk/problems.mjs';

const ROOT = '/api/v2';
const MOST_PAGES = 300;
const MOST_ROWS = 100;
const GLOBAL = 1;

const keyOf = (authorization = '') => {
	const [kind, pair = ''] = authorization.split(' ');
	return kind === 'Basic' ? Buffer.from(pair, 'base64').toString('utf8').split(':')[0] : '';
};

const isPositive = (text) => /^[1-9]\d*$/.test(text);
const byUpdate = (a, b) => Date.parse(a.updated_at) - Date.parse(b.updated_at) || a.id - b.id;

/**
 * The system for `serve`. `data` is { tickets, agents, groups, ticketFields }, as Freshdesk shows them; `keys` are the
 * API keys that are good; `scope` is the ticket scope of their agent (1 all, 2 of its groups, 3 its own); an agent
 * without `admin` may not list agents; `mostPages` is the last page that is given; `pace` multiplies the refill.
 */
export const freshdesk = ({
	data,
	keys = [],
	scope = GLOBAL,
	admin = true,
	mostPages = MOST_PAGES,
	pace = 1,
}) => {
	const tickets = new Map(data.tickets.map((one) => [one.id, { ...one }]));
	const bucket = createBucket({ capacity: 200, perMs: 60000, pace });
	const me = data.agents[0];

	const paged = (rows, { path, query, origin }) => {
		const [size, page] = [query.get('per_page') ?? '30', query.get('page') ?? '1'];
		if (!isPositive(size) || Number(size) > MOST_ROWS)
			return invalid('per_page', 'It should be a Positive Integer less than or equal to 100');
		if (!isPositive(page) || Number(page) > mostPages)
			return invalid('page', `It should be a Positive Integer less than or equal to ${mostPages}`);
		const end = Number(size) * Number(page);
		const next = new URLSearchParams([...query].filter(([name]) => name !== 'page'));
		next.set('page', String(Number(page) + 1));
		const link = { link: `<${origin}${path}?${next}>; rel="next"` };
		return {
			status: 200,
			headers: rows.length > end ? link : {},
			body: rows.slice(end - Number(size), end),
		};
	};

	const list = (request) => {
		const { query } = request;
		const since = Date.parse(query.get('updated_since') ?? '');
		if (query.has('updated_since') && Number.isNaN(since))
			return invalid('updated_since', 'It should be in the ISO 8601 format');
		const rows = [...tickets.values()]
			.filter(({ spam, deleted }) => !spam && !deleted)
			.filter(({ updated_at: at }) => Number.isNaN(since) || Date.parse(at) >= since)
			.filter(({ responder_id: agent }) => scope === GLOBAL || agent === me.id)
			.sort(byUpdate);
		if (query.get('order_type') !== 'asc') rows.reverse();
		const hasStats = query.get('include') === 'stats';
		const shown = ({ stats, ...ticket }) => (hasStats ? { ...ticket, stats } : ticket);
		return paged(rows.map(shown), request);
	};

	const routes = {
		'/tickets': list,
		'/agents/me': () => ({ status: 200, body: { ...me, ticket_scope: scope } }),
		'/agents': (request) => (admin ? paged(data.agents, request) : forbidden()),
		'/groups': (request) => paged(data.groups, request),
		'/ticket_fields': (request) => paged(data.ticketFields, request),
	};

	const handle = (request) => {
		if (!keys.includes(keyOf(request.headers.authorization))) return notAccepted();
		const { ok, waitMs } = bucket.take();
		if (!ok) return tooMany(Math.ceil(waitMs / 1000));
		const route = routes[request.path.slice(ROOT.length)];
		const known = request.path.startsWith(ROOT) && request.method === 'GET' && route;
		return known ? route(request) : notFound();
	};

	/** Somebody touches the ticket that was quiet longest: it goes to the end of the list. */
	const move = () => {
		const rows = [...tickets.values()].sort(byUpdate);
		const last = Date.parse(rows.at(-1).updated_at);
		rows[0].updated_at = new Date(last + 1000).toISOString().replace('.000', '');
	};

	return {
		name: 'Freshdesk',
		handle,
		problem: (kind) => asked[kind](),
		move,
		remove: ({ id }) => void tickets.delete(id ?? tickets.keys().next().value),
		/** The loser of a merge is closed; nothing else tells of it. */
		merge: ({ id }) => void Object.assign(tickets.get(id) ?? {}, { status: 5 }),
	};
};
