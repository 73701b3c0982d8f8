import type { Instant } from '../../../domain/kernel/time';

/** An Expense Claim as the list gives it, its times read in the site's zone. */
export interface Claim {
	readonly name: string;
	readonly created: Instant;
	/** 0 draft, 1 submitted, 2 cancelled. */
	readonly docstatus: number;
	readonly rejected: boolean;
	/** Its state in the workflow now; undefined: none. */
	readonly state: string | undefined;
	/** The user whom the handler field names. */
	readonly inCharge: string | undefined;
	/** The user whom the handler field of the claim that this one corrects names; undefined: it corrects none. */
	readonly correctedHandler: string | undefined;
}

/** What a claim's history tells of the handler's own step. */
export interface Work {
	readonly handler: string | undefined;
	readonly status: 'done' | 'open' | 'cancelled';
	readonly assignedAt: Instant | undefined;
	readonly completedAt: Instant | undefined;
	/** null: it was rejected, and nothing tells by whom. */
	readonly errors: number | null;
}

export const same = (a: string | undefined, b: string | undefined): boolean =>
	a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase();

/**
 * Errors that are the handler's beyond doubt: the claim corrects one of the same handler's, or another
 * person rejected it. A rejection by the handler is the handler's work, not an error.
 */
export function errorsOf(
	claim: Claim,
	handler: string | undefined,
	decidedBy: string | undefined,
): number {
	const corrected = same(claim.correctedHandler, handler) ? 1 : 0;
	const overruled = claim.rejected && decidedBy !== undefined && !same(decidedBy, handler) ? 1 : 0;
	return corrected + overruled;
}
