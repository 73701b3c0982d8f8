// A small month in Chatwoot, with what the connector must make of it.
import { now } from '../approvals/month.mjs';
import { chatwoot } from '../chatwoot.mjs';

const HOUR = 3600;
const TOKEN = 'chatwoot-token-1';
/** Midnight of 5 October 2026 in Shanghai, in seconds; a conversation every two hours from then on. */
const first = Date.UTC(2026, 9, 4, 16) / 1000;
/** Conversations 21 to 60 were last touched by one bulk change, more than a page in one second. */
const bulk = Date.UTC(2026, 9, 20, 4) / 1000;

const iso = (seconds) => (seconds === null ? null : new Date(seconds * 1000).toISOString());

const agents = [
	{ id: 11, email: 'li@x.example', name: 'Li', role: 'administrator' },
	{ id: 12, email: 'wu@x.example', name: 'Wu', role: 'agent' },
].map((one) => ({ ...one, account_id: 1, confirmed: true, auto_offline: true }));
/** Who had conversations and left. */
const left = { id: 19, email: 'gone@x.example' };

/**
 * The tenth of each: status, and hours from creation to its resolutions and openings; evidence as [status, hours to
 * the completion, errors].
 */
const ways = [
	{ status: 'resolved', resolved: [5], is: ['done', 5, 0] },
	{ status: 'resolved', resolved: [4, 9], opened: [7], is: ['done', 4, 1] },
	{ status: 'open', resolved: [4], opened: [6], is: ['open', null, 1] },
	{ status: 'open', is: ['open', null, 0] },
	{ status: 'pending', is: ['open', null, 0] },
	{ status: 'snoozed', is: ['open', null, 0] },
	{ status: 'resolved', blocked: true, is: ['cancelled', null, 0] },
	{ status: 'open', bot: true, is: ['open', null, 0] },
	{ status: 'resolved', resolved: [3], by: left, is: ['done', 3, 0] },
	{ status: 'resolved', resolved: [6], twice: true, is: ['done', 6, 0] },
];

const plan = (number) => {
	const way = ways[number % ways.length];
	const createdAt = first + number * 2 * HOUR;
	const last = Math.max(1, ...(way.resolved ?? []), ...(way.opened ?? []));
	const quiet = createdAt + last * HOUR;
	return {
		...{ number, way, createdAt, agent: way.by ?? agents[number % 2] },
		lastAt: number > 20 && number <= 60 ? bulk : quiet,
	};
};

const senderOf = ({ number, way }) => ({
	...{ id: 900 + number, name: `Customer ${number}`, email: `c${number}@y.example` },
	blocked: way.blocked === true,
});

/** A bot has a number of its own, which is here an agent's. */
const assigneeOf = ({ way, agent }) => {
	if (way.blocked) return {};
	if (way.bot) return { assignee: { id: 11, name: 'Bot' }, assignee_type: 'AgentBot' };
	if (way.by) return {}; // Chatwoot shows nobody who left the account
	return { assignee: { ...agent }, assignee_type: 'User' };
};

const hasReply = ({ way }) => !way.blocked && !way.bot;

/** The conversation as the lists show it. */
const conversation = (one) => ({
	...{ id: one.number, account_id: 1, inbox_id: one.number % 3 === 0 ? 8 : 7 },
	uuid: `00000000-0000-4000-8000-${String(one.number).padStart(12, '0')}`,
	meta: {
		...{ sender: senderOf(one), channel: 'Channel::WebWidget', ...assigneeOf(one) },
		...(one.number % 4 === 0 ? { team: { id: 3, name: 'service' } } : {}),
		hmac_verified: false,
	},
	...{ status: one.way.status, priority: null, muted: false, can_reply: true },
	...{ messages: [], unread_count: 0, labels: one.number % 5 === 0 ? ['vip', 'refund'] : [] },
	...{ additional_attributes: {}, custom_attributes: { region: one.number % 2 ? 'east' : 'west' } },
	...{ agent_last_seen_at: 0, contact_last_seen_at: 0, assignee_last_seen_at: 0 },
	...{ created_at: one.createdAt, timestamp: one.lastAt, last_activity_at: one.lastAt },
	...{ updated_at: one.lastAt + 0.25, waiting_since: 0, snoozed_until: null },
	first_reply_created_at: hasReply(one) ? one.createdAt + HOUR : 0,
	...{ sla_policy_id: null, sla_events: [], applied_sla: slaOf(one) },
});

const slaOf = ({ number }) =>
	number % 2 === 0
		? {
				id: number,
				sla_resolution_time_threshold: 24 * HOUR,
				sla_only_during_business_hours: false,
			}
		: {};

/** Reporting events name a conversation by a number that nothing else shows. */
const eventsOf = (one) => {
	const { number, way, createdAt, agent } = one;
	const make = (name, hours, from = 0) => ({
		...{ name, value: (hours - from) * HOUR, value_in_business_hours: (hours - from) * 1800 },
		event_start_time: iso(createdAt + from * HOUR),
		event_end_time: iso(createdAt + hours * HOUR),
		...{ account_id: 1, inbox_id: 7, conversation_id: 5000 + number, user_id: agent.id },
		created_at: iso(createdAt + hours * HOUR + 2),
		updated_at: iso(createdAt + hours * HOUR + 2),
	});
	return [
		...(hasReply(one) ? [make('first_response', 1), make('reply_time', 3, 2)] : []),
		...(way.resolved ?? []).map((hours) => make('conversation_resolved', hours)),
		...(way.twice ? [make('conversation_resolved', way.resolved[0])] : []),
		...(way.opened ?? []).map((hours) => make('conversation_opened', hours, way.resolved[0])),
	]
		.sort((a, b) => (a.created_at < b.created_at ? -1 : 1))
		.map((event, index) => ({ id: number * 10 + index, ...event }));
};

const evidenceOf = (one) => {
	const { number, way, createdAt, agent } = one;
	const [status, hours, errors] = way.is;
	const isNobodys = way.bot || way.blocked;
	const account = agent === left ? String(left.id) : agent.email;
	return {
		...{ recordId: String(number), handler: isNobodys ? null : account, status, errors },
		...{ assignedAt: null, completedAt: hours === null ? null : iso(createdAt + hours * HOUR) },
		dueAt: number % 2 === 0 ? iso(createdAt + 24 * HOUR) : null,
		firstResponseAt: hasReply(one) ? iso(createdAt + HOUR) : null,
	};
};

const month = Array.from({ length: 110 }, (_, index) => plan(index + 1));

export const fixture = () => ({
	name: 'chatwoot',
	now,
	system: (options = {}) =>
		chatwoot({
			data: {
				conversations: month.map(conversation),
				events: Object.fromEntries(month.map((one) => [one.number, eventsOf(one)])),
				agents,
				inboxes: [
					{ id: 7, name: 'Website', working_hours_enabled: true },
					{ id: 8, name: 'E-Mail', working_hours_enabled: false },
				],
				teams: [{ id: 3, name: 'service', account_id: 1 }],
				labels: [
					{ id: 1, title: 'vip' },
					{ id: 2, title: 'refund' },
				],
				attributes: [
					{
						...{ id: 1, attribute_key: 'region', attribute_display_name: 'Region' },
						attribute_model: 'conversation_attribute',
					},
				],
			},
			tokens: [TOKEN],
			pace: 10000,
			...options,
		}),
	credentials: { accessToken: TOKEN },
	sign: ({ accessToken }) => ({ headers: { api_access_token: accessToken } }),
	streams: {
		conversations: {
			parameters: {},
			list: '/conversations/filter?',
			history: '/reporting_events',
			evidence: month.map(evidenceOf),
		},
	},
});
