import type { Staff } from '../evidence/staff';
import { byCodeUnit } from '../kernel/canonicalJson';
import { compare, ratio, times, zero, type Ratio } from '../kernel/ratio';
import type { Instant } from '../kernel/time';
import type { Exception } from './exception';
import type { Criterion, Role } from './rulebook';
import { exactText } from './wording';

/** One rating of the period, as it was read. */
export interface RatingRow {
	/** Its place in the list, from 1. */
	readonly position: number;
	readonly employeeId: string | undefined;
	readonly raterId: string | undefined;
	readonly criterion: string | undefined;
	/** undefined: not given. */
	readonly points: Ratio | undefined;
	readonly weight: Ratio;
	/** No instant: the earliest; infinite where it cannot be read. */
	readonly ratedAt: Instant;
	readonly problems: readonly string[];
}

/** What one leader gives a person for a criterion. */
export interface Rating {
	readonly raterId: string;
	readonly points: Ratio;
	readonly weight: Ratio;
}

/** The ratings that count, and whose criterion has one that was rejected. */
export interface Ratings {
	/** By employee and criterion, sorted by rater. */
	of(employeeId: string, criterion: string): readonly Rating[];
	rejected(employeeId: string, criterion: string): boolean;
	readonly exceptions: readonly Exception[];
}

const keyOf = (...parts: (string | undefined)[]): string =>
	JSON.stringify(parts.map((part) => part ?? null));

/** The latest of each employee, rater and criterion; several where they are equally late. */
function latestOf(rows: readonly RatingRow[]): RatingRow[][] {
	const groups = new Map<string, RatingRow[]>();
	for (const row of rows) {
		const nameless = row.employeeId === undefined ? row.position.toString() : undefined;
		const key = keyOf(row.employeeId, row.raterId, row.criterion, nameless);
		const group = groups.get(key);
		const latest = group?.[0]?.ratedAt ?? row.ratedAt;
		if (group === undefined || row.ratedAt > latest) groups.set(key, [row]);
		else if (row.ratedAt === latest) group.push(row);
	}
	return [...groups.values()];
}

const sameRatio = (a: Ratio | undefined, b: Ratio | undefined): boolean =>
	a === undefined || b === undefined ? a === b : compare(a, b) === 0;

const differ = (a: RatingRow, b: RatingRow): boolean =>
	!sameRatio(a.points, b.points) ||
	!sameRatio(a.weight, b.weight) ||
	a.problems.join() !== b.problems.join();

function pointsProblem(points: Ratio | undefined, most: Ratio): string | undefined {
	if (points === undefined) return 'points: expected a number, found none';
	const found = `found ${exactText(points)}`;
	if (points.n < 0n) return `points: expected 0 or more, ${found}`;
	if (compare(points, most) > 0) return `points: expected at most ${exactText(most)}, ${found}`;
	if (times(points, ratio(100n)).d !== 1n) return `points: expected at most 2 decimals, ${found}`;
	return undefined;
}

/** All that is wrong with the rating that counts. */
function problemsOf(row: RatingRow, others: readonly RatingRow[], criterion: Criterion): string[] {
	const unreadable = row.problems.some((one) => one.startsWith('points'));
	return [
		row.raterId === undefined ? 'raterId: expected who rated, found none' : undefined,
		row.raterId === row.employeeId
			? 'raterId: expected somebody else, found the employee'
			: undefined,
		...row.problems,
		unreadable ? undefined : pointsProblem(row.points, criterion.points),
		compare(row.weight, zero) > 0
			? undefined
			: `weight: expected above 0, found ${exactText(row.weight)}`,
		others.some((one) => differ(row, one))
			? 'ratedAt: expected one rating at a time, found two of the same moment that differ'
			: undefined,
	].filter((one) => one !== undefined);
}

function whereOf({ employeeId, raterId, criterion, position }: RatingRow): string {
	if (employeeId === undefined) return `Rating ${position} of the list`;
	return `Rating of ${employeeId} by ${raterId ?? 'nobody'} for ${criterion ?? 'no criterion'}`;
}

const invalid = (row: RatingRow, blocks: boolean, why: string, remedy: string): Exception => ({
	code: 'ratingInvalid',
	blocks,
	employeeId: row.employeeId,
	criterion: row.criterion,
	raterId: row.raterId,
	message: `${whereOf(row)}: ${why}.`,
	remedy,
});

/** Why a rating is of nobody, or of nothing that is rated; undefined where it is of something. */
function homeless(row: RatingRow, role: Role | undefined, known: boolean): Exception | undefined {
	const found = (value: string | undefined): string =>
		value === undefined ? 'none' : `'${value}'`;
	if (!known) {
		const why = `employeeId: expected an employee of the list, found ${found(row.employeeId)}`;
		return invalid(row, false, why, 'Correct the employee id, or add the person to the employees.');
	}
	if (role === undefined || role.leader.some((one) => one.id === row.criterion)) return undefined;
	const ids = role.leader.map((one) => one.id).join(', ');
	const why = `criterion: expected one of role ${role.id} (${ids}), found ${found(row.criterion)}`;
	return invalid(row, false, why, 'Rate a criterion of the role, or add it to the rulebook.');
}

/** A rating that is checked: it counts, is rejected, or is of nobody or nothing known. */
interface Checked {
	readonly key: string;
	readonly good?: Rating;
	readonly exception?: Exception;
	readonly rejected?: true;
}

function check(
	row: RatingRow,
	others: readonly RatingRow[],
	role: Role | undefined,
	known: boolean,
): Checked {
	const key = keyOf(row.employeeId, row.criterion);
	const stray = homeless(row, role, known);
	if (stray !== undefined) return { key, exception: stray };
	const criterion = role?.leader.find((one) => one.id === row.criterion);
	if (criterion === undefined) return { key };
	const problems = problemsOf(row, others, criterion);
	const { raterId, points, weight } = row;
	if (problems.length === 0 && raterId !== undefined && points !== undefined)
		return { key, good: { raterId, points, weight } };
	const remedy = 'Have the leader rate again; the latest rating counts.';
	return { key, rejected: true, exception: invalid(row, true, problems.join('; '), remedy) };
}

/**
 * The leaders' ratings that count. The latest of each rater counts, and only it is checked; one that is
 * rejected blocks its person, one of an unknown person or criterion blocks nobody.
 */
export function readRatings(
	rows: readonly RatingRow[],
	staff: Staff,
	roleOf: (place: number) => Role | undefined,
): Ratings {
	const checked = latestOf(rows).flatMap(([row, ...others]) => {
		if (row === undefined) return [];
		const place = row.employeeId === undefined ? undefined : staff.find(row.employeeId);
		const role = place === undefined ? undefined : roleOf(place);
		return [check(row, others, role, place !== undefined)];
	});
	const good = new Map<string, Rating[]>();
	for (const { key, good: rating } of checked)
		if (rating !== undefined) good.set(key, [...(good.get(key) ?? []), rating]);
	for (const ratings of good.values()) ratings.sort((a, b) => byCodeUnit(a.raterId, b.raterId));
	const rejected = new Set(checked.filter((one) => one.rejected).map((one) => one.key));
	return {
		of: (employeeId, criterion) => good.get(keyOf(employeeId, criterion)) ?? [],
		rejected: (employeeId, criterion) => rejected.has(keyOf(employeeId, criterion)),
		exceptions: checked.flatMap(({ exception }) => exception ?? []),
	};
}
