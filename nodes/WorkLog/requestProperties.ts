import type { INodeProperties } from 'n8n-workflow';
import { operationsWith } from './requestFields';

/** One field of a request, shown for the operations that have it. */
const field = (
	displayName: string,
	name: string,
	description: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	displayOptions: { show: { operation: operationsWith(name) } },
	default: '',
	description: `${description}. Leave empty to use the input item's field of the same name.`,
	...more,
});

const example = (text: string) => ({ placeholder: `e.g. ${text}` });

/** Whose work it is, and which. */
const who: INodeProperties[] = [
	field('Recorded By', 'by', 'The employee who records it', example('E007')),
	field(
		'Process',
		'process',
		'The process that a new instance is of, needed where no instance is named',
		example('procurement'),
	),
	field(
		'Instance ID',
		'instanceId',
		'The instance or the task; Record Step starts a new instance without it',
		example('PR-2026-10-0017'),
	),
	field('Item ID', 'itemId', 'The step or the task', example('PR-2026-10-0017/buy')),
	field('Step', 'step', 'The step that is done; without it the one that is open', example('buy')),
	field('Handler', 'handler', 'The employee who gets the task', example('E007')),
	field(
		'Activity',
		'activity',
		'The kind of work, as the rulebook names it',
		example('customerRecord'),
	),
	field('Number', 'number', 'What the ID of something new ends with, never used before', {
		default: '={{ $execution.id }}',
		description:
			"What the ID of something new ends with, never used before. Clear it to use the input item's field of the same name.",
		...example('17'),
	}),
	field('Title', 'title', 'What it is about, for people', example('Ten chairs')),
];

/** What is said about it. */
const said: INodeProperties[] = [
	field('Opinion', 'opinion', 'Whether what came before is qualified', {
		type: 'options',
		options: [
			{ name: 'From Input', value: '' },
			{ name: 'Not Qualified', value: 'notQualified' },
			{ name: 'Qualified', value: 'qualified' },
		],
	}),
	field('Decision', 'decision', 'What is said about the error', {
		type: 'options',
		options: [
			{ name: 'Confirm', value: 'confirm' },
			{ name: 'From Input', value: '' },
			{ name: 'Reject', value: 'reject' },
			{ name: 'Report', value: 'report' },
		],
	}),
	field('Error ID', 'errorId', 'Which error; without it the only one that is open'),
	field('Comment', 'comment', 'Why; needed where something is not qualified'),
	field(
		'Return To',
		'returnTo',
		'The step to which it is given back; without it a process that is not qualified ends',
		example('request'),
	),
	field('Delay Reason', 'delayReason', 'Why it is late; needed where it is', example('no stock')),
	field('Excuse Code', 'excuseCode', 'The reason of the excuse', example('supplierOutOfStock')),
	field('Excuse Evidence', 'excuseEvidence', 'What proves the reason', example('mail of 12 Oct')),
	field(
		'Next Handler',
		'nextHandler',
		'Who gets it next; needed where several people may',
		example('E012'),
	),
];

/** How much and when. */
const when: INodeProperties[] = [
	field('Quantity', 'quantity', 'How many pieces; without it 1, or all that is left', {
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: `How many pieces; without it 1, or all that is left. Leave 0 to use the input item's field of the same name.`,
	}),
	field('Due At', 'dueAt', 'Until when, with offset', example('2026-10-31T18:00:00+08:00')),
	field('Demand', 'demand', 'What the task follows from', example('CRM order 4021')),
	field('Entered At', 'enteredAt', 'When the work came in; without it now'),
	field('Finished At', 'finishedAt', 'When it was done; without it now'),
	field('Fields', 'fields', "The step's fields as JSON", {
		type: 'json',
		...example('{ "supplier": "…" }'),
	}),
];

export const requestProperties: INodeProperties[] = [...who, ...said, ...when];
