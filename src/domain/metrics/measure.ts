import { minus, over, ratio, whole, zero, type Ratio } from '../kernel/ratio';
import type { Measure } from './metric';
import type { Answer, Tally } from './tally';

/** The target of a person's work: as given, for the days present, and after excused items that were not done. */
export interface Target {
	readonly given: bigint | undefined;
	readonly days: { readonly scheduled: Ratio; readonly present: Ratio } | undefined;
	/** T0 = floor(given × present / scheduled). */
	readonly prorated: bigint;
	/** T' = T0 − excused items not done, at least 0. */
	readonly reduced: bigint;
}

/** What an indicator measured, as `good` of `of`; undefined `of`: it does not apply. */
export interface Measured {
	readonly good: Ratio;
	readonly of: Ratio | undefined;
}

const big = (count: number): bigint => BigInt(count);
const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const above0 = (count: bigint): Ratio | undefined => (count > 0n ? ratio(count) : undefined);

/** What `onTime` divides by: the greater of the target, less excused done items, and the items due. */
export const timelyBasis = (tally: Tally, target: Target): bigint =>
	greater(target.reduced - big(tally.excusedDoneDue), big(tally.due));

/** What errors are compared with: the greater of the target before excuses and the items done. */
export const errorBasis = (tally: Tally, target: Target): bigint =>
	greater(target.prorated, big(tally.done));

const noAnswer: Answer = { good: 0, of: 0, sum: zero };

type Row<K> = (
	measure: Extract<Measure, { kind: K }>,
	tally: Tally,
	target: Target,
	answer: Answer,
) => Measured;

// A new measure does not compile until it has a row.
const measures: { [K in Measure['kind']]: Row<K> } = {
	completed: (_, tally, target) => ({ good: whole(tally.done), of: above0(target.reduced) }),
	onTime: (measure, tally, target) => ({
		good: whole(tally.onTime),
		of: above0(measure.of === 'completed' ? big(tally.doneDue) : timelyBasis(tally, target)),
	}),
	errors: (_, tally, target) => ({
		good: whole(tally.errors),
		of: tally.done > 0 ? ratio(errorBasis(tally, target)) : undefined,
	}),
	resolved: (_, _tally, _target, answer) => ({
		good: whole(answer.good),
		of: above0(big(answer.of)),
	}),
	responded: (_, _tally, _target, answer) => ({
		good: whole(answer.good),
		of: above0(big(answer.of)),
	}),
	value: ({ aggregate }, _tally, _target, { sum, of }) => ({
		good: aggregate === 'mean' && of > 0 ? over(sum, whole(of)) : sum,
		of: above0(big(of)),
	}),
};

/**
 * What a measure makes of a person's counts. 50 done of target 50 → 50 of 50; nothing done → `errors` does
 * not apply. For `value`, `of` only says that there is a value; its curve has the target.
 */
export function measured(
	measure: Measure,
	tally: Tally,
	target: Target,
	answer = noAnswer,
): Measured {
	const row = measures[measure.kind] as Row<Measure['kind']>;
	return row(measure as never, tally, target, answer);
}

/** The target for the days present, less what is excused. 50 of 13 of 22 days, 3 excused → 29, 26. */
export function targetOf(given: bigint | undefined, days: Target['days'], excused: number): Target {
	const share = days === undefined ? ratio(1n) : over(days.present, days.scheduled);
	const exact = given === undefined ? 0n : (given * share.n) / share.d;
	return { given, days, prorated: exact, reduced: greater(exact - big(excused), 0n) };
}

/** By how much a value is above another, at least 0. */
export const excess = (a: Ratio, b: Ratio): Ratio => {
	const difference = minus(a, b);
	return difference.n < 0n ? zero : difference;
};
