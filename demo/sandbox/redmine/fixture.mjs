// A small month in Redmine, with what the connector must make of it.
import { now } from '../approvals/month.mjs';
import { redmine } from '../redmine.mjs';

const HOUR = 3600000;
const KEY = 'redminesandboxkey00000000000000000000001';
/** Midnight of 5 October 2026 in Shanghai; an issue every two hours from then on. */
const first = Date.UTC(2026, 9, 4, 16);

const [NEW, STARTED, FEEDBACK, CLOSED, REJECTED] = [1, 2, 4, 5, 6];
const statuses = [
	{ id: NEW, name: 'New', is_closed: false },
	{ id: STARTED, name: 'In Progress', is_closed: false },
	{ id: 3, name: 'Resolved', is_closed: false },
	{ id: FEEDBACK, name: 'Feedback', is_closed: false },
	{ id: CLOSED, name: 'Closed', is_closed: true },
	{ id: REJECTED, name: 'Rejected', is_closed: true },
];
const [LI, WU, GROUP] = [5, 6, 9];
const user = (id, login) => ({
	...{ id, login, firstname: login, lastname: 'X', last_login_on: null },
	...{ created_on: '2026-01-01T00:00:00Z', updated_on: '2026-01-01T00:00:00Z' },
	passwd_changed_on: '2026-01-01T00:00:00Z',
});
const users = [user(LI, 'li'), user(WU, 'wu')];
const [OWN, OTHER] = ['own', 'other'];

/** Redmine tells whole seconds. */
const shown = (ms) => new Date(ms).toISOString().replace('.000', '');
const iso = (ms) => (ms === undefined ? null : new Date(ms).toISOString());

/** One save: hours after the creation, and what it changed. */
const save = (hours, ...changes) => ({ hours, changes });
const status = (before, after) => ({ name: 'status_id', before, after });
const assignee = (before, after) => ({ name: 'assigned_to_id', before, after });
const closing = (hours) => save(hours, status(STARTED, CLOSED));
const started = save(1, status(NEW, STARTED));

/** The tenth of each: the assignee at first, the saves, and what must come of them. */
const ways = [
	{ saves: [started, closing(5)], done: 5 },
	{ from: null, saves: [save(2, assignee(null, OWN)), started, closing(6)], assigned: 2, done: 6 },
	{
		saves: [started, closing(5), save(8, status(CLOSED, STARTED)), closing(9)],
		...{ done: 5, errors: 1 },
	},
	{ saves: [started] },
	{
		saves: [save(2, status(NEW, FEEDBACK)), save(26, status(FEEDBACK, STARTED)), closing(28)],
		...{ done: 28, pauses: [[2, 26]] },
	},
	{ saves: [save(2, status(NEW, REJECTED))], cancelled: true },
	{
		from: OTHER,
		saves: [started, save(4, assignee(OTHER, OWN)), closing(6)],
		assigned: 4,
		done: 6,
	},
	{ from: null, saves: [], who: null },
	{ saves: [started, save(5, status(STARTED, CLOSED), assignee(OWN, OTHER))], done: 5 },
	{ from: GROUP, saves: [started], who: GROUP },
];

const plan = (number) => {
	const own = number % 2 === 0 ? LI : WU;
	const people = { [OWN]: own, [OTHER]: own === LI ? WU : LI };
	const start = first + number * 2 * HOUR;
	const way = ways[number % ways.length];
	return {
		...{ number, own, way, hasDue: number % 4 !== 0 },
		of: (one) => people[one] ?? one,
		at: (hours) => (hours === undefined ? undefined : start + hours * HOUR),
	};
};

const named = (list, id) => ({ id, name: list.find((one) => one.id === id)?.name });
const people = [
	{ id: LI, name: 'Li X' },
	{ id: WU, name: 'Wu X' },
	{ id: GROUP, name: 'Back office' },
];
const text = (value) => (value === null ? null : String(value));

const issue = ({ number, way, hasDue, of, at }) => {
	const { saves, from = OWN } = way;
	const sorted = [...saves].sort((a, b) => a.hours - b.hours);
	const lastOf = (name, otherwise) =>
		sorted.flatMap(({ changes }) => changes).findLast((one) => one.name === name)?.after ??
		otherwise;
	const present = statuses.find(({ id }) => id === lastOf('status_id', NEW));
	const who = of(lastOf('assigned_to_id', from));
	const last = at(sorted.at(-1)?.hours ?? 0);
	return {
		...{ id: number, project: { id: 1, name: 'Back office' }, tracker: { id: 1, name: 'Task' } },
		...{ status: present, priority: { id: 1, name: 'Low' }, author: named(people, LI) },
		...(who === null ? {} : { assigned_to: named(people, who) }),
		...{ subject: `Task ${number}`, description: null, start_date: null },
		due_date: hasDue ? shown(at(24)).slice(0, 10) : null,
		...{ done_ratio: 0, is_private: false, estimated_hours: null, total_estimated_hours: null },
		...{ created_on: shown(at(0)), updated_on: shown(last) },
		closed_on: present.is_closed ? shown(last) : null,
		journals: sorted.map(({ hours, changes }, index) => ({
			...{ id: number * 10 + index, user: named(people, LI), notes: '', private_notes: false },
			created_on: shown(at(hours)),
			details: changes.map(({ name, before, after }) => ({
				...{ property: 'attr', name },
				...{ old_value: text(of(before)), new_value: text(of(after)) },
			})),
		})),
	};
};

const dueOf = ({ hasDue, at }) =>
	hasDue ? iso(Date.parse(`${shown(at(24)).slice(0, 10)}T16:00:00Z`)) : null;

const evidenceOf = (planned) => {
	const { number, own, way, at } = planned;
	const { who = own, assigned = 0, pauses = [] } = way;
	return {
		recordId: String(number),
		handler: who === null ? null : (users.find(({ id }) => id === who)?.login ?? String(who)),
		status: way.cancelled ? 'cancelled' : way.done === undefined ? 'open' : 'done',
		assignedAt: who === null ? null : iso(at(assigned)),
		completedAt: iso(at(way.done)),
		dueAt: dueOf(planned),
		errors: way.errors ?? 0,
		pauses: pauses.map(([from, to]) => ({
			from: iso(at(from)),
			to: iso(at(to)),
			reason: 'Feedback',
		})),
	};
};

const month = Array.from({ length: 210 }, (_, index) => plan(index + 1));

/** What the sandbox has in it: of its own each time, so that a test may change it. */
export const data = () => ({
	...{ issues: month.map(issue), statuses, users },
	projects: [
		{
			...{ id: 1, name: 'Back office', identifier: 'back-office', description: null, status: 1 },
			...{ is_public: false, inherit_members: false },
			...{ created_on: '2026-01-01T00:00:00Z', updated_on: '2026-01-01T00:00:00Z' },
		},
	],
	trackers: [
		{
			...{ id: 1, name: 'Task', default_status: named(statuses, NEW), description: null },
			enabled_standard_fields: ['assigned_to_id', 'due_date'],
		},
	],
});

export const fixture = () => ({
	name: 'redmine',
	now,
	system: (options = {}) => redmine({ ...{ data: data(), keys: [KEY] }, ...options }),
	credentials: { apiKey: KEY },
	sign: ({ apiKey }) => ({ headers: { 'X-Redmine-API-Key': apiKey } }),
	streams: {
		issues: {
			parameters: { pauseStatuses: ['Feedback'], cancelledStatuses: ['Rejected'] },
			list: '/issues.json?',
			history: '?include=journals',
			evidence: month.map(evidenceOf),
		},
	},
});
