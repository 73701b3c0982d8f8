import type { PayRequest } from '../../src/index';
import { assignment, openLedger } from './ledger';
import { found, ids, preview } from './look';
import { basePayOf, month, people, scorecard, summaryOf } from './month';

const cards = people.map(scorecard);
const [anna = cards[0], ...others] = cards;
const exception = (employeeId: string | null, change = {}) => ({
	kind: 'exception',
	period: '2026-10',
	code: 'ratingMissing',
	employeeId,
	blocks: true,
	message: 'no rating for attitude',
	remedy: 'Ask L02 to rate',
	...change,
});

describe('preview', () => {
	it('writes nothing, and shows each line, the totals and the hash', async () => {
		const { seen, lines, problems, batch } = await preview(month());
		expect(new Set(seen)).toEqual(new Set(['GET']));
		expect(problems).toEqual([]);
		expect(lines[1]).toEqual({
			kind: 'payLine',
			tenant: 'xx-wealth',
			period: '2026-10',
			employeeId: 'E002',
			remoteEmployeeId: 'HR-E002',
			component: 'Performance Pay',
			revision: 0,
			base: '3000.00',
			currency: 'CNY',
			total: 75,
			earned: '2250.00',
			paidBefore: '0.00',
			amount: '2250.00',
			key: lines[1]?.key,
			status: 'preview',
			remoteId: null,
			message: null,
			batchHash: batch.hash,
		});
		expect(batch).toMatchObject({
			status: 'ready',
			payrollDate: '2026-10-31',
			hash: expect.stringMatching(/^[0-9a-f]{64}$/),
			inPayroll: { count: 0, sums: {} },
			problems: 0,
		});
	});

	it('gives the same batch in any order of the items, from tables as from nodes', async () => {
		const inNodes = await preview(month());
		const rows = [...cards].reverse().map((card) => ({
			id: 7,
			employeeId: card.employeeId,
			total: String(card.total),
			scorecard: JSON.stringify(card),
		}));
		const [summary] = month().summary;
		const inTables = await preview(
			month({
				scorecards: [{}, ...rows],
				summary: [{ period: '2026-10', summary: JSON.stringify(summary) }],
				basePay: [...month().basePay].reverse().map((it) => ({ ...(it as object), id: 1 })),
				exceptions: [{}],
			}),
		);
		expect(inTables.lines).toEqual(inNodes.lines);
		expect(inTables.batch).toEqual(inNodes.batch);
	});

	it.each<{ why: string; change: Partial<PayRequest>; finds: string[] }>([
		{
			why: 'a changed total',
			change: { scorecards: [{ ...anna, total: 94 }, ...others] },
			finds: ['pay.resultHashDiffers null'],
		},
		{
			why: 'a scorecard less',
			change: { scorecards: others },
			finds: ['pay.resultHashDiffers null'],
		},
		{
			why: 'a scorecard twice',
			change: { scorecards: [...cards, anna] },
			finds: ['pay.scorecardDuplicate E001', 'pay.resultHashDiffers null'],
		},
		{ why: 'no summary', change: { summary: [] }, finds: ['pay.summaryMissing null'] },
		{
			why: 'two summaries',
			change: { summary: [summaryOf(cards), summaryOf(cards)] },
			finds: ['pay.summarySeveral null'],
		},
		{
			why: 'another month',
			change: { period: '2026-11' },
			finds: ['pay.otherPeriod null', 'pay.otherPeriod null'],
		},
		{
			why: 'fewer exceptions than the summary says',
			change: { summary: [summaryOf(cards, 2)], exceptions: [exception('E009')] },
			finds: ['pay.exceptionsDiffer null', 'pay.personBlocked E009'],
		},
		{
			why: 'somebody scored and blocked',
			change: { summary: [summaryOf(cards, 1)], exceptions: [exception('E001')] },
			finds: ['pay.scoredAndBlocked E001', 'pay.personBlocked E001'],
		},
		{
			why: 'somebody blocked',
			change: { summary: [summaryOf(cards, 1)], exceptions: [exception('E009')] },
			finds: ['pay.personBlocked E009'],
		},
		{
			why: 'nobody scored',
			change: { scorecards: [], summary: [summaryOf([])], basePay: [] },
			finds: ['pay.nothingToPay null'],
		},
		{
			why: 'no base',
			change: { basePay: people.slice(1).map(basePayOf) },
			finds: ['pay.baseMissing E001'],
		},
		{
			why: 'a base that begins later',
			change: {
				basePay: people.map((it) => ({ ...basePayOf(it), from: '2026-11-01' })).slice(0, 3),
			},
			finds: ['pay.baseMissing E001', 'pay.baseMissing E002', 'pay.baseMissing E003'],
		},
		{
			why: 'two bases from one day',
			change: {
				basePay: [
					...people.map(basePayOf),
					{ ...basePayOf(people[0] ?? { id: '', total: 0 }), base: '1' },
				],
			},
			finds: ['pay.baseDuplicate E001'],
		},
		{
			why: 'two people who are one in payroll',
			change: {
				basePay: people.map((it) => ({
					...basePayOf(it),
					remoteEmployeeId: it.id === 'E003' ? 'HR-E003' : 'HR-E001',
				})),
			},
			finds: ['pay.payrollPersonShared E001', 'pay.payrollPersonShared E002'],
		},
		{
			why: 'items that cannot be read',
			change: { scorecards: [{ ...anna, total: 'many' }, ...others], basePay: [{ error: 'boom' }] },
			finds: ['pay.badItem null', 'pay.badItem null'],
		},
		{
			why: 'more digits than payroll keeps',
			change: { basePay: people.map((it) => ({ ...basePayOf(it), base: '90071992547409.93' })) },
			finds: ['pay.amountTooLong E001', 'pay.amountTooLong E002', 'pay.amountTooLong E003'],
		},
	])('stops at $why', async ({ change, finds }) => {
		expect(await found(month(change))).toEqual({ status: 'stopped', found: finds });
	});

	it('pays the others where that is the setting, and names who is left out', async () => {
		const request = month({
			blockedPeople: 'payOthers',
			summary: [summaryOf(cards, 1)],
			exceptions: [exception('E009'), exception(null, { blocks: 'false' })],
			basePay: people.slice(1).map(basePayOf),
		});
		const { lines, problems, batch } = await preview(request);
		expect(batch.status).toBe('ready');
		expect(lines.map((it) => it.employeeId)).toEqual(['E002', 'E003']);
		expect(problems.map((it) => [it.message, it.remedy, it.blocks])).toEqual([
			['E009 has no score: no rating for attitude', 'Ask L02 to rate', false],
			[
				'E001 has no base pay by 2026-10-31',
				'Set the base in payroll or in the table of bases, and get base pay again',
				false,
			],
		]);
	});

	it('tells all that blocks somebody in one line, with or without full stops', async () => {
		const sentence = { message: 'No rating for ability.', remedy: 'Rate ability.' };
		const { problems } = await preview(
			month({
				summary: [summaryOf(cards, 1)],
				exceptions: [exception('E009', sentence), exception('E009'), exception('E009', sentence)],
			}),
		);
		const told = problems.find(({ employeeId }) => employeeId === 'E009');
		expect([told?.message, told?.remedy]).toEqual([
			'E009 has no score: No rating for ability. no rating for attitude; No rating for ability.',
			'Rate ability. Ask L02 to rate',
		]);
	});

	it('says that it is the bases that are missing where nobody has one, not the scorecards', async () => {
		const { problems } = await preview(month({ basePay: [], blockedPeople: 'payOthers' }));
		expect(problems.filter((it) => it.blocks).map((it) => it.message)).toEqual([
			'None of the people with a scorecard of 2026-10 (3) has a base that can be paid from',
		]);
	});

	it('takes the base that holds at the end of the month, and says when it began in it', async () => {
		const raise = { ...basePayOf({ id: 'E001', total: 0 }), base: '4000', from: '2026-10-15' };
		const later = { ...raise, base: '9000', from: '2026-11-01' };
		const { lines, problems } = await preview(
			month({ basePay: [later, ...people.map(basePayOf), raise] }),
		);
		expect(lines[0]).toMatchObject({ base: '4000.00', amount: '3720.00' });
		expect(problems).toMatchObject([
			{ code: 'pay.baseStartsInPeriod', employeeId: 'E001', blocks: false },
		]);
	});

	it('says zero pay and pay above the base, and pays them', async () => {
		const who = [
			{ id: 'E001', total: 0 },
			{ id: 'E002', total: 100.5 },
		];
		const { batch, problems } = await preview(month({}, who));
		expect(batch.status).toBe('ready');
		expect(problems.map((it) => it.message)).toEqual([
			'E001: the pay is 0.00 CNY',
			'E002: the pay 3015.00 CNY is above the base 3000.00',
		]);
	});

	it('adds no currency to another', async () => {
		const who = [
			{ id: 'E001', total: 93 },
			{ id: 'E002', total: 93, base: '300001', currency: 'JPY' },
		];
		const ledger = openLedger(ids);
		ledger.tables['Salary Structure Assignment'] = [
			assignment('S1', 'HR-E001'),
			assignment('S2', 'HR-E002', { currency: 'JPY' }),
		];
		const { batch } = await preview(month({}, who), ledger);
		expect(batch).toMatchObject({
			status: 'ready',
			currencies: { CNY: { sumOfAmount: '2790.00' }, JPY: { sumOfAmount: '279001' } },
			highest: null,
			lowest: null,
		});
	});
});
