// A small month in Request Tracker, with what the connector must make of it.
import { now } from '../approvals/month.mjs';
import { requestTracker } from '../requestTracker.mjs';

const HOUR = 3600000;
const TOKEN = '1-38-rtsandboxtoken0000000000000000001';
/** Midnight of 5 October 2026 in Shanghai; a ticket every two hours from then on. */
const first = Date.UTC(2026, 9, 4, 16);

const [SYSTEM, NOBODY, LI, WU, CUSTOMER] = [1, 6, 32, 34, 40];
const users = [
	{ id: SYSTEM, name: 'RT_System', email: '', isStaff: false },
	{ id: NOBODY, name: 'Nobody', email: '', isStaff: false },
	{ id: LI, name: 'li', email: 'li@x.example', isStaff: true },
	{ id: WU, name: 'wu', email: 'wu@x.example', isStaff: true },
	{ id: CUSTOMER, name: 'customer@y.example', email: 'customer@y.example', isStaff: false },
];
const [OWN, OTHER] = ['own', 'other'];

/** RT tells whole seconds. */
const shown = (ms) => new Date(ms).toISOString().replace('.000', '');
const iso = (ms) => (ms === undefined ? null : new Date(ms).toISOString());

/** A step: hours after the creation, what happens, and by whom where it is not the owner. */
const answer = (hours, by = OWN) => ({ hours, type: 'Correspond', by });
const status = (hours, before, after, by = OWN) => ({ hours, field: 'Status', before, after, by });
const owner = (hours, before, after, by = OWN) => ({ hours, field: 'Owner', before, after, by });
/** The first answer opens a ticket, and that is RT's own doing. */
const started = [answer(1), status(1, 'new', 'open', SYSTEM)];
const TWO_SECONDS = 2 / 3600;

/** The tenth of each: the owner at first, what happens, and what must come of it. */
const ways = [
	{ steps: [...started, status(5, 'open', 'resolved')], done: 5 },
	{
		from: NOBODY,
		steps: [owner(2, NOBODY, OWN), answer(3), status(3, 'new', 'open', SYSTEM)],
		assigned: 2,
		answered: 3,
	},
	{
		steps: [
			...started,
			status(5, 'open', 'resolved'),
			{ ...answer(8, CUSTOMER) },
			status(8, 'resolved', 'open', SYSTEM),
			status(9, 'open', 'resolved'),
		],
		done: 5,
		errors: 1,
	},
	{ steps: started },
	{
		steps: [...started, status(2, 'open', 'stalled'), status(26, 'stalled', 'open', SYSTEM)],
		end: status(28, 'open', 'resolved'),
		done: 28,
		pauses: [[2, 26]],
	},
	{ steps: [status(2, 'new', 'rejected')], cancelled: true, answered: null },
	{
		from: OTHER,
		steps: [...started, owner(4, OTHER, OWN), status(6, 'open', 'resolved')],
		...{ assigned: 4, done: 6 },
	},
	{ from: NOBODY, steps: [], who: null, answered: null },
	{
		from: NOBODY,
		steps: [...started, status(5, 'open', 'resolved'), owner(5 + TWO_SECONDS, NOBODY, OWN)],
		...{ assigned: 5, done: 5 },
	},
	{
		steps: [...started, status(5, 'open', 'resolved'), owner(7, OWN, OTHER)],
		done: 5,
	},
];

const wayOf = (number) => ways[number % ways.length];
const plan = (number) => {
	const own = number % 2 === 0 ? LI : WU;
	const people = { [OWN]: own, [OTHER]: own === LI ? WU : LI };
	const start = first + number * 2 * HOUR;
	const { steps, end, ...way } = wayOf(number);
	return {
		...{ number, own, way, steps: [...steps, ...(end ? [end] : [])] },
		of: (person) => people[person] ?? person,
		at: (hours) => (hours === undefined ? undefined : start + Math.round(hours * 3600) * 1000),
	};
};

/** A mail goes out for each answer, and an owner's change has a second row. */
const rowsOf = ({ number, steps, of, at }) => {
	const created = { hours: 0, type: 'Create', by: CUSTOMER };
	const mail = (step) => ({ hours: step.hours, type: 'EmailRecord', by: SYSTEM });
	const rows = [created, mail(created), ...steps].flatMap((step) => {
		const row = { ...step, type: step.type ?? (step.field === 'Owner' ? 'Set' : 'Status') };
		if (row.type === 'Correspond') return [row, mail(step)];
		return step.field === 'Owner' ? [row, { ...row, type: 'SetWatcher' }] : [row];
	});
	return rows.map(({ hours, type, field = '', before = '', after = '', by }, index) => ({
		...{ id: number * 100 + index, ticket: number, type, field, creator: of(by) },
		...{ before: String(of(before)), after: String(of(after)), created: shown(at(hours)) },
	}));
};

const lastOf = (steps, field, otherwise) =>
	steps.filter((step) => step.field === field).at(-1)?.after ?? otherwise;

/** When it last became inactive: RT keeps it after a reopening too. */
const resolvedOf = (steps, at) => {
	const closing = steps.findLast(({ after }) => after === 'resolved' || after === 'rejected');
	return closing === undefined ? undefined : shown(at(closing.hours));
};

const ticket = ({ number, way, steps, of, at }) => ({
	...{ id: number, subject: `Case ${number}`, queue: number % 3 === 0 ? 4 : 3 },
	...{ status: lastOf(steps, 'Status', 'new'), requestors: [CUSTOMER] },
	owner: of(lastOf(steps, 'Owner', way.from ?? OWN)),
	created: shown(at(0)),
	lastUpdated: shown(at(Math.max(0, ...steps.map(({ hours }) => hours)))),
	due: number % 5 === 0 ? undefined : shown(at(24)),
	resolved: resolvedOf(steps, at),
	custom: { Region: number % 2 ? ['east'] : ['west', 'north'], Note: [] },
});

const evidenceOf = ({ number, own, way, at }) => {
	const { who = own, assigned = 0, answered = 1, pauses = [] } = way;
	return {
		recordId: String(number),
		handler: who === null ? null : users.find(({ id }) => id === who).email,
		status: way.cancelled ? 'cancelled' : way.done === undefined ? 'open' : 'done',
		assignedAt: who === null ? null : iso(at(assigned)),
		completedAt: iso(at(way.done)),
		dueAt: number % 5 === 0 ? null : iso(at(24)),
		firstResponseAt: answered === null ? null : iso(at(answered)),
		errors: way.errors ?? 0,
		pauses: pauses.map(([from, to]) => ({
			from: iso(at(from)),
			to: iso(at(to)),
			reason: 'stalled',
		})),
	};
};

const month = Array.from({ length: 230 }, (_, index) => plan(index + 1));

/** What the sandbox has in it: of its own each time, so that a test may change it. */
export const data = () => ({
	...{ tickets: month.map(ticket), transactions: month.flatMap(rowsOf), users },
	queues: [
		{ id: 3, name: 'Support' },
		{ id: 4, name: "Help & O'Desk" },
	],
	customFields: [
		{ id: 1, name: 'Region' },
		{ id: 2, name: 'Note' },
	],
});

export const fixture = () => ({
	name: 'requestTracker',
	now,
	system: (options = {}) =>
		requestTracker({ ...{ data: data(), signs: [TOKEN, 'evidence:secret12'] }, ...options }),
	credentials: { token: TOKEN },
	sign: ({ token }) => ({ headers: { Authorization: `token ${token}` } }),
	streams: {
		tickets: {
			parameters: {},
			list: '/REST/2.0/tickets?',
			history: '/REST/2.0/transactions?',
			evidence: month.map(evidenceOf),
		},
	},
});
