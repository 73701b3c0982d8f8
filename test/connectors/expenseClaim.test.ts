import { bySubmission } from '../../src/connectors/vendors/frappe/bySubmission';
import { byWorkflow } from '../../src/connectors/vendors/frappe/byWorkflow';
import type { Claim } from '../../src/connectors/vendors/frappe/claim';

const claim = (rest: Partial<Claim> = {}): Claim => ({
	name: 'HR-EXP-1',
	created: 8,
	docstatus: 1,
	rejected: false,
	state: undefined,
	inCharge: 'wang',
	correctedHandler: undefined,
	...rest,
});

describe('an expense claim without a workflow', () => {
	const submitted = { at: 17, by: 'wang', changed: [['docstatus', 0, 1]] as const };
	const given = { at: 9, by: 'hr', changed: [['expense_approver', 'li', 'wang']] as const };
	const done = { handler: 'wang', status: 'done', assignedAt: 8, completedAt: 17, errors: 0 };
	it.each([
		{ why: 'submitted', of: claim(), versions: [submitted], is: done },
		{
			why: 'given to another first',
			of: claim(),
			versions: [given, submitted],
			is: { ...done, assignedAt: 9 },
		},
		{
			why: 'the field changed after it',
			of: claim(),
			versions: [submitted, { ...given, at: 18 }],
			is: done,
		},
		{
			why: 'draft',
			of: claim({ docstatus: 0 }),
			versions: [],
			is: { ...done, status: 'open', completedAt: undefined },
		},
		{
			why: 'cancelled',
			of: claim({ docstatus: 2 }),
			versions: [submitted],
			is: { ...done, status: 'cancelled' },
		},
		{
			why: 'nobody in charge: who submitted it',
			of: claim({ inCharge: undefined }),
			versions: [submitted],
			is: done,
		},
		{
			why: 'rejected by the handler',
			of: claim({ rejected: true }),
			versions: [submitted],
			is: done,
		},
		{
			why: 'rejected by somebody else',
			of: claim({ rejected: true }),
			versions: [{ ...submitted, by: 'boss' }],
			is: { ...done, errors: 1 },
		},
		{
			why: 'corrects one of the same handler',
			of: claim({ correctedHandler: 'Wang' }),
			versions: [submitted],
			is: { ...done, errors: 1 },
		},
		{
			why: 'corrects one of another',
			of: claim({ correctedHandler: 'li' }),
			versions: [submitted],
			is: done,
		},
		{ why: 'submitted, but no version tells', of: claim(), versions: [], is: undefined },
	])('$why', ({ of, versions, is }) =>
		expect(bySubmission(of, versions, 'expense_approver')).toEqual(is),
	);
});

describe('an expense claim with a workflow', () => {
	/** '9 sales Review, 17 wang Approved' */
	const moves = (text: string) =>
		text
			.split(', ')
			.filter((one) => one !== '')
			.map((one) => one.split(' '))
			.map(([at, by, state]) => ({ at: Number(at), by: by ?? '', state: state ?? '' }));
	const rejects = (state: string): boolean => state === 'Rejected' || state === 'Declined';
	const course = { state: 'Review', rejects };
	const done = { handler: 'wang', status: 'done', assignedAt: 9, completedAt: 17, errors: 0 };
	it.each([
		{ why: 'reviewed', of: claim(), text: '9 sales Review, 17 wang Approved', is: done },
		{
			why: 'under review',
			of: claim({ docstatus: 0 }),
			text: '9 sales Review',
			is: { ...done, status: 'open', completedAt: undefined },
		},
		{
			why: 'moved on by somebody else than planned',
			of: claim(),
			text: '9 sales Review, 17 li Approved',
			is: { ...done, handler: 'li' },
		},
		{
			why: 'brought back by the boss',
			of: claim(),
			text: '9 sales Review, 17 wang Checked, 18 boss Review, 19 wang Approved',
			is: { ...done, errors: 1 },
		},
		{
			why: 'brought back, still there',
			of: claim({ docstatus: 0 }),
			text: '9 sales Review, 17 wang Checked, 18 boss Review',
			is: { ...done, status: 'open', completedAt: undefined, errors: 1 },
		},
		{
			why: 'brought back, then done by another',
			of: claim(),
			text: '9 sales Review, 17 wang Checked, 18 boss Review, 19 li Approved',
			is: { ...done, handler: 'li', assignedAt: 18, completedAt: 19 },
		},
		{
			why: 'taken back by the handler',
			of: claim(),
			text: '9 sales Review, 17 wang Checked, 18 wang Review, 19 wang Approved',
			is: done,
		},
		{
			why: 'rejected later by the boss',
			of: claim({ rejected: true }),
			text: '9 sales Review, 17 wang Checked, 18 boss Rejected',
			is: { ...done, errors: 1 },
		},
		{
			why: 'rejected by the handler, then filed by a clerk',
			of: claim({ rejected: true }),
			text: '9 sales Review, 17 wang Rejected, 18 clerk Archived',
			is: done,
		},
		{
			why: 'rejected by the boss, then filed by the handler',
			of: claim({ rejected: true }),
			text: '9 sales Review, 17 wang Checked, 18 boss Rejected, 19 wang Archived',
			is: { ...done, errors: 1 },
		},
		{
			why: 'rejected by the boss in a state of another name',
			of: claim({ rejected: true }),
			text: '9 sales Review, 17 wang Checked, 18 boss Declined, 19 clerk Archived',
			is: { ...done, errors: 1 },
		},
		{
			why: 'rejected in no state of its own, moved by the handler alone',
			of: claim({ rejected: true }),
			text: '9 sales Review, 17 wang Filed',
			is: done,
		},
		{
			why: 'rejected in no state of its own, moved by another too',
			of: claim({ rejected: true }),
			text: '9 sales Review, 17 wang Checked, 18 boss Filed',
			is: { ...done, errors: null },
		},
		{
			why: 'rejected while it lies there, by nobody knows whom',
			of: claim({ docstatus: 0, rejected: true }),
			text: '9 sales Review',
			is: { ...done, status: 'open', completedAt: undefined, errors: null },
		},
		{ why: 'never there', of: claim({ docstatus: 0 }), text: '', is: undefined },
	])('$why', ({ of, text, is }) =>
		expect(byWorkflow(of, moves(text), { ...course, initial: 'Draft' })).toEqual(is),
	);

	it('begins in the state where the workflow begins there', () =>
		expect(
			byWorkflow(claim(), moves('17 wang Approved'), { ...course, initial: 'Review' }),
		).toEqual({
			...done,
			assignedAt: 8,
		}));
});
