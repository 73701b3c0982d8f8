import type { HttpPort } from '../../src/connectors/engine/http';
import { previewPay, syncPay, type PayRequest } from '../../src/index';
import { employee, keyField, openLedger, type Ledger } from './ledger';
import { approved, month, people, portsOf } from './month';

const ids = people.map(({ id }) => `HR-${id}`);
const amounts = ['HR-E001 2790', 'HR-E002 2250', 'HR-E003 3814.15'];

const paid = (ledger: Ledger) =>
	ledger
		.salaries()
		.filter((it) => it.docstatus === 1)
		.map((it) => `${it.employee} ${it.amount}`)
		.sort();

async function hashOf(ledger: Ledger, request: PayRequest): Promise<string> {
	return (await previewPay(request, portsOf(ledger.http).ports)).batch.hash;
}

async function sync(ledger: Ledger, request = month(), http: HttpPort = ledger.http) {
	const hash = await hashOf(ledger, request);
	return await syncPay(approved(request, hash), portsOf(http).ports);
}

describe('sync', () => {
	it('pays the article: 93 of 3000.00 is 2790.00, 75 is 2250.00', async () => {
		const ledger = openLedger(ids);
		const { lines, problems, batch } = await sync(ledger);
		expect(lines.map((it) => [it.employeeId, it.amount, it.status])).toEqual([
			['E001', '2790.00', 'confirmed'],
			['E002', '2250.00', 'confirmed'],
			['E003', '3814.15', 'confirmed'],
		]);
		expect(problems).toEqual([]);
		expect(batch).toMatchObject({
			status: 'sent',
			count: 3,
			sumOfTotals: 256.25,
			currencies: { CNY: { sumOfBase: '10321.98', sumOfAmount: '8854.15' } },
			highest: '3814.15',
			lowest: '2250.00',
			inPayroll: { count: 3, sums: { CNY: '8854.15' } },
		});
		expect(paid(ledger)).toEqual(amounts);
		expect(ledger.salaries()[0]).toMatchObject({
			payroll_date: '2026-10-31',
			company: 'XX',
			overwrite_salary_structure_amount: 0,
			salary_component: 'Performance Pay',
			currency: 'CNY',
		});
	});

	it('changes nothing when it runs again', async () => {
		const ledger = openLedger(ids);
		await sync(ledger);
		const { lines, batch } = await sync(ledger);
		expect(lines.map((it) => it.status)).toEqual(['unchanged', 'unchanged', 'unchanged']);
		expect(batch.status).toBe('sent');
		expect(ledger.salaries()).toHaveLength(3);
	});

	it('pays once when two runs go at the same time', async () => {
		const ledger = openLedger(ids);
		const runs = await Promise.all([sync(ledger), sync(ledger)]);
		expect(paid(ledger)).toEqual(amounts);
		expect(ledger.salaries()).toHaveLength(3);
		expect(runs.map(({ batch }) => batch.status)).toEqual(['sent', 'sent']);
	});

	it('refuses another batch than the approved one, and asks payroll nothing', async () => {
		const ledger = openLedger(ids);
		const http: HttpPort = () => Promise.reject(new Error('asked'));
		const changed = [{ ...people[0], id: 'E001', total: 94 }, ...people.slice(1)];
		const hash = await hashOf(ledger, month());
		const { lines, problems, batch } = await syncPay(
			approved(month({}, changed), hash),
			portsOf(http).ports,
		);
		expect(batch.status).toBe('stopped');
		expect(problems).toMatchObject([{ code: 'pay.hashDiffers', blocks: true }]);
		expect(lines.map((it) => it.status)).toEqual(['preview', 'preview', 'preview']);
	});

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

	it('goes on after a line that payroll refuses, and says why without HTML', async () => {
		const ledger = openLedger(ids);
		const request = month({ blockedPeople: 'payOthers' });
		const late: HttpPort = async (asked) => {
			const table = ledger.tables['Employee'] ?? [];
			if (asked.method === 'POST') table[1] = employee('HR-E002', { status: 'Inactive' });
			return ledger.act(asked);
		};
		const { lines, problems, batch } = await sync(ledger, request, late);
		expect(lines.map((it) => it.status)).toEqual(['confirmed', 'failed', 'confirmed']);
		expect(problems).toMatchObject([
			{
				code: 'pay.failed',
				employeeId: 'E002',
				message:
					'E002 is not paid: Frappe HR Additional Salary for HR-E002: Frappe refuses it (HTTP 417): Transactions cannot be created for an Inactive Employee HR-E002.',
			},
		]);
		expect(batch.status).toBe('incomplete');
	});

	it('does not submit where payroll keeps another amount than it was sent', async () => {
		const ledger = openLedger(ids);
		const rounds: HttpPort = async (asked) => {
			const body = asked.body as { amount?: number } | undefined;
			if (body?.amount === undefined) return ledger.act(asked);
			return ledger.act({ ...asked, body: { ...body, amount: Math.round(body.amount) } });
		};
		const { lines } = await sync(ledger, month(), rounds);
		expect(lines.map((it) => it.status)).toEqual(['confirmed', 'confirmed', 'mismatch']);
		expect(paid(ledger)).toEqual(amounts.slice(0, 2));
	});

	it('stops at once where the field of the key is not kept', async () => {
		const ledger = openLedger(ids);
		const forgets: HttpPort = async (asked) =>
			ledger.act(
				asked.method === 'POST'
					? { ...asked, body: { ...(asked.body as object), [keyField]: null } }
					: asked,
			);
		const { lines, problems } = await sync(ledger, month(), forgets);
		expect(lines.map((it) => it.status)).toEqual(['failed', 'preview', 'preview']);
		expect(problems[0]).toMatchObject({ code: 'pay.syncStopped' });
		expect(paid(ledger)).toEqual([]);
	});

	it('stops between two lines when the execution is cancelled', async () => {
		const ledger = openLedger(ids);
		const request = month();
		const hash = await hashOf(ledger, request);
		const { ports } = portsOf(ledger.http, () => paid(ledger).length === 1);
		const { lines, problems, batch } = await syncPay(approved(request, hash), ports);
		expect(batch.status).toBe('incomplete');
		expect(lines.map((it) => it.status)).toEqual(['sent', 'preview', 'preview']);
		expect(problems.map((it) => it.code)).toEqual(['pay.cancelled', 'pay.notReadBack']);
		expect(problems[0]?.message).toContain(
			'Of 3 lines 1 are in payroll, 0 are unknown, 0 are not as they should be and 2 were not sent',
		);
		expect(paid(ledger)).toEqual(amounts.slice(0, 1));
	});

	it.each(['', 'no hash', 'A'.repeat(64)])('wants an approved hash, not "%s"', async (hash) => {
		const { ports } = portsOf(openLedger(ids).http);
		await expect(syncPay(approved(month(), hash), ports)).rejects.toMatchObject({
			problems: [{ path: 'approvedHash', remedy: expect.stringContaining('Run Preview') }],
		});
	});
});
