import type { Coverage } from '../domain/evidence/coverage';
import { fault, needText, readInstant, shown, type Row } from './readValue';

/** A coverage record of the period; undefined where it is of another; its problems where it cannot be used. */
export function readCoverage(row: Row, period: string): Coverage | readonly string[] | undefined {
	const problems: string[] = [];
	const of = needText(row['period'], 'period', problems);
	if (of !== undefined && of !== period) return undefined;
	const source = needText(row['source'], 'source', problems);
	const system = needText(row['system'], 'system', problems);
	const activity = needText(row['activity'], 'activity', problems);
	if (problems.length > 0 || source === undefined || system === undefined || activity === undefined)
		return problems;
	const asOf = readInstant(row['asOf'], 'asOf', problems);
	const readable = problems.length === 0;
	const told = typeof row['gap'] === 'string' && row['gap'] !== '' ? row['gap'] : undefined;
	const complete = row['complete'] === true;
	const gap = complete ? undefined : (told ?? fault('complete', 'true', row['complete']));
	return {
		source,
		system,
		activity,
		// What cannot be dated may be the latest: it is never taken for complete.
		complete: readable && complete,
		asOf: readable ? asOf : Infinity,
		gap: readable ? gap : `its asOf cannot be read: ${shown(row['asOf'])}`,
	};
}
