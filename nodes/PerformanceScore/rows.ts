import type { INodeProperties } from 'n8n-workflow';

/** The id that a row of the form has. */
export const id = (what: string, example: string): INodeProperties => ({
	displayName: 'ID',
	name: 'id',
	type: 'string',
	required: true,
	default: '',
	placeholder: `e.g. ${example}`,
	description: `The ${what}, each once`,
});

/** Its names for people. */
export const labels: INodeProperties[] = [
	{
		displayName: 'English Name',
		name: 'labelEn',
		type: 'string',
		default: '',
		placeholder: 'e.g. Operations',
	},
	{
		displayName: 'Chinese Name',
		name: 'labelZh',
		type: 'string',
		default: '',
		placeholder: 'e.g. 运营内勤',
	},
];

/** The work that a row is about. */
export const activity: INodeProperties = {
	displayName: 'Activity',
	name: 'activity',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. customerRecord',
	description: 'The kind of work, as evidence names it',
};

/** What a row gives at most. */
export const points = (what: string): INodeProperties => ({
	displayName: 'Points',
	name: 'points',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 10,
	description: `The most that ${what} gives. All points of a role add up to 100.`,
});

/** Rows that can be added, in any number. */
export const list = (
	displayName: string,
	field: string,
	button: string,
	values: INodeProperties[],
) =>
	({
		displayName,
		name: field,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: button, sortable: true },
		placeholder: button,
		default: {},
		options: [{ displayName, name: 'item', values }],
	}) satisfies INodeProperties;

/** How long something may take: the way of counting, and how much. */
export const limit: INodeProperties[] = [
	{
		displayName: 'Limit',
		name: 'limitKind',
		type: 'options',
		default: 'hours',
		description: 'How the time for one piece of work is counted',
		options: [
			{ name: 'Hours', value: 'hours', description: 'Around the clock, from the assignment' },
			{ name: 'None', value: 'none', description: 'Only records that carry a due time have one' },
			{ name: 'Working Days', value: 'workingDays', description: 'To the end of the last day' },
			{
				name: 'Working Hours',
				value: 'workingHours',
				description: 'Only the hours of work that the calendar has',
			},
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
];
