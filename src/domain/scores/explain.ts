import type { Label } from '../kernel/label';
import { compare, type Ratio } from '../kernel/ratio';
import { curveText } from './explainCurve';
import { measuredText, whyNot } from './explainMeasured';
import { handedOn, type Redistribution, type Scored } from './points';
import type { Rating } from './rating';
import type { Criterion } from './rulebook';
import { exactText, joined, pointsText, say } from './wording';

function maxText({ indicator, maxPoints }: Scored, redistribution: Redistribution): Label {
	const max = exactText(maxPoints);
	if (compare(indicator.points, maxPoints) === 0) return say(`${max} points`, `${max} 分`);
	const { all, applying } = redistribution;
	const sum = `${exactText(indicator.points)} × ${exactText(all)} ÷ ${exactText(applying)}`;
	const handed = exactText(handedOn(redistribution));
	return say(
		`${max} points (${sum}, since ${handed} of ${exactText(all)} points do not apply)`,
		`${max} 分（${sum}，因 ${exactText(all)} 分中有 ${handed} 分不适用）`,
	);
}

/**
 * How an indicator's points came about, from the values that made them: '45 of 50 on time (the greater of
 * target 50 and 50 due): 90 % of 20 points = 18'.
 */
export function explainIndicator(one: Scored, redistribution: Redistribution): Label {
	const { indicator, share, attainment } = one;
	if (share === undefined || attainment === undefined) {
		const [points, why] = [exactText(indicator.points), whyNot(indicator.measure)];
		return say(
			`does not apply, since ${why.en}: its ${points} points go pro rata to the others`,
			`不适用：${why.zh}，其 ${points} 分按比例分给其他指标`,
		);
	}
	const max = maxText(one, redistribution);
	const points = pointsText(one.points);
	return joined(
		measuredText(one),
		curveText(indicator.curve, share, attainment),
		say(` of ${max.en} = ${points}`, ` × ${max.zh} = ${points} 分`),
	);
}

/** How a leader's points came about: 'L1 gave 13 of 15 points'; of several the mean by weight. */
export function explainRating(
	criterion: Criterion,
	ratings: readonly Rating[],
	mean: Ratio,
): Label {
	const max = exactText(criterion.points);
	const [first] = ratings;
	if (ratings.length === 1 && first !== undefined) {
		const points = exactText(first.points);
		return say(
			`${first.raterId} gave ${points} of ${max} points`,
			`${first.raterId} 评 ${points} 分（满分 ${max}）`,
		);
	}
	const given = ratings.map(
		(one) => `${one.raterId} ${exactText(one.points)} × ${exactText(one.weight)}`,
	);
	return say(
		`mean of ${given.join(', ')} by weight = ${pointsText(mean)} of ${max} points`,
		`${given.join('、')} 按权重平均 = ${pointsText(mean)} 分（满分 ${max}）`,
	);
}
