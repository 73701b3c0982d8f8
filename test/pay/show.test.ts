import { previewPay, showBatch, type PayRequest, type ShowBatchRequest } from '../../src/index';
import { openLedger } from './ledger';
import { ids } from './look';
import { month, portsOf, sha256, type Person } from './month';

const names = [
	{ employeeId: 'E001', name: 'Li <b>Na</b>' },
	{ employeeId: 'E002', name: '王力' },
];

/** A preview as Payroll gave it, shown. */
async function shown(change: Partial<ShowBatchRequest> = {}, request: PayRequest = month()) {
	const { lines, problems, batch } = await previewPay(request, portsOf(openLedger(ids).http).ports);
	return await showBatch({ batch: [batch], payLines: lines, problems, people: names, ...change });
}

/** What a browser shows, a cell or a paragraph a line. */
const seen = (html: string): readonly string[] =>
	html
		.replace(/<\/t[dh]>(?=<t)/g, ' | ')
		.split(/<\/(?:tr|h\d|li)>/)
		.map((line) => line.replace(/<[^>]*>/g, '').trim())
		.filter((line) => line !== '');

const before = (employeeId: string, amount: string, status = 'confirmed', revision = 0) => ({
	...{ kind: 'payLine', period: '2026-09', employeeId, status, amount, earned: amount },
	key: sha256(`${employeeId} ${revision}`),
	...{ total: 90, base: '3000.00', currency: 'CNY', batchHash: 'b'.repeat(64) },
});

const withSeptember = async (lines: readonly object[], change: Partial<ShowBatchRequest> = {}) => {
	const { lines: own, batch } = await previewPay(month(), portsOf(openLedger(ids).http).ports);
	return await showBatch({ batch: [batch], payLines: [...own, ...lines], ...change });
};

it('shows totals and everybody, and what it shows as a fact', async () => {
	const { html, ...facts } = await shown();
	expect(facts).toEqual({
		...{ kind: 'batchPage', period: '2026-10', status: 'ready', count: 3 },
		...{ sums: ['8854.15 CNY'], blocking: 0, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
	});
	expect(seen(html).slice(1)).toEqual([
		'Control totals',
		'Currency | Sum of base | Sum of pay | Highest | Lowest',
		'CNY | 10321.98 | 8854.15 | 3814.15 | 2250.00',
		'Everybody',
		'Employee | Name | Base | Score | Pay | Month before | Change',
		'E001 | Li &lt;b&gt;Na&lt;/b&gt; | 3000.00 | 93 | 2790.00 CNY |  |',
		'E002 | 王力 | 3000.00 | 75 | 2250.00 CNY |  |',
		'E003 |  | 4321.98 | 88.25 | 3814.15 CNY |  |',
	]);
});

it('lists apart who lies far from the month before, is new, or gets nothing', async () => {
	const people: readonly Person[] = [
		{ id: 'E001', total: 93 },
		{ id: 'E002', total: 0 },
		{ id: 'E003', total: 100 },
	];
	const { lines, batch } = await previewPay(month({}, people), portsOf(openLedger(ids).http).ports);
	const september = [before('E001', '2000.00'), before('E002', '0.00')];
	const { html } = await showBatch({ batch: [batch], payLines: [...lines, ...september] });
	const all = seen(html);
	expect(all.slice(all.indexOf('Look at these people') + 2, all.indexOf('Everybody'))).toEqual([
		'E001 |  | 3000.00 | 93 | 2790.00 CNY | 2000.00 | +39.5 % | far from the month before',
		'E002 |  | 3000.00 | 0 | 0.00 CNY | 0.00 | from nothing | no pay',
		'E003 |  | 3000.00 | 100 | 3000.00 CNY |  |  | nothing in the month before',
	]);
});

it.each([
	{ why: 'just at the limit', limit: 39.5, listed: 0 },
	{ why: 'above it', limit: 39.49, listed: 1 },
])('compares with the limit that is given: $why', async ({ limit, listed }) => {
	const september = ['E001', 'E002', 'E003'].map((id) =>
		before(id, { E001: '2000.00', E002: '2250.00', E003: '3814.15' }[id] ?? ''),
	);
	const { html } = await withSeptember(september, { changeLimit: limit });
	expect(seen(html).filter((line) => line.endsWith('far from the month before'))).toHaveLength(
		listed,
	);
});

it('adds what a month paid in revisions, and counts only what is confirmed', async () => {
	const september = [
		before('E001', '2000.00'),
		before('E001', '790.00', 'unchanged', 1),
		before('E001', '100.00', 'failed', 2),
		before('E001', '9.00', 'preview', 3),
	];
	const { html } = await withSeptember(september);
	expect(seen(html)).toContain('E001 |  | 3000.00 | 93 | 2790.00 CNY | 2790.00 | 0 %');
});

it.each([
	{ why: 'once', again: '1395.00', cells: '1395.00 | +100 % | far from the month before' },
	{ why: 'not at all if two rows tell it apart', again: '1395.01', cells: ' |' },
])('counts what several batches hold under one key $why', async ({ again, cells }) => {
	const september = [
		before('E001', '1395.00'),
		{ ...before('E001', again, 'unchanged'), batchHash: 'c'.repeat(64) },
	];
	const { html } = await withSeptember(september);
	expect(seen(html)).toContain(`E001 |  | 3000.00 | 93 | 2790.00 CNY | ${cells}`);
});

it('says what stops the batch before what is to know, each with its remedy', async () => {
	const { html, blocking, status } = await shown(
		{},
		month({ objections: [{ period: '2026-10', employeeId: 'E002', status: 'open' }] }),
	);
	expect([status, blocking]).toEqual(['stopped', 1]);
	expect(seen(html)).toEqual(
		expect.arrayContaining([
			'This stops the batch',
			'E002: the objection is not decided. Decide it, or set Open Objections to pay the others or to pay as scored.',
		]),
	);
});

it('speaks Chinese', async () => {
	const { html } = await shown({ language: 'zh' });
	expect(seen(html)[0]).toMatch(/^2026-10 绩效工资：3 人，批次 [0-9a-f]{12}$/);
	expect(seen(html)).toContain('工号 | 姓名 | 基数 | 得分 | 绩效工资 | 上月 | 变化');
});

it('reads a batch as its table has it: problems and totals as text', async () => {
	const { lines, batch } = await previewPay(month(), portsOf(openLedger(ids).http).ports);
	const row = {
		...batch,
		currencies: JSON.stringify(batch.currencies),
		sumOfTotals: String(batch.sumOfTotals),
		problemList: JSON.stringify([{ message: 'M', remedy: 'R', blocks: true }]),
	};
	const { blocking, html } = await showBatch({ batch: [row], payLines: lines });
	expect(blocking).toBe(1);
	expect(seen(html)).toContain('M. R.');
});

describe('refuses to show half a batch', () => {
	it.each([
		{ why: 'no batch', change: { batch: [] }, says: /0 batches came in, one is expected/ },
		{ why: 'a line is missing', change: { payLines: [] }, says: /The batch has 3 lines, 0 came/ },
		{
			why: 'a line cannot be read',
			change: { payLines: [{ ...before('E001', '1,5') }] },
			says: /"amount" must be an amount of CNY, found "1,5"/,
		},
	])('$why', async ({ change, says }) => await expect(shown(change)).rejects.toThrow(says));
});
