import type { HttpPort } from '../../src/connectors/engine/http';
import { previewPay, reversePay, syncPay, type PayResult } from '../../src/index';
import { openLedger, refused, type Ledger } from './ledger';
import { amounts, ids, paid, sync } from './look';
import { approved, month, people, portsOf } from './month';

const reverse = async (
	{ lines, batch }: PayResult,
	ledger: Ledger,
	http: HttpPort = ledger.http,
	more: object = {},
) =>
	await reversePay(
		{
			system: 'frappe',
			baseUrl: 'http://frappe.example',
			batchHash: batch.hash,
			payLines: lines,
			...more,
		},
		portsOf(http).ports,
	);

const isCancel = ({ url }: { readonly url: string }) => url.endsWith('frappe.client.cancel');

describe('reverse', () => {
	it('takes a batch back, line by line, and reads it back', async () => {
		const ledger = openLedger(ids);
		const { lines, problems, reversal } = await reverse(await sync(ledger), ledger);
		expect(paid(ledger)).toEqual([]);
		expect(lines.map((it) => [it.employeeId, it['status'], it['message']])).toEqual([
			['E001', 'reversed', null],
			['E002', 'reversed', null],
			['E003', 'reversed', null],
		]);
		expect(problems).toEqual([]);
		expect(reversal).toMatchObject({
			kind: 'reversal',
			period: '2026-10',
			revision: 0,
			status: 'reversed',
			count: 3,
			sums: { CNY: '8854.15' },
			inPayroll: { count: 0, sums: {} },
		});
	});

	it('takes only that batch back', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		ledger.tables['Additional Salary']?.push({
			...ledger.salaries()[0],
			name: 'HR-ADS-HAND',
			custom_performance_pay_key: null,
		});
		await reverse(first, ledger);
		expect(paid(ledger)).toEqual(['HR-E001 2790']);
	});

	it('is paid again by the next revision, whole', async () => {
		const ledger = openLedger(ids);
		const { lines } = await reverse(await sync(ledger), ledger);
		const again = await sync(ledger, month({ revision: 1, earlierPay: lines }));
		expect(again.lines.map((it) => it.status)).toEqual(['confirmed', 'confirmed', 'confirmed']);
		expect(paid(ledger)).toEqual(amounts);
	});

	it('removes a draft that a cut run left behind', async () => {
		const ledger = openLedger(ids);
		const { batch } = await previewPay(month(), portsOf(ledger.http).ports);
		// The submit of the first line never answers, and nothing follows.
		const cut: HttpPort = async (asked) =>
			asked.method === 'POST' && /Additional%20Salary\/./.test(asked.url)
				? refused(403, 'PermissionError', 'no submit')
				: ledger.act(asked);
		const stopped = await syncPay(approved(month(), batch.hash), portsOf(cut).ports);
		expect(ledger.salaries()).toHaveLength(1);
		await reverse(stopped, ledger);
		expect(ledger.salaries()).toHaveLength(0);
	});

	it('says what still counts, and goes on where it stopped', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		let cancels = 0;
		const once: HttpPort = async (asked) => {
			if (isCancel(asked) && (cancels += 1) === 2)
				return refused(403, 'PermissionError', 'User is not allowed to cancel');
			return ledger.act(asked);
		};
		const { lines, problems, reversal } = await reverse(first, ledger, once);
		expect(reversal).toMatchObject({ status: 'incomplete', inPayroll: { count: 2 } });
		expect(lines.map((it) => it['status'])).toEqual(['reversed', 'confirmed', 'confirmed']);
		expect(problems.map((it) => [it.employeeId, it.blocks])).toEqual([
			['E002', true],
			['E003', true],
		]);
		expect(problems[0]?.message).toMatch(/E002: HR-ADS-26-10-00002 still holds 2250/);
		expect((await reverse(first, ledger)).reversal.status).toBe('reversed');
		expect(paid(ledger)).toEqual([]);
	});

	it('reads back what a lost answer did', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const lost: HttpPort = async (asked) => {
			const answer = ledger.act(asked);
			return isCancel(asked) ? { failure: 'timeout', detail: '' } : answer;
		};
		expect((await reverse(first, ledger, lost)).reversal.status).toBe('reversed');
	});

	it('takes the later revision first', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const who = [{ id: 'E001', total: 95 }, ...people.slice(1)];
		const second = await sync(ledger, month({ revision: 1, earlierPay: first.lines }, who));
		const payLines = [...first.lines, ...second.lines];
		const { reversal, problems } = await reverse(first, ledger, ledger.http, { payLines });
		expect([reversal.status, problems[0]?.remedy]).toEqual([
			'stopped',
			'Take revision 1 back first',
		]);
		expect(paid(ledger)).toHaveLength(4);
	});

	it.each([
		['no hash', { batchHash: '' }, /no hash of a batch/],
		['no system', { system: 'sap' }, /no payroll system "sap"/],
		['a line that cannot be read', { payLines: [{ employeeId: 'E001' }] }, /pay line of E001/],
	])('is refused with %s', async (_why, change, says) => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		await expect(reverse(first, ledger, ledger.http, change)).rejects.toMatchObject({
			message: expect.stringMatching(says),
		});
	});

	it('finds no line of another batch', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const { reversal, problems } = await reverse(first, ledger, ledger.http, {
			batchHash: 'f'.repeat(64),
		});
		expect([reversal.status, problems[0]?.code]).toEqual(['stopped', 'pay.nothingToReverse']);
		expect(paid(ledger)).toEqual(amounts);
	});
});
