import { below, fromNumber, one, over, sum, times, whole, zero, type Fraction } from './fraction';
import type { Criterion } from './rules';
import type { Person, Staff } from './staff';
import { amount, attempt, instant, isObject, wordOrNull, type Json } from './value';

export interface Rated {
	readonly criterion: string;
	readonly maxPoints: number;
	/** Null where nobody rated, or a rating is not valid. */
	readonly points: Fraction | null;
	readonly problem: 'ratingMissing' | 'ratingInvalid' | null;
}

/** The ratings of the period scored. */
export const ratingsOf = (rows: readonly unknown[], period: string): unknown[] =>
	rows.filter((row) => !isObject(row) || (wordOrNull(row.period) ?? period) === period);

const criteria = (person: Person): readonly Criterion[] => person.role?.leader ?? [];

/** Ratings that concern nobody's criterion: whom each of them names, if anybody. */
export function strayRatings(ratings: readonly unknown[], staff: Staff): (string | null)[] {
	return ratings.flatMap((row) => {
		const of = (name: string): string | null => (isObject(row) ? wordOrNull(row[name]) : null);
		const person = staff.people.find(({ id }) => id === of('employeeId'));
		if (person === undefined) return [of('employeeId')];
		return criteria(person).some(({ id }) => id === of('criterion')) ? [] : [person.id];
	});
}

const momentOf = (row: Json): number =>
	attempt(() => instant(row.ratedAt) ?? -Infinity) ?? Infinity;

interface Value {
	readonly points: Fraction;
	readonly weight: Fraction;
}

const within = (points: Fraction, limit: number): boolean =>
	points.n >= 0n && !below(fromNumber(limit) ?? zero, points) && times(points, whole(100)).d === 1n;

/** Null where the rating is not valid. */
function valueOf(row: Json, { points: limit }: Criterion): Value | null {
	const rater = wordOrNull(row.raterId);
	const read = attempt(() => ({ points: amount(row.points), weight: amount(row.weight) ?? one }));
	if (rater === null || rater === wordOrNull(row.employeeId)) return null;
	if (read === null || read.points === null || read.weight.n <= 0n) return null;
	return within(read.points, limit) ? { points: read.points, weight: read.weight } : null;
}

const same = (a: Fraction, b: Fraction): boolean => !below(a, b) && !below(b, a);

/** What one rater's latest rating says; null where it is not valid. */
function latestOf(versions: readonly Json[], criterion: Criterion): Value | null {
	const latest = Math.max(...versions.map(momentOf));
	const values = versions
		.filter((row) => momentOf(row) === latest)
		.map((row) => valueOf(row, criterion));
	const [value = null] = values;
	if (latest === Infinity || value === null) return null;
	const agreed = values.every(
		(one) => one && same(one.points, value.points) && same(one.weight, value.weight),
	);
	return agreed ? value : null;
}

function rate(rows: readonly Json[], criterion: Criterion): Rated {
	const { id, points: maxPoints } = criterion;
	const unrated = { criterion: id, maxPoints, points: null };
	if (rows.length === 0) return { ...unrated, problem: 'ratingMissing' };
	const raters = [...new Set(rows.map((row) => wordOrNull(row.raterId)))];
	const all = raters.map((rater) =>
		latestOf(
			rows.filter((row) => wordOrNull(row.raterId) === rater),
			criterion,
		),
	);
	const values = all.filter((value) => value !== null);
	if (values.length < all.length) return { ...unrated, problem: 'ratingInvalid' };
	const weighted = sum(values.map(({ points, weight }) => times(points, weight)));
	const mean = over(weighted, sum(values.map(({ weight }) => weight)));
	return { criterion: id, maxPoints, points: mean, problem: null };
}

/** Each criterion of the person's role with the mean of its raters. */
export function ratePerson(person: Person, ratings: readonly unknown[]): Rated[] {
	return criteria(person).map((criterion) =>
		rate(
			ratings
				.filter(isObject)
				.filter((row) => wordOrNull(row.employeeId) === person.id)
				.filter((row) => wordOrNull(row.criterion) === criterion.id),
			criterion,
		),
	);
}

/** The leader's points. */
export const leaderPoints = (rated: readonly Rated[]): Fraction =>
	sum(rated.map(({ points }) => points ?? zero));
