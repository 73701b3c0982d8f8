// What Odoo keeps of a planned month: expenses (or reports), messages and tracked changes.
import { flowOf } from './models.mjs';
import { people } from './month.mjs';

/** Naive UTC, to the second. */
const told = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const [NOTE, ACTIVITY, APPROVED, REFUSED, DRAFT] = [2, 3, 10, 11, 13];
const [STATE, MANAGER] = [6282, 6285];

const fieldRows = ({ model, manager }) => [
	{ id: STATE, model, name: 'state', label: { en_US: 'Status', zh_CN: '状态' } },
	{ id: MANAGER, model, name: manager, label: { en_US: 'Manager', zh_CN: '经理' } },
];

/** The state that a planned step leads to, in the words of the release. */
const stateOf = (flow, to) => {
	const [posted, paid] = flow.later;
	const { waiting, approved, refused } = flow;
	return { draft: 'draft', waiting, approved, refused, posted, paid }[to];
};

const kindOf = (flow, from, to) => {
	if (to === 'draft') return DRAFT;
	if (to === 'approved' && !['posted', 'paid'].includes(from)) return APPROVED;
	return to === 'refused' && flow.tellsRefusal ? REFUSED : NOTE;
};

/** A label as the person who acts sees it. */
const labelIn = (flow, state, lang) =>
	flow.states.find(([key]) => key === state)[1][lang ?? 'en_US'];

/** Gives { row, messages, changes } of one planned expense; `fieldName` is where a change names its field. */
const recordsOf = (flow, manager, { number, createdAt, turns }, { fieldName, ids }) => {
	const held = { state: 'draft', step: 'draft', manager, changedAt: createdAt };
	const [messages, changes] = [[], []];
	const write = (at, by, subtype) => {
		const { partner } = { partner: by + 1 };
		const id = ids.message++;
		messages.push({
			...{ id, model: flow.model, res_id: number, date: told(at), author_id: partner },
			...{ create_uid: by, subtype_id: subtype, message_type: 'notification' },
		});
		return id;
	};
	const track = (message, field, values) =>
		changes.push({
			...{ id: ids.change++, mail_message_id: message, [fieldName]: field },
			...{ old_value_integer: 0, new_value_integer: 0, ...values },
		});
	write(createdAt, turns[0]?.by ?? manager, NOTE);
	for (const { at, by, to, manager: next } of turns) {
		const { lang } = people.find(({ id }) => id === by);
		const state = to === 'handed' ? held.state : stateOf(flow, to);
		if (to === 'approved') write(at, by, ACTIVITY);
		const message = write(at, by, to === 'handed' ? NOTE : kindOf(flow, held.step, to));
		if (state !== held.state)
			track(message, STATE, {
				old_value_char: labelIn(flow, held.state, lang),
				new_value_char: labelIn(flow, state, lang),
			});
		if (next !== undefined && next !== held.manager)
			track(message, MANAGER, { old_value_integer: held.manager, new_value_integer: next });
		Object.assign(held, { state, step: to === 'handed' ? held.step : to, changedAt: at });
		if (next !== undefined) held.manager = next;
	}
	const row = {
		...{ id: number, name: `Expense ${number}`, state: held.state, [flow.manager]: held.manager },
		...{ create_date: told(createdAt), write_date: told(held.changedAt), employee_id: 2 },
		...{ department_id: 1 + (number % 2), company_id: 1, total_amount: 100 + number },
	};
	return { row, messages, changes };
};

const subtypes = [
	[1, 'Discussions'],
	[NOTE, 'Note'],
	[ACTIVITY, 'Activities'],
	[APPROVED, 'Approved'],
	[REFUSED, 'Refused'],
	[DRAFT, 'Draft'],
];

/** Rows by model, and the ids by name, of a month in a release. */
export const dataOf = (release, { plans, manager }, reader) => {
	const flow = flowOf(release);
	const ids = { message: 1001, change: 501 };
	const fieldName = release >= 17 ? 'field_id' : 'field';
	const all = plans.map((plan) => recordsOf(flow, manager, plan, { fieldName, ids }));
	const users = [...people, reader].map(({ id, email, active = true }) => ({
		...{ id, login: email.split('@')[0], email, name: email, partner_id: id + 1, active },
	}));
	return {
		[flow.model]: all.map(({ row }) => row),
		'mail.message': all.flatMap(({ messages }) => messages),
		'mail.tracking.value': all.flatMap(({ changes }) => changes),
		'ir.model.fields': fieldRows(flow),
		'res.users': users,
		'res.partner': users.map(({ id, name }) => ({ id: id + 1, name })),
		'res.lang': [
			{ id: 1, code: 'en_US', name: 'English (US)', active: true },
			{ id: 2, code: 'zh_CN', name: 'Chinese (Simplified)', active: true },
		],
		'res.company': [{ id: 1, name: 'Company' }],
		'hr.department': [
			{ id: 1, name: 'Finance' },
			{ id: 2, name: 'Sales' },
		],
		'hr.employee.public': [{ id: 2, name: 'Chen', user_id: 7 }],
		'mail.message.subtype': subtypes.map(([id, name]) => ({ id, name })),
		xmlids: {
			'hr_expense.mt_expense_approved': ['mail.message.subtype', APPROVED],
			'hr_expense.mt_expense_refused': ['mail.message.subtype', REFUSED],
		},
	};
};
