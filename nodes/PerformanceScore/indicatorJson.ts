/** A row of Indicators as the panel holds it; what the panel does not show is absent. */
export interface IndicatorRow {
	readonly id: string;
	readonly activity: string;
	readonly measure: 'completed' | 'onTime' | 'errors' | 'resolved' | 'responded' | 'value';
	readonly of?: string;
	readonly limitKind?: LimitKind;
	readonly within?: number;
	readonly field?: string;
	readonly aggregate?: string;
	readonly valueTarget?: number;
	readonly curve:
		| 'proportional'
		| 'perDefect'
		| 'rateExcess'
		| 'bands'
		| 'interpolate'
		| 'passFail';
	readonly allowance?: string;
	readonly step?: string;
	readonly errorTarget?: string;
	readonly perPoint?: string;
	readonly passMark?: string;
	readonly cap?: string;
	readonly bands?: EdgeList;
	readonly line?: EdgeList;
	readonly points: number;
}

export type LimitKind = 'hours' | 'workingHours' | 'workingDays' | 'none';

interface EdgeList {
	readonly item?: readonly { readonly edge: string; readonly gives: string }[];
}

/** `{ limit: { hours: 24 } }`, or nothing where there is none. */
export const toLimit = (kind: LimitKind | undefined, within: number | undefined): object =>
	kind === undefined || kind === 'none' ? {} : { limit: { [kind]: within } };

/** An indicator of the rulebook's JSON. */
export const toIndicator = (row: IndicatorRow): object => ({
	id: row.id,
	activity: row.activity,
	measure: row.measure,
	...measures[row.measure](row),
	curve: {
		...curves[row.curve](row),
		...(row.measure === 'value' ? { target: row.valueTarget } : {}),
	},
	points: row.points,
});

const nothing = (): object => ({});

const measures: { readonly [M in IndicatorRow['measure']]: (row: IndicatorRow) => object } = {
	completed: nothing,
	onTime: ({ of }) => ({ of }),
	errors: nothing,
	resolved: nothing,
	responded: ({ limitKind, within }) => toLimit(limitKind, within),
	value: ({ field, aggregate }) => ({ field, aggregate }),
};

const byTarget = new Set<IndicatorRow['measure']>(['completed', 'value']);

/** Errors are bounded from above, everything else from below. */
const curves: { readonly [C in IndicatorRow['curve']]: (row: IndicatorRow) => object } = {
	proportional: ({ measure, cap }) => ({
		type: byTarget.has(measure) ? 'attainment' : 'share',
		...(cap ? { cap } : {}),
	}),
	perDefect: ({ allowance, step }) => ({ type: 'perDefect', allowance, step }),
	rateExcess: ({ errorTarget, perPoint }) => ({
		type: 'rateExcess',
		target: errorTarget,
		perPoint,
	}),
	bands: ({ measure, bands }) => ({
		type: 'bands',
		bands: (bands?.item ?? []).map(({ edge, gives }) => ({
			[measure === 'errors' ? 'atMost' : 'from']: edge,
			gives,
		})),
	}),
	interpolate: ({ line }) => ({
		type: 'interpolate',
		points: (line?.item ?? []).map(({ edge, gives }) => [edge, gives]),
	}),
	passFail: ({ measure, passMark }) => ({
		type: 'passFail',
		[measure === 'errors' ? 'atMost' : 'atLeast']: passMark,
	}),
};
