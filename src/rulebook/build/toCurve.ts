import { one } from '../../domain/kernel/ratio';
import type { Ratio } from '../../domain/kernel/ratio';
import type { Curve } from '../../domain/scores/curve';
import { exact, share } from '../exact';
import type { CurveShape } from '../rulebookShape';

type Of<K> = Extract<CurveShape, { type: K }>;

const number = (value: number | undefined): Ratio | undefined =>
	value === undefined ? undefined : exact(value);

/** One row per kind of curve; error rates are bounded from above, everything else from below. */
const curves: { [K in CurveShape['type']]: (curve: Of<K>, cap: Ratio) => Curve } = {
	attainment: ({ target }, cap) => ({ kind: 'attainment', cap, target: number(target) }),
	share: (_, cap) => ({ kind: 'share', cap }),
	perDefect: ({ allowance = '0%', step }, cap) => ({
		kind: 'perDefect',
		cap,
		allowance: share(allowance),
		step: share(step),
	}),
	rateExcess: ({ target, perPoint }, cap) => ({
		kind: 'rateExcess',
		cap,
		target: share(target),
		perPoint: share(perPoint),
	}),
	bands: ({ bands, target }, cap) => ({
		kind: 'bands',
		cap,
		by: bands.some((band) => band.atMost !== undefined) ? 'atMost' : 'atLeast',
		bands: bands.map(({ from, atMost = '0%', gives }) => ({
			edge: share(from ?? atMost),
			gives: share(gives),
		})),
		target: number(target),
	}),
	interpolate: ({ points, target }, cap) => ({
		kind: 'interpolate',
		cap,
		points: points.map(([at, gives]) => ({ at: share(at), gives: share(gives) })),
		target: number(target),
	}),
	passFail: ({ atLeast, atMost = '0%', target }, cap) => ({
		kind: 'passFail',
		cap,
		by: atLeast === undefined ? 'atMost' : 'atLeast',
		edge: share(atLeast ?? atMost),
		target: number(target),
	}),
};

/** A curve as the scorer wants it; without a cap no more than 100 %. */
export function toCurve(curve: CurveShape): Curve {
	const build = curves[curve.type] as (curve: CurveShape, cap: Ratio) => Curve;
	return build(curve, curve.cap === undefined ? one : share(curve.cap));
}
