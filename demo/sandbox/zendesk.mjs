// A sandbox of Zendesk Support: basic token or bearer, exports for admins, tickets with metrics, audits, metric events.
import { createBucket } from './bucket.mjs';
import { byCursor, byTime } from './zendesk/exports.mjs';
import { list } from './zendesk/lists.mjs';
import {
	asked,
	forbidden,
	invalid,
	noSuchEndpoint,
	notAuthenticated,
	notFound,
	tooMany,
} from './zendesk/problems.mjs';

const MINUTE = 60000;
const PER_MINUTE = { team: 200, growth: 400, professional: 400, enterprise: 700, plus: 2500 };
const EXPORTS_PER_MINUTE = 10;

/** Who is asking: basic `email/token:secret`, or a bearer token. `tokens` maps `email/token:secret` or the bearer token to { email, role }. */
const userOf = (authorization = '', tokens) => {
	const [, kind, secret] = /^(\w+) (.+)$/.exec(authorization) ?? [];
	if (kind?.toLowerCase() === 'basic')
		return tokens[Buffer.from(secret, 'base64').toString('utf8')];
	return kind?.toLowerCase() === 'bearer' ? tokens[secret] : undefined;
};

/** Without credentials `users/me` does not refuse: it shows nobody. */
const ANONYMOUS = {
	id: null,
	name: 'Anonymous user',
	email: 'invalid@example.com',
	role: 'end-user',
	active: false,
};

const isStaff = (role) => role === 'admin' || role === 'agent';

/**
 * The system for `serve`. `data` is of demo/company/zendesk.mjs's shape; `plan` sets the account's limit a minute;
 * `pace` multiplies the refill of the limits.
 */
export const zendesk = ({ data, tokens, plan = 'enterprise', pace = 1, now = Date.now }) => {
	const tickets = new Map(data.tickets.map((ticket) => [ticket.id, ticket]));
	const account = createBucket({ capacity: PER_MINUTE[plan], perMs: MINUTE, pace });
	const exports = createBucket({ capacity: EXPORTS_PER_MINUTE, perMs: MINUTE, pace });

	const showTicket = (ticket, origin) => {
		const { metrics, audits, metricEvents, ...fields } = ticket;
		void [metrics, audits, metricEvents];
		return { url: `${origin}/api/v2/tickets/${ticket.id}.json`, ...fields };
	};
	const showMetrics = ({ metrics, id }, origin) => ({
		url: `${origin}/api/v2/ticket_metrics/${metrics.id}.json`,
		ticket_id: id,
		...metrics,
	});
	const showUser = (user, origin) => ({ url: `${origin}/api/v2/users/${user.id}.json`, ...user });

	const live = () => [...tickets.values()].filter((ticket) => ticket.status !== 'deleted');

	/** The exports by name. A deleted ticket is in the export, with its status, and has no metrics. */
	const exportOf = (request, name) => {
		const { origin, query, path } = request;
		const included = (query.get('include') ?? '').split(',');
		const rowsOfTickets = () =>
			[...tickets.values()]
				.filter((ticket) => query.get('exclude_deleted') !== 'true' || ticket.status !== 'deleted')
				.map((ticket) => ({
					at: ticket.generated_timestamp,
					id: ticket.id,
					show: () => ({
						...showTicket(ticket, origin),
						...(included.includes('metric_sets') && ticket.metrics !== undefined
							? { metric_set: showMetrics(ticket, origin) }
							: {}),
					}),
				}));
		const rowsOfUsers = () =>
			data.users.map((user) => ({
				at: Math.floor(Date.parse(user.updated_at) / 1000),
				id: user.id,
				show: () => showUser(user, origin),
			}));
		const rowsOfEvents = () =>
			[...tickets.values()].flatMap((ticket) =>
				(ticket.metricEvents ?? []).map((event) => ({
					at: Math.floor(Date.parse(event.time) / 1000),
					id: event.id,
					show: () => ({ ...event, ticket_id: ticket.id }),
				})),
			);
		const given = (rows, key) => ({ rows, now, path, key });
		if (name === 'tickets/cursor') return byCursor(request, given(rowsOfTickets(), 'tickets'));
		if (name === 'users/cursor') return byCursor(request, given(rowsOfUsers(), 'users'));
		if (name === 'tickets') return byTime(request, given(rowsOfTickets(), 'tickets'));
		if (name === 'users') return byTime(request, given(rowsOfUsers(), 'users'));
		if (name !== 'ticket_metric_events') return noSuchEndpoint();
		if (!query.has('page[size]'))
			return byTime(request, given(rowsOfEvents(), 'ticket_metric_events'));
		const from = Number(query.get('start_time'));
		const rows = rowsOfEvents().filter((row) => row.at >= from);
		return list(request, { rows, path, key: 'ticket_metric_events' });
	};

	const userList = (request) => {
		const roles = [...request.query.getAll('role[]'), ...request.query.getAll('role')];
		const rows = data.users
			.filter((user) => roles.length === 0 || roles.includes(user.role))
			.map((user) => ({ id: user.id, show: () => showUser(user, request.origin) }));
		return list(request, { rows, path: request.path, key: 'users' });
	};

	const users = (request, [id], me) => {
		const { origin, query } = request;
		if (id === undefined) return userList(request);
		if (id === 'me') {
			const own = data.users.find((user) => user.email === me.email);
			const fallback = { id: 1, name: me.email, email: me.email, active: true };
			return {
				status: 200,
				body: { user: showUser({ ...(own ?? fallback), role: me.role }, origin) },
			};
		}
		if (id === 'show_many' || id === 'search') {
			const ids = (query.get('ids') ?? '').split(',').map(Number);
			const text = (query.get('query') ?? '').toLowerCase();
			const found = data.users.filter((user) =>
				id === 'search' ? user.email.toLowerCase().includes(text) : ids.includes(user.id),
			);
			return {
				status: 200,
				body: { users: found.map((user) => showUser(user, origin)), count: found.length },
			};
		}
		const user = data.users.find((each) => String(each.id) === id);
		return user === undefined
			? notFound()
			: { status: 200, body: { user: showUser(user, origin) } };
	};

	const ticketPart = (request, ticket, part) => {
		const { origin, path } = request;
		if (part === 'audits')
			return list(request, {
				rows: ticket.audits.map((audit) => ({
					id: audit.id,
					show: () => ({ ticket_id: ticket.id, ...audit }),
				})),
				path,
				key: 'audits',
			});
		if (part === 'metrics')
			return { status: 200, body: { ticket_metric: showMetrics(ticket, origin) } };
		if (part !== undefined) return noSuchEndpoint();
		return { status: 200, body: { ticket: showTicket(ticket, origin) } };
	};

	const ticketRoutes = (request, [id, part]) => {
		const { origin, path, query } = request;
		if (id === undefined) {
			const rows = live().map((ticket) => ({
				id: ticket.id,
				show: () => showTicket(ticket, origin),
			}));
			return list(request, { rows, path, key: 'tickets' });
		}
		if (id === 'show_many') {
			const ids = (query.get('ids') ?? '').split(',').map(Number);
			if (ids.length > 100) return invalid('Too many ids: at most 100', 'InvalidValue', 400);
			const found = live().filter((ticket) => ids.includes(ticket.id));
			return {
				status: 200,
				body: { tickets: found.map((each) => showTicket(each, origin)), count: found.length },
			};
		}
		const ticket = tickets.get(Number(id));
		return ticket === undefined || ticket.status === 'deleted'
			? notFound()
			: ticketPart(request, ticket, part);
	};

	const ticketMetrics = (request) =>
		list(request, {
			rows: live().map((ticket) => ({
				id: ticket.metrics.id,
				show: () => showMetrics(ticket, request.origin),
			})),
			path: request.path,
			key: 'ticket_metrics',
		});

	const named = (key) => ({
		status: 200,
		body: {
			[key]: data[key] ?? [],
			next_page: null,
			previous_page: null,
			count: data[key]?.length ?? 0,
		},
	});

	const route = (request, parts, me) => {
		const [area, ...rest] = parts;
		if (request.method !== 'GET') return noSuchEndpoint();
		if (area === 'incremental')
			return me.role === 'admin' ? exportOf(request, rest.join('/')) : forbidden();
		if (area === 'users') return users(request, rest, me);
		if (area === 'tickets') return ticketRoutes(request, rest);
		if (area === 'ticket_metrics') return ticketMetrics(request);
		if (area === 'ticket_fields' || area === 'groups') return named(area);
		return noSuchEndpoint();
	};

	const limited = (parts) => {
		if (parts[0] === 'incremental') {
			const { ok, waitMs } = exports.take();
			if (!ok) return { refused: tooMany(waitMs, 'incremental export API') };
		}
		const { ok, waitMs, remaining } = account.take();
		const headers = {
			'X-Rate-Limit': String(account.capacity),
			'X-Rate-Limit-Remaining': String(remaining),
			'ratelimit-limit': String(account.capacity),
			'ratelimit-remaining': String(remaining),
			'ratelimit-reset': String(Math.ceil((MINUTE - (Date.now() % MINUTE)) / 1000)),
		};
		return ok ? { headers } : { refused: tooMany(waitMs) };
	};

	const handle = (request) => {
		const path = request.path.replace(/\.json$/, '').replace(/\/$/, '');
		if (!path.startsWith('/api/v2/')) return noSuchEndpoint();
		const parts = path.slice('/api/v2/'.length).split('/');
		const me = userOf(request.headers.authorization, tokens);
		if (
			me === undefined &&
			request.headers.authorization === undefined &&
			path === '/api/v2/users/me'
		)
			return { status: 200, body: { user: ANONYMOUS } };
		if (me === undefined) return notAuthenticated();
		if (!isStaff(me.role)) return forbidden();
		const { refused, headers } = limited(parts);
		if (refused !== undefined) return refused;
		const answer = route(request, parts, me);
		return { ...answer, headers: { ...headers, ...answer.headers } };
	};

	/** A system change touches the oldest ticket: it comes again at the end of the export, its `updated_at` unchanged. */
	const move = ({ id } = {}) => {
		const ticket =
			id === undefined
				? live().reduce((a, b) => (b.generated_timestamp < a.generated_timestamp ? b : a))
				: tickets.get(Number(id));
		ticket.generated_timestamp = Math.floor(now() / 1000) - 120;
	};

	const remove = ({ id }) => {
		const ticket = tickets.get(Number(id));
		ticket.status = 'deleted';
		ticket.generated_timestamp = Math.floor(now() / 1000) - 120;
	};

	/** The loser is closed with a tag, and looks as if it had been solved. */
	const merge = ({ id }) => {
		const ticket = tickets.get(Number(id));
		Object.assign(ticket, { status: 'closed', tags: [...ticket.tags, 'closed_by_merge'] });
		ticket.generated_timestamp = Math.floor(now() / 1000) - 120;
	};

	return {
		name: 'Zendesk',
		handle,
		problem: (kind) => asked[kind](),
		move,
		remove,
		merge,
		reports: {},
	};
};
