import type { INodeProperties } from 'n8n-workflow';
import { calendars, presetRulebook, presets } from '../../src/index';
import { presetChanges } from './presetChanges';
import { rulebookForm } from './rulebookForm';

const fromPreset = { show: { rulebookSource: ['preset'] } };
const fromPresetOrForm = { show: { rulebookSource: ['preset', 'form'] } };

const ofAnyCompany = presets.filter(({ industry }) => industry === undefined).map(({ id }) => id);
const firstCalendar = calendars[0]?.id ?? '';

/** A whole rulebook to start from, as text. */
const sample = JSON.stringify(
	presetRulebook({
		id: 'back-office',
		version: '1',
		timeZone: 'Asia/Shanghai',
		calendar: 'CN',
		roles: ['operations'],
	}),
	null,
	2,
);

const when: INodeProperties[] = [
	{
		displayName: 'Period',
		name: 'period',
		type: 'string',
		required: true,
		default: "={{ $now.minus({ months: 1 }).toFormat('yyyy-MM') }}",
		placeholder: 'e.g. 2026-10',
		description: 'The month to score, as year and month',
	},
	{
		displayName: 'Cut-Off',
		name: 'asOf',
		type: 'string',
		required: true,
		default: '={{ $now.toISO() }}',
		placeholder: 'e.g. 2026-11-01T02:00:00+08:00',
		description:
			'What was completed later does not count. A fixed moment gives the same scores on every run.',
	},
];

const records: INodeProperties[] = [
	{
		displayName: 'Evidence From',
		name: 'evidenceSource',
		type: 'options',
		noDataExpression: true,
		default: 'items',
		description:
			'How evidence, coverage and claims come in on the input Evidence, mixed and told apart by their field kind',
		options: [
			{ name: 'Items', value: 'items', description: 'One record an item' },
			{
				name: 'NDJSON Files',
				value: 'binary',
				description: 'One file an item, with one JSON record a line: for large months',
			},
		],
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		displayOptions: { show: { evidenceSource: ['binary'] } },
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the input binary field that holds the file',
	},
];

const source: INodeProperties = {
	displayName: 'Rulebook',
	name: 'rulebookSource',
	type: 'options',
	noDataExpression: true,
	default: 'preset',
	description: 'Where the rules come from: work, targets, points and grades',
	options: [
		{
			name: 'Preset',
			value: 'preset',
			description: 'Ready-made rules for the roles that you choose',
		},
		{ name: 'Build in This Panel', value: 'form', description: 'Roles, work and points as a form' },
		{
			name: 'JSON',
			value: 'json',
			description: 'A rulebook as text, or from an item by expression',
		},
	],
};

const rules: INodeProperties[] = [
	{
		displayName: 'Preset Roles',
		name: 'roles',
		type: 'multiOptions',
		required: true,
		displayOptions: fromPreset,
		options: presets.map(({ id, label }) => ({ name: label.en, value: id })),
		default: [...ofAnyCompany],
		description: 'The roles that the rulebook has. Employees name theirs in the field role.',
	},
	presetChanges,
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		required: true,
		displayOptions: fromPresetOrForm,
		default: 'Asia/Shanghai',
		placeholder: 'e.g. Asia/Shanghai',
		description:
			'Where days begin and end, as an IANA name. It holds whatever the time zone of n8n or of the workflow is.',
	},
	{
		displayName: 'Calendar',
		name: 'calendar',
		type: 'options',
		displayOptions: fromPresetOrForm,
		options: calendars.map(({ id, label }) => ({ name: label.en, value: id })),
		default: firstCalendar,
		description: 'Which days are working days',
	},
	{
		displayName: 'Rulebook ID',
		name: 'rulebookId',
		type: 'string',
		required: true,
		displayOptions: fromPresetOrForm,
		default: 'back-office',
		placeholder: 'e.g. back-office',
		description: 'The name that scorecards have for the rulebook',
	},
	{
		displayName: 'Rulebook Version',
		name: 'rulebookVersion',
		type: 'string',
		required: true,
		displayOptions: fromPresetOrForm,
		default: '={{ $parameter["period"] }}',
		placeholder: 'e.g. 2026-10',
		description: 'The version of the rules that scorecards name, by default the period',
	},
	...rulebookForm,
	{
		displayName: 'Rulebook (JSON)',
		name: 'rulebook',
		type: 'json',
		required: true,
		typeOptions: { rows: 12 },
		displayOptions: { show: { rulebookSource: ['json'] } },
		default: sample,
		description: 'The rulebook. The example scores the role operations; change it to your rules.',
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Trace',
			name: 'trace',
			type: 'options',
			default: 'none',
			description:
				'Where the IDs of all records behind the scorecards go. A line of a scorecard shows up to 200 of its own either way.',
			options: [
				{
					name: 'NDJSON File',
					value: 'binary',
					description: 'On the item of Summary, in field trace',
				},
				{ name: 'None', value: 'none', description: 'No more than the scorecards show' },
			],
		},
	],
};

export const properties: INodeProperties[] = [...when, ...records, source, ...rules, options];
