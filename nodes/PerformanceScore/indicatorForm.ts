import type { INodeProperties } from 'n8n-workflow';
import { activity, id, limit, list, points } from './rows';

const forMeasure = (...measures: string[]) => ({ show: { measure: measures } });
const forCurve = (...curves: string[]) => ({ show: { curve: curves } });

const measure: INodeProperties = {
	displayName: 'Measure',
	name: 'measure',
	type: 'options',
	default: 'completed',
	description: 'What is counted',
	options: [
		{ name: 'Completed', value: 'completed', description: 'Items done, compared with the target' },
		{ name: 'Errors', value: 'errors', description: 'Confirmed errors among the items' },
		{ name: 'On Time', value: 'onTime', description: 'Share of items done within the limit' },
		{ name: 'Resolved', value: 'resolved', description: 'Share of items that solved the matter' },
		{ name: 'Responded', value: 'responded', description: 'Share answered within its own limit' },
		{ name: 'Value', value: 'value', description: 'A number that the items carry' },
	],
};

const ofMeasure: INodeProperties[] = [
	{
		displayName: 'Share Of',
		name: 'of',
		type: 'options',
		displayOptions: forMeasure('onTime'),
		default: 'due',
		description: 'What the items on time are compared with',
		options: [
			{
				name: 'All Due',
				value: 'due',
				description: 'At least the target: what is not done is late',
			},
			{ name: 'Completed', value: 'completed', description: 'Only items that are done' },
		],
	},
	...limit.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			...forMeasure('responded'),
		},
	})),
	{
		displayName: 'Field',
		name: 'field',
		type: 'string',
		required: true,
		displayOptions: forMeasure('value'),
		default: '',
		placeholder: 'e.g. amount',
		description: 'The name of the number in the fields of the evidence',
	},
	{
		displayName: 'Aggregate',
		name: 'aggregate',
		type: 'options',
		displayOptions: forMeasure('value'),
		default: 'sum',
		description: 'How the numbers of all items become one',
		options: [
			{ name: 'Mean', value: 'mean' },
			{ name: 'Sum', value: 'sum' },
		],
	},
	{
		displayName: 'Target Value',
		name: 'valueTarget',
		type: 'number',
		displayOptions: forMeasure('value'),
		default: 100,
		description: 'The value that gives all points',
	},
];

const shapes = [
	{ name: 'Bands', value: 'bands', description: 'Steps: the first that is reached gives' },
	{ name: 'Interpolate', value: 'interpolate', description: 'Straight lines between points' },
	{ name: 'Pass or Fail', value: 'passFail', description: 'All points or none' },
];

const curve: INodeProperties[] = [
	{
		displayName: 'Curve',
		name: 'curve',
		type: 'options',
		displayOptions: { hide: { measure: ['errors'] } },
		default: 'proportional',
		description: 'How the measure becomes points',
		options: [
			...shapes,
			{ name: 'Proportional', value: 'proportional', description: '90 % gives 90 % of the points' },
		],
	},
	{
		displayName: 'Curve',
		name: 'curve',
		type: 'options',
		displayOptions: forMeasure('errors'),
		default: 'perDefect',
		description: 'How the errors become points',
		options: [
			...shapes,
			{
				name: 'Per Defect',
				value: 'perDefect',
				description: 'Each error above the allowance costs a step',
			},
			{
				name: 'Rate Excess',
				value: 'rateExcess',
				description: 'Each percentage point above a rate costs; for high volumes',
			},
		],
	},
];

const percentage = (
	displayName: string,
	name: string,
	of: { curve: string; default: string; description: string },
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	displayOptions: forCurve(of.curve),
	default: `${of.default}`,
	placeholder: `e.g. ${of.default}`,
	description: of.description,
});

const row = (displayName: string, name: string, example: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
});

const ofCurve: INodeProperties[] = [
	percentage('Allowance', 'allowance', {
		curve: 'perDefect',
		default: '1%',
		description: 'Errors that cost nothing, as a share of the work, rounded down',
	}),
	percentage('Step', 'step', {
		curve: 'perDefect',
		default: '10%',
		description: 'How much of the points each further error costs',
	}),
	percentage('Error Rate Allowed', 'errorTarget', {
		curve: 'rateExcess',
		default: '1%',
		description: 'The error rate that costs nothing',
	}),
	percentage('Per Point', 'perPoint', {
		curve: 'rateExcess',
		default: '10%',
		description: 'How much of the points each percentage point above it costs',
	}),
	percentage('Pass Mark', 'passMark', {
		curve: 'passFail',
		default: '95%',
		description: 'The share that has to be reached; for errors the rate that must not be passed',
	}),
	percentage('Cap', 'cap', {
		curve: 'proportional',
		default: '100%',
		description: 'The most that can be reached, as a share of the points',
	}),
	{
		...list('Bands', 'bands', 'Add Band', [
			row('From', 'edge', '98%'),
			row('Gives', 'gives', '100%'),
		]),
		displayOptions: forCurve('bands'),
		description:
			'From high to low, the last from 0%. For errors: up to that rate, from low to high, the last 100%.',
	},
	{
		...list('Line Points', 'line', 'Add Point', [
			row('At', 'edge', '90%'),
			row('Gives', 'gives', '0%'),
		]),
		displayOptions: forCurve('interpolate'),
		description: 'From low to high; flat before the first and after the last',
	},
];

/** What a row of Indicators asks for. */
export const indicators: INodeProperties[] = [
	id('indicator', 'timeliness'),
	activity,
	measure,
	...ofMeasure,
	...curve,
	...ofCurve,
	points('the indicator'),
];
