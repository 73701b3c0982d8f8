// A small month of opportunities in Odoo: what it keeps of each, and what must come of it.
import { tracked } from './crm.mjs';
import { people } from './month.mjs';

const HOUR = 3600000;
/** Midnight of 5 October 2026 in Shanghai; an opportunity every two hours from then on. */
const first = Date.UTC(2026, 9, 4, 16);
const [LI, WU] = [5, 6];
const [NEW, QUALIFIED, PROPOSITION, WON] = [1, 2, 3, 4];
const TOO_EXPENSIVE = 1;

/** Ids of fields: far from those of the expenses, as those of messages and changes are. */
const fieldIds = { stage_id: 7001, user_id: 7002, active: 7003 };
const [firstMessage, firstChange] = [50001, 60001];

const step = (hours, by, values) => ({ hours, by, values });
const won = (hours, by = LI) => step(hours, by, { stage_id: WON, probability: 100 });
const lost = (hours, by = LI) =>
	step(hours, by, { active: false, probability: 0, lost_reason_id: TOO_EXPENSIVE });
const restored = { active: true, probability: 20, lost_reason_id: false };

/**
 * The tenth of each: its saves in hours from its making; and what must come of it: `from` and `done` in hours, who,
 * errors. `lead`: the hour in which it became an opportunity; `merged`: it took in another one, which had been won.
 */
const ways = [
	{ saves: [step(1, LI, { stage_id: QUALIFIED }), won(5)], done: 5 },
	{ saves: [lost(6)], done: 6, isLost: true },
	{
		saves: [won(5), step(20, WU, { stage_id: PROPOSITION, probability: 60 }), won(24)],
		...{ done: 5, errors: 1 },
	},
	{ saves: [step(1, LI, { stage_id: QUALIFIED })], merged: 3 },
	{ owner: false, saves: [step(2, LI, { user_id: WU }), won(8, WU)], who: WU, from: 2, done: 8 },
	{ saves: [step(3, LI, { user_id: WU }), lost(8, WU)], who: WU, from: 3, done: 8, isLost: true },
	{
		saves: [lost(4), step(9, LI, { ...restored, stage_id: WON, probability: 100 })],
		...{ done: 4, wonAt: 9 },
	},
	{ owner: false, saves: [], who: null },
	{ lead: 3, saves: [lost(1), step(2, LI, restored), won(7)], from: 3, done: 7 },
	{ saves: [step(4, LI, { active: false })], isAway: true },
];

const told = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const iso = (ms) => (ms === undefined ? null : new Date(ms).toISOString());
const accountOf = (id) => people.find((one) => one.id === id)?.email ?? null;

const plan = (number) => {
	const way = ways[number % 10];
	const createdAt = first + number * 2 * HOUR;
	const after = (hours) => (hours === undefined ? undefined : createdAt + hours * HOUR);
	return { number, way, createdAt, after };
};

const evidenceOf = ({ number, way, after }) => {
	const { who = LI, from = 0, done, errors = 0, isAway = false } = way;
	return {
		recordId: String(number),
		handler: accountOf(who),
		status: isAway ? 'cancelled' : done === undefined ? 'open' : 'done',
		assignedAt: who === null ? null : iso(after(from)),
		completedAt: iso(after(done)),
		errors,
	};
};

const label = (name, value) =>
	name === 'active' ? {} : { char: value === false ? '' : `${name} ${value}` };

/** Gives { row, messages, changes } of one planned opportunity. */
const recordsOf = ({ number, way, createdAt, after }, { fieldName, ids }) => {
	const { owner = LI, lead, merged, saves } = way;
	const row = {
		...{ id: number, name: `Opportunity ${number}`, type: 'opportunity', active: true },
		...{ stage_id: NEW, user_id: owner, probability: 10, company_id: 1 },
		...{ team_id: 1 + (number % 2), expected_revenue: 1000 + number, lost_reason_id: false },
		...{ create_date: told(createdAt), write_date: told(createdAt), date_closed: false },
		date_open: owner === false ? false : told(createdAt),
		date_conversion: lead === undefined ? false : told(after(lead)),
		date_deadline: '2026-11-30',
	};
	const [messages, changes] = [[], []];
	const write = (at, by, subject = false) => {
		const id = ids.message++;
		messages.push({
			...{ id, model: 'crm.lead', res_id: number, date: told(at), author_id: by + 1, subject },
			...{ create_uid: by, subtype_id: 2, message_type: 'notification' },
		});
		return id;
	};
	const track = (message, name, [before, now]) =>
		changes.push({
			...{ id: ids.change++, mail_message_id: message, [fieldName]: fieldIds[name] },
			...{ old_value_integer: Number(before), new_value_integer: Number(now) },
			...{ old_value_char: label(name, before).char, new_value_char: label(name, now).char },
		});
	write(createdAt, LI);
	for (const { hours, by, values } of saves) {
		const at = after(hours);
		const message = write(at, by);
		for (const name of Object.keys(tracked))
			if (values[name] !== undefined && values[name] !== row[name])
				track(message, name, [row[name], values[name]]);
		Object.assign(row, values, { write_date: told(at) });
		if (values.user_id) row.date_open = told(at);
		if (values.active === false || values.probability === 100) row.date_closed = told(at);
		else if (values.probability !== undefined) row.date_closed = false;
	}
	if (merged !== undefined) {
		// Where two are merged, the messages of the other one move over with a subject.
		track(write(after(merged), WU, 'From Opportunity 900'), 'stage_id', [NEW, WON]);
		row.write_date = told(after(merged));
	}
	return { row, messages, changes };
};

/** `count` opportunities with the numbers 1 to `count`, and some leads, which are none. */
export const opportunitiesOf = (count) => {
	const plans = Array.from({ length: count }, (_, index) => plan(index + 1));
	return { plans, evidence: plans.map(evidenceOf) };
};

/** Rows by model of the planned opportunities in a release. */
export const crmDataOf = (release, { plans }) => {
	const ids = { message: firstMessage, change: firstChange };
	const fieldName = release >= 17 ? 'field_id' : 'field';
	const all = plans.map((one) => recordsOf(one, { fieldName, ids }));
	const leads = [1, 2, 3].map((at) => {
		const { row } = recordsOf(plan(plans.length + at), { fieldName, ids });
		return { ...row, type: 'lead', date_conversion: false };
	});
	return {
		'crm.lead': [...all.map(({ row }) => row), ...leads],
		'crm.stage': [
			{ id: NEW, name: 'New', is_won: false },
			{ id: QUALIFIED, name: 'Qualified', is_won: false },
			{ id: PROPOSITION, name: 'Proposition', is_won: false },
			{ id: WON, name: 'Won', is_won: true },
		],
		'crm.team': [
			{ id: 1, name: 'Sales', active: true },
			{ id: 2, name: 'Website', active: true },
		],
		'crm.lost.reason': [{ id: TOO_EXPENSIVE, name: 'Too expensive' }],
		'mail.message': all.flatMap(({ messages }) => messages),
		'mail.tracking.value': all.flatMap(({ changes }) => changes),
		'ir.model.fields': Object.entries(tracked).map(([name, { string }]) => ({
			...{ id: fieldIds[name], model: 'crm.lead', name, label: string },
		})),
	};
};
