import { byCodeUnit } from '../kernel/canonicalJson';
import type { Role } from './rulebook';
import type { Difference } from './scorecard';
import type { PersonSurvey } from './survey';

/** What someone says they did in the period: never scored. */
export interface Claim {
	readonly employeeId: string;
	readonly activity: string;
	readonly count: number;
}

const CLAIM = 'claim';

type Numbers = Omit<Difference, 'message'>;

const explained = (one: Numbers): Difference => {
	const from =
		one.otherFrom === CLAIM
			? { en: 'a claim', zh: '申报' }
			: { en: one.otherFrom, zh: `${one.otherFrom} ` };
	return {
		...one,
		message: {
			en: `${one.activity}: ${one.usedFrom} has ${one.used}, ${from.en} says ${one.other}; ${one.used} counts`,
			zh: `${one.activity}：${one.usedFrom} 为 ${one.used}，${from.zh}为 ${one.other}；以 ${one.used} 为准`,
		},
	};
};

/** Where other sources or claims do not agree with the count that is used: by work, then source, then claims as given. */
export function differencesOf(
	employeeId: string,
	role: Role,
	survey: PersonSurvey,
	claims: readonly Claim[],
): Difference[] {
	return role.work.flatMap(({ activity, source }, index) => {
		const used = survey.tallies[index]?.done ?? 0;
		const others = [...(survey.others[index] ?? [])].sort(([a], [b]) => byCodeUnit(a, b));
		const claimed = claims
			.filter((one) => one.employeeId === employeeId && one.activity === activity)
			.map((one) => [CLAIM, one.count] as const);
		return [...others, ...claimed]
			.filter(([, other]) => other !== used)
			.map(([otherFrom, other]) =>
				explained({ activity, used, usedFrom: source, other, otherFrom }),
			);
	});
}
