import type { INodeProperties } from 'n8n-workflow';
import { forBatch } from './forOperation';

/** What stops a batch that could be paid: changes that nobody looked at, hands that are not two. */
export const stopRules: INodeProperties = {
	displayName: 'Stop Rules',
	name: 'stopRules',
	type: 'collection',
	placeholder: 'Add rule',
	displayOptions: forBatch,
	default: {},
	options: [
		{
			displayName: 'Accepted Changes',
			name: 'acceptedChanges',
			type: 'string',
			default: '',
			placeholder: 'e.g. E007, E012',
			description:
				'Employee IDs whose change against the month before was looked at and is right, separated by commas',
		},
		{
			displayName: 'Approved By',
			name: 'approvedBy',
			type: 'string',
			default: '',
			placeholder: 'e.g. wang.li@example.com',
			description: 'Who approved the batch. Must not be who scored.',
		},
		{
			displayName: 'Open Objections',
			name: 'openObjections',
			type: 'options',
			options: [
				{
					name: 'Pay as Scored',
					value: 'payAsScored',
					description: 'Pay the score that is there; what is decided later is a revision',
				},
				{
					name: 'Pay Nobody',
					value: 'payNobody',
					description: 'Stop the whole batch until every objection is decided',
				},
				{
					name: 'Pay the Others',
					value: 'payOthers',
					description: 'Leave out who objects, and pay the others',
				},
			],
			default: 'payNobody',
			description:
				'What happens while an objection of the period is open. Objections come in on Exceptions, with kind "objection", period, employeeId and status.',
		},
		{
			displayName: 'Person Change Limit (%)',
			name: 'personChangeLimit',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			description:
				"How far a person's pay may lie from the month before, by the pay lines on Earlier Pay. 0 means any change.",
		},
		{
			displayName: 'Released By',
			name: 'releasedBy',
			type: 'string',
			default: '',
			placeholder: 'e.g. zhao.min@example.com',
			description: 'Who lets the pay go. Must be neither who scored nor who approved.',
		},
		{
			displayName: 'Scored By',
			name: 'scoredBy',
			type: 'string',
			default: '',
			placeholder: 'e.g. li.na@example.com',
			description: 'Who scored the month',
		},
		{
			displayName: 'Sum Change Limit (%)',
			name: 'sumChangeLimit',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			description:
				'How far the sum may lie from the month before, by the pay lines on Earlier Pay. 0 means any change.',
		},
	],
};
