import { floorOf, times, whole } from '../../domain/kernel/ratio';
import type { Limit, Measure, Work } from '../../domain/metrics/metric';
import type { Label } from '../../domain/kernel/label';
import type { Criterion, Indicator, Role, Rulebook } from '../../domain/scores/rulebook';
import { calendarById } from '../catalog';
import { exact } from '../exact';
import type {
	CriterionShape,
	IndicatorShape,
	LabelShape,
	LimitShape,
	RoleShape,
	RulebookShape,
	WorkShape,
} from '../rulebookShape';
import { toCalendar } from './toCalendar';
import { toCurve } from './toCurve';

/** A language that is not given falls back on the other, and both on the id. */
export const toLabel = (label: LabelShape, id: string): Label => ({
	en: label?.en ?? label?.zh ?? id,
	zh: label?.zh ?? label?.en ?? id,
});

const HOUR = 3_600_000;
const milliseconds = (hours: number): number => Number(floorOf(times(exact(hours), whole(HOUR))));

export function toLimit(limit: LimitShape): Limit {
	if (limit.hours !== undefined) return { kind: 'hours', ms: milliseconds(limit.hours) };
	if (limit.workingHours !== undefined) {
		return { kind: 'workingHours', ms: milliseconds(limit.workingHours) };
	}
	return { kind: 'workingDays', days: limit.workingDays ?? 0 };
}

const toWork = ({ activity, source, target, limit, belongsTo }: WorkShape): Work => ({
	activity,
	source,
	target: target === undefined ? undefined : BigInt(target),
	limit: limit === undefined ? undefined : toLimit(limit),
	belongsTo: belongsTo ?? 'due',
});

const measures: { [K in Measure['kind']]: (indicator: IndicatorShape) => Measure } = {
	completed: () => ({ kind: 'completed' }),
	onTime: ({ of }) => ({ kind: 'onTime', of: of ?? 'due' }),
	errors: () => ({ kind: 'errors' }),
	resolved: () => ({ kind: 'resolved' }),
	responded: ({ limit }) => ({ kind: 'responded', limit: toLimit(limit ?? {}) }),
	value: ({ field, aggregate }) => ({
		kind: 'value',
		field: field ?? '',
		aggregate: aggregate ?? 'sum',
	}),
};

export const toIndicator = (indicator: IndicatorShape): Indicator => ({
	id: indicator.id,
	label: toLabel(indicator.label, indicator.id),
	activity: indicator.activity,
	measure: measures[indicator.measure](indicator),
	curve: toCurve(indicator.curve),
	points: exact(indicator.points),
});

const toCriterion = ({ id, label, points }: CriterionShape): Criterion => ({
	id,
	label: toLabel(label, id),
	points: exact(points),
});

const toRole = (role: RoleShape): Role => ({
	id: role.id,
	label: toLabel(role.label, role.id),
	work: role.work.map(toWork),
	indicators: role.indicators.map(toIndicator),
	leader: (role.leader ?? []).map(toCriterion),
});

/** Domain definitions of a rulebook that has passed every check. */
export function toRulebook(rulebook: RulebookShape): Rulebook {
	const { calendar: given } = rulebook;
	const calendar = typeof given === 'string' ? calendarById(given) : given;
	return {
		id: rulebook.id,
		version: rulebook.version,
		timeZone: rulebook.timeZone,
		calendar: calendar === undefined ? undefined : toCalendar(calendar),
		minPresentDays: rulebook.minPresentDays ?? 5,
		grades: rulebook.grades.map(({ from, id, label }) => ({
			from: exact(from),
			id,
			label: toLabel(label, id),
		})),
		roles: rulebook.roles.map(toRole),
	};
}
