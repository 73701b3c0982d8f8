import type { INodeProperties } from 'n8n-workflow';
import { forBatch, forPayroll, forReversal } from './forOperation';

/** What a correction of an earlier payment needs, and its reversal. */
export const correction: INodeProperties[] = [
	{
		displayName: 'Batch Hash',
		name: 'batchHash',
		type: 'string',
		required: true,
		displayOptions: forReversal,
		default: '',
		placeholder: 'e.g. 9f86d081884c7d65…',
		description: 'The hash of the batch to take back',
	},
	{
		displayName: 'Revision',
		name: 'revision',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		displayOptions: forBatch,
		default: 0,
		description:
			'Which payment of the period this is: 0 the first, 1 its first correction. A correction carries only the difference to what the pay lines on Earlier Pay say was paid.',
	},
	{
		displayName: 'Negative Differences',
		name: 'negativeDifferences',
		type: 'options',
		displayOptions: { show: { ...forBatch.show, revision: [{ _cnd: { gte: 1 } }] } },
		options: [
			{
				name: 'Deduct',
				value: 'deduct',
				description: 'Take back what was too much, by the deduction component',
			},
			{ name: 'Refuse', value: 'refuse', description: 'Stop the batch and name the person' },
		],
		default: 'refuse',
		description: 'What happens when a person got more than the correction gives',
	},
	{
		displayName: 'Deduction Component',
		name: 'deduction',
		type: 'string',
		displayOptions: forPayroll,
		default: '',
		placeholder: 'e.g. Performance Pay Back',
		description:
			'The component by which payroll takes an amount back. Set it in every operation as soon as a correction has deducted by it.',
	},
];
