import * as fc from 'fast-check';
import { scorePeriod, type Records, type ScorecardRecord, type ScoreResult } from '../../src/index';
import { named, readItem } from './model/item';
import type { Period } from './model/model';
import { periods } from './random/periods';
import { reworded } from './random/reworded';
import { reversedKeys, seeds, shuffled } from './random/shuffled';

const numRuns = 60;
jest.setTimeout(120_000); // many runs, on a busy machine too

/** Bad records are named by their position, which another order changes: it is left out here. */
function withoutPositions(result: ScoreResult): string {
	const text = JSON.stringify(result);
	const masked = text.replace(/(Record number|Rating|Coverage|Claim|Employee) \d+ of/g, '$1 # of');
	if (masked === text) return text;
	const { exceptions, ...rest } = JSON.parse(masked) as ScoreResult;
	return JSON.stringify([rest, exceptions.map((one) => JSON.stringify(one)).sort()]);
}

const scored = async (period: Period, change: object = {}): Promise<string> =>
	withoutPositions(await scorePeriod({ ...period, ...change }));

/** Both results to the byte, whatever the period. */
const same = (change: (period: Period, seed: number) => object): Promise<void> =>
	fc.assert(
		fc.asyncProperty(periods, seeds, async (period, seed) => {
			expect(await scored(period, change(period, seed))).toBe(await scored(period));
		}),
		{ numRuns },
	);

function* oneByOne(all: readonly unknown[]): Iterable<unknown> {
	yield* all;
}

async function* inChunks(all: readonly unknown[], seed: number): AsyncIterable<unknown> {
	const size = 1 + (seed % 7);
	for (let at = 0; at < all.length; at += size) {
		await Promise.resolve();
		yield* all.slice(at, at + size);
	}
}

describe('the result is the same to the byte', () => {
	it('for any order of evidence, coverage, employees and ratings', () =>
		same(({ evidence, coverage, employees, ratings }, seed) => ({
			evidence: shuffled(evidence, seed),
			coverage: shuffled(coverage, seed),
			employees: shuffled(employees, seed),
			ratings: shuffled(ratings, seed),
		})));

	it('for any order of keys', () => same((period) => Object(reversedKeys(period)) as object));

	it('from a list, an iterable, a stream, and a stream in chunks', () =>
		fc.assert(
			fc.asyncProperty(periods, seeds, async (period, seed) => {
				const { evidence } = period;
				const ways: Records[] = [
					oneByOne(evidence),
					inChunks(evidence, 0),
					inChunks(evidence, seed),
				];
				const all = await Promise.all(ways.map((way) => scored(period, { evidence: way })));
				expect(new Set([...all, await scored(period)]).size).toBe(1);
			}),
			{ numRuns },
		));

	it('with coverage and claims among the evidence', () =>
		same(({ evidence, coverage, claims }, seed) => ({
			evidence: shuffled([...evidence, ...coverage], seed).concat(claims),
			coverage: [],
			claims: [],
		})));

	it('when it is scored twice', () => same(() => ({})));
});

const idOf = (row: unknown): unknown =>
	(row as { readonly employeeId?: unknown } | null | undefined)?.employeeId ?? undefined;

describe('a duplicate', () => {
	it('changes nothing but how many records were read', () =>
		fc.assert(
			fc.asyncProperty(periods, seeds, async (period, seed) => {
				const good = period.evidence.filter((raw) => readItem(raw) !== null);
				const again = shuffled(good, seed).slice(0, 5);
				const { evidence, ratings, coverage } = period;
				// What names nobody is told by its place in the list: twice is two.
				const ids = new Set(period.employees.map(idOf));
				const named = ratings.filter((one) => idOf(one) !== undefined && ids.has(idOf(one)));
				const first = await scorePeriod(period);
				const second = await scorePeriod({
					...period,
					evidence: shuffled([...evidence, ...again], seed),
					ratings: shuffled([...ratings, ...named.slice(0, seed % 3)], seed),
					coverage: [...coverage, ...coverage.slice(0, seed % 5)],
				});
				const read = first.summary.records.read + again.length;
				const records = { ...first.summary.records, read };
				const summary = { ...first.summary, records };
				expect(withoutPositions(second)).toBe(withoutPositions({ ...first, summary }));
			}),
			{ numRuns },
		));
});

describe('the same facts in other words', () => {
	const words = fc.constantFrom('' as const, null, undefined);

	it('are a duplicate, and score the same alone', () =>
		fc.assert(
			fc.asyncProperty(periods, words, async (period, absent) => {
				const { evidence } = period;
				const other = evidence.map((raw) => reworded(raw, absent));
				const first = await scored(period);
				expect(await scored(period, { evidence: other })).toBe(first);
				const good = other.filter((raw) => readItem(raw) !== null);
				const both = await scorePeriod({ ...period, evidence: [...evidence, ...good] });
				const { records } = both.summary;
				const read = records.read - good.length;
				const summary = { ...both.summary, records: { ...records, read } };
				expect(withoutPositions({ ...both, summary })).toBe(first);
			}),
			{ numRuns },
		));
});

describe('one person’s evidence', () => {
	const ofOthers = (cards: readonly ScorecardRecord[]): ScorecardRecord[] =>
		cards.filter(({ employeeId }) => employeeId !== 'E1');

	it('never touches another’s scorecard', () =>
		fc.assert(
			fc.asyncProperty(periods, periods, async (period, other) => {
				const own = other.evidence
					.filter((raw) => readItem(raw) !== null && named(raw).system !== null)
					.map((raw, at) => ({ ...(raw as object), employeeId: 'E1', recordId: `more ${at}` }));
				const before = await scorePeriod(period);
				const after = await scorePeriod({ ...period, evidence: [...period.evidence, ...own] });
				const blocked = (code: string): boolean =>
					after.exceptions.some((one) => one.code === code && one.employeeId !== 'E1');
				fc.pre(!blocked('coverageMissing')); // a system that nobody had evidence of before
				expect(ofOthers(after.scorecards)).toEqual(ofOthers(before.scorecards));
			}),
			{ numRuns },
		));
});
