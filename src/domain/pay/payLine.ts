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

/** One person's pay in one revision: the base times the total, rounded once, less what was paid before. */
export interface PayLine extends PayName {
	/** The person in the payroll system. */
	readonly remoteEmployeeId: string;
	readonly base: Money;
	/** The published total in hundredths of a point: 93 is 9300n. */
	readonly total: bigint;
	/** What the person is to get for the period in all: base times total by 100. */
	readonly earned: Money;
	/** What earlier revisions of the period paid. */
	readonly paidBefore: Money;
	/** What this line pays: the difference. Below 0 it takes back. */
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

interface Earner {
	readonly remoteEmployeeId: string;
	readonly base: Money;
	readonly total: bigint;
	/** In the currency of the base; absent: nothing. */
	readonly paidBefore?: Money | undefined;
}

/**
 * A pay line from who, how much at 100 points, how many, and what was paid before. E007, 3000.00 CNY, 9300n →
 * 2790.00 CNY · the same corrected to 8500n after 2790.00 were paid → -240.00.
 */
export function payLine(name: PayName, person: Earner, sha256: Sha256): PayLine {
	const { remoteEmployeeId, base, total } = person;
	const earned = payAmount(base, total);
	const paidBefore = person.paidBefore ?? { units: 0n, currency: base.currency };
	return {
		...name,
		remoteEmployeeId,
		base,
		total,
		earned,
		paidBefore,
		amount: { units: earned.units - paidBefore.units, currency: base.currency },
		key: sha256(keyText(name)),
	};
}
