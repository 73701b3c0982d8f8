// A small month of expenses: who reviewed each, and what must come of it. The fixture makes Odoo's records of it.
const HOUR = 3600000;

/** Midnight of 5 October 2026 in Shanghai; an expense every two hours from then on. */
const first = Date.UTC(2026, 9, 4, 16);

const [EMPLOYEE, LI, WU] = [7, 5, 6];

const turn = (hours, by, to, more = {}) => ({ hours, by, to, ...more });
const submitted = (hours = 1) => turn(hours, EMPLOYEE, 'waiting');
const approved = (hours, by = LI) => turn(hours, by, 'approved', { manager: by });

/**
 * The tenth of each: its turns in hours from its making, each by whom and to where; and what must come of it: `from` and
 * `done` in hours, who, errors, hours with the employee. Without `who` it is no record.
 */
const ways = [
	{ turns: [submitted(), approved(5)], who: LI, from: 1, done: 5 },
	{ turns: [submitted(), turn(6, LI, 'refused')], who: LI, from: 1, done: 6 },
	{
		turns: [submitted(), approved(5), turn(20, WU, 'draft'), submitted(22), approved(24)],
		...{ who: LI, from: 1, done: 5, errors: 1 },
	},
	{ turns: [submitted()], who: LI, from: 1 },
	{ turns: [] },
	{
		turns: [submitted(), approved(5), turn(30, WU, 'posted'), turn(50, WU, 'paid')],
		...{ who: LI, from: 1, done: 5 },
	},
	{
		turns: [submitted(), turn(2, EMPLOYEE, 'draft'), submitted(4), approved(7)],
		...{ who: LI, from: 1, done: 7, away: [2, 4] },
	},
	{ turns: [submitted(), turn(3, LI, 'handed', { manager: WU }), approved(8, WU)], who: WU },
	{ turns: [turn(1, EMPLOYEE, 'approved', { manager: EMPLOYEE })] },
	{
		turns: [submitted(), approved(5), turn(30, WU, 'refused')],
		...{ who: LI, from: 1, done: 5, errors: 1 },
	},
];
Object.assign(ways[7], { from: 3, done: 8 });

export const people = [
	{ id: LI, email: 'li@x.example', lang: 'zh_CN' },
	{ id: WU, email: 'wu@x.example', lang: 'en_US' },
	{ id: EMPLOYEE, email: 'chen@x.example', lang: 'en_US' },
];
const accountOf = (id) => people.find((one) => one.id === id).email;
const iso = (ms) => (ms === undefined ? null : new Date(ms).toISOString());

const plan = (number) => {
	const way = ways[number % 10];
	const createdAt = first + number * 2 * HOUR;
	const after = (hours) => (hours === undefined ? undefined : createdAt + hours * HOUR);
	const turns = way.turns.map((one) => ({ ...one, at: after(one.hours) }));
	return { number, createdAt, turns, way, after };
};

const evidenceOf = ({ number, way, after }) => ({
	recordId: String(number),
	handler: accountOf(way.who),
	status: way.done === undefined ? 'open' : 'done',
	assignedAt: iso(after(way.from)),
	completedAt: iso(after(way.done)),
	errors: way.errors ?? 0,
	pauses: way.away
		? [{ from: iso(after(way.away[0])), to: iso(after(way.away[1])), reason: 'with the employee' }]
		: [],
});

/** `count` expenses with the numbers 1 to `count`. */
export const monthOf = (count) => {
	const plans = Array.from({ length: count }, (_, index) => plan(index + 1));
	const evidence = plans.filter(({ way }) => way.who !== undefined).map(evidenceOf);
	return { plans, evidence, manager: LI };
};
