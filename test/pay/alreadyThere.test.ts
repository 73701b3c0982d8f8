import { previewPay } from '../../src/index';
import { keyField, openLedger, type Ledger } from './ledger';
import { amounts, found, ids, paid, sync } from './look';
import { month, portsOf } from './month';

describe('what is there before the sync', () => {
	const draft = (key: string, amount: number) => ({
		name: 'HR-ADS-1',
		employee: 'HR-E001',
		salary_component: 'Performance Pay',
		amount,
		currency: 'CNY',
		payroll_date: '2026-10-31',
		company: 'XX',
		disabled: 0,
		docstatus: 0,
		[keyField]: key,
	});

	const there = async (ledger: Ledger, change: object, request = month()) => {
		const { lines } = await previewPay(request, portsOf(ledger.http).ports);
		const key = lines[0]?.key ?? '';
		ledger.tables['Additional Salary']?.push({ ...draft(key, 2790), ...change });
	};

	it('submits a draft of its own instead of writing another', async () => {
		const ledger = openLedger(ids);
		await there(ledger, {});
		const { lines } = await sync(ledger);
		expect(lines[0]).toMatchObject({ status: 'confirmed', remoteId: 'HR-ADS-1' });
		expect(paid(ledger)).toEqual(amounts);
		expect(ledger.salaries()).toHaveLength(3);
	});

	it.each([
		{
			why: 'another amount',
			change: { amount: 2791, docstatus: 1 },
			status: 'mismatch',
			code: 'pay.amountDiffers',
			says: /amount 2790\.00 expected, 2791\.00 found: \+1\.00/,
		},
		{
			why: 'a draft of another amount',
			change: { amount: 2790.005 },
			status: 'mismatch',
			code: 'pay.amountDiffers',
			says: /amount 2790\.00 expected, 2790\.005 found/,
		},
		{
			why: 'another currency',
			change: { currency: 'USD', docstatus: 1 },
			status: 'mismatch',
			code: 'pay.amountDiffers',
			says: /currency CNY expected, USD found/,
		},
		{
			why: 'another month',
			change: { payroll_date: '2027-01-31', docstatus: 1 },
			status: 'mismatch',
			code: 'pay.amountDiffers',
			says: /payroll date 2026-10-31 expected, 2027-01-31 found/,
		},
		{
			why: 'cancelled by somebody',
			change: { docstatus: 2 },
			status: 'failed',
			code: 'pay.cancelled',
			says: /HR-ADS-1 was cancelled in payroll/,
		},
		{
			why: 'disabled by somebody',
			change: { docstatus: 1, disabled: 1 },
			status: 'failed',
			code: 'pay.disabled',
			says: /HR-ADS-1 is disabled/,
		},
		{
			why: 'made by hand, without a key',
			change: { [keyField]: null, docstatus: 1 },
			status: 'failed',
			code: 'pay.paidByHand',
			says: /HR-ADS-1 holds 2790 CNY .* paid twice/,
		},
		{
			why: 'of another batch, such as one of another tenant',
			change: { [keyField]: 'f'.repeat(64), docstatus: 1 },
			status: 'failed',
			code: 'pay.paidAlready',
			says: /HR-ADS-1 holds 2790 CNY .* the key of another batch: .* paid twice/,
		},
	])('never overwrites what is there: $why', async ({ change, status, code, says }) => {
		const nobody = openLedger(ids);
		await there(nobody, change);
		const stopped = await sync(nobody);
		expect(stopped.batch.status).toBe('stopped');
		expect(stopped.lines[0]?.status).toBe(status);
		expect(nobody.salaries()).toHaveLength(1);

		const others = openLedger(ids);
		const request = month({ blockedPeople: 'payOthers' });
		await there(others, change, request);
		const went = await sync(others, request);
		expect(went.batch.status).toBe('incomplete');
		expect(went.lines.map((it) => it.status)).toEqual([status, 'confirmed', 'confirmed']);
		expect(went.problems).toMatchObject([
			{ code, employeeId: 'E001', message: expect.stringMatching(says) },
		]);
		expect(others.salaries()).toHaveLength(3);
	});

	it.each([
		{ why: 'over the month', from: '2026-01-01', to: '2026-12-31', found: ['pay.paidByHand E001'] },
		{
			why: 'to its first day',
			from: '2026-09-01',
			to: '2026-10-01',
			found: ['pay.paidByHand E001'],
		},
		{ why: 'until the month before', from: '2026-01-01', to: '2026-09-30', found: [] },
		{ why: 'from the next month on', from: '2026-11-01', to: '2027-01-31', found: [] },
	])('sees what recurs by hand $why', async ({ from, to, found: codes }) => {
		const ledger = openLedger(ids);
		const recurs = { is_recurring: 1, from_date: from, to_date: to, payroll_date: null };
		await there(ledger, { ...recurs, [keyField]: null, docstatus: 1 });
		expect(await found(month(), ledger)).toEqual({
			status: codes.length === 0 ? 'ready' : 'stopped',
			found: codes,
		});
	});

	it('pays nobody again where only the tenant was changed after a sync', async () => {
		const ledger = openLedger(ids);
		await sync(ledger);
		for (const blockedPeople of ['payNobody', 'payOthers'] as const) {
			const again = await sync(ledger, month({ tenant: 'XX', blockedPeople }));
			expect(again.problems.map((it) => it.code)).toEqual(amounts.map(() => 'pay.paidAlready'));
			expect(paid(ledger)).toEqual(amounts);
			expect(ledger.salaries()).toHaveLength(3);
		}
	});
});
