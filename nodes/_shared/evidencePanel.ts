import type { INodeProperties } from 'n8n-workflow';
import type { Area, StreamPanel, SystemPanel } from '../../src/index';
import { systems } from '../../src/index';
import { toProperty } from './parameterProperty';
import { signInChoice } from './signInChoice';
import { timeout } from './timeout';

/** The systems that have something for an area, each with only those streams. */
export function systemsOf(area: Area): readonly SystemPanel[] {
	return systems
		.map((system) => ({ ...system, streams: system.streams.filter((s) => s.area === area) }))
		.filter((system) => system.streams.length > 0);
}

/** The panel of an evidence node, made from what the connectors say of themselves. */
export function evidenceProperties(area: Area): INodeProperties[] {
	const offered = systemsOf(area);
	const streams = offered.flatMap((system) => system.streams.map((stream) => ({ system, stream })));
	return [
		operation,
		systemChoice(offered),
		...signInChoice(offered),
		...offered.map(streamChoice),
		...streams.flatMap(({ system, stream }) => notice(system, stream)),
		period,
		timeZone,
		...streams.map(({ system, stream }) => activity(system, stream)),
		...streams.flatMap(({ system, stream }) =>
			stream.parameters.map((parameter) => toProperty(system, parameter, shownFor(system, stream))),
		),
		...output,
		options,
	];
}

const shownFor = (
	system: SystemPanel,
	stream: StreamPanel,
): NonNullable<INodeProperties['displayOptions']> => ({
	show: { system: [system.id], stream: [stream.id] },
});

const idOfFirst = (choices: readonly { readonly id: string }[]): string => choices[0]?.id ?? '';

/** How many records a preview shows, where Max Items does not say. */
export const previewItems = 10;

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Get Evidence',
			value: 'get',
			description: 'Read all records of the month',
			action: 'Get evidence',
		},
		{
			name: 'Preview',
			value: 'preview',
			description: `Read the first ${previewItems} records, to see whether the settings are right`,
			action: 'Preview evidence',
		},
	],
	default: 'get',
};

const systemChoice = (offered: readonly SystemPanel[]): INodeProperties => ({
	displayName: 'System',
	name: 'system',
	type: 'options',
	noDataExpression: true,
	options: offered.map(({ id, label }) => ({ name: label, value: id })),
	default: idOfFirst(offered),
	description: 'The business system that holds the records',
});

const streamChoice = ({ id, streams }: SystemPanel): INodeProperties => ({
	displayName: 'Records',
	name: 'stream',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { system: [id] } },
	options: streams.map((s) => ({ name: s.label, value: s.id, description: s.description })),
	default: idOfFirst(streams),
	description: 'Which records of the system count as work',
});

const notice = (system: SystemPanel, stream: StreamPanel): INodeProperties[] =>
	stream.notice === undefined
		? []
		: [
				{
					displayName: stream.notice,
					name: 'notice',
					type: 'notice',
					displayOptions: shownFor(system, stream),
					default: '',
				},
			];

const period: INodeProperties = {
	displayName: 'Period',
	name: 'period',
	type: 'string',
	required: true,
	default: "={{ $now.minus({ months: 1 }).toFormat('yyyy-MM') }}",
	placeholder: 'e.g. 2026-10',
	description: 'The month to read, as year and month',
};

const timeZone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	required: true,
	default: 'Asia/Shanghai',
	placeholder: 'e.g. Asia/Shanghai',
	description:
		'Where the month begins and ends, as an IANA name. It holds whatever the time zone of n8n or of the workflow is.',
};

const activityOf = (stream: StreamPanel): string => stream.activity;

const activity = (system: SystemPanel, stream: StreamPanel): INodeProperties => ({
	displayName: 'Activity',
	name: 'activity',
	type: 'string',
	required: true,
	displayOptions: shownFor(system, stream),
	default: activityOf(stream),
	placeholder: `e.g. ${stream.activity}`,
	description: 'The name that the rulebook has for this kind of work',
});

const output: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { operation: ['get'] } },
		options: [
			{ name: 'Items', value: 'items', description: 'One record an item' },
			{
				name: 'NDJSON File',
				value: 'binary',
				description: 'One item with a file, one record a line, coverage last: for large months',
			},
		],
		default: 'items',
		description:
			'How evidence is given. A file is written while it is read and not held in memory.',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		displayOptions: { show: { operation: ['get'], output: ['binary'] } },
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output binary field to put the file in',
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Max Items',
			name: 'maxItems',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 10,
			description: `Most records to read; a preview reads ${previewItems} unless it is set. The coverage is then incomplete, so that nobody is scored by a sample.`,
		},
		timeout,
	],
};
