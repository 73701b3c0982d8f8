import type { Money } from '../kernel/money';
import { ratio, roundHalfUp } from '../kernel/ratio';

/** SHA-256 of a text's UTF-8 bytes in hex; the application gives it. */
export type Sha256 = (text: string) => string;

/** What names a payment: the same five never pay twice. */
export interface PayName {
	readonly tenant: string;
	/** YYYY-MM */
	readonly period: string;
	readonly employeeId: string;
	/** The pay component as payroll calls it. */
	readonly component: string;
	/** 0 for the first payment of a period. */
	readonly revision: number;
}

/** One person's pay: the base times the total, rounded once. */
export interface PayLine extends PayName {
	/** The person in the payroll system. */
	readonly remoteEmployeeId: string;
	readonly base: Money;
	/** The published total in hundredths of a point: 93 is 9300n. */
	readonly total: bigint;
	readonly amount: Money;
	/** Travels to the payroll system, which must never hold two of it. */
	readonly key: string;
}

/**
 * Base times total by 100, half up to the minor unit; both at least 0, the total in hundredths of a point.
 * 3000.00 CNY at 93 → 2790.00 CNY · at 75 → 2250.00 · 0.01 CNY at 50 → 0.01.
 */
export const payAmount = (base: Money, total: bigint): Money => ({
	units: roundHalfUp(ratio(base.units * total, 10_000n), 0),
	currency: base.currency,
});

/** The text whose SHA-256 is the line's key. → '["xx","2026-10","E007","performancePay",0]' */
export const keyText = (name: PayName): string =>
	JSON.stringify([name.tenant, name.period, name.employeeId, name.component, name.revision]);

/** A pay line from who, how much at 100 points, and how many. E007, 3000.00 CNY, 9300n → 2790.00 CNY. */
export function payLine(
	name: PayName,
	person: { readonly remoteEmployeeId: string; readonly base: Money; readonly total: bigint },
	sha256: Sha256,
): PayLine {
	return {
		...name,
		...person,
		amount: payAmount(person.base, person.total),
		key: sha256(keyText(name)),
	};
}
