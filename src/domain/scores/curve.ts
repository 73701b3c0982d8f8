import type { Ratio } from '../kernel/ratio';

/** How a measured value becomes an attainment: a closed set. All ratios are shares of 1 (100 % = 1/1). */
export type Curve = { readonly cap: Ratio } & (
	| { readonly kind: 'attainment'; readonly target: Ratio | undefined }
	| { readonly kind: 'share' }
	| { readonly kind: 'perDefect'; readonly allowance: Ratio; readonly step: Ratio }
	/** `perPoint`: loss of attainment per percentage point of error rate above `target`. */
	| { readonly kind: 'rateExcess'; readonly target: Ratio; readonly perPoint: Ratio }
	/** `edges`: with `atLeast` from high to low, with `atMost` (error rates) from low to high; the first that holds gives. */
	| {
			readonly kind: 'bands';
			readonly by: 'atLeast' | 'atMost';
			readonly bands: readonly { readonly edge: Ratio; readonly gives: Ratio }[];
			readonly target: Ratio | undefined;
	  }
	| {
			readonly kind: 'interpolate';
			readonly points: readonly { readonly at: Ratio; readonly gives: Ratio }[];
			readonly target: Ratio | undefined;
	  }
	| {
			readonly kind: 'passFail';
			readonly by: 'atLeast' | 'atMost';
			readonly edge: Ratio;
			readonly target: Ratio | undefined;
	  }
);
