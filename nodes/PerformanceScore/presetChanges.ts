import type { INodeProperties } from 'n8n-workflow';
import type { Preset } from '../../src/index';
import { presets } from '../../src/index';

/** What the panel holds of the changes to presets. */
export interface PresetChanges {
	readonly work?: readonly { readonly of: string; readonly to?: WorkChange }[];
	readonly points?: readonly { readonly of: string; readonly points: number }[];
}

interface WorkChange {
	readonly source?: string;
	readonly target?: number;
	readonly hours?: number;
	readonly workingHours?: number;
	readonly workingDays?: number;
}

type Names = 'activities' | 'indicators' | 'criteria';

/** 'Operations: customerRecord' for each of a preset's parts; the value names preset, part and entry. */
const offered = (...parts: readonly Names[]) =>
	presets.flatMap((preset: Preset) =>
		parts.flatMap((part) =>
			preset[part].map((name) => ({
				name: `${preset.label.en}: ${name}`,
				value: `${preset.id}/${part}/${name}`,
			})),
		),
	);

const limit = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 24,
	description,
});

const workFields: INodeProperties[] = [
	limit('Limit (Hours)', 'hours', 'How long one piece may take, around the clock'),
	limit(
		'Limit (Working Days)',
		'workingDays',
		'How long one piece may take, to the end of the day',
	),
	limit('Limit (Working Hours)', 'workingHours', 'How long one piece may take, by the calendar'),
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		default: 'crm',
		placeholder: 'e.g. crm',
		description: 'Whose records count: crm, finance, support, workLog or a name of your own',
	},
	{
		displayName: 'Target',
		name: 'target',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 50,
		description: 'How many a month are expected',
	},
];

/** The panel's way to change a preset in part. */
export const presetChanges: INodeProperties = {
	displayName: 'Preset Changes',
	name: 'presetChanges',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Change' },
	placeholder: 'Add Change',
	displayOptions: { show: { rulebookSource: ['preset'] } },
	default: {},
	description: 'What is different here from the presets. All points of a role still add up to 100.',
	options: [
		{
			displayName: 'Points',
			name: 'points',
			values: [
				{
					displayName: 'Indicator or Criterion',
					name: 'of',
					type: 'options',
					options: offered('indicators', 'criteria'),
					default: 'operations/indicators/quantity',
					description: 'Which indicator or leader criterion of which preset',
				},
				{
					displayName: 'Points',
					name: 'points',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 20,
					description: 'The most that it gives',
				},
			],
		},
		{
			displayName: 'Work',
			name: 'work',
			values: [
				{
					displayName: 'Activity',
					name: 'of',
					type: 'options',
					options: offered('activities'),
					default: 'operations/activities/customerRecord',
					description: 'Which kind of work of which preset',
				},
				{
					displayName: 'Change To',
					name: 'to',
					type: 'collection',
					placeholder: 'Add Field',
					default: {},
					options: workFields,
				},
			],
		},
	],
};

const partOf: { readonly [names: string]: 'work' | 'indicators' | 'leader' } = {
	activities: 'work',
	indicators: 'indicators',
	criteria: 'leader',
};

function toWork({ source, target, ...limits }: WorkChange): object {
	const limited = Object.keys(limits).length > 0;
	return {
		...(source === undefined ? {} : { source }),
		...(target === undefined ? {} : { target }),
		...(limited ? { limit: { ...limits } } : {}),
	};
}

interface Changes {
	[role: string]: { [part: string]: { [entry: string]: object } };
}

/** The changes as roles say them that extend a preset: `{ operations: { work: { customerRecord: { target: 60 } } } }`. */
export function toChanges({ work = [], points = [] }: PresetChanges): Changes {
	const changes: Changes = {};
	const add = (of: string, change: object): void => {
		const [role = '', names = '', entry = ''] = of.split('/');
		const part = partOf[names] ?? names;
		const ofRole = (changes[role] ??= {});
		const ofPart = (ofRole[part] ??= {});
		ofPart[entry] = { ...ofPart[entry], ...change };
	};
	for (const { of, to = {} } of work) add(of, toWork(to));
	for (const { of, points: most } of points) add(of, { points: most });
	return changes;
}
