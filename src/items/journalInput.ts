import { parseMoney } from '../domain/kernel/money';
import { failed, ok, type Result } from '../domain/kernel/result';
import type { EarlierLine } from '../domain/pay/earlierPay';
import { count, readItems, readRow, text, type Field, type Input, type Row } from './payFields';
import { hash, period, whoOf } from './payInput';

type Standing = Pick<EarlierLine, 'state' | 'taken'>;

const paid: Standing = { state: 'paid', taken: true };
const unpaid: Standing = { state: 'unpaid', taken: false };
const open: Standing = { state: 'unsettled', taken: true };

/** What the status of a line in the journal says of it; a mismatch was seen, and whoever mends it removes it. */
const settled: { readonly [status: string]: Standing } = {
	confirmed: paid,
	unchanged: paid,
	preview: unpaid,
	failed: unpaid,
	reversed: unpaid,
	sent: open,
	unknown: open,
	mismatch: { state: 'unsettled', taken: false },
};
const status: Field<Standing> = {
	expected: `one of ${Object.keys(settled).join(', ')}`,
	read: (value) => settled[text.read(value) ?? ''],
};

const earlierPay: Input<EarlierLine> = {
	name: 'Earlier Pay',
	column: undefined,
	read: (row, path) => {
		const who = whoOf(row, 'the pay line', path);
		const remedy = 'Give pay lines as Payroll made them';
		const shape = { tenant: text, period, employeeId: text, component: text, revision: count };
		const facts = { remoteEmployeeId: text, amount: text, currency: text, key: hash, status };
		const read = readRow(row, { ...shape, ...facts }, { path, who, remedy });
		if (!read.ok) return read;
		const { amount: told, currency, status: standing, ...line } = read.value;
		const amount = parseMoney(told, currency);
		if (amount !== undefined) return ok({ ...line, amount, ...standing });
		const message = `${who}: "amount" must be an amount of its currency, found "${told}" ${currency}`;
		return failed({ code: 'pay.badItem', path: `${path}.amount`, message, remedy });
	},
};

/** A line of the journal, with the row as it came: what is not looked at stays as it is. */
export interface JournalLine extends EarlierLine {
	readonly batchHash: string;
	readonly asGiven: Row;
}

const journal: Input<JournalLine> = {
	name: 'Pay Lines',
	column: undefined,
	read: (row, path) => {
		const line = earlierPay.read(row, path);
		if (!line.ok) return line;
		const remedy = 'Give pay lines as Payroll made them';
		const who = whoOf(row, 'the pay line', path);
		const read = readRow(row, { batchHash: hash }, { path, who, remedy });
		return read.ok ? ok({ ...line.value, ...read.value, asGiven: row }) : read;
	},
};

/** Lines of earlier runs, from the journal. */
export const readEarlierPay = (items: readonly unknown[]): Result<readonly EarlierLine[]> =>
	readItems(items, earlierPay);

/** Lines of a batch, from the journal, to take back. */
export const readJournal = (items: readonly unknown[]): Result<readonly JournalLine[]> =>
	readItems(items, journal);
