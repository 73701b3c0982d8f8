import type { Parameter } from '../../engine/system';

const column = (name: string, label: string, what: string, preset: string): Parameter => ({
	name,
	label,
	description: `The column of Payroll Rows that holds ${what}`,
	kind: 'text',
	default: preset,
});

/** What the file holds, and where the rows that payroll gives back hold it. */
export const parameters: readonly Parameter[] = [
	{
		name: 'fileFormat',
		label: 'File Format',
		description: 'What the bank or the payroll system takes',
		kind: 'choice',
		default: 'xlsx',
		choices: [
			{ value: 'csv', label: 'CSV', description: 'Text in UTF-8, with commas' },
			{ value: 'xlsx', label: 'XLSX', description: 'A workbook with a second sheet of totals' },
		],
	},
	{
		name: 'byteOrderMark',
		label: 'Byte Order Mark',
		description: 'Whether the CSV begins with the mark by which Excel knows UTF-8',
		kind: 'boolean',
		default: true,
		showFor: { parameter: 'fileFormat', values: ['csv'] },
	},
	{
		name: 'totalRow',
		label: 'Total Row',
		description: 'Whether the CSV ends with a row that has the sum, one for each currency',
		kind: 'boolean',
		default: true,
		showFor: { parameter: 'fileFormat', values: ['csv'] },
	},
	{
		name: 'fileColumns',
		label: 'Further Columns',
		description:
			'Fields of the base pay items that become columns of the file, such as bankAccount; nothing else of a person is in it',
		kind: 'fields',
		default: '',
		placeholder: 'e.g. name, bankAccount',
	},
	column('payrollIdColumn', 'Payroll ID Column', 'the person in payroll', 'Payroll ID'),
	column('amountColumn', 'Amount Column', 'what was paid', 'Amount'),
	column('currencyColumn', 'Currency Column', 'the currency, if there is one', 'Currency'),
	column('componentColumn', 'Component Column', 'the pay component, if there is one', 'Component'),
	column('dateColumn', 'Date Column', 'the payroll date, if there is one', 'Payroll Date'),
	column('keyColumn', 'Key Column', "the line's key, if payroll keeps it", 'Key'),
];
