import { byCodeUnit } from '../kernel/canonicalJson';
import type { Scored } from './points';
import type { Role } from './rulebook';
import type { Flag } from './scorecard';
import type { PersonSurvey } from './survey';

const FEW = 20;

function redistributed(scored: readonly Scored[]): Flag[] {
	const without = scored
		.filter((one) => one.attainment === undefined)
		.map((one) => one.indicator.id);
	if (without.length === 0) return [];
	const message = {
		en: `not applied: ${without.join(', ')}; the points went pro rata to the other indicators`,
		zh: `${without.join('、')} 不适用：分值按比例分给其他指标`,
	};
	return [{ code: 'redistributed', concerns: without, message }];
}

function selfApproved(survey: PersonSurvey, idOf: (row: number) => string): Flag[] {
	const records = survey.tallies.flatMap((tally) => tally.selfApproved.map(idOf)).sort(byCodeUnit);
	if (records.length === 0) return [];
	const message = {
		en: `excuses approved by the employee are ignored: ${records.length}`,
		zh: `${records.length} 条由本人批准的延误理由不予采纳`,
	};
	return [{ code: 'selfApprovedExcuse', concerns: records, message }];
}

function lowVolume(role: Role, survey: PersonSurvey): Flag[] {
	const few = role.work
		.map(({ activity }, index) => ({ activity, items: survey.tallies[index]?.items ?? 0 }))
		.filter(({ items }) => items < FEW);
	if (few.length === 0) return [];
	const list = few.map(({ activity, items }) => `${activity} ${items}`);
	const message = {
		en: `fewer than ${FEW} items (${list.join(', ')}): a single one weighs much`,
		zh: `少于 ${FEW} 项（${list.join('、')}）：单项影响较大`,
	};
	return [{ code: 'lowVolume', concerns: few.map(({ activity }) => activity), message }];
}

/** What a reader should know of a scorecard, one flag per code. */
export const flagsOf = (
	scored: readonly Scored[],
	survey: PersonSurvey,
	role: Role,
	idOf: (row: number) => string,
): Flag[] => [...redistributed(scored), ...selfApproved(survey, idOf), ...lowVolume(role, survey)];
