import { measured, targetOf, type Measured, type Target } from '../metrics/measure';
import { newTally, sameQuestion, type Duty, type Tally } from '../metrics/tally';
import { minus, over, sumOf, times, zero, type Ratio } from '../kernel/ratio';
import { attain, type Share } from './attain';
import type { Curve } from './curve';
import type { Indicator, Role } from './rulebook';

/** What an indicator came to: all values that its points, and the sentence that explains them, rest on. */
export interface Scored {
	readonly indicator: Indicator;
	readonly duty: Duty;
	readonly tally: Tally;
	readonly target: Target;
	readonly measured: Measured;
	/** What the curve worked on; undefined where the indicator does not apply. */
	readonly share: Share | undefined;
	readonly attainment: Ratio | undefined;
	/** The points that it can give, after redistribution. */
	readonly maxPoints: Ratio;
	readonly points: Ratio;
}

/** Points that do not apply, handed to the indicators that do. */
export interface Redistribution {
	readonly all: Ratio;
	readonly applying: Ratio;
}

type Days = Target['days'];

const targetIn = (curve: Curve): Ratio | undefined =>
	'target' in curve ? curve.target : undefined;

function shareFor(indicator: Indicator, { good, of }: Measured): Share | undefined {
	if (of === undefined) return undefined;
	if (indicator.measure.kind !== 'value')
		return { good, of, ofErrors: indicator.measure.kind === 'errors' };
	const target = targetIn(indicator.curve);
	return target && { good, of: target, ofErrors: false };
}

function answerOf(
	indicator: Indicator,
	duty: Duty,
	tally: Tally,
): Tally['answers'][number] | undefined {
	const { measure } = indicator;
	if (measure.kind === 'completed' || measure.kind === 'onTime' || measure.kind === 'errors')
		return undefined;
	return tally.answers[duty.questions.findIndex((one) => sameQuestion(one, measure))];
}

type Unpaid = Omit<Scored, 'maxPoints' | 'points'>;

function measureOne(indicator: Indicator, duty: Duty, tally: Tally, days: Days): Unpaid {
	const target = targetOf(duty.work.target, days, tally.excusedNotDone);
	const found = measured(indicator.measure, tally, target, answerOf(indicator, duty, tally));
	const share = shareFor(indicator, found);
	const attainment = share && attain(indicator.curve, share);
	return { indicator, duty, tally, target, measured: found, share, attainment };
}

/** What redistribution divides and multiplies by; `applying` is 0 where nothing applies. */
export function redistributionOf(scored: readonly Unpaid[]): Redistribution {
	const points = (some: readonly Unpaid[]): Ratio => sumOf(some.map((one) => one.indicator.points));
	const applying = scored.filter((one) => one.attainment !== undefined);
	return { all: points(scored), applying: points(applying) };
}

/**
 * The points of a role's indicators. What does not apply gives its points pro rata to what does:
 * 30 + 20 of 70 apply → 42 + 28. Undefined where nothing applies.
 */
export function scoreIndicators(
	role: Role,
	duties: readonly Duty[],
	tallies: readonly Tally[],
	days: Days,
): readonly Scored[] | undefined {
	const unpaid = role.indicators.flatMap((indicator) => {
		const index = duties.findIndex((one) => one.work.activity === indicator.activity);
		const duty = duties[index];
		return duty ? [measureOne(indicator, duty, tallies[index] ?? newTally(duty), days)] : [];
	});
	const { all, applying } = redistributionOf(unpaid);
	if (applying.n === 0n) return undefined;
	return unpaid.map((one) => {
		if (one.attainment === undefined) return { ...one, maxPoints: zero, points: zero };
		const maxPoints = over(times(one.indicator.points, all), applying);
		return { ...one, maxPoints, points: times(maxPoints, one.attainment) };
	});
}

/** Points that were handed on: 70 − 40 = 30. */
export const handedOn = ({ all, applying }: Redistribution): Ratio => minus(all, applying);
