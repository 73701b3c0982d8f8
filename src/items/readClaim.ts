import type { Claim } from '../domain/scores/differences';
import type { Exception } from '../domain/scores/exception';
import { fault, isAbsent, needText, readCount, type Row } from './readValue';

const badClaim = (who: string | undefined, what: string | undefined, why: string): Exception => ({
	code: 'badEvidence',
	blocks: false,
	employeeId: who,
	activity: what,
	message: `Claim of ${who ?? 'nobody'} for ${what ?? 'no activity'}: ${why}.`,
	remedy: 'Correct the claim; it is compared, never scored.',
});

function claimedCount(value: unknown, problems: string[]): number {
	if (isAbsent(value)) problems.push(fault('count', 'a whole number from 0', value));
	return readCount(value, 'count', problems);
}

/** A claim of the period, or what is wrong with it; undefined where it is of another period. */
export function readClaim(row: Row, period: string): Claim | Exception | undefined {
	if (!isAbsent(row['period']) && row['period'] !== period) return undefined;
	const problems: string[] = [];
	const employeeId = needText(row['employeeId'], 'employeeId', problems);
	const activity = needText(row['activity'], 'activity', problems);
	const count = claimedCount(row['count'], problems);
	if (problems.length > 0 || employeeId === undefined || activity === undefined)
		return badClaim(employeeId, activity, problems.join('; '));
	return { employeeId, activity, count };
}
