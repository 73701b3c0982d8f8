import type { INodeProperties } from 'n8n-workflow';
import { id, labels } from './namedRow';

const activity: INodeProperties = {
	displayName: 'Activity',
	name: 'activity',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. customerRecord',
	description: 'The kind of work, as evidence names it',
};

const points = (what: string): INodeProperties => ({
	displayName: 'Points',
	name: 'points',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 10,
	description: `The most that ${what} gives. All points of a role add up to 100.`,
});

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
	{
		displayName: 'Limit',
		name: 'limitKind',
		type: 'options',
		default: 'hours',
		description: 'How the time for one piece of work is counted',
		options: [
			{ name: 'Hours', value: 'hours', description: 'Around the clock, from the assignment' },
			{ name: 'Working Days', value: 'workingDays', description: 'To the end of the last day' },
			{ name: 'None', value: 'none', description: 'Only records that carry a due time have one' },
		],
	},
	{
		displayName: 'Hours or Days',
		name: 'within',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: { hide: { limitKind: ['none'] } },
		default: 24,
		description: 'How long one piece of work may take',
	},
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

const indicators: INodeProperties[] = [
	id('indicator', 'timeliness'),
	activity,
	{
		displayName: 'Measure',
		name: 'measure',
		type: 'options',
		default: 'completed',
		description: 'What is counted, and how it becomes points',
		options: [
			{
				name: 'Completed',
				value: 'completed',
				description: 'Done items by target: all of it gives all points',
			},
			{
				name: 'Errors',
				value: 'errors',
				description: 'Every error above the allowance costs a step',
			},
			{ name: 'On Time', value: 'onTime', description: 'Share of items done within the limit' },
		],
	},
	{
		displayName: 'Allowance',
		name: 'allowance',
		type: 'string',
		displayOptions: { show: { measure: ['errors'] } },
		default: '1%',
		placeholder: 'e.g. 0.5%',
		description: 'Errors that cost nothing, as a share of the work, rounded down',
	},
	{
		displayName: 'Step',
		name: 'step',
		type: 'string',
		displayOptions: { show: { measure: ['errors'] } },
		default: '10%',
		placeholder: 'e.g. 10%',
		description: 'How much of the points each further error costs',
	},
	points('the indicator'),
];

const leader: INodeProperties[] = [id('criterion', 'attitude'), points('the criterion')];

const list = (displayName: string, field: string, button: string, values: INodeProperties[]) =>
	({
		displayName,
		name: field,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: button, sortable: true },
		placeholder: button,
		default: {},
		options: [{ displayName, name: 'item', values }],
	}) satisfies INodeProperties;

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
			{ id: 'quantity', activity: 'customerRecord', measure: 'completed', points: 20 },
			{ id: 'timeliness', activity: 'customerRecord', measure: 'onTime', points: 20 },
			{
				id: 'quality',
				activity: 'customerRecord',
				measure: 'errors',
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
