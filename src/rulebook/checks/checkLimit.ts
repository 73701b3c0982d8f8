import type { Draft } from '../draft';
import { finding } from '../finding';
import type { Finding, Path } from '../finding';
import type { LimitShape } from '../rulebookShape';

/** A limit names one clock. */
export function checkLimit(limit: Draft<LimitShape> | undefined, path: Path): readonly Finding[] {
	if (limit === undefined) return [];
	const clocks = Object.keys(limit);
	if (clocks.length === 1) return [];
	const found = clocks.length === 0 ? 'names no clock' : `names ${clocks.join(' and ')}`;
	const says = `${found}, expected exactly one of hours, workingHours and workingDays`;
	return [finding('limit', path, says, 'Keep the one that counts, such as { "hours": 24 }.')];
}
