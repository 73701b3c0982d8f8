import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import { formatMoney, type Money } from '../../domain/kernel/money';
import type { Problem, Result } from '../../domain/kernel/result';
import { changeText, exceeds } from '../../domain/pay/change';
import { monthBefore } from '../../domain/pay/earlierPay';
import { payPage, type Language } from '../../domain/reports/payPage';
import type { PayMark, PayView } from '../../domain/reports/payView';
import {
	readShownBatches,
	readShownLines,
	readShownProblems,
	type ShownBatch,
	type ShownLine,
	type ShownProblem,
} from '../../items/shownPay';
import { Refusal } from '../refusal';

export interface ShowBatchRequest {
	/** One batch, as Payroll gave it or as its row in a table. */
	readonly batch: readonly unknown[];
	/** Its pay lines, and, to compare with, those of the month before; what is of neither is passed over. */
	readonly payLines: readonly unknown[];
	/** Its problems, where the batch does not hold them. */
	readonly problems?: readonly unknown[];
	/** Employees with `employeeId` and `name`, for the names. */
	readonly people?: readonly unknown[];
	/** In per cent: a change from the month before that a person looks at; absent: 30. */
	readonly changeLimit?: number;
	/** Absent: en. */
	readonly language?: Language;
}

/** A batch to look at. */
export interface BatchPage {
	readonly kind: 'batchPage';
	readonly period: string;
	readonly status: string;
	readonly hash: string;
	readonly count: number;
	/** What is paid, one text for each currency: '167230.00 CNY'. */
	readonly sums: readonly string[];
	/** How many problems stop it. */
	readonly blocking: number;
	/** Escaped: fit for a page or a form. */
	readonly html: string;
}

const refuse = (path: string, message: string, remedy: string): Refusal =>
	new Refusal([{ code: 'pay.badItem', path, message, remedy }]);

/** The lines by employee, and what was paid to each in the month before. */
interface Lines {
	readonly own: readonly ShownLine[];
	readonly before: ReadonlyMap<string, Money>;
}

const settled = new Set(['confirmed', 'unchanged']);

function linesOf({ hash, period, count }: ShownBatch, all: readonly ShownLine[]): Lines {
	const of = all.filter((line) => line.batchHash === hash);
	const own = [...new Map(of.map((line) => [line.employeeId, line])).values()].sort((a, b) =>
		byCodeUnit(a.employeeId, b.employeeId),
	);
	if (own.length !== count)
		throw refuse(
			'payLines',
			`The batch has ${count} lines, ${own.length} came in`,
			'Give all its lines, or preview again',
		);
	const last = all.filter((it) => it.period === monthBefore(period) && settled.has(it.status));
	return { own, before: paidIn(last) };
}

/** What settled lines paid to each person; who has one key with two amounts is not known. */
function paidIn(lines: readonly ShownLine[]): ReadonlyMap<string, Money> {
	const byKey = new Map(lines.map((line) => [line.key, line]));
	const isTold = ({ key, amount }: ShownLine): boolean => {
		const other = byKey.get(key)?.amount;
		return other?.units === amount.units && other.currency === amount.currency;
	};
	const unclear = new Set(lines.filter((it) => !isTold(it)).map(({ employeeId }) => employeeId));
	const paid = new Map<string, Money>();
	for (const { employeeId, amount } of byKey.values()) {
		if (unclear.has(employeeId)) continue;
		const known = paid.get(employeeId);
		if (known === undefined || known.currency !== amount.currency) paid.set(employeeId, amount);
		else paid.set(employeeId, { ...amount, units: known.units + amount.units });
	}
	return paid;
}

function marksOf(line: ShownLine, then: Money | undefined, limit: bigint): readonly PayMark[] {
	const { base, earned, amount } = line;
	const changed =
		then !== undefined && then.currency === earned.currency && exceeds(then, earned, limit);
	const marks: readonly (readonly [PayMark, boolean])[] = [
		['changed', changed],
		['new', then === undefined],
		['zero', earned.units === 0n],
		['aboveBase', earned.units > base.units],
		['takesBack', amount.units < 0n],
	];
	return marks.filter(([, holds]) => holds).map(([mark]) => mark);
}

const namesOf = (people: readonly unknown[]): ReadonlyMap<string, string> =>
	new Map(
		people.map((person) => {
			const { employeeId, name } = (person ?? {}) as { employeeId?: unknown; name?: unknown };
			return [String(employeeId ?? ''), typeof name === 'string' ? name : ''];
		}),
	);

function viewOf(
	batch: ShownBatch,
	lines: Lines,
	rest: {
		readonly names: ReadonlyMap<string, string>;
		readonly limit: bigint;
		readonly problems: readonly ShownProblem[];
	},
): PayView {
	const { own, before } = lines;
	const { names, limit, problems } = rest;
	// Where nothing of the month before came in, everybody would be new.
	const compares = before.size > 0;
	return {
		...batch,
		problems,
		lines: own.map((line) => {
			const then = before.get(line.employeeId);
			const same = then?.currency === line.earned.currency ? then : undefined;
			return {
				employeeId: line.employeeId,
				name: names.get(line.employeeId) ?? '',
				base: formatMoney(line.base),
				total: line.total,
				amount: formatMoney(line.amount),
				currency: line.amount.currency,
				before: then === undefined ? '' : formatMoney(then),
				change: same === undefined ? '' : changeText(same, line.earned),
				marks: marksOf(line, then, limit).filter((mark) => compares || mark !== 'new'),
			};
		}),
	};
}

/** Everything that can be read, or all that cannot. */
function take<T>(read: Result<readonly T[]>, problems: Problem[]): readonly T[] {
	if (read.ok) return read.value;
	problems.push(...read.problems);
	return [];
}

/** Shows a batch to the person who approves it. Rejects where the items are not one whole batch. */
export async function showBatch(request: ShowBatchRequest): Promise<BatchPage> {
	const { changeLimit = 30, language = 'en' } = request;
	const bad: Problem[] = [];
	const batches = take(readShownBatches(request.batch), bad);
	const lines = take(readShownLines(request.payLines), bad);
	const told = [...(request.problems ?? []), ...batches.flatMap((it) => it.problemList)];
	const problems = take(readShownProblems(told), bad);
	if (bad.length > 0) throw new Refusal(bad);
	const [batch, ...others] = batches;
	if (batch === undefined || others.length > 0)
		throw refuse(
			'batch',
			`${batches.length} batches came in, one is expected`,
			'Preview first, and give the batch of that preview alone',
		);
	const limit = BigInt(Math.round(changeLimit * 100));
	const names = namesOf(request.people ?? []);
	const view = viewOf(batch, linesOf(batch, lines), { names, limit, problems });
	return await Promise.resolve({
		...{ kind: 'batchPage', period: batch.period, status: batch.status, hash: batch.hash },
		count: batch.count,
		sums: view.currencies.map((it) => `${it.sumOfAmount} ${it.currency}`),
		blocking: problems.filter(({ blocks }) => blocks).length,
		html: payPage(view, language),
	});
}
