/** A rulebook as it is written, as far as scoring needs it. */
export interface Rules {
	readonly timeZone: string;
	readonly calendar?: Calendar;
	readonly minPresentDays?: number;
	readonly grades: readonly { readonly from: number; readonly id: string }[];
	readonly roles: readonly Role[];
}

export interface Calendar {
	readonly weekend: readonly number[];
	readonly years: Readonly<
		Record<string, { readonly holidays: readonly string[]; readonly workdays: readonly string[] }>
	>;
	readonly hours?: readonly (readonly [string, string])[];
}

export interface Role {
	readonly id: string;
	readonly work: readonly Work[];
	readonly indicators: readonly Indicator[];
	readonly leader?: readonly Criterion[];
}

export interface Criterion {
	readonly id: string;
	readonly points: number;
}

export interface Work {
	readonly activity: string;
	readonly source: string;
	readonly target?: number;
	readonly limit?: Limit;
	readonly belongsTo?: 'due' | 'completed';
}

export type Limit =
	| { readonly hours: number }
	| { readonly workingHours: number }
	| { readonly workingDays: number };

export interface Indicator {
	readonly id: string;
	readonly activity: string;
	readonly measure: 'completed' | 'onTime' | 'errors' | 'resolved' | 'responded' | 'value';
	readonly of?: 'completed';
	readonly limit?: Limit;
	readonly field?: string;
	readonly aggregate?: 'sum' | 'mean';
	readonly curve: Curve;
	readonly points: number;
}

export interface Curve {
	readonly type:
		| 'attainment'
		| 'share'
		| 'perDefect'
		| 'rateExcess'
		| 'bands'
		| 'interpolate'
		| 'passFail';
	readonly cap?: string;
	readonly allowance?: string;
	readonly step?: string;
	readonly perPoint?: string;
	/** A number for `value`, a percentage for `rateExcess`. */
	readonly target?: number | string;
	readonly bands?: readonly {
		readonly from?: string;
		readonly atMost?: string;
		readonly gives: string;
	}[];
	readonly points?: readonly (readonly [string, string])[];
	readonly atLeast?: string;
	readonly atMost?: string;
}
