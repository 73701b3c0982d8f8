import type { Calendar } from '../kernel/calendar';
import type { Label } from '../kernel/label';
import type { Ratio } from '../kernel/ratio';
import type { Measure, Work } from '../metrics/metric';
import type { Curve } from './curve';

/** One line of a role's system part: points for a measured value. */
export interface Indicator {
	readonly id: string;
	readonly label: Label;
	readonly activity: string;
	readonly measure: Measure;
	readonly curve: Curve;
	readonly points: Ratio;
}

/** One criterion of the leader's part. */
export interface Criterion {
	readonly id: string;
	readonly label: Label;
	readonly points: Ratio;
}

export interface Role {
	readonly id: string;
	readonly label: Label;
	readonly work: readonly Work[];
	readonly indicators: readonly Indicator[];
	readonly leader: readonly Criterion[];
}

export interface Grade {
	/** The grade holds from this rounded total on. */
	readonly from: Ratio;
	readonly id: string;
	readonly label: Label;
}

/** A customer's rules, checked: what `src/rulebook` makes of the JSON of docs/formats. */
export interface Rulebook {
	readonly id: string;
	readonly version: string;
	readonly timeZone: string;
	/** undefined: no limit needs a calendar. */
	readonly calendar: Calendar | undefined;
	readonly minPresentDays: number;
	/** From high to low, the last from 0. */
	readonly grades: readonly Grade[];
	readonly roles: readonly Role[];
}
