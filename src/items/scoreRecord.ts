import type { Label } from '../domain/kernel/label';

/** A scorecard as it travels between nodes (JSON): numbers have at most 2 decimals, exact values are fractions. */
export interface ScorecardRecord {
	readonly kind: 'scorecard';
	/** YYYY-MM */
	readonly period: string;
	readonly employeeId: string;
	readonly name: string | null;
	readonly role: string;
	readonly branch: string | null;
	/** id@version */
	readonly rulebook: string;
	readonly rulebookHash: string;
	readonly asOf: string;
	readonly system: number;
	readonly leader: number;
	readonly total: number;
	readonly exactTotal: string;
	readonly grade: string;
	readonly gradeLabel: Label;
	readonly lines: readonly LineRecord[];
	readonly flags: readonly FlagRecord[];
	readonly differences: readonly DifferenceRecord[];
	readonly evidence: { readonly count: number; readonly digest: string };
}

/** One record behind a scorecard; all of them are in the trace. */
export interface TraceRecord {
	readonly kind: 'trace';
	readonly period: string;
	readonly employeeId: string;
	readonly source: string;
	readonly system: string;
	readonly activity: string;
	readonly recordId: string;
}

/** One indicator's or criterion's points, with the sentence that explains them. */
export interface LineRecord {
	readonly part: 'system' | 'leader';
	readonly indicator: string;
	readonly label: Label;
	readonly activity: string | null;
	readonly measure: string;
	readonly applies: boolean;
	readonly counts: CountsRecord | null;
	readonly attainment: string | null;
	readonly points: number;
	readonly exactPoints: string;
	readonly maxPoints: number;
	readonly exactMaxPoints: string;
	readonly explanation: Label;
	/** Ids of the records behind it, up to 200; no part of a hash. */
	readonly records: readonly string[];
}

interface CountsRecord {
	readonly done: number;
	readonly due: number;
	readonly onTime: number | null;
	readonly excused: number;
	readonly target: number;
	readonly errors: number;
	readonly errorsOpen: number;
}

export interface FlagRecord {
	readonly code: string;
	readonly concerns: readonly string[];
	readonly message: Label;
}

export interface DifferenceRecord {
	readonly activity: string;
	readonly used: number;
	readonly usedFrom: string;
	readonly other: number;
	readonly otherFrom: string;
	readonly message: Label;
}

/** What is not as it should be, of whom, and what to do. */
export interface ExceptionRecord {
	readonly code: string;
	/** true where the person gets no scorecard for it. */
	readonly blocks: boolean;
	readonly employeeId: string | null;
	readonly source: string | null;
	readonly system: string | null;
	readonly activity: string | null;
	readonly recordId: string | null;
	readonly account: string | null;
	readonly criterion: string | null;
	readonly raterId: string | null;
	readonly count: number | null;
	readonly message: string;
	readonly remedy: string;
}

/** One month at a glance; statistics of the rounded totals, null where there is nothing to tell. */
export interface SummaryRecord {
	readonly period: string;
	readonly employees: number;
	readonly scored: number;
	readonly blocked: number;
	readonly records: { readonly read: number; readonly distinct: number };
	readonly mean: number | null;
	readonly median: number | null;
	readonly sdPopulation: number | null;
	readonly sdSample: number | null;
	readonly min: number | null;
	readonly max: number | null;
	readonly below85: number;
	readonly above95: number;
	readonly grades: { readonly [grade: string]: number };
	readonly distinct: number;
	/** Share of the most frequent total, 0…1. */
	readonly modalShare: number | null;
	readonly resultHash: string;
}
