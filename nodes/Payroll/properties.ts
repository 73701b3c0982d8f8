import type { INodeProperties } from 'n8n-workflow';
import { payrollSystems } from '../../src/index';
import { timeout } from '../_shared/timeout';
import { correction } from './correction';
import { forApproved, forBasePay, forBatch, forPerformancePay } from './forOperation';
import { stopRules } from './stopRules';

const [first] = payrollSystems;
const preset = {
	system: first?.id ?? '',
	component: first?.component ?? '',
	keyField: first?.keyField ?? '',
	baseField: first?.baseFields[0]?.value ?? '',
};
const what: INodeProperties[] = [
	{
		displayName: 'System',
		name: 'system',
		type: 'options',
		noDataExpression: true,
		options: payrollSystems.map(({ id, label }) => ({ name: label, value: id })),
		default: String(preset.system),
		description: 'The system that pays',
	},
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
		displayOptions: { hide: { operation: ['reverse'] } },
		default: "={{ $now.minus({ months: 1 }).toFormat('yyyy-MM') }}",
		placeholder: 'e.g. 2026-10',
		description: 'The month that is paid, as year and month',
	},
	{
		displayName: 'Component',
		name: 'component',
		type: 'string',
		required: true,
		displayOptions: forBatch,
		default: String(preset.component),
		placeholder: 'e.g. Performance Pay',
		description: 'The pay component as payroll names it',
	},
	{
		displayName: 'Company',
		name: 'company',
		type: 'string',
		displayOptions: { hide: { operation: ['reverse'] } },
		default: '',
		placeholder: 'e.g. XX Wealth',
		description: "The company as payroll names it. Empty means each person's own.",
	},
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		displayOptions: { hide: { operation: ['reverse'] } },
		required: true,
		default: 'CNY',
		placeholder: 'e.g. CNY',
		description: 'The currency of a base that does not name its own, as an ISO 4217 code',
	},
	{
		displayName: 'Payroll Date',
		name: 'payrollDate',
		type: 'string',
		displayOptions: forBatch,
		default: '',
		placeholder: 'e.g. 2026-10-31',
		description:
			'The day on which payroll counts the payment. Empty means the last day of the period.',
	},
	{
		displayName: 'Key Field',
		name: 'keyField',
		type: 'string',
		required: true,
		displayOptions: forPerformancePay,
		default: String(preset.keyField),
		placeholder: 'e.g. custom_performance_pay_key',
		description: 'The field in payroll that carries the key of each payment',
	},
	{
		displayName: 'Base Field',
		name: 'baseField',
		type: 'options',
		displayOptions: forBasePay,
		options: (first?.baseFields ?? []).map(({ value, label }) => ({ name: label, value })),
		default: String(preset.baseField),
		description: 'Which amount of the person is the base of performance pay',
	},
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
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [timeout],
};

export const properties: INodeProperties[] = [...what, ...terms, ...correction, stopRules, options];
