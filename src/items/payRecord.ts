import { formatMoney, unscaled } from '../domain/kernel/money';
import type { BatchTerms, ControlTotals } from '../domain/pay/batch';
import type { PayLine } from '../domain/pay/payLine';
import type { PayProblem } from '../domain/pay/payProblem';

type LineStatus =
	| 'preview'
	| 'sent'
	| 'confirmed'
	| 'unchanged'
	| 'mismatch'
	| 'unknown'
	| 'failed'
	| 'reversed';

export type BatchStatus =
	| 'ready'
	| 'exported'
	| 'stopped'
	| 'sent'
	| 'incomplete'
	| 'reconciled'
	| 'different';

/** How far one line has come. */
export interface LineState {
	readonly status: LineStatus;
	/** The entry in the payroll system. */
	readonly remoteId: string | undefined;
	readonly message: string | undefined;
}

/** A pay line as it travels between nodes. */
export interface PayLineRecord {
	readonly kind: 'payLine';
	readonly tenant: string;
	readonly period: string;
	readonly employeeId: string;
	readonly remoteEmployeeId: string;
	readonly component: string;
	readonly revision: number;
	readonly base: string;
	readonly currency: string;
	readonly total: number;
	/** What the person is to get for the period in all, and what earlier revisions paid of it. */
	readonly earned: string;
	readonly paidBefore: string;
	readonly amount: string;
	readonly key: string;
	readonly status: LineStatus;
	readonly remoteId: string | null;
	readonly message: string | null;
	readonly batchHash: string;
}

interface CurrencyRecord {
	readonly sumOfBase: string;
	readonly sumOfAmount: string;
	readonly highest: string;
	readonly lowest: string;
}

/** What payroll was found to hold for the batch's keys. */
export interface InPayroll {
	readonly count: number;
	readonly sums: { readonly [currency: string]: string };
}

/** A batch as it travels between nodes. */
export interface BatchRecord {
	readonly kind: 'batch';
	readonly tenant: string;
	readonly period: string;
	readonly component: string;
	readonly revision: number;
	readonly system: string;
	readonly company: string;
	readonly payrollDate: string;
	readonly status: BatchStatus;
	readonly hash: string;
	readonly resultHash: string;
	readonly rulebookHash: string;
	readonly count: number;
	readonly sumOfTotals: number;
	readonly employeesDigest: string;
	readonly currencies: { readonly [currency: string]: CurrencyRecord };
	/** null where the batch has several currencies: they do not compare. */
	readonly highest: string | null;
	readonly lowest: string | null;
	/** null: payroll was not read. */
	readonly inPayroll: InPayroll | null;
	readonly problems: number;
}

/** What became of a reversal, as it travels between nodes. */
export interface ReversalRecord {
	readonly kind: 'reversal';
	readonly tenant: string;
	readonly period: string;
	readonly component: string;
	readonly revision: number;
	readonly system: string;
	readonly status: 'reversed' | 'incomplete' | 'stopped';
	/** Of the batch that is taken back. */
	readonly hash: string;
	readonly count: number;
	/** By currency: what the batch paid. */
	readonly sums: { readonly [currency: string]: string };
	/** What payroll still counts of it; null: payroll was not read. */
	readonly inPayroll: InPayroll | null;
	readonly problems: number;
}

export interface PayProblemRecord {
	readonly kind: 'problem';
	readonly code: string;
	readonly employeeId: string | null;
	readonly message: string;
	readonly remedy: string;
	readonly blocks: boolean;
}

const points = (hundredths: bigint): number => Number(unscaled(hundredths, 2));

export const toLineRecord = (
	line: PayLine,
	state: LineState,
	batchHash: string,
): PayLineRecord => ({
	kind: 'payLine',
	tenant: line.tenant,
	period: line.period,
	employeeId: line.employeeId,
	remoteEmployeeId: line.remoteEmployeeId,
	component: line.component,
	revision: line.revision,
	base: formatMoney(line.base),
	currency: line.base.currency,
	total: points(line.total),
	earned: formatMoney(line.earned),
	paidBefore: formatMoney(line.paidBefore),
	amount: formatMoney(line.amount),
	key: line.key,
	status: state.status,
	remoteId: state.remoteId ?? null,
	message: state.message ?? null,
	batchHash,
});

export const toProblemRecord = (problem: PayProblem): PayProblemRecord => ({
	kind: 'problem',
	code: problem.code,
	employeeId: problem.employeeId ?? null,
	message: problem.message,
	remedy: problem.remedy,
	blocks: problem.blocks,
});

export interface BatchFacts {
	readonly terms: BatchTerms;
	readonly totals: ControlTotals;
	readonly hash: string;
	readonly status: BatchStatus;
	readonly inPayroll: InPayroll | undefined;
	readonly problems: number;
}

export function toBatchRecord(facts: BatchFacts): BatchRecord {
	const { terms, totals } = facts;
	const [only, ...others] = totals.currencies;
	const one = others.length === 0 ? only : undefined;
	return {
		kind: 'batch',
		tenant: terms.tenant,
		period: terms.period,
		component: terms.component,
		revision: terms.revision,
		system: terms.system,
		company: terms.company,
		payrollDate: terms.payrollDate,
		status: facts.status,
		hash: facts.hash,
		resultHash: terms.resultHash,
		rulebookHash: terms.rulebookHash,
		count: totals.count,
		sumOfTotals: points(totals.sumOfTotals),
		employeesDigest: totals.employeesDigest,
		currencies: Object.fromEntries(
			totals.currencies.map((it) => [
				it.sumOfBase.currency,
				{
					sumOfBase: formatMoney(it.sumOfBase),
					sumOfAmount: formatMoney(it.sumOfAmount),
					highest: formatMoney(it.highest),
					lowest: formatMoney(it.lowest),
				},
			]),
		),
		highest: one ? formatMoney(one.highest) : null,
		lowest: one ? formatMoney(one.lowest) : null,
		inPayroll: facts.inPayroll ?? null,
		problems: facts.problems,
	};
}
