import type { Coverage } from '../domain/evidence/coverage';
import { fault, needText, readInstant, readText, type Row } from './readValue';

type Said = Pick<Coverage, 'complete' | 'asOf' | 'gap'>;

/** Whether it is complete, and as of when; what cannot be dated may be the latest, and is never taken for complete. */
function readSaid(row: Row): Said {
	const problems: string[] = [];
	const asOf = readInstant(row['asOf'], 'asOf', problems);
	if (problems.length > 0) return { complete: false, asOf: Infinity, gap: problems.join('; ') };
	if (row['complete'] === true) return { complete: true, asOf, gap: undefined };
	const gap = readText(row['gap'], 'gap', problems);
	return { complete: false, asOf, gap: gap ?? fault('complete', 'true', row['complete']) };
}

/** A coverage record of the period; undefined where it is of another; its problems where it cannot be used. */
export function readCoverage(row: Row, period: string): Coverage | readonly string[] | undefined {
	const problems: string[] = [];
	const of = needText(row['period'], 'period', problems);
	if (of !== undefined && of !== period) return undefined;
	const source = needText(row['source'], 'source', problems);
	const system = needText(row['system'], 'system', problems);
	const activity = needText(row['activity'], 'activity', problems);
	if (source === undefined || system === undefined || activity === undefined || of === undefined)
		return problems;
	return { source, system, activity, ...readSaid(row) };
}
