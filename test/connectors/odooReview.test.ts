import type { Expense } from '../../src/connectors/vendors/odoo/expense';
import type { Stand } from '../../src/connectors/vendors/odoo/flow';
import type { Handing, Story, Turn } from '../../src/connectors/vendors/odoo/history';
import { reviewOf } from '../../src/connectors/vendors/odoo/review';

const [employee, li, wu] = [7, 5, 6];

const expense = (stand: Stand, rest: Partial<Expense> = {}): Expense => ({
	...{ id: 1, stand, created: 8, changed: 30, manager: li, employee: 2, isPart: false },
	...rest,
});
const turn = (at: number, by: number, from: Stand, to: Stand): Turn => ({
	...{ at, by, from, to, save: at },
});
const handed = (at: number, to: number, save = at + 100): Handing => ({ at, by: li, to, save });
const story = (turns: readonly Turn[], handings: readonly Handing[] = []): Story => ({
	...{ turns, handings, strange: undefined },
});

const submitted = turn(9, employee, 'draft', 'waiting');
const approved = turn(17, li, 'waiting', 'approved');
const refused = turn(17, li, 'waiting', 'refused');
const broughtBack = turn(18, wu, 'approved', 'draft');
const again = turn(20, employee, 'draft', 'waiting');
const away = (from: number, to: number) => ({ from, to, reason: 'with the employee' });
const done = {
	...{ handler: li, status: 'done', assignedAt: 9, completedAt: 17, pauses: [], errors: 0 },
};
const open = { ...done, status: 'open', completedAt: undefined };

describe('the review of an expense', () => {
	it.each([
		{ why: 'approved', of: expense('approved'), is: done, turns: [submitted, approved] },
		{ why: 'refused', of: expense('refused'), is: done, turns: [submitted, refused] },
		{ why: 'waiting', of: expense('waiting'), is: open, turns: [submitted] },
		{ why: 'draft', of: expense('draft'), is: undefined, turns: [] },
		{
			why: 'taken back by the employee',
			of: expense('draft'),
			is: undefined,
			turns: [submitted, turn(10, employee, 'waiting', 'draft')],
		},
		{
			why: 'approved without a submission',
			of: expense('approved'),
			is: undefined,
			turns: [turn(9, employee, 'draft', 'approved')],
		},
		{
			why: 'completed by the employee before it was approved',
			of: expense('approved'),
			is: { ...done, pauses: [away(10, 12)] },
			turns: [
				submitted,
				turn(10, li, 'waiting', 'draft'),
				turn(12, employee, 'draft', 'waiting'),
				approved,
			],
		},
		{
			why: 'brought back by somebody else, not submitted again',
			of: expense('draft'),
			is: { ...done, errors: 1 },
			turns: [submitted, approved, broughtBack],
		},
		{
			why: 'brought back by somebody else, waiting again',
			of: expense('waiting'),
			is: { ...open, errors: 1, pauses: [away(17, 20)] },
			turns: [submitted, approved, broughtBack, again],
		},
		{
			why: 'brought back, waiting for another now',
			of: expense('waiting', { manager: wu }),
			is: { ...open, handler: wu, assignedAt: 20 },
			turns: [submitted, approved, turn(18, 3, 'approved', 'draft'), again],
		},
		{
			why: 'brought back and approved again: the first approval counts',
			of: expense('approved'),
			is: { ...done, errors: 1 },
			turns: [submitted, approved, broughtBack, again, turn(24, li, 'waiting', 'approved')],
		},
		{
			why: 'brought back twice, the second time what another had approved',
			of: expense('draft'),
			is: { ...done, errors: 1 },
			turns: [
				...[submitted, approved, broughtBack, again],
				...[turn(24, 3, 'waiting', 'approved'), turn(25, wu, 'approved', 'draft')],
			],
		},
		{
			why: 'brought back twice, both times what the same had approved',
			of: expense('draft'),
			is: { ...done, errors: 2 },
			turns: [
				...[submitted, approved, broughtBack, again],
				...[turn(24, li, 'waiting', 'approved'), turn(25, wu, 'approved', 'draft')],
			],
		},
		{
			why: 'refused by somebody else after it was approved',
			of: expense('refused'),
			is: { ...done, errors: 1 },
			turns: [submitted, approved, turn(19, wu, 'approved', 'refused')],
		},
		{
			why: 'brought back by who approved it',
			of: expense('draft'),
			is: done,
			turns: [submitted, approved, turn(18, li, 'approved', 'draft')],
		},
		{
			why: 'refused, then made a draft to correct it',
			of: expense('draft'),
			is: done,
			turns: [submitted, refused, turn(18, wu, 'refused', 'draft')],
		},
		{
			why: 'approved by another than its manager',
			of: expense('approved'),
			is: { ...done, handler: wu },
			turns: [submitted, turn(17, wu, 'waiting', 'approved')],
			handings: [handed(17, wu, 17)],
		},
		{
			why: 'handed on while it waited',
			of: expense('approved'),
			is: { ...done, assignedAt: 11 },
			turns: [submitted, approved],
			handings: [handed(10, wu), handed(11, li)],
		},
		{
			why: 'handed on before it was submitted',
			of: expense('waiting'),
			is: open,
			turns: [submitted],
			handings: [handed(8, li)],
		},
		{
			why: 'a part of one that was split while it waited',
			of: expense('waiting', { isPart: true }),
			is: { ...open, assignedAt: 8 },
			turns: [],
		},
		{
			why: 'such a part, approved',
			of: expense('approved', { isPart: true }),
			is: { ...done, assignedAt: 8 },
			turns: [approved],
		},
		{
			why: 'a part of one that was approved',
			of: expense('approved', { isPart: true }),
			is: undefined,
			turns: [],
		},
	])('$why', ({ of, turns, handings = [], is }) =>
		expect(reviewOf(of, story(turns, handings))).toEqual(is),
	);
});
