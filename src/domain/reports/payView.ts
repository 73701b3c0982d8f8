/** What a person looks at before pay goes out: a batch in texts, as it is shown. */
export interface PayView {
	/** YYYY-MM */
	readonly period: string;
	readonly status: string;
	readonly hash: string;
	readonly count: number;
	readonly sumOfTotals: string;
	readonly currencies: readonly PayViewTotals[];
	readonly problems: readonly PayViewProblem[];
	/** In the order of the employee ids. */
	readonly lines: readonly PayViewLine[];
}

interface PayViewTotals {
	readonly currency: string;
	readonly sumOfBase: string;
	readonly sumOfAmount: string;
	readonly highest: string;
	readonly lowest: string;
}

interface PayViewProblem {
	readonly message: string;
	readonly remedy: string;
	readonly blocks: boolean;
}

interface PayViewLine {
	readonly employeeId: string;
	readonly name: string;
	readonly base: string;
	readonly total: string;
	readonly amount: string;
	readonly currency: string;
	/** Paid the month before; '': nothing is known of it. */
	readonly before: string;
	/** Against the month before, such as '+30 %'; '': nothing to compare with. */
	readonly change: string;
	/** Why a person should look at it. */
	readonly marks: readonly PayMark[];
}

/** A closed set of reasons to look at a line. */
export type PayMark = 'changed' | 'new' | 'zero' | 'aboveBase' | 'takesBack';
