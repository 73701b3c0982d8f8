// A sandbox of Chatwoot: conversations by last activity, their reporting events, agents and other short lists.
import { createBucket } from './bucket.mjs';
import { filtered } from './chatwoot/filter.mjs';
import {
	asked,
	noSuchPage,
	notAccepted,
	notFound,
	notOfAccount,
	notSignedIn,
	tooMany,
} from './chatwoot/problems.mjs';

const ROOT = '/api/v1';
const SIZE = 25;
const PER_MINUTE = 3000;

/**
 * The system for `serve`. `data` is { conversations, events, agents, inboxes, teams, labels, attributes } as Chatwoot
 * shows them, `events` by the number of the conversation; `accounts` are the token's, each { id, name, role }; without
 * `enterprise` there are no reporting events; `unstable`: conversations of one second come in another order on
 * every second page; `perMinute` is the limit of requests, and `pace` multiplies its refill.
 */
export const chatwoot = ({
	data,
	tokens = [],
	accounts = [{ id: 1, name: 'Company', role: 'administrator' }],
	enterprise = true,
	unstable = false,
	perMinute = PER_MINUTE,
	pace = 1,
}) => {
	const conversations = new Map(data.conversations.map((one) => [one.id, { ...one }]));
	const bucket = createBucket({ capacity: perMinute, perMs: 60000, pace });
	const [me] = data.agents;

	const ordered = (rows, page) => {
		const ties = unstable && page % 2 === 0 ? -1 : 1;
		return [...rows].sort(
			(a, b) => b.last_activity_at - a.last_activity_at || ties * (a.id - b.id),
		);
	};

	/** An agent sees the conversations of the own inboxes only. */
	const seen = (account) =>
		[...conversations.values()].filter(
			({ inbox_id: inbox }) => account.role === 'administrator' || inbox === data.inboxes[0].id,
		);

	const pageOf = (rows, query) => {
		const page = Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1);
		const isOf = (agent) => rows.filter(({ meta }) => meta.assignee?.id === agent).length;
		const assigned = rows.filter(({ meta }) => meta.assignee).length;
		return {
			meta: {
				...{ mine_count: isOf(me.id), assigned_count: assigned },
				...{ unassigned_count: rows.length - assigned, all_count: rows.length },
			},
			payload: ordered(rows, page).slice((page - 1) * SIZE, page * SIZE),
		};
	};

	const filter = ({ body, query }, account) => {
		const { rows, refused } = filtered(seen(account), body?.payload);
		if (refused) return refused;
		const { meta, payload } = pageOf(rows, query);
		const { assigned_count: left, ...counts } = meta;
		void left; // the filter does not tell it
		return { status: 200, body: { meta: counts, payload } };
	};

	const list = ({ query }, account) => {
		const status = query.get('status') ?? 'open';
		const rows = seen(account).filter((one) => status === 'all' || one.status === status);
		return { status: 200, body: { data: pageOf(rows, query) } };
	};

	const eventsOf = (id) => (enterprise ? { status: 200, body: data.events[id] } : noSuchPage());

	const one = (id, what, account) => {
		const conversation = seen(account).find((row) => row.id === id);
		if (what === 'reporting_events' && !enterprise) return noSuchPage();
		if (conversation === undefined) return notFound();
		return what === undefined ? { status: 200, body: conversation } : eventsOf(id);
	};

	const all = (body) => () => ({ status: 200, body });
	const routes = {
		'POST conversations/filter': filter,
		'GET conversations': list,
		'GET agents': all(data.agents),
		'GET inboxes': all({ payload: data.inboxes }),
		'GET teams': all(data.teams),
		'GET labels': all({ payload: data.labels }),
		'GET custom_attribute_definitions': all(data.attributes),
	};

	const profile = () => {
		const { id, email, name } = me;
		return { status: 200, body: { id, email, name, access_token: tokens[0], accounts } };
	};

	const within = (request, number, rest) => {
		const account = accounts.find(({ id }) => String(id) === number);
		if (account === undefined) return notOfAccount();
		const [, id, what] = /^conversations\/(\d+)(?:\/(reporting_events))?$/.exec(rest) ?? [];
		if (id !== undefined && request.method === 'GET') return one(Number(id), what, account);
		return routes[`${request.method} ${rest}`]?.(request, account) ?? noSuchPage();
	};

	const handle = (request) => {
		const token = request.headers.api_access_token;
		if (!bucket.take().ok) return tooMany();
		if (token === undefined) return notSignedIn();
		if (!tokens.includes(token)) return notAccepted();
		if (request.path === `${ROOT}/profile`) return profile();
		const [, number, rest] = /^\/api\/v1\/accounts\/(\d+)\/(.+)$/.exec(request.path) ?? [];
		return number === undefined ? noSuchPage() : within(request, number, rest);
	};

	/** Somebody writes to the conversation that was quiet longest: it goes to the front of the list. */
	const move = () => {
		const rows = ordered(conversations.values(), 1);
		rows.at(-1).last_activity_at = rows[0].last_activity_at + 1;
	};
	const remove = ({ id }) => void conversations.delete(Number(id));

	return {
		name: 'Chatwoot',
		handle,
		problem: (kind) => asked[kind](),
		move,
		remove,
		merge: remove,
	};
};
