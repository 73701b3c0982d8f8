// A small month in Zendesk, two pages of its export, with what the connector must make of it.
import { zendesk } from '../zendesk.mjs';

const EMAIL = 'bot@x.example';
const TOKEN = 'zendesk-sandbox-token-1';
const now = '2026-11-06T09:30:00+08:00';
const MINUTE = 60000;
const HOUR = 60 * MINUTE;
/** 5 October 2026, 9:00 in Shanghai. */
const first = Date.UTC(2026, 9, 5, 1);
const iso = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

const agents = [
	{ id: 801, email: 'li@x.example' },
	{ id: 802, email: 'wu@x.example' },
].map((agent) => ({
	...agent,
	name: agent.email,
	role: 'agent',
	active: true,
	updated_at: iso(0),
}));
const agentOf = (number) => agents[number % agents.length];

/** Of twenty tickets one is opened again, one still open, one deleted, one merged; the others are solved. */
const ways = { 3: 'reopened', 7: 'open', 11: 'deleted', 15: 'merged' };
const wayOf = (number) => ways[number % 20] ?? 'plain';
const statuses = { open: 'open', deleted: 'deleted', merged: 'closed' };
const isTaken = (way) => way === 'deleted' || way === 'merged';

const startOf = (number) => first + number * 30 * MINUTE;
const change = (id, ms, field, value) => ({
	...{ id, created_at: iso(ms), author_id: 1 },
	events: [{ id: id * 10, type: 'Change', field_name: field, value }],
});

/** Assigned at once, solved after two hours; opened again after three, solved again after four. */
const auditsOf = (number) => {
	const start = startOf(number);
	const at = (step) => number * 100 + step;
	return [
		change(at(1), start, 'assignee_id', String(agentOf(number).id)),
		change(at(2), start, 'status', 'open'),
		change(at(3), start + 2 * HOUR, 'status', 'solved'),
		change(at(4), start + 3 * HOUR, 'status', 'open'),
		change(at(5), start + 4 * HOUR, 'status', 'solved'),
	];
};

const ticket = (number) => {
	const [start, way] = [startOf(number), wayOf(number)];
	const solved = { open: null, reopened: start + 4 * HOUR }[way];
	return {
		id: number,
		status: statuses[way] ?? 'solved',
		assignee_id: agentOf(number).id,
		created_at: iso(start),
		updated_at: iso(start + 5 * HOUR),
		generated_timestamp: (start + 5 * HOUR) / 1000,
		due_at: null,
		tags: way === 'merged' ? ['closed_by_merge'] : [],
		custom_fields: [],
		metrics: {
			id: number + 500000,
			assigned_at: iso(start),
			solved_at: solved === null ? null : iso(solved ?? start + 2 * HOUR),
			reopens: way === 'reopened' ? 1 : 0,
			reply_time_in_minutes: { calendar: 30, business: 30 },
		},
		audits: way === 'reopened' ? auditsOf(number) : [],
		metricEvents: [],
	};
};

const numbers = Array.from({ length: 1020 }, (_, index) => index + 1);
const millis = (ms) => new Date(ms).toISOString();

const evidence = numbers.map((number) => {
	const [start, way] = [startOf(number), wayOf(number)];
	const isDone = way === 'plain' || way === 'reopened';
	return {
		recordId: String(number),
		handler: agentOf(number).email,
		status: isTaken(way) ? 'cancelled' : isDone ? 'done' : 'open',
		assignedAt: millis(start),
		completedAt: isDone ? millis(start + 2 * HOUR) : null,
		firstResponseAt: millis(start + 30 * MINUTE),
		errors: way === 'reopened' ? 1 : 0,
	};
});

const signature = (email, token) => Buffer.from(`${email}/token:${token}`).toString('base64');

export const fixture = () => ({
	name: 'zendesk',
	now,
	system: (options = {}) =>
		zendesk({
			data: { users: agents, groups: [], ticket_fields: [], tickets: numbers.map(ticket) },
			tokens: { [`${EMAIL}/token:${TOKEN}`]: { email: EMAIL, role: 'admin' } },
			pace: 10000,
			now: () => Date.parse(now),
			...options,
		}),
	credentials: { email: EMAIL, token: TOKEN },
	sign: ({ email, token }) => ({ headers: { Authorization: `Basic ${signature(email, token)}` } }),
	streams: {
		tickets: {
			parameters: {},
			list: '/incremental/tickets/',
			history: '/audits',
			evidence,
		},
	},
});
