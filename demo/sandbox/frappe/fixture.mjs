// A small month of expense claims on a Frappe site with a workflow, with what the connector must make of it.
import { frappeData } from '../../company/frappe.mjs';
import { naiveLocal } from '../../company/calendar.mjs';
import { frappe } from '../frappe.mjs';

const KEY = 'frappe-key-1';
const SECRET = 'frappe-secret-1';
const now = '2026-11-06T09:30:00+08:00';
const HOUR = 3600000;
/** 5 October 2026, 9:00 in Shanghai. */
const first = Date.UTC(2026, 9, 5, 1);
const clerks = ['li@x.example', 'wu@x.example'];
const cashier = 'chen@x.example';
const clerkOf = (number) => clerks[number % clerks.length];
const claimant = 'ann@x.example';

const [DRAFT, PENDING, CHECKED, APPROVED] = [
	...['Draft', 'Pending Finance Review', 'Finance Checked', 'Approved'],
];
const ways = { 4: 'open', 8: 'returned' };
const wayOf = (number) => ways[number % 10] ?? 'plain';

/** From state to state: who brought the claim there, and how many hours after it was handed in. */
const stepsOf = (number) => {
	const clerk = clerkOf(number);
	const handedIn = [DRAFT, PENDING, claimant, 0];
	const approved = [PENDING, APPROVED, clerk, 4];
	const returned = [
		[PENDING, CHECKED, clerk, 1],
		[CHECKED, PENDING, cashier, 2],
	];
	return {
		open: [handedIn],
		plain: [handedIn, approved],
		returned: [handedIn, ...returned, approved],
	}[wayOf(number)];
};

const numbers = Array.from({ length: 230 }, (_, index) => index + 1);
const startOf = (number) => first + number * 2 * HOUR;
const nameOf = (number) => `HR-EXP-2026-${String(number).padStart(5, '0')}`;
const stamp = (ms, by) => ({
	...{ owner: by, creation: naiveLocal(ms) },
	...{ modified: naiveLocal(ms), modified_by: by },
});

const claim = (number) => {
	const [, state, by, hours] = stepsOf(number).at(-1);
	const isDone = state === APPROVED;
	return {
		name: nameOf(number),
		employee: 'HR-EMP-00001',
		expense_approver: clerkOf(number),
		approval_status: isDone ? 'Approved' : 'Draft',
		workflow_state: state,
		docstatus: isDone ? 1 : 0,
		amended_from: null,
		grand_total: 12.5,
		...stamp(startOf(number) - HOUR, claimant),
		modified: naiveLocal(startOf(number) + hours * HOUR),
		modified_by: by,
	};
};

const traces = (number) =>
	stepsOf(number).map(([from, to, by, hours], index) => ({
		version: {
			name: `${nameOf(number)}-v${index}`,
			ref_doctype: 'Expense Claim',
			docname: nameOf(number),
			data: JSON.stringify({ changed: [['workflow_state', from, to]] }),
			...stamp(startOf(number) + hours * HOUR, by),
		},
		comment: {
			name: `${nameOf(number)}-c${index}`,
			...{ comment_type: 'Workflow', comment_email: by, comment_by: by, content: to },
			...{ reference_doctype: 'Expense Claim', reference_name: nameOf(number) },
			...stamp(startOf(number) + hours * HOUR, by),
		},
	}));

const data = () => {
	const site = frappeData();
	const steps = numbers.flatMap(traces);
	return {
		...site,
		documents: {
			...site.documents,
			'Expense Claim': numbers.map(claim),
			Version: steps.map(({ version }) => version),
			Comment: steps.map(({ comment }) => comment),
			'Workflow Action': [],
		},
	};
};

const evidence = numbers.map((number) => {
	const isOpen = wayOf(number) === 'open';
	const firstLeft = wayOf(number) === 'returned' ? 1 : 4;
	const at = (hours) => new Date(startOf(number) + hours * HOUR).toISOString();
	return {
		recordId: nameOf(number),
		handler: clerkOf(number),
		status: isOpen ? 'open' : 'done',
		assignedAt: at(0),
		completedAt: isOpen ? null : at(firstLeft),
		errors: wayOf(number) === 'returned' ? 1 : 0,
	};
});

export const fixture = () => ({
	name: 'frappe',
	now,
	system: (options = {}) =>
		frappe({
			data: data(),
			tokens: {
				[`${KEY}:${SECRET}`]: { user: 'bot@x.example', roles: ['HR User', 'Performance Reader'] },
			},
			now: () => Date.parse(now),
			...options,
		}),
	credentials: { apiKey: KEY, apiSecret: SECRET },
	sign: ({ apiKey, apiSecret }) => ({
		headers: { Authorization: `token ${apiKey}:${apiSecret}` },
	}),
	streams: {
		expenseClaims: {
			parameters: {},
			list: '/resource/Expense%20Claim?',
			history: '/resource/Comment?',
			evidence,
		},
	},
});
