import type { LineRecord } from '../../src/index';
import { scoreMonth, type Json, type Month } from './onePerson';
import { redone, redoneRating } from './redo';

const by = (measure: string, curve: Json): Json => ({ measure, curve, points: 100 });
const attainment = { type: 'attainment' };
const capped = { ...attainment, cap: '120%' };
const share = { type: 'share' };
const bands = {
	type: 'bands',
	bands: [
		{ from: '95%', gives: '100%' },
		{ from: '90%', gives: '80%' },
		{ from: '0%', gives: '5%' },
	],
};
const errorBands = {
	type: 'bands',
	bands: [
		{ atMost: '1%', gives: '100%' },
		{ atMost: '100%', gives: '20%' },
	],
};
const line = {
	type: 'interpolate',
	points: [
		['80%', '10%'],
		['95%', '100%'],
	],
};
const perDefect = { type: 'perDefect', allowance: '1%', step: '10%' };
const rateExcess = { type: 'rateExcess', target: '1%', perPoint: '10%' };
const pass = { type: 'passFail', atLeast: '95%' };
const passErrors = { type: 'passFail', atMost: '2%' };

const ofDone = { ...by('onTime', share), of: 'completed' };
const responded = (limit: Json): Json => ({ ...by('responded', share), limit });
const value = (aggregate: string, target: number): Json => ({
	...by('value', { ...attainment, target }),
	field: 'amount',
	aggregate,
});
const days = { scheduledDays: 22, presentDays: 13 };

type Row = readonly [
	holds: string,
	indicator: Json,
	month: Omit<Month, 'indicators'>,
	points: string,
];

const completed = by('completed', attainment);
const onTime = by('onTime', share);
const errors = by('errors', perDefect);
const ofTarget: readonly Row[] = [
	['of the target', completed, { target: 50, items: '40 done' }, '80'],
	['more than the target', completed, { target: 50, items: '80 done' }, '100'],
	['with a cap above 100 %', by('completed', capped), { target: 50, items: '58 done' }, '116'],
	['beyond that cap', by('completed', capped), { target: 50, items: '80 done' }, '120'],
	['of part of the month', completed, { target: 50, days, items: '20 done' }, '2000/29'],
	['excused', completed, { target: 50, days, items: '13 done, 3 excusedOpen' }, '50'],
	['on the line between points', by('completed', line), { target: 10, items: '9 done' }, '70'],
];
const inTime: readonly Row[] = [
	['of the target', onTime, { target: 50, items: '45 done, 2 late' }, '90'],
	['of the items due', onTime, { target: 10, items: '10 done, 2 late, 3 open' }, '200/3'],
	['without a target', onTime, { items: '45 done, 2 late' }, '4500/47'],
	['without those excused', onTime, { items: '9 done, 1 late, 2 excusedLate' }, '90'],
	[
		'excused late and open in part of the month',
		onTime,
		{ target: 50, days, items: '12 done, 3 excusedOpen, 2 excusedLate' },
		'50',
	],
	['of what was done', ofDone, { items: '3 done, 1 late, 5 open' }, '75'],
	['of what was done, some excused', ofDone, { items: '3 done, 1 late, 5 excusedLate' }, '75'],
];
const inError: readonly Row[] = [
	['one beyond the allowance', errors, { target: 50, items: '1 faulty 1, 49 done' }, '90'],
	['within the allowance', errors, { target: 50, items: '1 faulty 2, 199 done' }, '100'],
	['not below 0 %', errors, { items: '10 faulty 2' }, '0'],
	['part of the month', errors, { target: 50, days, items: '9 done, 1 faulty 1' }, '90'],
	['some not confirmed', errors, { items: '9 faulty 0, 1 doubtful 3' }, '100'],
	[
		'rate above its target',
		by('errors', rateExcess),
		{ target: 130, items: '1 faulty 4, 99 done' },
		'1030/13',
	],
	['rate one point above', by('errors', rateExcess), { items: '1 faulty 1, 49 done' }, '90'],
	['rate below its target', by('errors', rateExcess), { items: '200 done' }, '100'],
	['rate in a band', by('errors', errorBands), { items: '1 faulty 1, 9 done' }, '20'],
	['rate beyond 100 %', by('errors', errorBands), { items: '10 faulty 3' }, '20'],
	['rate as allowed', by('errors', passErrors), { items: '1 faulty 1, 49 done' }, '100'],
	['rate above it', by('errors', passErrors), { items: '1 faulty 2, 49 done' }, '0'],
];
const ofAnswers: readonly Row[] = [
	['resolved', by('resolved', share), { items: '8 resolved, 2 unresolved' }, '80'],
	['in a band', by('resolved', bands), { items: '9 resolved, 1 unresolved' }, '80'],
	['in the last band', by('resolved', bands), { items: '1 resolved, 2 unresolved' }, '5'],
	['on the line', by('resolved', line), { items: '6 resolved, 1 unresolved' }, '310/7'],
	['below the line', by('resolved', line), { items: '1 resolved, 1 unresolved' }, '10'],
	['above the line', by('resolved', line), { items: '1 resolved' }, '100'],
	['enough', by('resolved', pass), { items: '19 resolved, 1 unresolved' }, '100'],
	['not enough', by('resolved', pass), { items: '18 resolved, 2 unresolved' }, '0'],
	['answered', responded({ hours: 1 }), { items: '3 answered 12, 1 answered 13' }, '75'],
	['in working time', responded({ workingDays: 1 }), { items: '1 answered 13, 1 done' }, '50'],
	['a sum', value('sum', 1000), { items: '1 worth 299.50, 1 worth 600.50, 3 done' }, '90'],
	['a mean', value('mean', 5), { items: '1 worth 5, 2 worth 4, 1 done' }, '260/3'],
	['a sum below 0', value('sum', 10), { items: '1 worth -3' }, '0'],
];

const numbersOf = (text: string): string[] => (text.match(/[0-9]+(?:[./][0-9]+)*/g) ?? []).sort();

async function linesOf(month: Month): Promise<readonly LineRecord[]> {
	const { scorecards, exceptions } = await scoreMonth(month);
	expect(exceptions).toEqual([]);
	return scorecards[0]?.lines ?? [];
}

function expectSameNumbers({ explanation }: LineRecord): void {
	expect(numbersOf(explanation.zh)).toEqual(numbersOf(explanation.en));
}

describe('the sentence is enough to redo the points', () => {
	describe.each([
		['completed', ofTarget],
		['on time', inTime],
		['errors', inError],
		['answers and values', ofAnswers],
	])('%s', (_, rows) => {
		it.each(rows)('%s', async (_holds, indicator, month, points) => {
			const lines = await linesOf({ ...month, indicators: [indicator] });
			expect(lines.map(({ exactPoints }) => exactPoints)).toEqual([points]);
			expect(lines.map(({ explanation }) => redone(explanation.en))).toEqual([points]);
			lines.forEach(expectSameNumbers);
		});
	});

	it('with the points of what does not apply', async () => {
		const indicators = [
			{ ...completed, points: 40 },
			{ ...by('resolved', share), points: 30 },
			{ ...errors, points: 10 },
		];
		const leader = [{ id: 'care', points: 20 }];
		const ratings = [{ employeeId: 'E1', raterId: 'L1', criterion: 'care', points: 13.5 }];
		const items = '4 done, 1 faulty 1';
		const lines = await linesOf({ indicators, leader, ratings, target: 10, items });
		const applying = lines.filter(({ part, applies }) => part === 'system' && applies);
		// 40 × 80 ÷ 50 = 64, of which a half; 10 × 80 ÷ 50 = 16, of which 90 %.
		expect(applying.map(({ exactPoints }) => exactPoints)).toEqual(['32', '72/5']);
		expect(applying.map(({ explanation }) => redone(explanation.en))).toEqual(['32', '72/5']);
		expect(lines[1]?.explanation).toEqual({
			en: 'does not apply, since no item tells whether it was resolved: its 30 points go pro rata to the others',
			zh: '不适用：没有可判断是否解决的事项，其 30 分按比例分给其他指标',
		});
		lines.forEach(expectSameNumbers);
	});

	it.each([
		['of one leader', [['L1', 13.5, 1]], '27/2', 'L1 gave 13.5 of 40 points'],
		[
			'of several by weight',
			[
				['L2', 13, 1],
				['L1', '9.25', 2],
			],
			'21/2',
			'mean of L1 9.25 × 2, L2 13 × 1 by weight = 10.5 of 40 points',
		],
		[
			'of three alike',
			[
				['L1', 10, 1],
				['L2', 10, 1],
				['L3', 12, 1],
			],
			'32/3',
			'mean of L1 10 × 1, L2 10 × 1, L3 12 × 1 by weight = 32/3 (≈ 10.67) of 40 points',
		],
	])('%s', async (_, given, points, sentence) => {
		const lines = await linesOf({
			indicators: [{ ...completed, points: 60 }],
			leader: [{ id: 'care', points: 40 }],
			target: 1,
			ratings: given.map(([raterId, rated, weight]) => ({
				employeeId: 'E1',
				criterion: 'care',
				raterId,
				points: rated,
				weight,
			})),
		});
		const [, rated] = lines;
		expect(rated?.exactPoints).toBe(points);
		expect(rated?.explanation.en).toBe(sentence);
		expect(redoneRating(sentence)).toBe(points);
		lines.forEach(expectSameNumbers);
	});
});

it('redoes nothing from a sentence whose numbers do not agree', () => {
	const sentence = '45 of 50 on time (the greater of target 50 and 40 due): 80 % of 20 points = 16';
	expect(() => redone(sentence)).toThrow('4/5 is said, 9/10 comes out');
});
