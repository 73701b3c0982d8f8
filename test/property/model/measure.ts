import {
	below,
	floor,
	frac,
	fromNumber,
	least,
	minus,
	most,
	one,
	over,
	percent,
	plus,
	sum,
	times,
	whole,
	zero,
	type Fraction,
} from './fraction';
import type { Count } from './count';
import type { Curve, Indicator, Role } from './rules';

export interface Line {
	readonly indicator: string;
	readonly applies: boolean;
	readonly attainment: Fraction | null;
	readonly points: Fraction;
	readonly maxPoints: Fraction;
	readonly count: Count;
}

const bounded = (value: Fraction, { cap }: Curve): Fraction =>
	most(zero, least(value, cap === undefined ? one : percent(cap)));

function interpolate(value: Fraction, points: readonly (readonly [string, string])[]): Fraction {
	const knots = points.map(([x, y]) => [percent(x), percent(y)] as const);
	const [first] = knots;
	const last = knots.at(-1);
	if (first === undefined || last === undefined) return zero;
	if (!below(first[0], value)) return first[1];
	if (!below(value, last[0])) return last[1];
	const right = knots.findIndex(([x]) => below(value, x));
	const [x1, y1] = knots[right - 1] ?? first;
	const [x2, y2] = knots[right] ?? last;
	return plus(y1, times(minus(y2, y1), over(minus(value, x1), minus(x2, x1))));
}

/** Curves of the more the better. */
function rising(value: Fraction, curve: Curve): Fraction {
	if (curve.type === 'bands') {
		const reached = curve.bands?.find(({ from = '0%' }) => !below(value, percent(from)));
		return reached ? percent(reached.gives) : zero;
	}
	if (curve.type === 'interpolate') return interpolate(value, curve.points ?? []);
	if (curve.type === 'passFail') return below(value, percent(curve.atLeast ?? '')) ? zero : one;
	return value;
}

const clear = (value: Fraction, curve: Curve): Fraction =>
	below(percent(curve.atMost ?? ''), value) ? zero : one;

function onRate(rate: Fraction, curve: Curve): Fraction {
	if (curve.type === 'bands') {
		const band = curve.bands?.find(({ atMost = '' }) => !below(percent(atMost), rate));
		return band ? percent(band.gives) : zero;
	}
	return curve.type === 'interpolate' ? interpolate(rate, curve.points ?? []) : clear(rate, curve);
}

/** Curves of errors. */
function falling(errors: Fraction, n: Fraction, curve: Curve): Fraction {
	const allowed = frac(floor(times(percent(curve.allowance ?? '0%'), n)));
	const rate = over(errors, n);
	if (curve.type === 'perDefect') {
		return minus(one, times(percent(curve.step ?? ''), most(zero, minus(errors, allowed))));
	}
	if (curve.type !== 'rateExcess') return onRate(least(one, rate), curve);
	const excess = times(frac(100n), minus(rate, percent(String(curve.target))));
	return minus(one, times(percent(curve.perPoint ?? ''), most(zero, excess)));
}

/** Good of all, as the measure has it. */
function shareOf({ measure, of, id }: Indicator, count: Count): { good: Fraction; of: number } {
	const { done, due, target, excusedDone, doneDue } = count;
	if (measure === 'completed') return { good: whole(done), of: target };
	if (measure === 'errors') {
		return { good: whole(count.errors), of: done > 0 ? Math.max(count.fullTarget, done) : 0 };
	}
	if (measure === 'onTime') {
		const all = of === 'completed' ? doneDue : Math.max(target - excusedDone, due);
		return { good: whole(count.onTime ?? 0), of: all };
	}
	return count.measured.get(id) ?? { good: zero, of: 0 };
}

/** The attainment before it is bounded; null where the indicator does not apply. */
function attain(indicator: Indicator, count: Count): Fraction | null {
	const { measure, curve, aggregate } = indicator;
	const { good, of } = shareOf(indicator, count);
	if (of === 0) return null;
	if (measure === 'errors') return falling(good, whole(of), curve);
	if (measure !== 'value') return rising(over(good, whole(of)), curve);
	const value = aggregate === 'mean' ? over(good, whole(of)) : good;
	return rising(over(value, fromNumber(Number(curve.target)) ?? one), curve);
}

/** The role's indicators scored; those that do not apply hand their points to the others. */
export function linesOf(role: Role, counts: ReadonlyMap<string, Count>): Line[] {
	const scored = role.indicators.flatMap((indicator) => {
		const count = counts.get(indicator.activity);
		if (count === undefined) return [];
		const raw = attain(indicator, count);
		return [{ indicator, count, attainment: raw && bounded(raw, indicator.curve) }];
	});
	const pointsOf = ({ points }: { points: number }): Fraction => fromNumber(points) ?? zero;
	const all = sum(role.indicators.map(pointsOf));
	const applying = sum(
		scored.filter(({ attainment }) => attainment).map(({ indicator }) => pointsOf(indicator)),
	);
	return scored.map(({ indicator, count, attainment }) => {
		const own = pointsOf(indicator);
		const maxPoints = attainment ? over(times(own, all), applying) : zero;
		return {
			indicator: indicator.id,
			applies: attainment !== null,
			attainment,
			points: attainment ? times(maxPoints, attainment) : zero,
			maxPoints,
			count,
		};
	});
}
