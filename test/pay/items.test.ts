import {
	readBasePay,
	readExceptions,
	readScorecards,
	readSummaries,
} from '../../src/items/payInput';

const hash = 'a'.repeat(64);
const card = { period: '2026-10', employeeId: 'E1', total: 92.5, rulebookHash: hash };
const summary = { period: '2026-10', resultHash: hash, scored: 1, blocked: 0 };
const base = { employeeId: 'E1', remoteEmployeeId: 'HR-1', base: '3000', currency: 'CNY' };
const exception = { code: 'ratingMissing', blocks: true };

const readers = {
	scorecard: readScorecards,
	summary: readSummaries,
	exception: readExceptions,
	base: (items: readonly unknown[]) => readBasePay(items, 'EUR'),
};
type Kind = keyof typeof readers;

describe('what payroll reads', () => {
	it.each<[Kind, unknown, object]>([
		['scorecard', card, { employeeId: 'E1', total: 9250n }],
		['scorecard', { ...card, total: '92.50' }, { total: 9250n }],
		['scorecard', { ...card, employeeId: 7 }, { employeeId: '7' }],
		['scorecard', { id: 1, total: 'x', scorecard: JSON.stringify(card) }, { total: 9250n }],
		['scorecard', { scorecard: card }, { total: 9250n }],
		['summary', { ...summary, scored: '60' }, { scored: 60 }],
		['summary', { summary: JSON.stringify(summary), scored: 'x' }, { scored: 1 }],
		['exception', exception, { period: '', employeeId: '', blocks: true }],
		['exception', { ...exception, blocks: 'TRUE' }, { blocks: true }],
		['exception', { ...exception, blocks: 0 }, { blocks: false }],
		['exception', { ...exception, employeeId: null }, { employeeId: '' }],
		['base', base, { base: { units: 300000n, currency: 'CNY' }, from: '', system: '' }],
		['base', { ...base, base: 3000.1 }, { base: { units: 300010n, currency: 'CNY' } }],
		['base', { ...base, currency: '' }, { base: { units: 300000n, currency: 'EUR' } }],
		[
			'base',
			{ ...base, base: '300001', currency: 'JPY' },
			{ base: { units: 300001n, currency: 'JPY' } },
		],
	])('%s %j', (kind, item, value) =>
		expect(readers[kind]([item])).toMatchObject({ ok: true, value: [value] }),
	);

	it.each<[Kind, unknown, string, RegExp]>([
		[
			'scorecard',
			{ ...card, total: 92.555 },
			'Scorecards[0].total',
			/at most 2 decimals, found "92.555"/,
		],
		['scorecard', { ...card, total: -1 }, 'Scorecards[0].total', /from 0/],
		['scorecard', { ...card, total: null }, 'Scorecards[0].total', /found nothing/],
		['scorecard', { ...card, total: '9e1' }, 'Scorecards[0].total', /found "9e1"/],
		['scorecard', { ...card, total: true }, 'Scorecards[0].total', /found "true"/],
		['scorecard', { ...card, period: '2026-1' }, 'Scorecards[0].period', /a month like 2026-10/],
		['scorecard', { ...card, rulebookHash: '' }, 'Scorecards[0].rulebookHash', /SHA-256/],
		['scorecard', { ...card, employeeId: ' ' }, 'Scorecards[0].employeeId', /a text/],
		['scorecard', { scorecard: '{"employeeId"' }, 'Scorecards[0]', /not the JSON of a scorecard/],
		['scorecard', 7, 'Scorecards[0]', /not a JSON object/],
		['scorecard', { error: 'boom' }, 'Scorecards[0]', /only an error of an earlier node/],
		['summary', { ...summary, scored: 1.5 }, 'Summary[0].scored', /a whole number/],
		['exception', { ...exception, blocks: 'perhaps' }, 'Exceptions[0].blocks', /true or false/],
		['base', { ...base, base: '3,000' }, 'Base Pay[0].base', /of E1: "base" must be an amount/],
		['base', { ...base, base: '-1' }, 'Base Pay[0].base', /from 0/],
		['base', { ...base, base: '1.005' }, 'Base Pay[0].base', /at most 2 decimals/],
		['base', { ...base, currency: 'RMB' }, 'Base Pay[0].base', /ISO 4217 code, found "RMB"/],
		['base', { ...base, from: '2026-02-30' }, 'Base Pay[0].from', /a day like/],
	])('%s %j is refused at %s', (kind, item, path, message) => {
		const read = readers[kind]([item]);
		const found = read.ok ? [] : read.problems;
		expect(found).toMatchObject([{ path, message: expect.stringMatching(message) }]);
		expect(found[0]?.remedy).not.toBe('');
	});

	it('leaves out {}, which stands for nothing', () =>
		expect(readScorecards([{}, card, {}])).toMatchObject({ ok: true, value: [{}] }));

	it('names every bad field of every item at once', () => {
		const read = readBasePay([{ base: '1' }, base, { ...base, employeeId: '' }], 'CNY');
		expect(read.ok ? [] : read.problems.map((it) => it.path)).toEqual([
			'Base Pay[0].employeeId',
			'Base Pay[0].remoteEmployeeId',
			'Base Pay[2].employeeId',
		]);
	});
});
