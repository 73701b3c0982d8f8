// The help desk's data and how it shows: tickets, their metrics, users.

export const createDesk = (data) => {
	const tickets = new Map(data.tickets.map((ticket) => [ticket.id, ticket]));
	const all = () => [...tickets.values()];

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

	return {
		users: data.users,
		named: (key) => data[key] ?? [],
		ticket: (id) => tickets.get(Number(id)),
		all,
		live: () => all().filter((ticket) => ticket.status !== 'deleted'),
		showTicket,
		showMetrics,
		showUser,
	};
};
