import { compare, type Count, type Month } from './count';
import type { Item } from './item';
import type { Work } from './rules';
import type { Person } from './staff';
import { amount, attempt, isObject, wordOrNull } from './value';
import type { Evidence } from './versions';

/** All that one person is scored from. */
export interface Desk {
	readonly period: string;
	readonly month: Month;
	readonly evidence: Evidence;
	readonly ratings: readonly unknown[];
	readonly coverage: readonly unknown[];
	readonly claims: readonly unknown[];
}

/** One person's records of a work's activity in a source. */
export function itemsOf(desk: Desk, id: string, work: Work, source: string): Item[] {
	return desk.evidence.settled
		.filter(({ owner }) => owner === id)
		.map(({ item }) => item)
		.filter((item) => item.source === source && item.activity === work.activity);
}

const ofPeriod =
	(period: string) =>
	(claim: unknown): boolean =>
		!isObject(claim) || (wordOrNull(claim.period) ?? period) === period;

/** The count of a claim; undefined where it is not one of this person's work and month. */
function claimed(claim: unknown, id: string, work: Work, period: string): number | undefined {
	if (!isObject(claim) || wordOrNull(claim.employeeId) !== id) return undefined;
	if (wordOrNull(claim.activity) !== work.activity) return undefined;
	if (!ofPeriod(period)(claim)) return undefined;
	const read = attempt(() => amount(claim.count));
	return read === null ? undefined : Number(read.n) / Number(read.d);
}

/** Other sources' and claims' counts beside the one used. */
export function differencesOf(desk: Desk, person: Person, work: Work, count: Count): object[] {
	const used = { activity: work.activity, used: count.done, usedFrom: work.source };
	const sources = new Set(desk.evidence.settled.map(({ item }) => item.source));
	sources.delete(work.source);
	const seen = [...sources]
		.sort((a, b) => (a < b ? -1 : 1))
		.flatMap((source) => {
			const { any, done } = compare(itemsOf(desk, person.id, work, source), work, desk.month);
			return any && done !== count.done ? [{ ...used, other: done, otherFrom: source }] : [];
		});
	const said = desk.claims.flatMap((claim) => {
		const other = claimed(claim, person.id, work, desk.period);
		return other === undefined || other === count.done
			? []
			: [{ ...used, other, otherFrom: 'claim' }];
	});
	return [...seen, ...said];
}

/** Claims whose count cannot be read: whom they name. */
export function badClaims({ claims, period }: Desk): (string | null)[] {
	return claims
		.filter(ofPeriod(period))
		.filter((claim) => !isObject(claim) || !attempt(() => amount(claim.count)))
		.map((claim) => (isObject(claim) ? wordOrNull(claim.employeeId) : null));
}
