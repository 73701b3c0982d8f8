import { over, ratio, zero } from '../../src/domain/kernel/ratio';
import type { Grade } from '../../src/domain/scores/rulebook';
import type { Scorecard } from '../../src/domain/scores/scorecard';
import { gradeOf, totalOf } from '../../src/domain/scores/scorePerson';
import { spreadOf } from '../../src/domain/scores/summary';

const gradeFrom = (from: bigint, id: string): Grade => ({
	from: ratio(from),
	id,
	label: { en: id, zh: id },
});
const grades = [gradeFrom(90n, 'excellent'), gradeFrom(60n, 'passed'), gradeFrom(0n, 'failed')];

const card = (totalCents: bigint): Scorecard => ({
	employeeId: 'E1',
	name: undefined,
	role: 'clerk',
	branch: undefined,
	system: zero,
	leader: zero,
	total: zero,
	totalCents,
	grade: gradeOf(grades, totalCents),
	lines: [],
	flags: [],
	differences: [],
	evidence: { count: 0, digest: '' },
});

const spread = (...totals: readonly bigint[]) => spreadOf(totals.map(card), grades);

describe('the spread of totals', () => {
	it('of nobody tells nothing', () =>
		expect(spread()).toEqual({
			mean: undefined,
			median: undefined,
			sdPopulation: undefined,
			sdSample: undefined,
			min: undefined,
			max: undefined,
			below85: 0,
			above95: 0,
			grades: new Map([
				['excellent', 0],
				['passed', 0],
				['failed', 0],
			]),
			distinct: 0,
			modalShare: undefined,
		}));

	it('of one has no sample deviation', () =>
		expect(spread(8350n)).toMatchObject({
			mean: 8350n,
			median: 8350n,
			sdPopulation: 0n,
			sdSample: undefined,
			modalShare: 100n,
		}));

	it('of 80 and 90: five from the mean, by sample √50', () =>
		expect(spread(9000n, 8000n)).toMatchObject({
			mean: 8500n,
			median: 8500n,
			sdPopulation: 500n,
			sdSample: 707n,
			min: 8000n,
			max: 9000n,
			modalShare: 50n,
		}));

	it.each([
		['an odd count has its middle', [100n, 900n, 200n], { median: 200n }],
		['the middle of two is rounded half up', [8000n, 8001n], { median: 8001n, mean: 8001n }],
		['a mean below a half is rounded down', [1n, 1n, 2n], { mean: 1n }],
		['two of three are alike', [7000n, 8000n, 8000n], { modalShare: 67n, distinct: 2 }],
		['all alike', [8000n, 8000n], { modalShare: 100n, distinct: 1, sdSample: 0n }],
		['85 is not below 85', [8499n, 8500n], { below85: 1 }],
		['95 is not above 95', [9500n, 9501n], { above95: 1 }],
	])('%s', (_, totals, expected) => expect(spread(...totals)).toMatchObject(expected));

	it('counts every grade, in the order of the rulebook', () =>
		expect([...spread(9000n, 8999n, 5999n, 6000n).grades]).toEqual([
			['excellent', 1],
			['passed', 2],
			['failed', 1],
		]));
});

const line = (
	part: 'system' | 'leader',
	points: bigint,
	of: bigint,
): Scorecard['lines'][number] => ({
	part,
	indicator: 'one',
	label: { en: '', zh: '' },
	activity: undefined,
	measure: 'completed',
	applies: true,
	counts: undefined,
	attainment: undefined,
	points: ratio(points, of),
	maxPoints: ratio(100n),
	explanation: { en: '', zh: '' },
	records: [],
});

describe('a total is rounded once, and its grade follows from that', () => {
	it.each([
		['half a hundredth is one', [line('system', 17_999n, 200n)], 9000n, 'excellent'],
		['less is none', [line('system', 89_994n, 1000n)], 8999n, 'passed'],
		[
			'parts are added exactly: three thirds of a hundredth are one',
			[line('system', 1n, 300n), line('system', 1n, 300n), line('leader', 1n, 300n)],
			1n,
			'failed',
		],
		[
			'each part would be rounded down alone',
			[line('system', 59_996n, 1000n), line('leader', 4n, 1000n)],
			6000n,
			'passed',
		],
	])('%s', (_, lines, cents, grade) => {
		const { totalCents } = totalOf(lines);
		expect(totalCents).toBe(cents);
		expect(gradeOf(grades, totalCents).id).toBe(grade);
	});

	it('keeps the parts apart and exact', () =>
		expect(totalOf([line('system', 900n, 47n), line('leader', 27n, 2n)])).toMatchObject({
			system: ratio(900n, 47n),
			leader: ratio(27n, 2n),
			total: over(ratio(3069n), ratio(94n)),
		}));
});
