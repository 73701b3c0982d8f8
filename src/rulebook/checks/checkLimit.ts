import type { Draft } from '../draft';
import { finding } from '../finding';
import type { Finding, Path } from '../finding';
import type { LimitShape } from '../rulebookShape';

/** A limit names one clock. */
export function checkLimit(limit: Draft<LimitShape> | undefined, path: Path): readonly Finding[] {
	if (limit === undefined) return [];
	const clocks = Object.keys(limit);
	if (clocks.length === 1) return [];
	const expected = 'expected exactly one of hours, workingHours and workingDays';
	if (clocks.length === 0) {
		const empty = `has no number of hours or days, ${expected}`;
		return [finding('missing', path, empty, 'Add one, such as { "hours": 24 }.')];
	}
	const says = `has ${clocks.join(' and ')}, ${expected}`;
	return [finding('limit', path, says, 'Keep the one that counts.')];
}
