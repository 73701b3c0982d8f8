// A small month in Tryton, with what the connector must make of it.
import { now } from '../approvals/month.mjs';
import { tryton } from '../tryton.mjs';
import { date, datetime, decimal, timedelta } from './values.mjs';

const HOUR = 3600000;
const DAY = 24 * HOUR;
const [LOGIN, PASSWORD] = ['tryton-sandbox-reader', 'tryton-sandbox-pass-1'];
const COMPANY = 1;
/** Midnight of 5 October 2026 in Shanghai, with a fraction: Tryton keeps microseconds. */
const first = Date.UTC(2026, 9, 4, 16) + 250;
const iso = (ms) => (ms === undefined ? null : new Date(ms).toISOString());

const parties = [
	{ id: 21, name: 'Li', email: 'li@x.example' },
	{ id: 22, name: 'Wu', email: 'wu@x.example' },
	{ id: 23, name: 'Chen', email: null },
];
const employees = parties.map(({ id }, index) => ({ id: index + 1, party: id, company: COMPANY }));
const emailOf = (employee) => parties[employee - 1].email ?? String(employee);
const users = [
	{ id: 5, login: 'li', email: 'li@x.example' },
	{ id: 6, login: 'wu', email: null },
];
const accountOf = ({ id, email }) => email ?? String(id);

/** Ten records are made at one moment, and each change comes to all that it concerns at one moment too. */
const numbered = Array.from({ length: 230 }, (_, index) => index + 1);
const startOf = (number) => first + Math.floor((number - 1) / 10) * DAY;

const [OWN, OTHER] = ['own', 'other'];
const employeeOf = (number, who) => (who === null ? null : ((number + (who === OTHER)) % 3) + 1);
const version = (hours, state, who = OWN) => ({ hours, state, who });
const lead = version(0, 'lead');
const opened = version(1, 'opportunity');

/** The tenth of each: the versions, and what must come of them. */
const ways = [
	{ versions: [lead, opened, version(5, 'won')], done: 5 },
	{ versions: [lead, version(5, 'lost')], done: 5 },
	{
		versions: [lead, version(5, 'won'), version(8, 'opportunity'), version(9, 'won')],
		...{ done: 5, errors: 1 },
	},
	{ versions: [lead] },
	{ versions: [lead, opened, version(5, 'converted')] },
	{ versions: [lead, version(5, 'cancelled')], cancelled: true },
	{
		versions: [version(0, 'lead', OTHER), version(4, 'lead'), version(6, 'won')],
		...{ assigned: 4, done: 6 },
	},
	{ versions: [version(0, 'lead', null)], who: null },
	{ versions: [lead, version(5, 'lost'), version(7, 'lost', OTHER)], done: 5 },
	{ versions: [lead, opened] },
];

const opportunity = (number) => {
	const { versions, ...way } = ways[number % 10];
	const at = (hours) => (hours === undefined ? undefined : startOf(number) + hours * HOUR);
	const rows = versions.map(({ hours, state, who }, index) => ({
		...{ id: number, company: COMPANY, party: 21, state, employee: employeeOf(number, who) },
		...{ description: `Lead ${number}`, amount: decimal(String(1000 + number)) },
		...{ at: datetime(at(hours)), create_date: datetime(at(0)) },
		write_date: index === 0 ? null : datetime(at(hours)),
	}));
	const { at: _at, ...row } = rows.at(-1);
	const { who = OWN, assigned = 0 } = way;
	return {
		...{ row, rows },
		evidence: {
			recordId: String(number),
			handler: who === null ? null : emailOf(employeeOf(number, who)),
			status: way.cancelled ? 'cancelled' : way.done === undefined ? 'open' : 'done',
			assignedAt: who === null ? null : iso(at(assigned)),
			completedAt: iso(at(way.done)),
			errors: way.errors ?? 0,
		},
	};
};

const states = ['draft', 'validated', 'posted', 'paid', 'paid', 'cancelled'];

/** Validated three hours after it was entered, by another than the one who entered it. */
const invoice = (number) => {
	const state = states[number % states.length];
	const [by, entered] = [users[number % 2], users[(number + 1) % 2]];
	const hasMove = !['draft', 'cancelled'].includes(state);
	const validatedAt = startOf(number) + 3 * HOUR;
	const stamps = { create_date: datetime(validatedAt), write_date: null };
	return {
		row: {
			...{ id: number, company: COMPANY, type: number % 23 === 0 ? 'out' : 'in', state },
			...{ number: null, reference: `R${number}`, total_amount: decimal('20.00') },
			...{ create_uid: entered.id, move: hasMove ? 5000 + number : null },
			create_date: datetime(startOf(number)),
			write_date: state === 'draft' ? null : datetime(validatedAt),
		},
		move: { id: 5000 + number, company: COMPANY, create_uid: by.id, ...stamps },
		evidence: {
			recordId: String(number),
			handler: hasMove ? accountOf(by) : null,
			status: state === 'cancelled' ? 'cancelled' : hasMove ? 'done' : 'open',
			assignedAt: null,
			completedAt: hasMove ? iso(validatedAt) : null,
			errors: null,
		},
	};
};

/** Ten lines a day, written down on the evening after it. */
const line = (number) => {
	const dayAt = startOf(number) + 12 * HOUR;
	const employee = employeeOf(number, OWN);
	return {
		row: {
			...{ id: number, company: COMPANY, employee, date: date(dayAt), description: null },
			...{ duration: timedelta(3600 + number), create_date: datetime(dayAt + DAY) },
			write_date: null,
		},
		evidence: {
			recordId: String(number),
			handler: emailOf(employee),
			status: 'done',
			assignedAt: null,
			completedAt: iso(Math.floor(dayAt / DAY) * DAY + 16 * HOUR - 1000),
			errors: null,
		},
	};
};

const opportunities = numbered.map(opportunity);
const invoices = numbered.map(invoice);
const suppliers = invoices.filter(({ row }) => row.type === 'in');
const lines = numbered.map(line);
const rows = (planned) => planned.map(({ row }) => row);

const stamps = { create_date: 'timestamp', write_date: 'timestamp', create_uid: 'many2one' };
const model = (kinds, own, more = {}) => ({
	...{ kinds: { ...stamps, ...kinds }, rows: own, relations: { create_uid: 'res.user' } },
	...more,
});
const char = 'char';
const selection = 'selection';
const one = 'many2one';

/** What the sandbox has in it: of its own each time, so that a test may change it. */
export const data = () => ({
	'sale.opportunity': model(
		{ state: selection, employee: one, party: one, description: char, amount: 'numeric' },
		rows(opportunities),
		{
			versions: opportunities.flatMap((own) => own.rows),
			relations: { employee: 'company.employee', party: 'party.party' },
		},
	),
	'account.invoice': model(
		{
			...{ state: selection, type: selection, move: one, number: char, reference: char },
			total_amount: 'numeric',
		},
		rows(invoices),
		{ relations: { create_uid: 'res.user', move: 'account.move' } },
	),
	'account.move': model(
		{},
		invoices.map(({ move }) => move),
	),
	'timesheet.line': model(
		{ date: 'date', employee: one, duration: 'timedelta', description: 'text' },
		rows(lines),
		{ relations: { employee: 'company.employee' } },
	),
	'company.employee': model({ party: one }, employees, { relations: { party: 'party.party' } }),
	'party.party': model({ name: char, email: char }, parties),
	'company.company': model({ timezone: selection }, [{ id: COMPANY, timezone: 'Asia/Shanghai' }]),
	'res.user': model({ login: char, email: char }, users),
});

const stream = (name, planned) => ({
	parameters: {},
	list: `${name}.search_read`,
	fault: { model: name },
	evidence: planned.map(({ evidence }) => evidence),
});

export const fixture = () => ({
	name: 'tryton',
	now,
	system: (options = {}) =>
		tryton({
			...{ data: data(), users: { [`${LOGIN}:${PASSWORD}`]: { company: COMPANY } } },
			...options,
		}),
	credentials: { username: LOGIN, password: PASSWORD },
	sign: ({ username, password }) => ({
		headers: {
			Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
		},
	}),
	streams: {
		opportunities: {
			...stream('sale.opportunity', opportunities),
			history: 'sale.opportunity.read',
		},
		invoices: stream('account.invoice', suppliers),
		timesheets: { ...stream('timesheet.line', lines), history: 'company.employee.read' },
	},
});
