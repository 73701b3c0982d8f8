import * as f from './fraction';
import type { Fraction } from './fraction';
import { idOf, type Json } from './read';
import type { Someone, World } from './world';

const none = (value: unknown): boolean => value === undefined || value === null || value === '';

function moment(value: unknown): number {
	if (none(value)) return -Infinity;
	const at = typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(at) ? Infinity : at;
}

const weightOf = (rating: Json): Fraction | undefined =>
	none(rating['weight']) ? f.of(1) : f.fraction(rating['weight']);

const numbers = (rating: Json): string => {
	const [points, weight] = [f.fraction(rating['points']), weightOf(rating)];
	return `${points ? f.text(points) : '?'} ${weight ? f.text(weight) : '?'}`;
};

function good(rating: Json, most: number): boolean {
	const [points, weight] = [f.fraction(rating['points']), weightOf(rating)];
	if (!points || !weight || weight[0] <= 0n || moment(rating['ratedAt']) === Infinity) return false;
	if (points[0] < 0n || f.below(f.of(most), points)) return false;
	const rater = idOf(rating['raterId']);
	if (!rater || rater === idOf(rating['employeeId'])) return false;
	return (points[0] * 100n) % points[1] === 0n;
}

/** The latest of each rater; several where they are of one moment. */
function latest(ratings: readonly Json[]): Json[][] {
	const groups = new Map<string, Json[]>();
	for (const one of ratings) {
		const key = JSON.stringify([idOf(one['raterId']), idOf(one['criterion'])]);
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()].map((group) => {
		const last = Math.max(...group.map((one) => moment(one['ratedAt'])));
		return group.filter((one) => moment(one['ratedAt']) === last);
	});
}

export interface Rated {
	readonly points: Fraction;
	readonly exceptions: readonly ['ratingMissing' | 'ratingInvalid', boolean][];
}

/** The leader's points of a person, or what is wrong. */
export function rated(world: World, person: Someone): Rated {
	const all = latest(world.ratings.filter((one) => idOf(one['employeeId']) === person.id));
	const exceptions: Rated['exceptions'][number][] = [];
	const criteria = person.role?.leader ?? [];
	if (all.some(([one]) => !criteria.some(({ id }) => id === idOf(one?.['criterion']))))
		exceptions.push(['ratingInvalid', false]);
	const means = criteria.map(({ id, points }) => {
		const mine = all.filter(([one]) => idOf(one?.['criterion']) === id);
		const fine = mine.filter(
			(group) => group.every((one) => good(one, points)) && new Set(group.map(numbers)).size === 1,
		);
		if (mine.length === 0) exceptions.push(['ratingMissing', true]);
		if (fine.length < mine.length) exceptions.push(['ratingInvalid', true]);
		const parts = fine.flatMap(([one]) => {
			const [p, w] = [f.fraction(one?.['points']), one && weightOf(one)];
			return p && w ? [[p, w] as const] : [];
		});
		if (parts.length === 0) return f.of(0);
		const weights = f.total(parts.map(([, w]) => w));
		return f.divide(f.total(parts.map(([p, w]) => f.multiply(p, w))), weights);
	});
	return { points: f.total(means), exceptions };
}
