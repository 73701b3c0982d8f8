import * as fc from 'fast-check';
import { scorePeriod, type ScorecardRecord } from '../../src/index';
import { below, decimal, frac, minus, over, sum, zero, type Fraction } from './model/fraction';
import type { Period } from './model/model';
import type { Work } from './model/rules';
import { periods } from './random/periods';
import { late, oneMore, rulesOf, worked } from './random/tidy';

const numRuns = 60;
jest.setTimeout(120_000); // many runs, on a busy machine too

function exact(written: string): Fraction {
	const [n = '', d = '1'] = written.split('/');
	return over(decimal(n) ?? zero, decimal(d) ?? zero);
}

const cardOf = async (
	period: Period,
	more: readonly object[],
): Promise<ScorecardRecord | undefined> => {
	const { scorecards } = await scorePeriod({ ...period, evidence: [...period.evidence, ...more] });
	return scorecards.find(({ employeeId }) => employeeId === 'E1');
};

const applying = ({ lines }: ScorecardRecord): string =>
	lines
		.filter(({ applies }) => applies)
		.map(({ indicator }) => indicator)
		.join();

type Item = Record<string, unknown>;
type Change = (item: Item, period: Period) => Item[];

/**
 * The total with one kind of item is never below that with the other.
 * Only where the same indicators apply: what stops applying hands its points on, good or bad.
 */
const neverBelow = (better: Change, worse: Change): Promise<void> =>
	fc.assert(
		fc.asyncProperty(worked, async ({ period, work }: { period: Period; work: Work }) => {
			const item = oneMore(period, work);
			const high = await cardOf(period, better(item, period));
			const low = await cardOf(period, worse(item, period));
			fc.pre(high !== undefined && low !== undefined && applying(high) === applying(low));
			expect(below(exact(high.exactTotal), exact(low.exactTotal))).toBe(false);
		}),
		{ numRuns },
	);

const excuse = { excuseCode: 'supplier', excuseApprovedBy: 'L1' };
const open = { status: 'open', completedAt: null };

const good: Change = (item) => [item];
const tardy: Change = (item, period) => [{ ...item, ...late(period) }];

describe('a total', () => {
	it('never falls by a good item that was on time', () => neverBelow(good, () => []));

	it('never rises by an error', () => neverBelow(good, (item) => [{ ...item, errors: 1 }]));

	it('never rises by lateness', () => neverBelow(good, tardy));

	it('never rises by what was not done', () => neverBelow(good, (item) => [{ ...item, ...open }]));

	it('is never lower for a late item that is excused', () =>
		neverBelow((item, period) => tardy({ ...item, ...excuse }, period), tardy));

	it('is never lower for an open item that is excused', () =>
		neverBelow(
			(item) => [{ ...item, ...open, ...excuse }],
			(item) => [{ ...item, ...open }],
		));

	it('lies in 0…100, or under the highest cap', () =>
		fc.assert(
			fc.asyncProperty(periods, async (period) => {
				const above = JSON.stringify(rulesOf(period)).includes('"cap":"120%"');
				const { scorecards } = await scorePeriod(period);
				for (const { total } of scorecards) {
					expect(total).toBeGreaterThanOrEqual(0);
					expect(total).toBeLessThanOrEqual(above ? 120 : 100);
				}
			}),
			{ numRuns },
		));
});

describe('redistributed points', () => {
	it('are as many as before', () =>
		fc.assert(
			fc.asyncProperty(periods, async (period) => {
				const { scorecards } = await scorePeriod(period);
				for (const { lines } of scorecards) {
					const lead = lines.filter(({ part }) => part === 'leader');
					const system = lines.filter(({ part, applies }) => part === 'system' && applies);
					const of = (some: typeof lines): Fraction =>
						sum(some.map(({ exactMaxPoints }) => exact(exactMaxPoints)));
					expect(of(system)).toEqual(minus(frac(100n), of(lead)));
				}
			}),
			{ numRuns },
		));
});
