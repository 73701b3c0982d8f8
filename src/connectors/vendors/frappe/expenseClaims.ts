import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import { defineStream } from '../../engine/stream';
import { openClaims } from './openClaims';

/** Docs: frappeframework.com → REST API; the DocType: frappe/hrms, expense_claim.json */
export const expenseClaims = defineStream({
	id: 'expenseClaims',
	label: 'Expense Claims',
	description: 'Reimbursements by the person who handles them, from assignment to decision',
	area: 'finance',
	activity: 'reimbursement',
	parameters: [
		{
			name: 'steps',
			label: 'Steps',
			description: 'What tells when a claim came to its handler and when the handler was done',
			kind: 'choice',
			default: 'automatic',
			choices: [
				{
					value: 'automatic',
					label: 'Workflow, if There Is One',
					description:
						'From entering a state of the active Workflow to leaving it; without a Workflow as by submission',
				},
				{
					value: 'submission',
					label: 'Submission',
					description:
						'From the setting of the handler field to the submission; needs Track Changes',
				},
			],
		},
		{
			name: 'reviewState',
			label: 'Workflow State',
			description:
				'The state in which the claim lies with its handler; empty: the one from which claims are submitted',
			kind: 'text',
			default: '',
			placeholder: 'e.g. Finance Review',
			lookup: 'workflowStates',
			showFor: { parameter: 'steps', values: ['automatic'] },
		},
		{
			name: 'handlerField',
			label: 'Handler Field',
			description:
				'The field of Expense Claim that names the user in charge; with a workflow, only of claims that nobody moved on yet',
			kind: 'text',
			default: 'expense_approver',
			placeholder: 'e.g. expense_approver',
			lookup: 'userFields',
			required: true,
		},
		furtherFields('fields of Expense Claim', 'e.g. total_claimed_amount', 'claimFields'),
		lookBackDays,
	],
	notice:
		'Errors are claims that correct an earlier one of the same handler, that somebody else rejected, or that were returned. Frappe tells no pauses, due dates or reasons for a delay. An API user who may see only some claims gets only these, without an error: give it a role that reads all.',
	open: openClaims,
});
