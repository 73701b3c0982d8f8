import type { HttpPort } from '../../src/connectors/engine/http';
import { syncPay } from '../../src/index';
import { employee, keyField, openLedger } from './ledger';
import { amounts, hashOf, ids, paid, sync } from './look';
import { approved, month, people, portsOf } from './month';

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

	it('does not call confirmed what somebody takes away meanwhile', async () => {
		const ledger = openLedger(ids);
		const takes: HttpPort = async (asked) => {
			const answer = ledger.act(asked);
			if (asked.method === 'POST' && paid(ledger).length === 3)
				ledger.tables['Additional Salary']?.shift();
			return answer;
		};
		const { lines, problems, batch } = await sync(ledger, month(), takes);
		expect(batch.status).toBe('incomplete');
		expect(lines.map((it) => it.status)).toEqual(['unknown', 'confirmed', 'confirmed']);
		expect(problems).toMatchObject([{ code: 'pay.unknown', employeeId: 'E001' }]);
	});

	it('gives up a draft that payroll says it submits, and does not', async () => {
		const ledger = openLedger(ids);
		const lazy: HttpPort = async (asked) => {
			const submits = asked.method === 'POST' && /HR-ADS/.test(asked.url);
			const answer = ledger.act(submits ? { ...asked, method: 'GET', query: {} } : asked);
			const [held] = ledger.salaries();
			return submits ? { ...answer, body: JSON.stringify({ data: held }) } : answer;
		};
		const { lines } = await sync(ledger, month({}, people.slice(0, 1)), lazy);
		expect(lines).toMatchObject([
			{ status: 'unknown', message: expect.stringContaining('still not submitted') },
		]);
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
