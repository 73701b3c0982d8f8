// A small month in EspoCRM, with what the connector must make of it.
import { now } from '../approvals/month.mjs';
import { espocrm } from '../espocrm.mjs';

const HOUR = 3600000;
const DAY = 24 * HOUR;
const KEY = 'espocrm-key-1';
/** Midnight of 5 October 2026 in Shanghai; a record every two hours from then on. */
const first = Date.UTC(2026, 9, 4, 16);

/** UTC without a word of it, to the second. */
const shown = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const iso = (ms) => (ms === null ? null : new Date(ms).toISOString());

const users = [
	{ id: 'u-li', userName: 'li', emailAddress: 'li@x.example', type: 'regular' },
	{ id: 'u-wu', userName: 'wu', emailAddress: 'wu@x.example', type: 'regular' },
	{ id: 'u-customer', userName: 'customer', emailAddress: 'c@y.example', type: 'portal' },
];
const emailOf = (id) => users.find((user) => user.id === id)?.emailAddress ?? id;

const kinds = {
	Opportunity: {
		...{ prefix: '6a', field: 'stage', first: 'Prospecting', waiting: 'Negotiation' },
		...{ closed: 'Closed Won', other: 'Closed Lost', otherIs: 'done' },
	},
	Task: {
		...{ prefix: '6b', field: 'status', first: 'Not Started', waiting: 'Deferred' },
		...{ closed: 'Completed', other: 'Canceled', otherIs: 'cancelled' },
	},
	Case: {
		...{ prefix: '6c', field: 'status', first: 'New', waiting: 'Pending' },
		...{ closed: 'Closed', other: 'Duplicate', otherIs: 'cancelled' },
	},
};

/**
 * The tenth of each: [hours, what happens], and the evidence as [status, hours to the completion, errors]; from 0
 * hours on the record is its owner's unless told by `assigned`.
 */
const ways = [
	{ steps: [[5, 'closed']], is: ['done', 5, 0] },
	{ steps: [[6, 'closedOldWay']], is: ['done', 6, 0] },
	{ nobodyFirst: true, steps: [[1, 'assign'], [6, 'closed']], is: ['done', 6, 0], assigned: 1 }, // prettier-ignore
	{ steps: [[4, 'closed'], [6, 'first'], [8, 'closed']], is: ['done', 4, 1] }, // prettier-ignore
	{ steps: [[4, 'closed'], [7, 'first']], is: ['open', null, 1] }, // prettier-ignore
	{ steps: [[3, 'waiting'], [9, 'first'], [11, 'closed']], is: ['done', 11, 0] }, // prettier-ignore
	{ steps: [[3, 'other']], is: ['other', 3, 0] },
	{ leftFirst: true, steps: [[2, 'assign'], [6, 'closed']], is: ['done', 6, 0], assigned: 2 }, // prettier-ignore
	{ imported: true, steps: [], is: ['open', null, 0] },
	{ nobodyFirst: true, steps: [], is: ['open', null, 0], nobody: true },
];

const makeNote = (plan, key) => {
	const { id, type, createdAt } = plan;
	return (hours, noteType, data, more = {}) => ({
		...{ id: `${id}-${key.number}`, number: key.number++, type: noteType },
		...{ parentType: type, parentId: id, post: null, isInternal: false },
		...{ createdAt: shown(createdAt + hours * HOUR), createdById: 'u-li', data, ...more },
	});
};

/** The notes of a change, as EspoCRM writes them today or (`OldWay`) until 9.1. */
const notesOf = (plan) => {
	const { kind, way, owner } = plan;
	const note = makeNote(plan, { number: plan.number * 20 + 1 });
	const opening = way.imported
		? []
		: [note(0, 'Create', { statusValue: kind.first, statusField: kind.field, ...plan.begins })];
	let status = kind.first;
	const steps = way.steps.map(([hours, what]) => {
		if (what === 'assign') return note(hours, 'Assign', { assignedUserId: owner });
		const value = kind[what.replace('OldWay', '')];
		const attributes = { was: { [kind.field]: status }, became: { [kind.field]: value } };
		status = value;
		return what.endsWith('OldWay')
			? note(hours, 'Status', { field: kind.field, value, style: 'success' })
			: note(hours, 'Update', { fields: [kind.field], attributes, value });
	});
	return { status, notes: [...opening, ...talk(note), ...steps] };
};

/** What customers and staff write, and what happened to a record below this one. */
const talk = (note) => [
	note(0.5, 'Post', [], { createdById: 'u-customer' }),
	note(0.75, 'Post', [], { isInternal: true }),
	note(1, 'EmailSent', { emailId: 'e-1' }, { relatedType: 'Email' }),
	note(2, 'Update', { value: 'Completed' }, { parentType: 'Meeting', parentId: 'm-1' }),
];

const plan = (type, number) => {
	const kind = kinds[type];
	const way = ways[number % ways.length];
	const createdAt = first + number * 2 * HOUR;
	const owner = way.nobody ? null : users[number % 2].id;
	const opener = way.leftFirst ? 'u-left' : owner;
	return {
		...{ id: `${kind.prefix}${String(number).padStart(15, '0')}`, type, kind, way, number },
		...{ createdAt, owner, begins: way.nobodyFirst ? {} : { assignedUserId: opener } },
	};
};

/** A task is due a day after it was made: every second one at that hour, the others at the end of that day. */
const dueOf = ({ type, number, createdAt }) => {
	if (type !== 'Task') return { fields: {}, at: null };
	const at = createdAt + DAY;
	if (number % 2 === 0) return { fields: { dateEnd: shown(at), dateEndDate: null }, at };
	const day = new Date(at + 8 * HOUR).toISOString().slice(0, 10);
	return { fields: { dateEnd: null, dateEndDate: day }, at: Date.parse(`${day}T16:00:00Z`) };
};

/** The record as the list shows it. */
const record = (one) => ({
	...{ id: one.id, name: `${one.type} ${one.number}`, priority: one.number % 2 ? 'Low' : 'High' },
	...{ createdAt: shown(one.createdAt), assignedUserId: one.owner },
	modifiedAt: shown(one.createdAt + Math.max(0, ...one.way.steps.map(([at]) => at)) * HOUR),
	...{ [one.kind.field]: notesOf(one).status, description: 'nobody asked for this' },
	...dueOf(one).fields,
});

const evidenceOf = (one) => {
	const { kind, way, createdAt, owner, type, id } = one;
	const [is, hours, errors] = way.is;
	const status = is === 'other' ? kind.otherIs : is;
	return {
		...{ recordId: id, handler: owner === null ? null : emailOf(owner), status, errors },
		assignedAt: owner === null ? null : iso(createdAt + (way.assigned ?? 0) * HOUR),
		completedAt: status === 'done' ? iso(createdAt + hours * HOUR) : null,
		dueAt: iso(dueOf(one).at),
		firstResponseAt: type === 'Case' ? iso(createdAt + HOUR) : null,
	};
};

/** Cases fill more than a page of 200. */
const counts = { Opportunity: 40, Task: 40, Case: 205 };
const months = Object.fromEntries(
	Object.entries(counts).map(([type, count]) => [
		type,
		Array.from({ length: count }, (_, index) => plan(type, index + 1)),
	]),
);
const all = Object.values(months).flat();

const streamOf = (type) => ({
	parameters: {},
	list: `/api/v1/${type}?`,
	history: '/stream?',
	evidence: months[type].map(evidenceOf),
});

export const fixture = () => ({
	name: 'espocrm',
	now,
	system: (options = {}) =>
		espocrm({
			data: {
				...Object.fromEntries(
					Object.entries(months).map(([type, month]) => [type, month.map(record)]),
				),
				User: users,
			},
			notes: Object.fromEntries(all.map((one) => [one.id, notesOf(one).notes])),
			apiKeys: [KEY],
			...options,
		}),
	credentials: { apiKey: KEY },
	sign: ({ apiKey }) => ({ headers: { 'X-Api-Key': apiKey } }),
	streams: {
		opportunities: streamOf('Opportunity'),
		tasks: streamOf('Task'),
		cases: streamOf('Case'),
	},
});
