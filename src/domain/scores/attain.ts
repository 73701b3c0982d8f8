import { excess } from '../metrics/measure';
import {
	clamp,
	compare,
	floorOf,
	minus,
	one,
	over,
	plus,
	ratio,
	times,
	zero,
	type Ratio,
} from '../kernel/ratio';
import type { Curve } from './curve';

/** What a curve works on: `good` of `of`; for errors the errors of the items, for a value the value of its target. */
export interface Share {
	readonly good: Ratio;
	readonly of: Ratio;
	readonly ofErrors: boolean;
}

const hundred = ratio(100n);

/** The measured value as a share of 1; an error rate is at most 1. */
export function shareOf({ good, of, ofErrors }: Share): Ratio {
	const share = over(good, of);
	return ofErrors && compare(share, one) > 0 ? one : share;
}

/** The errors that the allowance covers: 1 % of 200 → 2; 0.5 % of 250 → 1. */
export const allowed = (allowance: Ratio, of: Ratio): Ratio => ratio(floorOf(times(allowance, of)));

const holds = (by: 'atLeast' | 'atMost', share: Ratio, edge: Ratio): boolean =>
	by === 'atLeast' ? compare(share, edge) >= 0 : compare(share, edge) <= 0;

type Point = Extract<Curve, { kind: 'interpolate' }>['points'][number];

/** The points on both sides of a share; only one of them where it lies outside, or on the first. */
export function neighbours(
	points: readonly Point[],
	share: Ratio,
): { left: Point | undefined; right: Point | undefined } {
	const next = points.findIndex((point) => compare(point.at, share) >= 0);
	if (next < 0) return { left: points[points.length - 1], right: undefined };
	return { left: points[next - 1], right: points[next] };
}

/** On the straight line between the points on both sides; flat outside. */
function between(points: readonly Point[], share: Ratio): Ratio {
	const { left, right } = neighbours(points, share);
	if (left === undefined || right === undefined) return (left ?? right)?.gives ?? zero;
	const part = over(minus(share, left.at), minus(right.at, left.at));
	return plus(left.gives, times(part, minus(right.gives, left.gives)));
}

type Bands = Extract<Curve, { kind: 'bands' }>;

/** The first band that a share reaches. */
export const reached = ({ by, bands }: Bands, share: Share): Bands['bands'][number] | undefined =>
	bands.find(({ edge }) => holds(by, shareOf(share), edge));

type Row<K> = (curve: Extract<Curve, { kind: K }>, share: Share) => Ratio;

// A new curve does not compile until it has a row.
const curves: { [K in Curve['kind']]: Row<K> } = {
	attainment: (_, share) => shareOf(share),
	share: (_, share) => shareOf(share),
	perDefect: ({ allowance, step }, { good, of }) =>
		minus(one, times(step, excess(good, allowed(allowance, of)))),
	rateExcess: ({ target, perPoint }, { good, of }) =>
		minus(one, times(perPoint, times(hundred, excess(over(good, of), target)))),
	bands: (curve, share) => reached(curve, share)?.gives ?? zero,
	interpolate: ({ points }, share) => between(points, shareOf(share)),
	passFail: ({ by, edge }, share) => (holds(by, shareOf(share), edge) ? one : zero),
};

/** What a curve gives before 0 and its cap bound it. */
export function uncapped(curve: Curve, share: Share): Ratio {
	const row = curves[curve.kind] as Row<Curve['kind']>;
	return row(curve as never, share);
}

/**
 * The attainment that a curve gives, from 0 to its cap. 45 of 50 by `share` → 9/10;
 * 2 errors of 200 by `perDefect` with 0.5 % and 10 % → 9/10.
 */
export const attain = (curve: Curve, share: Share): Ratio =>
	clamp(uncapped(curve, share), zero, curve.cap);
