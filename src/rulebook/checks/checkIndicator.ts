import type { Measure } from '../../domain/metrics/metric';
import type { Draft } from '../draft';
import { finding } from '../finding';
import type { Finding, Path } from '../finding';
import type { IndicatorShape } from '../rulebookShape';
import { checkCurve } from './checkCurve';
import { checkLimit } from './checkLimit';

/** Fields that belong to one measure: whether it needs them, and what they say. */
const own = {
	of: { measure: 'onTime', needed: false, says: '"completed"' },
	limit: { measure: 'responded', needed: true, says: 'a limit such as { "hours": 0.5 }' },
	field: { measure: 'value', needed: true, says: 'the name of a field of the evidence' },
	aggregate: { measure: 'value', needed: false, says: '"sum" or "mean"' },
} as const satisfies {
	[field: string]: { measure: Measure['kind']; needed: boolean; says: string };
};

function checkField(
	field: keyof typeof own,
	indicator: Draft<IndicatorShape>,
	path: Path,
): readonly Finding[] {
	const { measure, needed, says } = own[field];
	const given = indicator[field] !== undefined;
	if (indicator.measure === measure) {
		if (given || !needed) return [];
		const missing = `is missing, expected ${says}, which the measure "${measure}" needs`;
		return [finding('missing', [...path, field], missing, `Add "${field}".`)];
	}
	if (!given || indicator.measure === undefined) return [];
	const wrong = `belongs to the measure "${measure}", expected none for "${indicator.measure}"`;
	const remedy = `Remove it, or set the measure to "${measure}".`;
	return [finding('measure', [...path, field], wrong, remedy)];
}

export function checkIndicator(indicator: Draft<IndicatorShape>, path: Path): readonly Finding[] {
	const { curve, measure } = indicator;
	return [
		...checkField('of', indicator, path),
		...checkField('limit', indicator, path),
		...checkField('field', indicator, path),
		...checkField('aggregate', indicator, path),
		...checkLimit(indicator.limit, [...path, 'limit']),
		...(curve === undefined ? [] : checkCurve(curve, measure, [...path, 'curve'])),
	];
}
