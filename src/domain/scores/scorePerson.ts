import { compare, over, plus, ratio, roundHalfUp, sumOf, times, type Ratio } from '../kernel/ratio';
import { explainIndicator, explainRating } from './explain';
import type { Scored } from './points';
import { redistributionOf } from './points';
import type { Rating } from './rating';
import type { Criterion, Grade } from './rulebook';
import type { Counts, Line } from './scorecard';

const countsOf = ({ tally, duty, target }: Scored): Counts => ({
	done: tally.done,
	due: tally.due,
	onTime: duty.timed ? tally.onTime : null,
	excused: tally.excused,
	target: target.reduced,
	errors: tally.errors,
	errorsOpen: tally.errorsOpen,
});

/** The lines of the system part. */
export function systemLines(
	scored: readonly Scored[],
	recordsOf: (activity: string) => readonly string[],
): Line[] {
	const redistribution = redistributionOf(scored);
	return scored.map((one) => ({
		part: 'system',
		indicator: one.indicator.id,
		label: one.indicator.label,
		activity: one.indicator.activity,
		measure: one.indicator.measure.kind,
		applies: one.attainment !== undefined,
		counts: countsOf(one),
		attainment: one.attainment,
		points: one.points,
		maxPoints: one.maxPoints,
		explanation: explainIndicator(one, redistribution),
		records: recordsOf(one.indicator.activity),
	}));
}

/** The mean of what leaders gave, by weight: 9 with weight 2 and 13 → 31/3. */
function meanOf(ratings: readonly Rating[]): Ratio {
	const weights = sumOf(ratings.map((one) => one.weight));
	return over(sumOf(ratings.map((one) => times(one.points, one.weight))), weights);
}

/** A line of the leader's part. */
export function leaderLine(criterion: Criterion, ratings: readonly Rating[]): Line {
	const points = meanOf(ratings);
	return {
		part: 'leader',
		indicator: criterion.id,
		label: criterion.label,
		activity: undefined,
		measure: 'rating',
		applies: true,
		counts: undefined,
		attainment: over(points, criterion.points),
		points,
		maxPoints: criterion.points,
		explanation: explainRating(criterion, ratings, points),
		records: [],
	};
}

/** What the lines come to: exact sums, and the total rounded once, half up, to hundredths. */
export function totalOf(lines: readonly Line[]): {
	system: Ratio;
	leader: Ratio;
	total: Ratio;
	totalCents: bigint;
} {
	const part = (name: Line['part']): Ratio =>
		sumOf(lines.filter((line) => line.part === name).map((line) => line.points));
	const [system, leader] = [part('system'), part('leader')];
	const total = plus(system, leader);
	return { system, leader, total, totalCents: roundHalfUp(total, 2) };
}

/** The first grade, from high to low, that the rounded total reaches: 89.995 → 90 → excellent. */
export function gradeOf(
	grades: readonly Grade[],
	totalCents: bigint,
): { id: string; label: Grade['label'] } {
	const total = ratio(totalCents, 100n);
	const found =
		grades.find((grade) => compare(total, grade.from) >= 0) ?? grades[grades.length - 1];
	return found ?? { id: '', label: { en: '', zh: '' } };
}
