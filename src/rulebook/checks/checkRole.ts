import { compare, decimalText, minus, ratio, roundHalfUp, sumOf } from '../../domain/kernel/ratio';
import type { Ratio } from '../../domain/kernel/ratio';
import type { Draft } from '../draft';
import { exact } from '../exact';
import { finding, notOneOf } from '../finding';
import type { Finding, Path } from '../finding';
import type { RoleShape } from '../rulebookShape';
import { checkIndicator } from './checkIndicator';
import { checkLimit } from './checkLimit';
import { twice } from './twice';

type Scored = readonly ({ readonly points?: number | undefined } | undefined)[];

/** The exact sum; undefined where a number of points is missing, which is told elsewhere. */
function pointsOf(entries: Scored): Ratio | undefined {
	const points = entries.flatMap((entry) => entry?.points ?? []);
	return points.length === entries.length ? sumOf(points.map(exact)) : undefined;
}

const hundred = ratio(100n);
const text = (points: Ratio): string => decimalText(roundHalfUp(points, 9), 9);

function checkPoints({ indicators, leader }: Draft<RoleShape>, path: Path): readonly Finding[] {
	if (indicators === undefined) return [];
	const [data, rated] = [pointsOf(indicators), pointsOf(leader ?? [])];
	if (data === undefined || rated === undefined) return [];
	const all = sumOf([data, rated]);
	const difference = compare(all, hundred);
	if (difference === 0) return [];
	const parts = `indicators ${text(data)}, leader ${text(rated)}`;
	const remedy =
		difference < 0
			? `Add ${text(minus(hundred, all))} to the points of indicators or leader criteria.`
			: `Take ${text(minus(all, hundred))} from the points of indicators or leader criteria.`;
	const says = `has ${text(all)} points in all (${parts}), expected exactly 100`;
	return [finding('points', path, says, remedy)];
}

function checkActivities(role: Draft<RoleShape>, path: Path): readonly Finding[] {
	const known = (role.work ?? []).map((work) => work?.activity);
	const activities = known.flatMap((activity) => activity ?? []);
	if (role.work === undefined || activities.length < known.length) return [];
	return (role.indicators ?? []).flatMap((indicator, index) => {
		const activity = indicator?.activity;
		if (activity === undefined || activities.includes(activity)) return [];
		return [notOneOf([...path, 'indicators', index, 'activity'], activity, activities)];
	});
}

/** What must hold within a role, whether it was written whole or extends a preset. */
export function checkRole(role: Draft<RoleShape>, index: number): readonly Finding[] {
	const path = ['roles', index];
	return [
		...checkPoints(role, path),
		...twice([...path, 'work'], 'activity', role.work ?? []),
		...twice([...path, 'indicators'], 'id', role.indicators ?? []),
		...twice([...path, 'leader'], 'id', role.leader ?? []),
		...checkActivities(role, path),
		...(role.work ?? []).flatMap((work, place) =>
			checkLimit(work?.limit, [...path, 'work', place, 'limit']),
		),
		...(role.indicators ?? []).flatMap((indicator, place) =>
			indicator === undefined ? [] : checkIndicator(indicator, [...path, 'indicators', place]),
		),
	];
}
