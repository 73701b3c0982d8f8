import { text } from '../../engine/mappingParameters';
import type { Parameter } from '../../engine/system';
import { paging } from './parameters';

const required = { required: true } as const;

const list: readonly Parameter[] = [
	text(
		'payListPath',
		'List Path',
		'Path of the entries of a payroll month, after the base URL; {period} stands for the month, {from} and {to} for its first and last day',
		{ ...required, placeholder: 'e.g. /payments?month={period}' },
	),
	text('listAt', 'List at', 'Where in the answer the list is; empty: the answer is the list', {
		placeholder: 'e.g. data.items',
	}),
	...paging,
];

const entry: readonly Parameter[] = [
	text('idField', 'ID Field', 'Where in an entry its own ID is', { ...required, default: 'id' }),
	text('keyAt', 'Key at', 'Where in an entry the key is that was sent with it', {
		...required,
		placeholder: 'e.g. reference',
	}),
	text('employeeAt', 'Employee at', 'Where in an entry the ID of the person is', {
		...required,
		placeholder: 'e.g. employee.id',
	}),
	text('amountAt', 'Amount at', 'Where in an entry the amount is', {
		...required,
		placeholder: 'e.g. amount',
	}),
	text('currencyAt', 'Currency at', 'Where in an entry the currency is; empty: it is not told', {
		placeholder: 'e.g. currency',
	}),
	text('assumedCurrency', 'Currency of Entries', 'The currency of entries that name none', {
		...required,
		default: 'CNY',
		placeholder: 'e.g. CNY',
	}),
	text(
		'componentAt',
		'Component at',
		'Where in an entry the pay component is; empty: the list holds this component only',
		{ placeholder: 'e.g. type' },
	),
	text('dateAt', 'Date at', 'Where in an entry the payroll date is; empty: it is not told', {
		placeholder: 'e.g. pay_date',
	}),
	text('stateAt', 'State at', 'Where in an entry its state is; empty: every entry is paid', {
		placeholder: 'e.g. status',
	}),
	text('paidValues', 'Paid Values', 'States that mean paid or to be paid, separated by commas', {
		placeholder: 'e.g. open, approved, paid',
	}),
	text('cancelledValues', 'Cancelled Values', 'States that mean cancelled, separated by commas', {
		placeholder: 'e.g. void',
	}),
];

const method = (
	name: string,
	label: string,
	description: string,
	...values: readonly string[]
): Parameter => ({
	name,
	label,
	description,
	kind: 'choice',
	default: values[0] ?? '',
	choices: values.map((value) => ({ value, label: value, description: `HTTP ${value}` })),
});

export const placeholders = [
	'key',
	'employee',
	'amount',
	'currency',
	'period',
	'date',
	'component',
] as const;
const named = placeholders.map((one) => `{${one}}`).join(', ');

const create: readonly Parameter[] = [
	method('createMethod', 'Create by', 'The method that creates an entry', 'POST', 'PUT'),
	text('createPath', 'Create Path', `Path that creates an entry; may hold ${named}`, {
		...required,
		placeholder: 'e.g. /payments',
	}),
	text(
		'createBody',
		'Create Body',
		`The JSON that creates an entry; may hold ${named}, {amount} without quotes as a number`,
		{
			...required,
			default:
				'{ "reference": "{key}", "employee": "{employee}", "amount": "{amount}", "currency": "{currency}", "month": "{period}", "type": "{component}" }',
		},
	),
	{
		name: 'refusesDoubles',
		label: 'Refuses a Double Key',
		description:
			'Whether the system itself refuses a second entry with the same key. Off: a write without an answer that is not found is left to the next sync.',
		kind: 'boolean',
		default: false,
	},
];

const takeBack: readonly Parameter[] = [
	method(
		'takeBackMethod',
		'Take Back by',
		'The method that takes an entry back',
		'DELETE',
		'POST',
		'PUT',
		'PATCH',
	),
	text(
		'takeBackPath',
		'Take Back Path',
		'Path that takes an entry back; may hold {id}, {key} and {employee}; empty: entries are taken back by hand',
		{ placeholder: 'e.g. /payments/{id}' },
	),
	text('takeBackBody', 'Take Back Body', 'The JSON that is sent with it; empty: none', {
		placeholder: 'e.g. { "status": "void" }',
	}),
];

export const payParameters: readonly Parameter[] = [...list, ...entry, ...create, ...takeBack];
