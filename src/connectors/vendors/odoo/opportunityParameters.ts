import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import type { Parameter } from '../../engine/system';
import { several } from './choices';
import { handlerAs } from './users';

export const parameters: readonly Parameter[] = [
	{
		name: 'doneWhen',
		label: 'Done When',
		description: 'With which outcome the work on an opportunity is done',
		kind: 'choice',
		default: 'closed',
		choices: [
			{ value: 'closed', label: 'Won or Lost', description: 'When it is won or lost' },
			{ value: 'won', label: 'Won', description: 'When it is won; lost ones do not count' },
		],
	},
	{
		name: 'history',
		label: 'History',
		description: 'What tells whose an opportunity was, and when it was closed',
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
				value: 'record',
				label: 'Dates of the Record',
				description:
					'Without that right: the salesperson now, the last assignment and the last closing; errors are not known',
			},
		],
	},
	several('teams', 'Sales Teams', 'Of which sales teams opportunities count; empty: of all'),
	several(
		'stages',
		'Stages',
		'In which stages the opportunities are now that count; empty: in all',
	),
	several('companies', 'Companies', 'Of which companies opportunities count; empty: of all'),
	handlerAs,
	furtherFields(
		'fields of opportunities',
		'e.g. expected_revenue, lost_reason_id',
		'opportunityFields',
	),
	lookBackDays,
];
