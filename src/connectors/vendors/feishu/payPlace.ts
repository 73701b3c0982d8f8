import type { PaySettings } from '../../engine/payrollSystem';
import type { Parameter } from '../../engine/system';

/** Where in Feishu a batch is paid. */
export interface Place {
	/** The code of the external data source. */
	readonly source: string;
	readonly amountField: string;
	readonly keyField: string;
	/** A source names none. */
	readonly currency: string;
}

export const wherePaid = ({ own }: PaySettings): Place => ({
	source: own.text('paySource') ?? '',
	amountField: own.text('payAmountField') ?? '',
	keyField: own.text('payKeyField') ?? '',
	currency: own.text('payCurrency') ?? '',
});

const chosen = { kind: 'text', default: '', required: true } as const;

export const placeParameters: readonly Parameter[] = [
	{
		...chosen,
		name: 'paySource',
		label: 'Data Source',
		description:
			'The external data source of Feishu payroll that takes performance pay, and nothing else',
		lookup: 'paySources',
		placeholder: 'e.g. performance_pay__c',
	},
	{
		...chosen,
		name: 'payAmountField',
		label: 'Amount Field',
		description: "The amount or number field of the source that takes a person's pay of the month",
		lookup: 'payAmountFields',
		dependsOn: 'paySource',
		placeholder: 'e.g. amount__c',
	},
	{
		...chosen,
		name: 'payKeyField',
		label: 'Key Field',
		description: 'The text field of the source that takes the key of each payment',
		lookup: 'payKeyFields',
		dependsOn: 'paySource',
		placeholder: 'e.g. key__c',
	},
	{
		...chosen,
		name: 'payCurrency',
		label: 'Currency of the Source',
		description: 'The currency in which the source counts; an amount field takes only CNY',
		default: 'CNY',
		placeholder: 'e.g. CNY',
	},
];
