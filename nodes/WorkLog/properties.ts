import type { INodeProperties } from 'n8n-workflow';
import { requestProperties } from './requestProperties';

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Assign',
			value: 'assign',
			action: 'Assign a task',
			description: 'Give somebody else a task, with a quantity and a due time',
		},
		{
			name: 'Cancel',
			value: 'cancel',
			action: 'Cancel an instance or a task',
			description: 'End what is not to be finished',
		},
		{
			name: 'Complete',
			value: 'complete',
			action: 'Complete a task',
			description: 'Mark a task, or part of it, as done',
		},
		{
			name: 'Confirm Error',
			value: 'confirmError',
			action: 'Report or confirm an error',
			description: 'Report an error, or confirm or reject one as a second person',
		},
		{
			name: 'Excuse',
			value: 'excuse',
			action: 'Excuse a delay',
			description: 'Approve the excuse of a delay of somebody else',
		},
		{
			name: 'Get Evidence',
			value: 'getEvidence',
			action: 'Get evidence of a month',
			description: "Get a month's work as evidence for scoring",
		},
		{
			name: 'Get Open Work',
			value: 'getOpenWork',
			action: 'Get open work',
			description: 'List open work, with whose it is and until when',
		},
		{
			name: 'Get Processes',
			value: 'getProcesses',
			action: 'Get processes',
			description: 'List processes and how they start',
		},
		{
			name: 'Reassign',
			value: 'reassign',
			action: 'Reassign a step or a task',
			description: 'Give an open step or task to somebody else',
		},
		{
			name: 'Record Step',
			value: 'recordStep',
			action: 'Record a step',
			description: 'Finish a step, give it back, or start an instance with its first step',
		},
	],
	default: 'recordStep',
};

const ofEvidence = { show: { operation: ['getEvidence'] } };

const ofMonth: INodeProperties[] = [
	{
		displayName: 'Period',
		name: 'period',
		type: 'string',
		required: true,
		displayOptions: ofEvidence,
		default: "={{ $now.minus({ months: 1 }).toFormat('yyyy-MM') }}",
		placeholder: 'e.g. 2026-10',
		description: 'The month, as year and month',
	},
	{
		displayName: 'Activities',
		name: 'activities',
		type: 'string',
		displayOptions: ofEvidence,
		default: '',
		placeholder: 'e.g. procurement, customerRecord',
		description:
			'Which activities to give, separated by commas; name those of tasks too. Leave empty for those of all processes, and what the log has.',
	},
];

const starter: INodeProperties = {
	displayName: 'Starter',
	name: 'starter',
	type: 'string',
	displayOptions: { show: { operation: ['getProcesses'] } },
	default: '',
	placeholder: 'e.g. E007',
	description: 'Who wants to start a process: tells which ones they may, and who comes next',
};

export const properties: INodeProperties[] = [
	operation,
	...requestProperties,
	...ofMonth,
	starter,
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		displayOptions: { hide: { operation: ['getEvidence', 'getOpenWork', 'getProcesses'] } },
		default: 'Asia/Shanghai',
		placeholder: 'e.g. Asia/Shanghai',
		description: 'Where the months of tasks begin and end; a process names its own',
	},
];
