import type { Label } from '../kernel/label';
import type { Ratio } from '../kernel/ratio';

/** What an indicator's points rest on; null where it is not measured for this work. */
export interface Counts {
	readonly done: number;
	readonly due: number;
	readonly onTime: number | null;
	readonly excused: number;
	readonly target: bigint;
	readonly errors: number;
	/** Not yet confirmed: shown, never counted. */
	readonly errorsOpen: number;
}

/** One indicator's or criterion's points, with how they came about. */
export interface Line {
	readonly part: 'system' | 'leader';
	/** The indicator's or criterion's id. */
	readonly indicator: string;
	readonly label: Label;
	readonly activity: string | undefined;
	readonly measure: string;
	readonly applies: boolean;
	readonly counts: Counts | undefined;
	/** undefined where it does not apply. */
	readonly attainment: Ratio | undefined;
	readonly points: Ratio;
	/** After redistribution. */
	readonly maxPoints: Ratio;
	readonly explanation: Label;
	/** Ids of the records behind it, up to 200. */
	readonly records: readonly string[];
}

/** Something a reader should know that changes nothing by itself. */
export interface Flag {
	readonly code: 'redistributed' | 'selfApprovedExcuse' | 'lowVolume';
	/** Which indicators, records or activities it concerns. */
	readonly concerns: readonly string[];
	readonly message: Label;
}

/** What another source, or somebody, says beside the count that was used. */
export interface Difference {
	readonly activity: string;
	readonly used: number;
	readonly usedFrom: string;
	readonly other: number;
	readonly otherFrom: string;
	readonly message: Label;
}

/** One person's points of one period. */
export interface Scorecard {
	readonly employeeId: string;
	readonly name: string | undefined;
	readonly role: string;
	readonly branch: string | undefined;
	readonly system: Ratio;
	readonly leader: Ratio;
	/** Exact; `totalCents` is what is published and pays. */
	readonly total: Ratio;
	/** Hundredths of a point. */
	readonly totalCents: bigint;
	readonly grade: { readonly id: string; readonly label: Label };
	readonly lines: readonly Line[];
	readonly flags: readonly Flag[];
	readonly differences: readonly Difference[];
	readonly evidence: { readonly count: number; readonly digest: string };
}
