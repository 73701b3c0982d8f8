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
