import type { INodeProperties } from 'n8n-workflow';
import { indicators } from './indicatorForm';
import { activity, id, labels, limit, list, points } from './rows';

const work: INodeProperties[] = [
	activity,
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		required: true,
		default: 'crm',
		placeholder: 'e.g. crm',
		description: 'Whose records count: crm, finance, support, workLog or a name of your own',
	},
	{
		displayName: 'Target',
		name: 'target',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How many a month are expected. 0 means no target.',
	},
	...limit,
	{
		displayName: 'Belongs To',
		name: 'belongsTo',
		type: 'options',
		default: 'due',
		description: 'The month in which a piece of work counts',
		options: [
			{ name: 'Month It Is Due', value: 'due' },
			{ name: 'Month It Is Completed', value: 'completed' },
		],
	},
];

const leader: INodeProperties[] = [id('criterion', 'attitude'), points('the criterion')];

/** The role of which the rules are shown first: 50 customer records a month, each within 24 hours. */
const firstRole = {
	id: 'operations',
	labelEn: 'Operations',
	labelZh: '运营内勤',
	work: {
		item: [
			{
				activity: 'customerRecord',
				source: 'crm',
				target: 50,
				limitKind: 'hours',
				within: 24,
				belongsTo: 'due',
			},
		],
	},
	indicators: {
		item: [
			{
				id: 'quantity',
				activity: 'customerRecord',
				measure: 'completed',
				curve: 'proportional',
				points: 20,
			},
			{
				id: 'timeliness',
				activity: 'customerRecord',
				measure: 'onTime',
				curve: 'proportional',
				points: 20,
			},
			{
				id: 'quality',
				activity: 'customerRecord',
				measure: 'errors',
				curve: 'perDefect',
				allowance: '1%',
				step: '10%',
				points: 30,
			},
		],
	},
	leader: {
		item: [
			{ id: 'attitude', points: 15 },
			{ id: 'collaboration', points: 15 },
		],
	},
};

/** Roles of the form, each with its work, indicators and leader's criteria. */
export const roles: INodeProperties = {
	displayName: 'Roles',
	name: 'rolesForm',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Role', sortable: true },
	placeholder: 'Add Role',
	displayOptions: { show: { rulebookSource: ['form'] } },
	default: { role: [firstRole] },
	description: 'Per role: the work that counts, how it becomes points, and what the leader rates',
	options: [
		{
			displayName: 'Role',
			name: 'role',
			values: [
				id('role, as employees have it in the field role', 'operations'),
				...labels,
				list('Work', 'work', 'Add Work', work),
				list('Indicators', 'indicators', 'Add Indicator', indicators),
				list("Leader's Criteria", 'leader', 'Add Criterion', leader),
			],
		},
	],
};
