// The company's Zendesk: tickets of customers and requests of other departments, with metrics, audits and events.
import { accounts, leaderIds, zendeskUserOf } from './accounts.mjs';
import { isoSeconds, MINUTE } from './calendar.mjs';
import { octoberItems, otherItems, touchAfter } from './items.mjs';
import { leaver, people } from './plan.mjs';

const TRIAGE = 360100000101;
const CUSTOMER = 360100009001;

const userRow = ({ name, email, zendeskUser }, { role = 'agent', suspended = false } = {}) => ({
	id: zendeskUser,
	name,
	email,
	role,
	active: true,
	suspended,
	verified: true,
	time_zone: 'Asia/Shanghai',
	locale: 'zh-CN',
	created_at: '2025-01-06T02:00:00Z',
	updated_at: '2025-01-06T02:00:00Z',
});

const minutes = (ms) => Math.round(ms / MINUTE);
const both = (ms) => ({ calendar: minutes(ms), business: minutes(ms) });
const NONE = { calendar: null, business: null };

/** The moments of a ticket in order: given out, answered, perhaps waiting, solved, perhaps opened again. */
const turnsOf = (item) => {
	const turns = [{ status: 'open', ms: item.assigned }];
	if (item.pause !== undefined)
		turns.push({ status: 'pending', ms: item.pause.from }, { status: 'open', ms: item.pause.to });
	if (item.done === null) return turns;
	turns.push({ status: 'solved', ms: item.done });
	if (item.error)
		turns.push(
			{ status: 'open', ms: item.done + 10 * MINUTE },
			{ status: 'solved', ms: item.done + 25 * MINUTE },
		);
	return turns;
};

const metricsOf = (item, { id, turns, last }) => {
	const solved = turns.filter(({ status }) => status === 'solved');
	const waited =
		item.replied === null ? null : item.replied - (item.before?.since ?? item.assigned);
	const paused = item.pause === undefined ? 0 : item.pause.to - item.pause.from;
	const resolution = (ms) => (ms === undefined ? NONE : both(ms - item.assigned));
	return {
		id: id + 500000,
		created_at: isoSeconds(item.assigned),
		updated_at: isoSeconds(last),
		group_stations: 1,
		assignee_stations: item.before === undefined ? 1 : 2,
		reopens: item.error ? 1 : 0,
		replies: item.replied === null ? 0 : 1,
		assignee_updated_at: isoSeconds(last),
		requester_updated_at: isoSeconds(item.assigned),
		status_updated_at: isoSeconds(turns.at(-1).ms),
		initially_assigned_at: isoSeconds(item.before?.since ?? item.assigned),
		assigned_at: isoSeconds(item.assigned),
		solved_at: solved.length > 0 ? isoSeconds(solved.at(-1).ms) : null,
		latest_comment_added_at: isoSeconds(item.replied ?? item.assigned),
		reply_time_in_minutes: waited === null ? NONE : both(waited),
		reply_time_in_seconds: { calendar: waited === null ? null : waited / 1000 },
		first_resolution_time_in_minutes: resolution(solved[0]?.ms),
		full_resolution_time_in_minutes: resolution(solved.at(-1)?.ms),
		agent_wait_time_in_minutes: both(paused),
		requester_wait_time_in_minutes: resolution(solved.at(-1)?.ms),
		on_hold_time_in_minutes: both(0),
	};
};

/** The history, oldest first: created and given out, answered, each change of status, of hands. */
const auditsOf = (item, { id, user, turns }) => {
	let event = id * 100;
	const one = (ms, author, events) => ({
		id: (event += 1),
		created_at: isoSeconds(ms),
		author_id: author,
		metadata: { system: {}, custom: {} },
		via: { channel: 'web' },
		events: events.map((each) => ({ id: (event += 1), ...each })),
	});
	const first = item.before ?? { user, since: item.assigned };
	const audits = [
		one(first.since, CUSTOMER, [
			{ type: 'Create', field_name: 'status', value: 'open' },
			{ type: 'Create', field_name: 'assignee_id', value: String(first.user) },
			{ type: 'Comment', author_id: CUSTOMER, body: '…', public: true },
		]),
	];
	if (item.before !== undefined)
		audits.push(
			one(item.assigned, TRIAGE, [
				{
					type: 'Change',
					field_name: 'assignee_id',
					value: String(user),
					previous_value: String(first.user),
				},
			]),
		);
	if (item.replied !== null)
		audits.push(
			one(item.replied, user, [{ type: 'Comment', author_id: user, body: '…', public: true }]),
		);
	turns.slice(1).forEach(({ status, ms }, index) =>
		audits.push(
			one(ms, turns[index].status === 'solved' ? CUSTOMER : user, [
				{
					type: 'Change',
					field_name: 'status',
					value: status,
					previous_value: turns[index].status,
				},
			]),
		),
	);
	return audits.sort((a, b) =>
		a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : a.id - b.id,
	);
};

const WHEN = { open: 'activate', pending: 'pause', solved: 'fulfill' };

/** Three metrics, each with its clock started, stopped and started again. */
const eventsOf = (item, { id, turns }) => {
	let event = id * 100;
	const one = (metric, type, ms, instance) => ({
		id: (event += 1),
		metric,
		instance_id: instance,
		type,
		time: isoSeconds(ms),
	});
	const work = (metric) => turns.map(({ status, ms }) => one(metric, WHEN[status], ms, 1));
	return [
		one('reply_time', 'activate', turns[0].ms, 1),
		...(item.replied === null ? [] : [one('reply_time', 'fulfill', item.replied, 1)]),
		...work('agent_work_time'),
		...work('requester_wait_time'),
	];
};

/** Solved tickets close by themselves days later; system changes come even after that, without `updated_at`. */
const ticket = (item, { id, person, index }) => {
	const { zendeskUser: user } = zendeskUserOf(person);
	const turns = turnsOf(item);
	const solved = item.done !== null;
	const closes = solved && index % 2 === 0;
	const last = closes
		? touchAfter(turns.at(-1).ms, 4)
		: Math.max(turns.at(-1).ms, item.replied ?? 0);
	const generated = index % 5 === 0 ? touchAfter(last, 2) : last;
	const given = { id, user, turns, last };
	return {
		id,
		external_id: null,
		via: { channel: 'web' },
		created_at: isoSeconds(item.before?.since ?? item.assigned),
		updated_at: isoSeconds(last),
		generated_timestamp: Math.floor(generated / 1000),
		type: 'question',
		subject: `${person.role === 'administration' ? '部门协作' : '客户咨询'} ${item.key}`,
		priority: 'normal',
		status: closes ? 'closed' : turns.at(-1).status,
		requester_id: CUSTOMER,
		submitter_id: CUSTOMER,
		assignee_id: user,
		group_id: 360200000001,
		tags: [],
		custom_fields: [],
		due_at: null,
		metrics: metricsOf(item, given),
		audits: auditsOf(item, given),
		metricEvents: eventsOf(item, given),
	};
};

const asDeleted = ({ metrics, audits, metricEvents, ...row }) => {
	void [metrics, audits, metricEvents];
	return { ...row, status: 'deleted', audits: [] };
};

/** The loser of a merge is closed with a tag, and looks as if it had been solved. */
const asMerged = (row) => ({ ...row, status: 'closed', tags: ['closed_by_merge'] });

const range = (count = 0) => Array.from({ length: count }, (_, index) => index);

export const zendeskData = () => {
	let id = 20000;
	const next = () => (id += 1);
	const rowsOf = (person) => {
		const items = [...octoberItems(person), ...otherItems(person)];
		const make = (item, index) => ticket(item, { id: next(), person, index });
		return [
			...items.map(make),
			...range(person.deleted).map(() => asDeleted(make(items[0], 0))),
			...range(person.merged).map(() => asMerged(make(items[1], 0))),
		];
	};
	const staff = people.filter(
		({ role }) => role === 'customerService' || role === 'administration',
	);
	const former = {
		...leaver,
		role: 'customerService',
		month: { done: 6, onTime: 6, errors: 0, open: 0 },
	};
	const shared = new Set(staff.map((person) => zendeskUserOf(person)));
	return {
		users: [
			...[...shared].map((each) => userRow(each)),
			userRow(accounts.get(leaver.employeeId), { suspended: true }),
			...leaderIds.map((key) => userRow(accounts.get(key), { role: 'admin' })),
			{
				...userRow({ name: '客户', email: 'customer@example.com', zendeskUser: CUSTOMER }),
				role: 'end-user',
			},
		],
		groups: [{ id: 360200000001, name: 'Back office', deleted: false }],
		ticket_fields: [
			{ id: 360300000001, type: 'subject', title: 'Subject', active: true, removable: false },
			{ id: 360300000002, type: 'status', title: 'Status', active: true, removable: false },
			{ id: 360300000003, type: 'assignee', title: 'Assignee', active: true, removable: false },
			{ id: 360300000004, type: 'tagger', title: 'Product Line', active: true, removable: true },
			{ id: 360300000005, type: 'text', title: 'Order Number', active: true, removable: true },
		],
		tickets: [...staff, former].flatMap(rowsOf),
	};
};
