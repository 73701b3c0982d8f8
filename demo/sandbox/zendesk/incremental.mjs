// /api/v2/incremental/…: which rows each export has. A deleted ticket is in, with its status and without metrics.
import { byCursor, byTime } from './exports.mjs';
import { list } from './lists.mjs';
import { noSuchEndpoint } from './problems.mjs';

const seconds = (text) => Math.floor(Date.parse(text) / 1000);

const ticketRows = (desk, { origin, query }) => {
	const withMetrics = (query.get('include') ?? '').split(',').includes('metric_sets');
	const withDeleted = query.get('exclude_deleted') !== 'true';
	return desk
		.all()
		.filter((ticket) => withDeleted || ticket.status !== 'deleted')
		.map((ticket) => ({
			at: ticket.generated_timestamp,
			id: ticket.id,
			show: () => ({
				...desk.showTicket(ticket, origin),
				...(withMetrics && ticket.metrics !== undefined
					? { metric_set: desk.showMetrics(ticket, origin) }
					: {}),
			}),
		}));
};

const userRows = (desk, { origin }) =>
	desk.users.map((user) => ({
		at: seconds(user.updated_at),
		id: user.id,
		show: () => desk.showUser(user, origin),
	}));

const eventRows = (desk) =>
	desk.all().flatMap((ticket) =>
		(ticket.metricEvents ?? []).map((event) => ({
			at: seconds(event.time),
			id: event.id,
			show: () => ({ ...event, ticket_id: ticket.id }),
		})),
	);

/** Metric events come by time, or with page[size] in the ordinary pages. */
const metricEvents = (desk, request, now) => {
	const { query, path } = request;
	const key = 'ticket_metric_events';
	const rows = eventRows(desk);
	if (!query.has('page[size]')) return byTime(request, { rows, now, path, key });
	const from = Number(query.get('start_time'));
	return list(request, { rows: rows.filter((row) => row.at >= from), path, key });
};

const exports = {
	'tickets/cursor': { read: byCursor, rows: ticketRows, key: 'tickets' },
	'users/cursor': { read: byCursor, rows: userRows, key: 'users' },
	tickets: { read: byTime, rows: ticketRows, key: 'tickets' },
	users: { read: byTime, rows: userRows, key: 'users' },
};

export const incremental = (desk, request, name, now) => {
	if (name === 'ticket_metric_events') return metricEvents(desk, request, now);
	const found = exports[name];
	if (found === undefined) return noSuchEndpoint();
	const { read, rows, key } = found;
	return read(request, { rows: rows(desk, request), now, path: request.path, key });
};
