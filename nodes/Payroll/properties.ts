import type { INodeProperties } from 'n8n-workflow';
import { payrollSystems } from '../../src/index';
import { timeout } from '../_shared/timeout';
import { correction } from './correction';
import { forApproved, forReconcile, forBasePay, forBatch, forPerformancePay } from './forOperation';
import { page } from './page';
import { stopRules } from './stopRules';
import { baseField, company, component, keyField, notices, own, payrollDate } from './ofSystem';

const firstSystem = (): string => payrollSystems[0]?.id ?? '';

const what: INodeProperties[] = [
	{
		displayName: 'System',
		name: 'system',
		type: 'options',
		noDataExpression: true,
		displayOptions: { hide: { operation: ['show'] } },
		options: payrollSystems.map(({ id, label }) => ({ name: label, value: id })),
		default: firstSystem(),
		description: 'The system that pays',
	},
	...notices,
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Base Pay', value: 'basePay' },
			{ name: 'Performance Pay', value: 'performancePay' },
		],
		default: 'performancePay',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: forBasePay,
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get base pay',
				description: 'Get the base of each person that holds in the period',
			},
		],
		default: 'get',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: forPerformancePay,
		options: [
			{
				name: 'Export to File',
				value: 'export',
				action: 'Export performance pay to a file',
				description:
					'Write the batch that was approved into a file for a bank or a payroll system, if the system is File',
			},
			{
				name: 'Preview',
				value: 'preview',
				action: 'Preview performance pay',
				description: 'Work out the batch and what payroll would refuse, without writing anything',
			},
			{
				name: 'Reconcile',
				value: 'reconcile',
				action: 'Reconcile performance pay',
				description: 'Compare what payroll holds with the batch that was approved',
			},
			{
				name: 'Reverse',
				value: 'reverse',
				action: 'Reverse performance pay',
				description: 'Take a batch back: cancel what counts of it in payroll',
			},
			{
				name: 'Show for Approval',
				value: 'show',
				action: 'Show performance pay for approval',
				description: 'Make a page of a previewed batch for the person who approves it',
			},
			{
				name: 'Sync',
				value: 'sync',
				action: 'Sync performance pay',
				description: 'Write the batch that was approved to payroll, each line once',
			},
		],
		default: 'preview',
	},
];

const terms: INodeProperties[] = [
	{
		displayName: 'Tenant',
		name: 'tenant',
		type: 'string',
		required: true,
		displayOptions: forBatch,
		default: '',
		placeholder: 'e.g. xx-wealth',
		description:
			'A short name of the company, part of the key by which each payment is made once. Never change it.',
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'string',
		required: true,
		displayOptions: { hide: { operation: ['reverse', 'show'] } },
		default: "={{ $now.minus({ months: 1 }).toFormat('yyyy-MM') }}",
		placeholder: 'e.g. 2026-10',
		description: 'The month that is paid, as year and month',
	},
	...component,
	...company,
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		displayOptions: { hide: { operation: ['reverse', 'show'] } },
		required: true,
		default: 'CNY',
		placeholder: 'e.g. CNY',
		description: 'The currency of a base that does not name its own, as an ISO 4217 code',
	},
	...payrollDate,
	...keyField,
	...baseField,
	...own,
	{
		displayName: 'People without a Scorecard',
		name: 'blockedPeople',
		type: 'options',
		displayOptions: forBatch,
		options: [
			{
				name: 'Pay Nobody',
				value: 'payNobody',
				description: 'Stop the whole batch until everybody has a scorecard',
			},
			{
				name: 'Pay the Others',
				value: 'payOthers',
				description: 'Leave out who has none, and pay the others',
			},
		],
		default: 'payNobody',
		description: 'What happens to the batch while somebody has no scorecard',
	},
	{
		displayName: 'Approved Hash',
		name: 'approvedHash',
		type: 'string',
		required: true,
		displayOptions: forApproved,
		default: '',
		placeholder: 'e.g. 9f86d081884c7d65…',
		description:
			'The hash of the previewed batch that was approved. A batch with another one is not paid.',
	},
	{
		displayName: 'Not in Payroll',
		name: 'notInPayroll',
		type: 'string',
		displayOptions: forReconcile,
		default: '',
		placeholder: 'e.g. E007, E012',
		description:
			'Employee IDs whose payment was sent and is not there, separated by commas: somebody looked in payroll itself. They count as not paid, so that the next sync pays them.',
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [timeout],
};

export const properties: INodeProperties[] = [
	...what,
	...terms,
	...correction,
	...page,
	stopRules,
	options,
];
