import { exportPay, previewPay, reconcilePay } from '../../src/index';
import { codes, exported, fileMonth, payrollWith, textOf, type Json } from './files';
import { approved, people } from './month';

describe('what payroll gives back of a file', () => {
	const whole: readonly Json[] = [
		{ 'Payroll ID': '00001', Amount: 2790 },
		{ 'Payroll ID': '00002', Amount: '2250.00' },
		{ 'Payroll ID': '00003', Amount: 3814.15 },
	];
	const reconciled = async (rows: readonly Json[]) => {
		const { batch } = await previewPay(fileMonth(), payrollWith([]));
		return await reconcilePay(approved(fileMonth(), batch.hash), payrollWith(rows));
	};

	it('agrees by person and component where payroll keeps no key', async () => {
		const { batch, problems } = await reconciled(whole);
		expect(problems).toEqual([]);
		expect(batch).toMatchObject({ status: 'reconciled', inPayroll: { sums: { CNY: '8854.15' } } });
	});

	it('agrees with its own file, key and total included', async () => {
		const { lines } = await exported();
		const own = lines.map((line) => ({
			...{ 'Payroll ID': line.remoteEmployeeId, Amount: line.amount, Key: line.key },
			...{ Currency: 'CNY', Component: 'Performance Pay', 'Payroll Date': '2026-10-31' },
		}));
		const total = { 'Payroll ID': 'TOTAL', Amount: '8854.15' };
		expect((await reconciled([...own, total])).batch.status).toBe('reconciled');
	});

	it.each<{ why: string; rows: readonly Json[]; says: string }>([
		{
			why: 'a 75 typed as 85',
			rows: whole.map((row, at) => (at === 1 ? { ...row, Amount: '2550.00' } : row)),
			says: 'pay.amountDiffers E002: E002: row 2: amount 2250.00 expected, 2550.00 found: +300.00, +10 % of the base 3000.00',
		},
		{
			why: 'somebody who is missing',
			rows: whole.slice(1),
			says: 'pay.missing E001: E001: 2790.00 CNY is not in payroll',
		},
		{
			why: 'somebody twice',
			rows: [...whole, { 'Payroll ID': '00001', Amount: 2790 }],
			says: 'pay.duplicate E001: E001: 2 entries carry the key of one line: row 1, row 4',
		},
		{
			why: 'somebody who is not in the batch',
			rows: [...whole, { 'Payroll ID': '00009', Amount: 10 }],
			says: 'pay.unexpected null: row 4 holds 10 CNY of Performance Pay on 2026-10-31 for 00009, who is not in this batch',
		},
	])('names $why', async ({ rows, says }) => {
		const { batch, problems } = await reconciled(rows);
		expect(batch.status).toBe('different');
		expect(problems.map((it) => `${it.code} ${it.employeeId}: ${it.message}`)).toEqual([says]);
	});

	it.each([
		{ why: 'what was exported as not known', status: 'sent', notInPayroll: [], now: 'unknown' },
		{ why: 'what was paid as not known', status: 'confirmed', notInPayroll: [], now: 'unknown' },
		{
			why: 'what a person looked for as unpaid',
			status: 'sent',
			notInPayroll: ['E001'],
			now: 'failed',
		},
		{ why: 'what was not paid as unpaid', status: 'failed', notInPayroll: [], now: 'failed' },
		{
			why: 'what somebody removed again as unpaid',
			status: 'mismatch',
			notInPayroll: [],
			now: 'failed',
		},
	])('has $why where no row shows it', async ({ status, notInPayroll, now }) => {
		const { lines: made, batch } = await exported();
		const earlierPay = made.map((line) => ({ ...line, status }));
		const asked = { ...approved(fileMonth({ earlierPay }), batch.hash), notInPayroll };
		const { lines, problems } = await reconcilePay(asked, payrollWith(whole.slice(1)));
		expect(lines.map((line) => line.status)).toEqual([now, 'confirmed', 'confirmed']);
		const code = now === 'unknown' ? 'pay.sentUnseen' : 'pay.missing';
		expect(codes({ problems })).toEqual([`${code} E001`]);
	});

	it('reads nothing from rows that it does not understand', async () => {
		const { batch, problems } = await reconciled([{ 工号: '00001', 金额: '2790.00' }]);
		expect(batch.status).toBe('stopped');
		expect(problems[0]?.remedy).toMatch(/Set Payroll ID Column and Amount Column/);
	});

	it('carries only the difference of a correction, once the first rows are there', async () => {
		const { batch, lines } = await reconciled(whole);
		const risen = people.map((one) => (one.id === 'E002' ? { ...one, total: 85 } : one));
		const next = fileMonth({ revision: 1, earlierPay: lines }, risen);
		const { batch: second } = await previewPay(next, payrollWith(whole));
		const asked = approved(next, second.hash);
		const result = await exportPay(asked, payrollWith(whole));
		expect(batch.status).toBe('reconciled');
		expect(result.lines.map((line) => `${line.employeeId} ${line.amount}`)).toEqual([
			'E002 300.00',
		]);
		expect(textOf(result)).toMatch(/"E002".*,300\.00,/);
		expect(codes(await exportPay(asked, payrollWith([])))).toContain('pay.earlierDiffers E001');
		const both = [...whole, { 'Payroll ID': '00002', Amount: '300.00' }];
		expect((await reconcilePay(asked, payrollWith(both))).problems).toEqual([]);
	});
});
