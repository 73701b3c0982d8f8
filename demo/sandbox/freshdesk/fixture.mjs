// A small month in Freshdesk, with what the connector must make of it.
import { now } from '../approvals/month.mjs';
import { freshdesk } from '../freshdesk.mjs';

const HOUR = 3600000;
const KEY = 'freshdesk-key-1';
/** Midnight of 5 October 2026 in Shanghai; a ticket every two hours from then on. */
const first = Date.UTC(2026, 9, 4, 16);
/** Tickets 101 to 220 were last touched by one bulk change, more than a page in one second. */
const bulk = Date.UTC(2026, 9, 30, 4);

/** Freshdesk tells whole seconds. */
const shown = (ms) => new Date(ms).toISOString().replace('.000', '');
const iso = (ms) => (ms === null ? null : new Date(ms).toISOString());

/** The tenth of each: status, agent, and hours from creation to the events. */
const ways = [
	{ status: 4, resolved: 5 },
	{ status: 4, resolved: 6 },
	{ status: 5, resolved: 7, closed: 9 },
	{ status: 4, resolved: 30, reopened: 20 },
	{ status: 2 },
	{ status: 3 },
	{ status: 5, closed: 8 },
	{ status: 2, nobody: true },
	{ status: 4, resolved: 4, left: true },
	{ status: 6 },
];

const agents = [
	{ id: 11, email: 'li@x.example' },
	{ id: 12, email: 'wu@x.example' },
];
const agentOf = (number, { nobody, left }) =>
	nobody ? null : left ? { id: 19 } : agents[number % 2];

const plan = (number) => {
	const way = ways[number % 10];
	const createdAt = first + number * 2 * HOUR;
	const after = (hours) => (hours === undefined ? null : createdAt + hours * HOUR);
	const quiet = Math.max(...[way.closed, way.resolved, 1].map((hours) => after(hours ?? 1)));
	const times = {
		...{ createdAt, resolved: after(way.resolved), closed: after(way.closed) },
		...{ reopened: after(way.reopened), dueAt: after(24) },
		updatedAt: number > 100 && number <= 220 ? bulk : quiet,
	};
	return { number, way, times, agent: agentOf(number, way) };
};

const tell = (ms) => (ms === null ? null : shown(ms));

/** The ticket as the list shows it. */
const ticket = ({ number, way, times, agent }) => ({
	...{ id: number, subject: `Ticket ${number}`, status: way.status, priority: 1, source: 1 },
	...{ responder_id: agent?.id ?? null, group_id: 7, spam: false, requester_id: 900 },
	...{ created_at: shown(times.createdAt), updated_at: shown(times.updatedAt) },
	...{ due_by: shown(times.dueAt), custom_fields: { cf_region: number % 2 ? 'east' : 'west' } },
	stats: {
		first_responded_at: shown(times.createdAt + HOUR),
		resolved_at: tell(times.resolved),
		closed_at: tell(times.closed),
		reopened_at: tell(times.reopened),
		pending_since: null,
		status_updated_at: shown(times.updatedAt),
	},
});

const evidenceOf = ({ number, way, times, agent }) => {
	const isDone = [4, 5].includes(way.status);
	return {
		recordId: String(number),
		handler: agent === null ? null : (agent.email ?? String(agent.id)),
		status: isDone ? 'done' : 'open',
		assignedAt: null,
		completedAt: isDone ? iso(times.resolved ?? times.closed) : null,
		errors: way.reopened === undefined ? 0 : 1,
	};
};

const month = Array.from({ length: 230 }, (_, index) => plan(index + 1));

export const fixture = () => ({
	name: 'freshdesk',
	now,
	system: (options = {}) =>
		freshdesk({
			data: {
				tickets: month.map(ticket),
				agents: agents.map(({ id, email }) => ({ id, contact: { email, active: true } })),
				groups: [{ id: 7, name: 'Service' }],
				ticketFields: [
					{ id: 1, name: 'status', label: 'Status', default: true },
					{ id: 2, name: 'cf_region', label: 'Region', default: false },
				],
			},
			keys: [KEY],
			pace: 10000,
			...options,
		}),
	credentials: { apiKey: KEY },
	sign: ({ apiKey }) => ({
		headers: { Authorization: `Basic ${Buffer.from(`${apiKey}:X`).toString('base64')}` },
	}),
	streams: {
		tickets: {
			parameters: {},
			list: '/api/v2/tickets?',
			history: '/api/v2/agents?',
			evidence: month.map(evidenceOf),
		},
	},
});
