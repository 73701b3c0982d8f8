import type { Claim } from '../domain/scores/differences';
import type { Exception } from '../domain/scores/exception';
import { exactNumber, fault, isAbsent, readText, type Row } from './readValue';

/** A claim of the period, or what is wrong with it; undefined where it is of another period. */
export function readClaim(row: Row, period: string): Claim | Exception | undefined {
	if (!isAbsent(row['period']) && row['period'] !== period) return undefined;
	const problems: string[] = [];
	const employeeId = readText(row['employeeId'], 'employeeId', problems);
	const activity = readText(row['activity'], 'activity', problems);
	const count = exactNumber(row['count']);
	const readable = count !== undefined && count !== null && count.d === 1n && count.n >= 0n;
	if (!readable) problems.push(fault('count', 'a whole number from 0', row['count']));
	if (employeeId === undefined) problems.push(fault('employeeId', 'who claims', row['employeeId']));
	if (activity === undefined) problems.push(fault('activity', 'what is claimed', row['activity']));
	if (readable && employeeId !== undefined && activity !== undefined)
		return { employeeId, activity, count: Number(count.n) };
	return {
		code: 'badEvidence',
		blocks: false,
		employeeId,
		activity,
		message: `Claim of ${employeeId ?? 'nobody'} for ${activity ?? 'no activity'}: ${problems.join('; ')}.`,
		remedy: 'Correct the claim; it is compared, never scored.',
	};
}
