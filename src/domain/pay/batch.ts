import { byCodeUnit } from '../kernel/canonicalJson';
import { formatMoney, sumByCurrency, unscaled, type Money } from '../kernel/money';
import type { PayLine, Sha256 } from './payLine';

/** What a batch pays from and to; part of what is approved. */
export interface BatchTerms {
	readonly tenant: string;
	/** YYYY-MM */
	readonly period: string;
	readonly component: string;
	readonly revision: number;
	/** The payroll system's id, for example 'frappe'. */
	readonly system: string;
	/** '' means each person's own company. */
	readonly company: string;
	/** YYYY-MM-DD */
	readonly payrollDate: string;
	/** Where the payroll system holds the lines' keys. */
	readonly keyField: string;
	readonly blockedPeople: 'payNobody' | 'payOthers';
	/** Where the payroll system is: what was approved for one site is not paid at another. */
	readonly site: string;
	/** The component that takes back; '': no line does. */
	readonly deduction: string;
	/** By which rules it was not stopped. */
	readonly rules: BatchRules;
	readonly resultHash: string;
	readonly rulebookHash: string;
	/** Hash of what else a file holds of each person, such as the account; undefined: nothing. */
	readonly columnsHash?: string | undefined;
	/** The payroll system's own settings, which say where in it the pay goes; absent: it has none. */
	readonly ownSettings?: readonly (readonly [name: string, value: string])[] | undefined;
}

/** What was decided of people who object, get less than before, or change more than others. */
export interface BatchRules {
	readonly openObjections: string;
	readonly negativeDifferences: string;
	/** In hundredths of a per cent; '': any change. */
	readonly sumChangeLimit: string;
	readonly personChangeLimit: string;
	/** In the order of their ids. */
	readonly acceptedChanges: readonly string[];
}

/** Numbers that must be the same before and after: if one differs, the batch is not the one that was approved. */
export interface ControlTotals {
	readonly count: number;
	/** Hundredths of a point. */
	readonly sumOfTotals: bigint;
	readonly employeesDigest: string;
	readonly currencies: readonly CurrencyTotals[];
}

interface CurrencyTotals {
	readonly sumOfBase: Money;
	readonly sumOfAmount: Money;
	readonly highest: Money;
	readonly lowest: Money;
}

/** The lines in the order of their employee ids (code units), so that their order never matters. E2, E10 → E10, E2. */
export const inOrder = (lines: readonly PayLine[]): readonly PayLine[] =>
	[...lines].sort((a, b) => byCodeUnit(a.employeeId, b.employeeId));

/**
 * The control totals of a batch. 2790.00 of 3000.00 at 93 and 2250.00 of 3000.00 at 75 →
 * count 2, totals 168.00, base 6000.00, amount 5040.00, highest 2790.00, lowest 2250.00.
 */
export function controlTotals(lines: readonly PayLine[], sha256: Sha256): ControlTotals {
	const ordered = inOrder(lines);
	return {
		count: ordered.length,
		sumOfTotals: ordered.reduce((sum, line) => sum + line.total, 0n),
		employeesDigest: sha256(JSON.stringify(ordered.map((line) => line.employeeId))),
		currencies: sumByCurrency(ordered.map((line) => line.base)).map((sumOfBase) =>
			totalsOf(
				sumOfBase,
				ordered.map((line) => line.amount).filter((it) => it.currency === sumOfBase.currency),
			),
		),
	};
}

function totalsOf(sumOfBase: Money, amounts: readonly Money[]): CurrencyTotals {
	const { currency } = sumOfBase;
	const units = amounts.map((amount) => amount.units).sort((a, b) => (a < b ? -1 : 1));
	const money = (value: bigint | undefined) => ({ units: value ?? 0n, currency });
	return {
		sumOfBase,
		sumOfAmount: money(units.reduce((sum, value) => sum + value, 0n)),
		highest: money(units.at(-1)),
		lowest: money(units.at(0)),
	};
}

/**
 * The hash that an approver approves: over all that decides who gets what, from which scores, under which
 * rules, where and by which key. A cent, a person or a rule more or less gives another one; the order of lines does
 * not.
 */
export function batchHash(terms: BatchTerms, lines: readonly PayLine[], sha256: Sha256): string {
	const head = [terms.tenant, terms.period, terms.component, terms.revision, terms.system];
	const setting = [terms.company, terms.payrollDate, terms.keyField, terms.blockedPeople];
	const origin = [terms.resultHash, terms.rulebookHash];
	const body = inOrder(lines).map((line) => [
		line.employeeId,
		line.remoteEmployeeId,
		formatMoney(line.base),
		line.base.currency,
		unscaled(line.total, 2),
		formatMoney(line.paidBefore),
		formatMoney(line.amount),
		line.key,
	]);
	const { openObjections, negativeDifferences, ...limits } = terms.rules;
	const { sumChangeLimit, personChangeLimit, acceptedChanges } = limits;
	const rules = [
		...[openObjections, negativeDifferences, sumChangeLimit, personChangeLimit],
		acceptedChanges,
	];
	const place = [terms.site, terms.deduction];
	const own = [terms.columnsHash, terms.ownSettings].filter((it) => it !== undefined);
	return sha256(JSON.stringify([head, setting, rules, place, origin, body, ...own]));
}
