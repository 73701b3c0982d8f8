import { fractionText, type Ratio } from '../kernel/ratio';
import type { Redistribution, Scored } from './points';
import type { Rating } from './rating';
import type { Criterion, Label } from './rulebook';

const say = (en: string, zh: string): Label => ({ en, zh });

export function explainIndicator(one: Scored, _all: Redistribution): Label {
	return say(fractionText(one.points), fractionText(one.points));
}
export function explainRating(
	_criterion: Criterion,
	_ratings: readonly Rating[],
	points: Ratio,
): Label {
	return say(fractionText(points), fractionText(points));
}
