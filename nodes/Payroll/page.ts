import type { INodeProperties } from 'n8n-workflow';
import { forPage } from './forOperation';

/** How a batch is shown to the person who approves it. */
export const page: INodeProperties[] = [
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		displayOptions: forPage,
		options: [
			{ name: 'Chinese', value: 'zh' },
			{ name: 'English', value: 'en' },
		],
		default: 'en',
		description: 'The language of the page; messages of problems stay in English',
	},
	{
		displayName: 'Change to Look At (%)',
		name: 'changeToLookAt',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		displayOptions: forPage,
		default: 30,
		description: 'Who lies further from the month before is listed apart',
	},
];
