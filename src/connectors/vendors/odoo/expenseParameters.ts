import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import type { Parameter } from '../../engine/system';
import { several } from './choices';
import { handlerAs } from './users';

export const parameters: readonly Parameter[] = [
	{
		name: 'history',
		label: 'History',
		description: 'What tells when an expense was submitted and decided, and by whom',
		kind: 'choice',
		default: 'tracked',
		choices: [
			{
				value: 'tracked',
				label: 'Tracked Changes',
				description:
					'All steps; takes read access to mail.tracking.value, which an administrator has to give to a group of the user',
			},
			{
				value: 'messages',
				label: 'Messages',
				description:
					'Without that right: only when and by whom it was first approved, up to Odoo 18 also refused; times of assignment and errors are not known, and what Odoo 19 does not tell of a refusal makes the expense cancelled',
			},
		],
	},
	several(
		'departments',
		'Departments',
		'Of which departments the employees are whose expenses count; empty: of all',
	),
	several('companies', 'Companies', 'Of which companies expenses count; empty: of all'),
	handlerAs,
	furtherFields('fields of expenses', 'e.g. total_amount, product_id', 'expenseFields'),
	lookBackDays,
];
