import { formatMoney } from '../../domain/kernel/money';
import type { PayLine } from '../../domain/pay/payLine';
import type { DrawnUp } from './drawUpBatch';
import { sha256 } from '../sha256';
import { columnOf } from './fileColumns';
import { checkCode } from './file/csv';
import { text, type Cell, type Table } from './file/table';

const checked = (cells: readonly Cell[]): readonly Cell[] => [
	...cells,
	text(checkCode(cells, sha256)),
];

const headings = ({ columns }: DrawnUp): readonly Cell[] =>
	[
		...['Employee ID', 'Payroll ID', ...columns.fields.map(({ as }) => as)],
		...['Amount', 'Currency', 'Period', 'Component', 'Payroll Date', 'Revision', 'Key'],
		'Check Code',
	].map(text);

function rowOf({ columns, settings }: DrawnUp, line: PayLine): readonly Cell[] {
	const { employeeId, remoteEmployeeId, amount, period, component, revision, key } = line;
	return checked([
		...[employeeId, remoteEmployeeId].map(text),
		...columns.fields.map(({ from }) => text(columnOf(columns, employeeId, from) ?? '')),
		{ number: formatMoney(amount) },
		...[amount.currency, period, component, settings.payrollDate, String(revision), key].map(text),
	]);
}

/** What stands in a person's place where a row is a sum. */
const total = 'TOTAL';

/** The sums, one row for each currency, as rows of the same table; the batch's hash is in the key's place. */
export const totalRows = ({ totals, columns, settings, hash }: DrawnUp): Table['rows'] =>
	totals.currencies.map(({ sumOfAmount }) =>
		checked([
			...[total, total, ...columns.fields.map(() => '')].map(text),
			{ number: formatMoney(sumOfAmount) },
			...[sumOfAmount.currency, settings.period, settings.component].map(text),
			...[settings.payrollDate, String(settings.revision), hash].map(text),
		]),
	);

export const payTable = (batch: DrawnUp): Table => ({
	name: 'Pay',
	rows: [headings(batch), ...batch.lines.map((line) => rowOf(batch, line))],
});

/** The sheet by which a person checks the first: how many rows, and what they sum to. */
export const controlTable = ({ totals, hash }: DrawnUp): Table => ({
	name: 'Control',
	rows: [
		[text('Rows'), { number: String(totals.count) }],
		...totals.currencies.map(({ sumOfAmount }) => [
			text(`Sum ${sumOfAmount.currency}`),
			{ number: formatMoney(sumOfAmount) },
		]),
		[text('Batch Hash'), text(hash)],
	],
});
