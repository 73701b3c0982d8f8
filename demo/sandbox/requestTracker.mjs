// A sandbox of Request Tracker's REST 2: tickets and transactions by RT's own searches, users, queues, custom fields.
import {
	asked,
	badQuery,
	forbidden,
	found,
	loginPage,
	notFound,
	page,
	unauthorized,
} from './requestTracker/answers.mjs';
import {
	customFieldsOf,
	queueRecord,
	ticketRecord,
	userRecord,
} from './requestTracker/records.mjs';
import { parse } from './requestTracker/sql.mjs';

const ROOT = '/REST/2.0';
const INACTIVE = ['resolved', 'rejected', 'deleted'];
const NEVER = '1970-01-01T00:00:00Z';

const at = (name) => (row) => row[name];
const moment = (name) => ({ kind: 'date', of: (row) => Date.parse(row[name] ?? NEVER) });
const TICKET = {
	id: { kind: 'number', of: at('id') },
	Queue: { kind: 'number', of: at('queue') },
	Status: {
		...{ kind: 'text', of: at('status') },
		among: (word) =>
			({
				__inactive__: ({ status }) => INACTIVE.includes(status),
				__active__: ({ status }) => !INACTIVE.includes(status),
			})[word.toLowerCase()],
	},
	LastUpdated: moment('lastUpdated'),
	Created: moment('created'),
};
const TRANSACTION = {
	...{ id: { kind: 'number', of: at('id') }, ObjectId: { kind: 'number', of: at('ticket') } },
	ObjectType: { kind: 'text', of: () => 'RT::Ticket' },
	...{ Type: { kind: 'text', of: at('type') }, Field: { kind: 'text', of: at('field') } },
	Created: moment('created'),
};

/** The pair of `basic`, or the text after `token`. */
const signOf = (authorization = '') => {
	const [, kind = '', text = ''] = /^(\w+) (.*)$/.exec(authorization) ?? [];
	if (kind.toLowerCase() === 'token') return text;
	return kind.toLowerCase() === 'basic' ? Buffer.from(text, 'base64').toString('utf8') : undefined;
};

/**
 * The system for `serve`. `data` is { tickets, transactions, users, queues, customFields }; `signs` are the tokens and
 * `name:password` pairs that are good. Of their user: `privileged`, `sees` and `shows` (numbers of queues: SeeQueue and
 * ShowTicket), `offsetMinutes` (the time zone in which its searches are read), `sqlForAcl` (whether RT checks rights
 * while it searches, its default; else pages lose rows and nothing is counted).
 */
export const requestTracker = ({
	data,
	signs = [],
	privileged = true,
	sees = data.queues.map(({ id }) => id),
	shows = sees,
	offsetMinutes = 0,
	sqlForAcl = true,
}) => {
	const tickets = new Map(data.tickets.map((one) => [one.id, { ...one }]));
	const transactions = data.transactions.map((one) => ({ ...one }));
	const isShown = ({ queue }) => shows.includes(queue);
	const byId = (a, b) => a.id - b.id;

	const userOf = (id) => {
		const { name, email } = data.users.find((user) => user.id === id);
		return { type: 'user', name, columns: { id, Name: name, EmailAddress: email } };
	};
	const queueOf = (id) => {
		const { name } = data.queues.find((queue) => queue.id === id);
		const Name = sees.includes(id) ? name : '';
		return { type: 'queue', name: String(id), columns: { id, Name } };
	};
	const ticketRow = (ticket, root) => ({
		type: 'ticket',
		id: String(ticket.id),
		ticket,
		values: {
			...{ Status: ticket.status, Subject: ticket.subject, Priority: '0', TimeWorked: '0' },
			...{ Created: ticket.created, LastUpdated: ticket.lastUpdated, Due: ticket.due ?? NEVER },
			Resolved: ticket.resolved ?? NEVER,
			...{ Owner: userOf(ticket.owner), Requestor: ticket.requestors.map(userOf) },
			Queue: queueOf(ticket.queue),
			CustomFields: { json: customFieldsOf(ticket, root) },
		},
	});
	const transactionRow = (one) => ({
		type: 'transaction',
		id: String(one.id),
		transaction: one,
		values: {
			...{ ObjectId: String(one.ticket), Type: one.type, Field: one.field },
			...{ OldValue: one.before, NewValue: one.after, Created: one.created },
			Creator: userOf(one.creator),
		},
	});

	/** No search without a query; an answer of RT's in place of rows where it cannot be read. */
	const search = (query, fields, { file, line }) => {
		if (!query) return { test: () => false };
		try {
			return { test: parse(query, fields, offsetMinutes) };
		} catch ({ message }) {
			return { refused: badQuery(message, file, line) };
		}
	};
	const listTickets = (request) => {
		const source = { file: 'Tickets', line: 3187 };
		const { test, refused } = search(request.query.get('query'), TICKET, source);
		if (refused) return refused;
		const rows = [...tickets.values()]
			.filter((one) => one.effective === undefined && one.status !== 'deleted' && test(one))
			.filter((one) => !sqlForAcl || isShown(one))
			.sort(byId)
			.map((one) => ticketRow(one, request.origin + ROOT));
		const isSeen = ({ ticket }) => isShown(ticket);
		return page(rows, request, { isSeen, isCounted: sqlForAcl });
	};
	/** Mails that went out are rows too, and are left out of a page that is already cut. */
	const listTransactions = (request) => {
		const source = { file: 'Transactions', line: 918 };
		const { test, refused } = search(request.query.get('query'), TRANSACTION, source);
		if (refused) return refused;
		const isOfSight = ({ ticket }) => tickets.has(ticket) && isShown(tickets.get(ticket));
		const rows = transactions
			.filter((one) => test(one) && isOfSight(one))
			.sort(byId)
			.map(transactionRow);
		const isSeen = ({ transaction }) => !/EmailRecord|Comment/.test(transaction.type);
		return page(rows, request, { isSeen, isCounted: false });
	};
	const showUser = ({ origin }, [who]) => {
		const user = data.users.find(({ id, name }) => [String(id), name].includes(who));
		if (!privileged) return forbidden();
		if (user === undefined) return notFound();
		return found(userRecord(user, origin + ROOT));
	};
	const queueRow = ({ id, name }) => ({ type: 'queue', id: String(id), values: { Name: name } });
	const listQueues = (request) =>
		page(data.queues.map(queueRow), request, {
			isSeen: ({ id }) => sees.includes(Number(id)),
			isCounted: false,
		});
	const showQueue = ({ origin }, [which]) => {
		const queue = data.queues.find(({ id, name }) => [String(id), name].includes(which));
		if (queue === undefined || !sees.includes(queue.id)) return forbidden();
		return found(queueRecord(queue, origin + ROOT));
	};
	const listCustomFields = (request) => {
		const rows = data.customFields.map(({ id, name }) => ({
			...{ type: 'customfield', id: String(id), values: { Name: name } },
		}));
		return page(rows, request, { isCounted: false });
	};
	/** A ticket that was merged answers as the one that is left. */
	const showTicket = ({ origin }, [number]) => {
		const own = tickets.get(Number(number));
		const ticket = tickets.get(own?.effective) ?? own;
		if (ticket === undefined) return notFound();
		const nameOf = (id) => userOf(id).name;
		return isShown(ticket) ? found(ticketRecord(ticket, nameOf, origin + ROOT)) : forbidden();
	};
	const routes = [
		[/^\/tickets$/, listTickets],
		[/^\/transactions$/, listTransactions],
		[/^\/queues\/all$/, listQueues],
		[/^\/queue\/([^/]+)$/, showQueue],
		[/^\/user\/([^/]+)$/, showUser],
		[/^\/customfields$/, listCustomFields],
		[/^\/ticket\/(\d+)$/, showTicket],
	];

	const handle = (request) => {
		const { headers, path } = request;
		const looksLikeBrowser = headers.cookie || /Mozilla/.test(headers['user-agent'] ?? '');
		if (!signs.includes(signOf(headers.authorization)))
			return looksLikeBrowser ? loginPage() : unauthorized();
		for (const [pattern, answer] of routes) {
			const match = path.startsWith(ROOT) && pattern.exec(path.slice(ROOT.length));
			if (match) return answer(request, match.slice(1));
		}
		return notFound();
	};

	const touch = (ticket) => Object.assign(ticket ?? {}, { lastUpdated: '2026-11-05T00:00:00Z' });
	return {
		name: 'Request Tracker',
		handle,
		problem: (kind) => asked[kind](),
		move: () => void touch(tickets.values().next().value),
		/** A deleted ticket is one in the status deleted, which no list shows. */
		remove: ({ id }) => void Object.assign(touch(tickets.get(Number(id))), { status: 'deleted' }),
		merge: ({ id, into }) =>
			void Object.assign(touch(tickets.get(Number(id))), { effective: Number(into) }),
	};
};
