// The expense claims on the Frappe site, each with its workflow's history: versions, comments, actions.
import { accounts } from './accounts.mjs';
import { HOUR, MINUTE, naiveLocal } from './calendar.mjs';
import { octoberItems, otherItems, touchAfter } from './items.mjs';
import { company } from './plan.mjs';
import { between, randomOf } from './random.mjs';

const DRAFT = 'Draft';
const PENDING = 'Pending Finance Review';
const CHECKED = 'Finance Checked';
const APPROVED = 'Approved';
const CANCELLED = 'Cancelled';
export const CASHIER = `accounts@${company.domain}`;

/** Twelve people of sales who hand in the claims. They are on no list of the back office. */
export const sales = Array.from({ length: 12 }, (_, index) => ({
	employeeId: `S${String(index + 1).padStart(2, '0')}`,
	name: `销售${index + 1}号`,
	email: `sales${index + 1}@${company.domain}`,
	frappeEmployee: `HR-EMP-${String(201 + index).padStart(5, '0')}`,
}));

/** When a claim that was sent back is approved after all: finance first had done with it at `done`. */
const approvalOf = ({ done, returned }) => (returned ? done + 15 * MINUTE : done);

/** The steps of a claim: to finance, approved; where it was sent back: checked, back, approved after all. */
const stepsOf = (item, clerk, claimant) => {
	const arrival = { from: DRAFT, to: PENDING, ms: item.assigned, by: claimant };
	const steps = [item.drafted === undefined ? arrival : { ...arrival, sets: clerk }];
	if (item.done === null) return steps;
	if (item.returned)
		steps.push(
			{ from: PENDING, to: CHECKED, ms: item.done, by: clerk },
			{ from: CHECKED, to: PENDING, ms: item.done + 5 * MINUTE, by: CASHIER },
		);
	steps.push({ from: PENDING, to: APPROVED, ms: approvalOf(item), by: clerk });
	if (item.cancelled !== undefined)
		steps.push({
			from: APPROVED,
			to: CANCELLED,
			ms: item.cancelled,
			by: accounts.get('L05').email,
		});
	return steps;
};

const furtherChanges = {
	[APPROVED]: [
		['approval_status', 'Draft', 'Approved'],
		['docstatus', 0, 1],
		['status', 'Draft', 'Unpaid'],
	],
	[CANCELLED]: [
		['docstatus', 1, 2],
		['status', 'Unpaid', 'Cancelled'],
	],
};

/** A draft of some days gets its clerk when it is sent to finance; the others had one from the beginning. */
const changesOf = ({ from, to, sets }) => [
	['workflow_state', from, to],
	...(sets === undefined ? [] : [['expense_approver', null, sets]]),
	...(furtherChanges[to] ?? []),
];

const stamp = (ms, by) => ({
	owner: by,
	creation: naiveLocal(ms),
	modified: naiveLocal(ms),
	modified_by: by,
});

const versionRow = (step, claim, index) => ({
	name: `${claim}-v${index}`,
	ref_doctype: 'Expense Claim',
	docname: claim,
	data: JSON.stringify({
		added: [],
		changed: changesOf(step),
		data_import: null,
		removed: [],
		row_changed: [],
		updater_reference: null,
	}),
	...stamp(step.ms, step.by),
});

const commentRow = (step, claim, index) => ({
	name: `${claim}-c${index}`,
	comment_type: 'Workflow',
	comment_email: step.by,
	comment_by: step.by,
	reference_doctype: 'Expense Claim',
	reference_name: claim,
	content: step.to,
	...stamp(step.ms, step.by),
});

/** The task of finance: opened when the claim arrives, completed by who approves. */
const actionRow = (item, claim, clerk, claimant) => ({
	name: `${claim}-a`,
	status: item.done === null ? 'Open' : 'Completed',
	reference_doctype: 'Expense Claim',
	reference_name: claim,
	workflow_state: PENDING,
	completed_by: item.done === null ? null : clerk,
	completed_by_role: item.done === null ? null : 'Expense Approver',
	...stamp(item.assigned, claimant),
	modified: naiveLocal(item.done === null ? item.assigned : approvalOf(item)),
	modified_by: item.done === null ? claimant : clerk,
});

const stateOf = (item, paid) => {
	if (item.done === null)
		return { approval_status: 'Draft', workflow_state: PENDING, status: 'Draft', docstatus: 0 };
	if (item.cancelled !== undefined)
		return {
			approval_status: 'Approved',
			workflow_state: CANCELLED,
			status: 'Cancelled',
			docstatus: 2,
		};
	return {
		approval_status: 'Approved',
		workflow_state: APPROVED,
		status: paid ? 'Paid' : 'Unpaid',
		docstatus: 1,
	};
};

/** Two of three are paid some days later by the cashier: the document changes hands, its history says nothing of it. */
const claimRow = (item, { name, claimant, clerk, index, amount, amends }) => {
	const paid = item.done !== null && item.cancelled === undefined && index % 3 !== 0;
	const last = item.cancelled ?? (item.done === null ? item.assigned : approvalOf(item));
	const by = item.cancelled === undefined ? clerk : accounts.get('L05').email;
	const day = naiveLocal(item.assigned).slice(0, 10);
	return {
		name,
		naming_series: 'HR-EXP-.YYYY.-',
		employee: claimant.frappeEmployee,
		employee_name: claimant.name,
		department: 'Sales - XX',
		company: company.name,
		expense_approver: clerk,
		...stateOf(item, paid),
		total_claimed_amount: amount,
		total_sanctioned_amount: amount,
		total_amount_reimbursed: paid ? amount : 0,
		grand_total: amount,
		posting_date: day,
		is_paid: 0,
		remark: item.key,
		amended_from: amends ?? null,
		expenses: [
			{
				doctype: 'Expense Claim Detail',
				name: `${name}-row`,
				parent: name,
				parenttype: 'Expense Claim',
				parentfield: 'expenses',
				idx: 1,
				expense_type: 'Travel',
				expense_date: day,
				amount,
				sanctioned_amount: amount,
			},
		],
		owner: claimant.email,
		creation: naiveLocal((item.drafted ?? item.assigned) - 2 * MINUTE),
		modified: naiveLocal(paid ? touchAfter(last, 4) : last),
		modified_by: paid ? CASHIER : item.done === null ? claimant.email : by,
	};
};

const claimWithHistory = (item, given) => {
	const { name, clerk, claimant } = given;
	const steps = stepsOf(item, clerk, claimant.email);
	return {
		claim: claimRow(item, given),
		versions: steps.map((step, at) => versionRow(step, name, at + 1)),
		comments: steps.map((step, at) => commentRow(step, name, at + 1)),
		action: actionRow(item, name, clerk, claimant.email),
	};
};

/** The one with the error: approved two hours before the corrected one came, found wrong and cancelled an hour before. */
const wrongOne = ({ key, assigned }) => ({
	key: `${key} wrong`,
	assigned: assigned - 3 * HOUR,
	done: assigned - 2 * HOUR,
	cancelled: assigned - HOUR,
});

/** An error is either a claim that had to be cancelled and made again, or one that the cashier sent back. */
export const claimsOf = (staff) => {
	const all = staff
		.flatMap((person) =>
			[...octoberItems(person), ...otherItems(person)].map((item) => ({ item, person })),
		)
		.sort((a, b) => a.item.assigned - b.item.assigned || (a.item.key < b.item.key ? -1 : 1));
	const random = randomOf('claims');
	return all.flatMap(({ item, person }, index) => {
		const name = `HR-EXP-2026-${String(index + 1).padStart(5, '0')}`;
		const given = {
			name,
			index,
			clerk: accounts.get(person.employeeId).email,
			claimant: sales[index % sales.length],
			amount: between(random, 2000, 380000) / 100,
		};
		if (!item.error) return [claimWithHistory(item, given)];
		if (person.errorsAreReturned) return [claimWithHistory({ ...item, returned: true }, given)];
		return [
			claimWithHistory(wrongOne(item), given),
			claimWithHistory(item, { ...given, name: `${name}-1`, amends: name }),
		];
	});
};

export const workflow = {
	name: 'Expense Claim Approval',
	workflow_name: 'Expense Claim Approval',
	document_type: 'Expense Claim',
	is_active: 1,
	workflow_state_field: 'workflow_state',
	states: [
		{ state: DRAFT, doc_status: '0', allow_edit: 'Employee' },
		{ state: PENDING, doc_status: '0', allow_edit: 'Expense Approver' },
		{ state: CHECKED, doc_status: '0', allow_edit: 'Accounts User' },
		{
			state: APPROVED,
			doc_status: '1',
			allow_edit: 'Expense Approver',
			update_field: 'approval_status',
			update_value: 'Approved',
		},
		{ state: CANCELLED, doc_status: '2', allow_edit: 'HR Manager' },
	],
	transitions: [
		{ state: DRAFT, action: 'Submit to Finance', next_state: PENDING, allowed: 'Employee' },
		{ state: PENDING, action: 'Approve', next_state: APPROVED, allowed: 'Expense Approver' },
		{ state: PENDING, action: 'Check', next_state: CHECKED, allowed: 'Expense Approver' },
		{ state: CHECKED, action: 'Send Back', next_state: PENDING, allowed: 'Accounts User' },
		{ state: APPROVED, action: 'Cancel', next_state: CANCELLED, allowed: 'HR Manager' },
	],
};
