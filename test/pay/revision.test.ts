import fc from 'fast-check';
import { reconcilePay, syncPay, type PayRequest, type PayResult } from '../../src/index';
import { openLedger, type Ledger } from './ledger';
import { found, hashOf, ids, paid, sync } from './look';
import { approved, month, people, portsOf, summaryOf, type Person } from './month';

const back = 'Performance Pay Back';
const deducting = { negativeDifferences: 'deduct', deduction: back } as const;

/** E001's total corrected. */
const corrected = (total: number): readonly Person[] => [{ id: 'E001', total }, ...people.slice(1)];

/** A correction that follows what was paid. */
const correction = (
	revision: number,
	who: readonly Person[],
	earlier: readonly PayResult[],
	change: Partial<PayRequest> = {},
): PayRequest =>
	month({ revision, earlierPay: earlier.flatMap(({ lines }) => lines), ...change }, who);

/** The month after, with the same scores. */
function november(change: Partial<PayRequest>): PayRequest {
	const items = month();
	const of = (row: object) => ({ ...row, period: '2026-11' });
	const scorecards = items.scorecards.map((it) => of(it as object));
	const summary = [of(summaryOf(scorecards))];
	return { ...items, period: '2026-11', scorecards, summary, ...change };
}

/** Signed cents by person of all that counts. */
function sums(ledger: Ledger): { readonly [employee: string]: number } {
	const of: { [employee: string]: number } = {};
	for (const it of ledger.salaries().filter(({ docstatus }) => docstatus === 1)) {
		const cents = Math.round(it.amount * 100) * (it['salary_component'] === back ? -1 : 1);
		of[it.employee] = (of[it.employee] ?? 0) + cents;
	}
	return of;
}

describe('a correction', () => {
	it('carries only the difference: 2790.00 were paid, 2850.00 are due, 60.00 go', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const { lines, problems, batch } = await sync(ledger, correction(1, corrected(95), [first]));
		expect(problems).toEqual([]);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatchObject({
			employeeId: 'E001',
			revision: 1,
			earned: '2850.00',
			paidBefore: '2790.00',
			amount: '60.00',
			status: 'confirmed',
		});
		expect(batch).toMatchObject({ status: 'sent', revision: 1, count: 1 });
		expect(paid(ledger)).toEqual(['HR-E001 2790', 'HR-E001 60', 'HR-E002 2250', 'HR-E003 3814.15']);
	});

	it('changes nothing when it runs again, and the first payment still reconciles', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const request = correction(1, corrected(95), [first]);
		const second = await sync(ledger, request);
		expect((await sync(ledger, request)).lines[0]?.status).toBe('unchanged');
		expect(ledger.salaries()).toHaveLength(4);
		const journal = [...first.lines, ...second.lines];
		const before = approved(month({ earlierPay: journal }), first.batch.hash);
		const { batch, problems } = await reconcilePay(before, portsOf(ledger.http).ports);
		expect([batch.status, problems]).toEqual(['reconciled', []]);
	});

	it('takes nothing back unless it is said', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const request = correction(1, corrected(85), [first]);
		expect(await found(request, ledger)).toEqual({
			status: 'stopped',
			found: ['pay.negativeDifference E001'],
		});
	});

	it('takes 240.00 back as a deduction where it is said', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const request = correction(1, corrected(85), [first], deducting);
		const { lines, problems } = await sync(ledger, request);
		expect(lines.map((it) => [it.employeeId, it.amount, it.status])).toEqual([
			['E001', '-240.00', 'confirmed'],
		]);
		expect(problems.map((it) => it.code)).toEqual(['pay.deducted']);
		expect(ledger.salaries().at(-1)).toMatchObject({
			employee: 'HR-E001',
			salary_component: back,
			amount: 240,
			docstatus: 1,
		});
		expect(sums(ledger)).toEqual({ 'HR-E001': 255000, 'HR-E002': 225000, 'HR-E003': 381415 });
	});

	it('needs a component of type Deduction', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const wrong = { ...deducting, deduction: 'Bonus' };
		expect(await found(correction(1, corrected(85), [first], wrong), ledger)).toEqual({
			status: 'stopped',
			found: ['pay.deducted E001', 'pay.componentNotDeduction null'],
		});
	});

	it('says that there is nothing to correct', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		expect(await found(correction(1, people, [first]), ledger)).toEqual({
			status: 'stopped',
			found: ['pay.nothingToPay null'],
		});
	});

	it.each([
		{
			why: 'without the journal',
			request: () => correction(1, corrected(95), []),
			code: 'pay.revisionMissing null',
		},
		{
			why: 'by a journal that does not know what was paid',
			request: (first: PayResult) =>
				month(
					{ revision: 1, earlierPay: first.lines.map((it) => ({ ...it, status: 'unknown' })) },
					corrected(95),
				),
			code: 'pay.earlierUnsettled E001',
		},
		{
			why: 'by a journal with a line that somebody changed',
			request: (first: PayResult) =>
				month(
					{ revision: 1, earlierPay: first.lines.map((it) => ({ ...it, employeeId: 'E002' })) },
					corrected(95),
				),
			code: 'pay.earlierKey E002',
		},
		{
			why: 'by a journal with another amount than payroll holds',
			request: (first: PayResult) =>
				month(
					{ revision: 1, earlierPay: first.lines.map((it) => ({ ...it, amount: '1.00' })) },
					corrected(95),
				),
			code: 'pay.earlierDiffers E001',
		},
	])('is refused $why', async ({ request, code }) => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const { status, found: codes } = await found(request(first), ledger);
		expect(status).toBe('stopped');
		expect(codes).toContain(code);
		expect(ledger.salaries()).toHaveLength(3);
	});

	it('does not pay again what the journal has as paid and payroll does not show', async () => {
		const ledger = openLedger(ids);
		const { lines } = await sync(ledger);
		const elsewhere = openLedger(ids); // as if it were looked for in another system, or another month
		expect(await found(month({ earlierPay: lines }), elsewhere)).toEqual({
			status: 'stopped',
			found: ['pay.paidElsewhere E001', 'pay.paidElsewhere E002', 'pay.paidElsewhere E003'],
		});
		expect(elsewhere.salaries()).toEqual([]);
	});

	it('closes the revision before it: what that one left open is not paid beside it', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const unpaid = ledger.salaries().findIndex((it) => it.employee === 'HR-E003');
		ledger.tables['Additional Salary']?.splice(unpaid, 1);
		const without = first.lines.map((it) =>
			it.employeeId === 'E003' ? { ...it, status: 'failed' } : it,
		);
		const request = month({ revision: 1, earlierPay: without }, people);
		const second = await sync(ledger, request);
		expect(second.lines.map((it) => [it.employeeId, it.amount])).toEqual([['E003', '3814.15']]);

		const late = month({ earlierPay: [...without, ...second.lines] });
		const { batch, problems } = await syncPay(
			approved(late, first.batch.hash),
			portsOf(ledger.http).ports,
		);
		expect([batch.status, problems.map((it) => it.code)]).toEqual([
			'stopped',
			['pay.laterRevision'],
		]);
		// Without the journal payroll itself says it.
		expect((await found(month(), ledger)).found).toContain('pay.paidAlready E003');
		expect(sums(ledger)['HR-E003']).toBe(381415);
	});

	it('paid in the next month stops nobody there, once the journal tells of it', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const late = correction(1, corrected(95), [first], { payrollDate: '2026-11-30' });
		const { lines, batch } = await sync(ledger, late);
		expect([batch.status, lines[0]?.amount]).toEqual(['sent', '60.00']);
		const journal = [...first.lines, ...lines];
		const told = await found(november({ earlierPay: journal }), ledger);
		expect(told).toEqual({ status: 'ready', found: [] });

		const changed = journal.map((line) => ({ ...line, revision: line.revision + 1 }));
		for (const earlierPay of [[], changed])
			expect(await found(november({ earlierPay }), ledger)).toEqual({
				status: 'stopped',
				found: ['pay.paidAlready E001'],
			});
	});

	it('pays in all what the last correction says, whatever came before', async () => {
		const totals = fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 1, maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(totals, async (hundredths) => {
				const ledger = openLedger(ids);
				const done: PayResult[] = [];
				for (const [at, total] of hundredths.entries()) {
					const request = correction(done.length, corrected(total / 100), done, deducting);
					const result = await sync(ledger, request);
					// Where nothing differs, nothing is corrected, and the next correction takes the number.
					const differs = total !== hundredths[at - 1];
					expect(result.batch.status).toBe(differs ? 'sent' : 'stopped');
					if (differs) done.push(result);
				}
				// 3000.00 at t hundredths of a point is 30 × t cents.
				const due = 30 * (hundredths.at(-1) ?? 0);
				expect(sums(ledger)['HR-E001']).toBe(due);
				expect(sums(ledger)['HR-E002']).toBe(225000);
			}),
			{ numRuns: 30, examples: [[[11, 11, 0]]] },
		);
	});

	it('does not deduct by the component that pays', async () => {
		const request = month({ deduction: 'Performance Pay' });
		await expect(hashOf(openLedger(ids), request)).rejects.toMatchObject({
			message: expect.stringMatching(/cannot pay and take back at once/),
		});
	});

	it('needs a whole number and a component to deduct by', async () => {
		const request = month({ revision: 1.5, negativeDifferences: 'deduct' });
		await expect(hashOf(openLedger(ids), request)).rejects.toMatchObject({
			problems: [{ path: 'revision' }, { path: 'deduction' }],
		});
	});
});
