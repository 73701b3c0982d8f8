import { decimalsOf, parseMoney, type Money } from '../domain/kernel/money';
import { failed, ok, type Problem, type Result } from '../domain/kernel/result';
import {
	count,
	flag,
	objectOf,
	optional,
	readItems,
	readRow,
	text,
	type Field,
	type Input,
	type Row,
} from './payFields';
import { hash, period, whoOf } from './payInput';

const asMade = 'Give it as Payroll made it';

/** A pay line as a person looks at it. */
export interface ShownLine {
	readonly period: string;
	readonly employeeId: string;
	readonly batchHash: string;
	/** What it pays has one key, however many rows tell of it. */
	readonly key: string;
	readonly status: string;
	readonly total: string;
	readonly base: Money;
	readonly earned: Money;
	readonly amount: Money;
}

type Amounts = Pick<ShownLine, 'base' | 'earned' | 'amount'>;

function moneyOf(
	row: Row,
	currency: string,
	where: { readonly path: string; readonly who: string },
): Result<Amounts> {
	const problems: Problem[] = [];
	const read = (name: string): Money => {
		const told = text.read(row[name]) ?? '';
		const money = parseMoney(told, currency);
		if (money !== undefined) return money;
		const message =
			decimalsOf(currency) === undefined
				? `${where.who}: "currency" must be an ISO 4217 code, found "${currency}"`
				: `${where.who}: "${name}" must be an amount of ${currency}, found "${told}"`;
		problems.push({
			...{ code: 'pay.badItem', path: `${where.path}.${name}`, message, remedy: asMade },
		});
		return { units: 0n, currency };
	};
	const [base, earned, amount] = [read('base'), read('earned'), read('amount')];
	return problems.length > 0 ? failed(...problems) : ok({ base, earned, amount });
}

const lines: Input<ShownLine> = {
	name: 'Pay Lines',
	column: undefined,
	read: (row, path) => {
		const who = whoOf(row, 'the pay line', path);
		const shape = { period, employeeId: text, batchHash: hash, key: hash, status: text };
		const facts = { total: text, currency: text };
		const read = readRow(row, { ...shape, ...facts }, { path, who, remedy: asMade });
		if (!read.ok) return read;
		const { currency, ...line } = read.value;
		const money = moneyOf(row, currency, { path, who });
		return money.ok ? ok({ ...line, ...money.value }) : money;
	},
};

/** What stands against a batch, or should be known of it. */
export interface ShownProblem {
	readonly message: string;
	readonly remedy: string;
	readonly blocks: boolean;
}

const problems: Input<ShownProblem> = {
	name: 'Problems',
	column: undefined,
	read: (row, path) =>
		readRow(
			row,
			{ message: text, remedy: optional(text, ''), blocks: flag },
			{ path, who: 'the problem', remedy: asMade },
		),
};

/** A batch as Payroll gave it, or as its row in a table; there the problems lie within. */
export interface ShownBatch {
	readonly period: string;
	readonly status: string;
	readonly hash: string;
	readonly count: number;
	readonly sumOfTotals: string;
	readonly currencies: readonly ShownTotals[];
	readonly problemList: readonly unknown[];
}

/** The control totals of one currency, as texts. */
interface ShownTotals {
	readonly currency: string;
	readonly sumOfBase: string;
	readonly sumOfAmount: string;
	readonly highest: string;
	readonly lowest: string;
}

function totalsOf(currency: string, value: unknown): ShownTotals | undefined {
	const of = objectOf(value) ?? {};
	const [sumOfBase, sumOfAmount, highest, lowest] = [
		...[of['sumOfBase'], of['sumOfAmount'], of['highest'], of['lowest']],
	].map((one) => text.read(one));
	if (!sumOfBase || !sumOfAmount || !highest || !lowest) return undefined;
	return { currency, sumOfBase, sumOfAmount, highest, lowest };
}

const totals: Field<readonly ShownTotals[]> = {
	expected: 'totals by currency',
	read: (value) => {
		const read = Object.entries(objectOf(value) ?? {}).map(([code, of]) => totalsOf(code, of));
		const whole = read.filter((of) => of !== undefined);
		return objectOf(value) !== undefined && whole.length === read.length ? whole : undefined;
	},
};

const listOf: Field<readonly unknown[]> = {
	expected: 'a list of problems',
	read: (value) => {
		if (Array.isArray(value)) return value;
		try {
			const read: unknown = JSON.parse(String(value));
			return Array.isArray(read) ? read : undefined;
		} catch {
			return undefined;
		}
	},
};

const batches: Input<ShownBatch> = {
	name: 'Batch',
	column: undefined,
	read: (row, path) =>
		readRow(
			row,
			{
				...{ period, status: text, hash, count, sumOfTotals: text, currencies: totals },
				problemList: optional(listOf, []),
			},
			{ path, who: 'the batch', remedy: asMade },
		),
};

export const readShownLines = (items: readonly unknown[]): Result<readonly ShownLine[]> =>
	readItems(items, lines);

export const readShownProblems = (items: readonly unknown[]): Result<readonly ShownProblem[]> =>
	readItems(items, problems);

export const readShownBatches = (items: readonly unknown[]): Result<readonly ShownBatch[]> =>
	readItems(items, batches);
