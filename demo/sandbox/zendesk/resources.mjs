// Zendesk's users and tickets, one by one, many by id, and in lists.
import { list } from './lists.mjs';
import { invalid, noSuchEndpoint, notFound } from './problems.mjs';

const MOST_IDS = 100;

const ok = (body) => ({ status: 200, body });
const idsOf = (query) => (query.get('ids') ?? '').split(',').map(Number);

const userList = (desk, request) => {
	const { query, origin, path } = request;
	const roles = [...query.getAll('role[]'), ...query.getAll('role')];
	const rows = desk.users
		.filter((user) => roles.length === 0 || roles.includes(user.role))
		.map((user) => ({ id: user.id, show: () => desk.showUser(user, origin) }));
	return list(request, { rows, path, key: 'users' });
};

const ownUser = (desk, { email, role }, origin) => {
	const known = desk.users.find((user) => user.email === email);
	return desk.showUser({ ...(known ?? { id: 1, name: email, email, active: true }), role }, origin);
};

const several = (desk, users, origin) =>
	ok({ users: users.map((user) => desk.showUser(user, origin)), count: users.length });

export const users = (desk, request, [id], me) => {
	const { origin, query } = request;
	if (id === undefined) return userList(desk, request);
	if (id === 'me') return ok({ user: ownUser(desk, me, origin) });
	if (id === 'show_many')
		return several(
			desk,
			desk.users.filter((user) => idsOf(query).includes(user.id)),
			origin,
		);
	if (id === 'search') {
		const text = (query.get('query') ?? '').toLowerCase();
		return several(
			desk,
			desk.users.filter(({ email }) => email.toLowerCase().includes(text)),
			origin,
		);
	}
	const user = desk.users.find((each) => String(each.id) === id);
	return user === undefined ? notFound() : ok({ user: desk.showUser(user, origin) });
};

const partOf = (desk, request, ticket, part) => {
	const { origin, path } = request;
	if (part === undefined) return ok({ ticket: desk.showTicket(ticket, origin) });
	if (part === 'metrics') return ok({ ticket_metric: desk.showMetrics(ticket, origin) });
	if (part !== 'audits') return noSuchEndpoint();
	const rows = ticket.audits.map((audit) => ({
		id: audit.id,
		show: () => ({ ticket_id: ticket.id, ...audit }),
	}));
	return list(request, { rows, path, key: 'audits' });
};

const manyTickets = (desk, { query, origin }) => {
	const ids = idsOf(query);
	if (ids.length > MOST_IDS)
		return invalid(`Too many ids: at most ${MOST_IDS}`, 'InvalidValue', 400);
	const found = desk.live().filter((ticket) => ids.includes(ticket.id));
	return ok({ tickets: found.map((each) => desk.showTicket(each, origin)), count: found.length });
};

/** Deleted tickets are in no list, and cannot be read alone. */
export const tickets = (desk, request, [id, part]) => {
	const { origin, path } = request;
	if (id === 'show_many') return manyTickets(desk, request);
	if (id !== undefined) {
		const ticket = desk.ticket(id);
		const gone = ticket === undefined || ticket.status === 'deleted';
		return gone ? notFound() : partOf(desk, request, ticket, part);
	}
	const rows = desk
		.live()
		.map((ticket) => ({ id: ticket.id, show: () => desk.showTicket(ticket, origin) }));
	return list(request, { rows, path, key: 'tickets' });
};

export const ticketMetrics = (desk, request) => {
	const rows = desk.live().map((ticket) => ({
		id: ticket.metrics.id,
		show: () => desk.showMetrics(ticket, request.origin),
	}));
	return list(request, { rows, path: request.path, key: 'ticket_metrics' });
};

export const named = (desk, key) => {
	const rows = desk.named(key);
	return ok({ [key]: rows, next_page: null, previous_page: null, count: rows.length });
};
