import type { Opportunity } from '../../src/connectors/vendors/odoo/opportunity';
import type { Changes, FieldChange } from '../../src/connectors/vendors/odoo/opportunityHistory';
import { courseOf, endsWhen, stateNow } from '../../src/connectors/vendors/odoo/opportunityState';

const [li, wu] = [5, 6];
const [fresh, won, gone] = [1, 4, 9];
const stages = new Map([
	[fresh, false],
	[won, true],
]);
const closed = { stages, ends: endsWhen('closed') };

const one = (rest: Partial<Opportunity> = {}): Opportunity => ({
	...{ id: 1, create_date: 8, write_date: 30, active: true, probability: 10, kept: {} },
	...{ stage_id: fresh, user_id: li },
	...{ date_open: undefined, date_closed: undefined, date_conversion: undefined },
	...rest,
});
const change = (at: number, from: number, to: number, save = at): FieldChange => ({
	...{ at, from, to, save },
});
const none: Changes = { stage: [], salesperson: [], active: [] };
const isWon = { stage_id: won, probability: 100 };
const isLost = { active: false, probability: 0 };

describe('the course of an opportunity', () => {
	it.each([
		{ why: 'open', of: one(), is: { owner: '5', assignedAt: 8, state: 'open', reopened: 0 } },
		{
			why: 'made in a won stage',
			of: one(isWon),
			is: { state: 'won', closedAt: 8, assignedAt: 8 },
		},
		{
			why: 'won',
			of: one(isWon),
			changes: { stage: [change(17, fresh, won)] },
			is: { state: 'won', closedAt: 17, reopened: 0 },
		},
		{
			why: 'lost by its archiving, won when it was restored, by one save',
			of: one(isWon),
			changes: { stage: [change(20, fresh, won)], active: [change(17, 1, 0), change(20, 0, 1)] },
			is: { state: 'won', closedAt: 17, reopened: 0 },
		},
		{
			why: 'restored, and won by a later save',
			of: one(isWon),
			changes: { stage: [change(21, fresh, won)], active: [change(17, 1, 0), change(20, 0, 1)] },
			is: { state: 'won', closedAt: 17, reopened: 1 },
		},
		{
			why: 'won, then archived with its probability',
			of: one({ ...isWon, active: false }),
			changes: { stage: [change(17, fresh, won)], active: [change(20, 1, 0)] },
			is: { state: 'won', closedAt: 17, reopened: 0 },
		},
		{
			why: 'won, then lost',
			of: one({ ...isWon, ...isLost }),
			changes: { stage: [change(17, fresh, won)], active: [change(20, 1, 0)] },
			is: { state: 'lost', closedAt: 17, reopened: 0 },
		},
		{
			why: 'archived while nobody lost it',
			of: one({ active: false }),
			changes: { active: [change(17, 1, 0)] },
			is: { state: 'archived', closedAt: undefined },
		},
		{
			why: 'handed on after its closing',
			of: one({ ...isWon, user_id: wu }),
			changes: { stage: [change(17, fresh, won)], salesperson: [change(20, li, wu)] },
			is: { owner: '5', assignedAt: 8, closedAt: 17 },
		},
		{
			why: 'nobody had it at first',
			of: one(),
			changes: { salesperson: [change(9, 0, li)] },
			is: { owner: '5', assignedAt: 9 },
		},
		{
			why: 'won while it was a lead, which is before it began',
			of: one({ date_conversion: 20 }),
			changes: { stage: [change(10, fresh, won), change(12, won, fresh)] },
			is: { state: 'open', assignedAt: 20, reopened: 0 },
		},
		{
			why: 'changed since it was listed',
			of: one(),
			changes: { stage: [change(31, fresh, won)] },
			is: { state: 'won', closedAt: 31 },
		},
		{
			why: 'in a stage that is gone, while it was closed anyway',
			of: one({ ...isLost, stage_id: fresh }),
			changes: {
				stage: [change(18, fresh, gone), change(19, gone, fresh)],
				active: [change(17, 1, 0)],
			},
			is: { state: 'lost', closedAt: 17 },
		},
	])('$why', ({ of, changes, is }) => {
		expect(courseOf(of, { ...none, ...changes }, closed)).toMatchObject(is);
	});

	it.each([
		{ of: one(isWon), changes: { stage: [change(17, fresh, gone)] }, is: 'changes' },
		{ of: one({ user_id: wu }), changes: { salesperson: [change(9, 0, li)] }, is: 'changes' },
		{ of: one(isLost), changes: { active: [change(9, 0, 1)] }, is: 'changes' },
		{
			of: one(),
			changes: { stage: [change(9, fresh, won), change(12, gone, fresh)] },
			is: 'changes',
		},
		{
			of: one(),
			changes: { stage: [change(9, fresh, gone), change(12, gone, fresh)] },
			is: 'stage',
		},
	])('is not told where its history leaves it open: $is', ({ of, changes, is }) => {
		expect(courseOf(of, { ...none, ...changes }, closed)).toBe(is);
	});

	const HOUR = 3_600_000;
	const at = (hours: number): number => hours * HOUR;
	const begun = (rest: Partial<Opportunity>): Opportunity =>
		one({ create_date: at(8), write_date: at(30), ...rest });
	const wonAt17 = { stage: [change(at(17), fresh, won)] };
	const handedAt9 = { salesperson: [change(at(9), wu, li)] };
	it.each([
		{
			why: 'won from its beginning',
			of: { ...isWon, date_closed: at(8) },
			is: { closedAt: at(8) },
		},
		{ why: 'won without a change', of: { ...isWon, date_closed: at(17) }, is: 'changes' },
		{ why: 'lost without a change', of: { ...isLost, date_closed: at(17) }, is: 'changes' },
		{
			why: 'archived only',
			of: { active: false, date_closed: at(17) },
			is: { closedAt: undefined },
		},
		{
			why: 'won by a change',
			of: { ...isWon, date_closed: at(17) },
			changes: wonAt17,
			is: { closedAt: at(17) },
		},
		{
			why: 'won while it was a lead',
			of: { ...isWon, date_closed: at(9), date_conversion: at(10) },
			is: { closedAt: at(10) },
		},
		{
			why: 'handed on by a change',
			of: { date_open: at(9) },
			changes: handedAt9,
			is: { owner: '5', assignedAt: at(9) },
		},
		{
			why: 'handed on without a change: since when is not known',
			of: { date_open: at(9) },
			is: { owner: '5', assignedAt: undefined },
		},
		{
			why: 'handed on without a change, closed since',
			of: { ...isWon, date_open: at(9), date_closed: at(17) },
			changes: wonAt17,
			is: { owner: '5', assignedAt: undefined, closedAt: at(17) },
		},
		{
			why: 'handed on without a change after its closing',
			of: { ...isWon, date_open: at(18), date_closed: at(17) },
			changes: wonAt17,
			is: 'changes',
		},
	])('is held against the dates of the record: $why', ({ of, changes, is }) => {
		const course = courseOf(begun(of), { ...none, ...changes }, closed);
		if (typeof is === 'string') expect(course).toBe(is);
		else expect(course).toMatchObject(is);
	});

	it('ends with a win only, where only that counts', () => {
		const changes = { ...none, stage: [change(20, fresh, won)], active: [change(17, 1, 0)] };
		const restored = { ...changes, active: [...changes.active, change(19, 0, 1)] };
		expect(courseOf(one(isWon), restored, { stages, ends: endsWhen('won') })).toMatchObject({
			...{ closedAt: 20, reopened: 0, state: 'won' },
		});
	});
});

it.each([
	[one(), 'open'],
	[one(isWon), 'won'],
	[one(isLost), 'lost'],
	[one({ active: false }), 'archived'],
])('stands by its stage, its archiving and its probability: %#', (of, is) => {
	expect(stateNow(of, stages)).toBe(is);
});
