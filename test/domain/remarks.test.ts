import type { ScorecardRecord } from '../../src/index';
import { scoreMonth, type Json, type Month } from './onePerson';

const quantity = { measure: 'completed', curve: { type: 'attainment' }, points: 100 };

async function cardOf(month: Partial<Month>): Promise<ScorecardRecord | undefined> {
	const { scorecards } = await scoreMonth({ indicators: [quantity], target: 20, ...month });
	return scorecards[0];
}

const claim = (count: unknown, more: Json = {}): Json => ({
	employeeId: 'E1',
	activity: 'task',
	period: '2026-10',
	count,
	...more,
});

describe('what others say beside the count that is used', () => {
	it.each<[string, Partial<Month>, string[]]>([
		['nothing else is said', { items: '20 done' }, []],
		['a claim of as much', { items: '20 done', claims: [claim(20)] }, []],
		['of another month', { items: '20 done', claims: [claim(9, { period: '2026-09' })] }, []],
		['of somebody else', { items: '20 done', claims: [claim(9, { employeeId: 'E2' })] }, []],
		[
			'a claim of more',
			{ items: '20 done', claims: [claim(25)] },
			['task: crm has 20, a claim says 25; 20 counts'],
		],
		[
			'two claims, each on its own',
			{ items: '20 done', claims: [claim('30'), claim(20), claim(10)] },
			[
				'task: crm has 20, a claim says 30; 20 counts',
				'task: crm has 20, a claim says 10; 20 counts',
			],
		],
		[
			'another source with less',
			{ items: '20 done, 18 billed' },
			['task: crm has 20, billing says 18; 20 counts'],
		],
		['another source with as much', { items: '20 done, 20 billed' }, []],
		[
			'another source, then a claim',
			{ items: '20 done, 1 billed', claims: [claim(0)] },
			[
				'task: crm has 20, billing says 1; 20 counts',
				'task: crm has 20, a claim says 0; 20 counts',
			],
		],
	])('%s', async (_, month, expected) => {
		const card = await cardOf(month);
		expect(card?.differences.map(({ message }) => message.en)).toEqual(expected);
		expect(card?.total).toBe(100);
	});

	it('is said in Chinese with the same numbers', async () => {
		const card = await cardOf({ items: '20 done, 18 billed', claims: [claim(25)] });
		expect(card?.differences.map(({ message }) => message.zh)).toEqual([
			'task：crm 为 20，billing 为 18；以 20 为准',
			'task：crm 为 20，申报为 25；以 20 为准',
		]);
	});
});

describe('flags', () => {
	const solved = { id: 'solved', measure: 'resolved', curve: { type: 'share' }, points: 60 };
	const half = { ...quantity, id: 'quantity', points: 40 };

	it.each<[string, Partial<Month>, readonly object[]]>([
		['none where all is usual', { items: '20 done' }, []],
		[
			'points went to other indicators',
			{ indicators: [half, solved], items: '20 done' },
			[
				{
					code: 'redistributed',
					concerns: ['solved'],
					message: {
						en: 'not applied: solved; the points went pro rata to the other indicators',
						zh: 'solved 不适用：分值按比例分给其他指标',
					},
				},
			],
		],
		[
			'an excuse that the employee approved',
			{ items: '20 done, 1 excusedBySelf' },
			[
				{
					code: 'selfApprovedExcuse',
					concerns: ['20'],
					message: {
						en: 'excuses approved by the employee are ignored: 1',
						zh: '1 条由本人批准的延误理由不予采纳',
					},
				},
			],
		],
		[
			'fewer than 20 items, open ones included',
			{ items: '18 done, 1 open' },
			[
				{
					code: 'lowVolume',
					concerns: ['task'],
					message: {
						en: 'fewer than 20 items (task 19): a single one weighs much',
						zh: '少于 20 项（task 19）：单项影响较大',
					},
				},
			],
		],
	])('%s', async (_, month, expected) => {
		const card = await cardOf(month);
		expect(card?.flags).toEqual(expected);
	});
});
