import { one } from '../domain/kernel/ratio';
import type { RatingRow } from '../domain/scores/rating';
import { fault, isAbsent, isRow, readInstant, readNumber, readText, type Row } from './readValue';

/** One rating of the period; undefined where it is of another period. What is wrong is in its problems. */
export function readRating(
	value: unknown,
	position: number,
	period: string,
): RatingRow | undefined {
	const row: Row = isRow(value) ? value : {};
	if (!isAbsent(row['period']) && row['period'] !== period) return undefined;
	const problems: string[] = [];
	if (!isRow(value)) problems.push(fault('rating', 'a JSON object', value));
	const employeeId = readText(row['employeeId'], 'employeeId', problems);
	const raterId = readText(row['raterId'], 'raterId', problems);
	const criterion = readText(row['criterion'], 'criterion', problems);
	const points = readNumber(row['points'], 'points', problems);
	const weight = readNumber(row['weight'], 'weight', problems) ?? one;
	const before = problems.length;
	const ratedAt = readInstant(row['ratedAt'], 'ratedAt', problems);
	return {
		position,
		employeeId,
		raterId,
		criterion,
		points,
		weight,
		ratedAt: problems.length > before ? Infinity : ratedAt,
		problems,
	};
}
