import type { Parameter } from '../../engine/system';
import { recordParameters, recordTypes, several } from './parameters';

export const taskParameters: readonly Parameter[] = [
	{
		...several(
			'subtypes',
			'Subtypes',
			'Which kinds of task count; e-mails that Salesforce logs are tasks of the subtype Email; empty: all',
			'taskSubtypes',
		),
		default: ['Task', 'Call'],
	},
	recordTypes('task'),
	several(
		'cancelledStatuses',
		'Cancelled Statuses',
		'Statuses that mean that the work was not to be done; empty: every closed task is done',
		'taskStatuses',
	),
	{
		name: 'assignedFrom',
		label: 'Time Begins',
		description: 'Salesforce does not keep when a task came to its owner',
		kind: 'choice',
		default: 'unknown',
		choices: [
			{ value: 'unknown', label: 'Not Known', description: 'The evidence leaves it out' },
			{
				value: 'created',
				label: 'When Created',
				description: 'When the task was created, whoever had it first',
			},
		],
	},
	{
		name: 'dueZone',
		label: 'Time Zone of Due Dates',
		description:
			'Salesforce keeps due dates as days: the limit is the end of that day in this time zone, as an IANA name',
		kind: 'text',
		default: 'Asia/Shanghai',
		placeholder: 'e.g. Asia/Shanghai',
		required: true,
	},
	...recordParameters('task', 'not known'),
];
