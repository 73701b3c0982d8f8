import {
	compare,
	decimalText,
	fractionText,
	fromDecimal,
	over,
	ratio,
	roundHalfUp,
	zero,
} from '../../domain/kernel/ratio';
import type { Ratio } from '../../domain/kernel/ratio';
import type { Measure } from '../../domain/metrics/metric';
import { newTally } from '../../domain/metrics/tally';
import type { Duty, Question, Tally } from '../../domain/metrics/tally';
import { scoreIndicators } from '../../domain/scores/points';
import type { Indicator } from '../../domain/scores/rulebook';
import { toIndicator } from '../build/toRulebook';
import type { Draft } from '../draft';
import { exact } from '../exact';
import { finding, within } from '../finding';
import type { Finding, Path } from '../finding';
import type { ExampleShape, IndicatorShape, RulebookShape } from '../rulebookShape';

type Counts = ExampleShape['given'];

const isQuestion = (measure: Measure): measure is Question =>
	measure.kind === 'resolved' || measure.kind === 'responded' || measure.kind === 'value';

const dutyOf = ({ activity, measure }: Indicator, target: number | undefined): Duty => ({
	work: {
		activity,
		source: '',
		target: target === undefined ? undefined : BigInt(target),
		limit: undefined,
		belongsTo: 'due',
	},
	timed: measure.kind === 'onTime',
	questions: isQuestion(measure) ? [measure] : [],
});

/** A month's tally with the counts given; every item done had a due moment. */
function tallyOf(duty: Duty, given: Counts): Tally {
	const { done = 0, due = 0, onTime = 0, errors = 0, good = 0, of = 0, sum = 0 } = given;
	const answers = duty.questions.map(() => ({ good, of, sum: exact(sum) }));
	return { ...newTally(duty), done, doneDue: done, due, onTime, errors, answers };
}

/** By the scorer's own arithmetic; undefined where the indicator does not apply. */
function pointsOf(indicator: Indicator, given: Counts): Ratio | undefined {
	const duty = dutyOf(indicator, given.target);
	const label = { en: '', zh: '' };
	const role = { id: '', label, work: [duty.work], indicators: [indicator], leader: [] };
	return scoreIndicators(role, [duty], [tallyOf(duty, given)], undefined)?.[0]?.points;
}

/** Without which counts above 0 a measure does not apply. */
const needs: { readonly [K in Measure['kind']]: string } = {
	completed: '"target"',
	onTime: '"due" or "target"',
	errors: '"done"',
	resolved: '"of"',
	responded: '"of"',
	value: '"of"',
};

function exactOf(points: string): Ratio {
	const [n = zero, d = ratio(1n)] = points.split('/').map(fromDecimal);
	return over(n, d);
}

/** As a decimal where two places are enough, else as a fraction: 12.5, 40/3. */
function shortest(points: Ratio): string {
	const rounded = roundHalfUp(points, 2);
	return compare(ratio(rounded, 100n), points) === 0
		? decimalText(rounded, 2)
		: fractionText(points);
}

function checkExample(
	indicator: Indicator,
	{ given, points }: ExampleShape,
	path: Path,
): readonly Finding[] {
	const { measure } = indicator;
	const right = pointsOf(indicator, given);
	if (right === undefined) {
		const needed =
			measure.kind === 'onTime' && measure.of === 'completed' ? '"done"' : needs[measure.kind];
		const says = `has nothing that "${measure.kind}" could be measured of, expected ${needed} above 0`;
		return [finding('example', [...path, 'given'], says, `Add ${needed} to the counts.`)];
	}
	if (compare(right, exactOf(points)) === 0) return [];
	const says = `is "${points}", expected "${shortest(right)}", which the rule gives for these counts`;
	const remedy =
		'Correct the example, or the curve and points of the rule if the example is right.';
	return [finding('example', [...path, 'points'], says, remedy)];
}

const rule = ['measure', 'of', 'limit', 'field', 'aggregate', 'curve', 'points'] as const;

/** The examples of a rulebook, worked through its rules; not where the rule or the example is wrong in itself. */
export function checkExamples(
	{ roles = [] }: Draft<RulebookShape>,
	wrong: readonly Path[],
): readonly Finding[] {
	const isRight = (place: Path): boolean => !wrong.some((path) => within(path, place));
	return roles.flatMap((role, roleIndex) =>
		(role?.indicators ?? []).flatMap((indicator, index) => {
			const path = ['roles', roleIndex, 'indicators', index];
			if (indicator?.examples === undefined) return [];
			if (!rule.every((field) => isRight([...path, field]))) return [];
			const built = toIndicator(indicator as IndicatorShape);
			return indicator.examples.flatMap((example, place) => {
				const at = [...path, 'examples', place];
				return isRight(at) ? checkExample(built, example as ExampleShape, at) : [];
			});
		}),
	);
}
