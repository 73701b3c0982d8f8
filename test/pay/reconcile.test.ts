import { previewPay, reconcilePay, syncPay } from '../../src/index';
import { keyField, openLedger, type Ledger } from './ledger';
import { approved, month, people, portsOf } from './month';

const ids = people.map(({ id }) => `HR-${id}`);

async function synced(): Promise<{ ledger: Ledger; hash: string }> {
	const ledger = openLedger(ids);
	const { ports } = portsOf(ledger.http);
	const { hash } = (await previewPay(month(), ports)).batch;
	await syncPay(approved(month(), hash), ports);
	return { ledger, hash };
}

type Edit = (rows: Ledger['tables'][string]) => void;

async function reconcileAfter(edit: Edit) {
	const { ledger, hash } = await synced();
	edit(ledger.tables['Additional Salary'] ?? []);
	const { lines, problems, batch } = await reconcilePay(
		approved(month(), hash),
		portsOf(ledger.http).ports,
	);
	return {
		status: batch.status,
		lines: lines.map((it) => it.status),
		problems: problems.map((it) => `${it.code} ${it.employeeId ?? '-'}: ${it.message}`),
		inPayroll: batch.inPayroll,
	};
}

const change =
	(at: number, fields: object): Edit =>
	(rows) =>
		void (rows[at] = { ...rows[at], ...fields });

describe('reconcile', () => {
	it('agrees to the cent after a sync', async () => {
		expect(await reconcileAfter(() => undefined)).toEqual({
			status: 'reconciled',
			lines: ['confirmed', 'confirmed', 'confirmed'],
			problems: [],
			inPayroll: { count: 3, sums: { CNY: '8854.15' } },
		});
	});

	it('finds a 75 that was typed as 85 in payroll: +10 % of the base', async () => {
		expect(await reconcileAfter(change(1, { amount: 2550 }))).toEqual({
			status: 'different',
			lines: ['confirmed', 'mismatch', 'confirmed'],
			problems: [
				'pay.amountDiffers E002: E002: HR-ADS-26-10-00002: amount 2250.00 expected, 2550.00 found: +300.00, +10 % of the base 3000.00',
			],
			inPayroll: { count: 3, sums: { CNY: '9154.15' } },
		});
	});

	it.each<{ why: string; edit: Edit; line: string; says: RegExp }>([
		{
			why: 'one that is gone',
			edit: (rows) => void rows.splice(0, 1),
			line: 'failed',
			says: /^pay\.missing E001: E001: 2790\.00 CNY is not in payroll$/,
		},
		{
			why: 'one back in draft',
			edit: change(0, { docstatus: 0 }),
			line: 'mismatch',
			says: /^pay\.notSubmitted E001: .* only a draft/,
		},
		{
			why: 'one that was cancelled',
			edit: change(0, { docstatus: 2 }),
			line: 'mismatch',
			says: /^pay\.cancelled E001: /,
		},
		{
			why: 'one that was disabled',
			edit: change(0, { disabled: 1 }),
			line: 'mismatch',
			says: /^pay\.disabled E001: /,
		},
		{
			why: 'a cent more',
			edit: change(0, { amount: 2790.01 }),
			line: 'mismatch',
			says: /2790\.01 found: \+0\.01/,
		},
		{
			why: 'two of one key',
			edit: (rows) => void rows.push({ ...rows[0], name: 'ADS-X' }),
			line: 'mismatch',
			says: /^pay\.duplicate E001: E001: 2 entries .*: ADS-X, HR-ADS-26-10-00001$/,
		},
		{
			why: 'one by hand beside it',
			edit: (rows) => void rows.push({ ...rows[0], name: 'ADS-X', [keyField]: null }),
			line: 'confirmed',
			says: /^pay\.paidByHand E001: E001: ADS-X holds 2790 CNY .* paid twice$/,
		},
		{
			why: 'one of another batch beside it',
			edit: (rows) => void rows.push({ ...rows[0], name: 'ADS-X', [keyField]: 'other' }),
			line: 'confirmed',
			says: /^pay\.paidAlready E001: E001: ADS-X holds 2790 CNY .* with the key of another batch: .* paid twice$/,
		},
		{
			why: 'one of somebody who is not in the batch',
			edit: (rows) =>
				void rows.push({ ...rows[0], name: 'ADS-X', employee: 'HR-9', [keyField]: null }),
			line: 'confirmed',
			says: /^pay\.unexpected -: ADS-X holds 2790 CNY .* HR-9, who is not in this batch$/,
		},
	])('names $why', async ({ edit, line, says }) => {
		const { status, lines, problems } = await reconcileAfter(edit);
		expect(status).toBe('different');
		expect(lines).toEqual([line, 'confirmed', 'confirmed']);
		expect(problems).toEqual([expect.stringMatching(says)]);
	});

	it('compares nothing where the batch is no longer the one that was approved, and says what to do', async () => {
		const { ledger } = await synced();
		let requests = 0;
		const { ports } = portsOf(async (request) => {
			requests += 1;
			return ledger.act(request);
		});
		const { problems, batch, lines } = await reconcilePay(approved(month(), 'f'.repeat(64)), ports);
		expect(batch).toMatchObject({ status: 'stopped', inPayroll: null });
		expect(lines.map((it) => it.status)).toEqual(['preview', 'preview', 'preview']);
		expect(requests).toBe(0);
		expect(problems).toMatchObject([
			{
				code: 'pay.hashDiffers',
				message: expect.stringMatching(
					/^Payroll was not compared: scores, bases, stop rules, address or other settings changed since the batch f{12}… was approved/,
				),
				remedy: expect.stringContaining('sync the difference as the next revision'),
				blocks: true,
			},
		]);
	});

	it('calls nothing reconciled that it could not read', async () => {
		const { hash } = await synced();
		const { ports } = portsOf(async () => ({ failure: 'timeout', detail: '' }));
		const { lines, batch } = await reconcilePay(approved(month(), hash), ports);
		expect(batch).toMatchObject({ status: 'stopped', inPayroll: null });
		expect(lines.map((it) => it.status)).toEqual(['preview', 'preview', 'preview']);
	});

	it('has as unpaid what is gone, where a second payment with its key would be refused', async () => {
		const { ledger, hash } = await synced();
		const { lines: earlierPay } = await reconcilePay(
			approved(month(), hash),
			portsOf(ledger.http).ports,
		);
		ledger.tables['Additional Salary']?.splice(0, 1);
		const asked = approved(month({ earlierPay }), hash);
		const { lines } = await reconcilePay(asked, portsOf(ledger.http).ports);
		expect(lines.map((it) => it.status)).toEqual(['failed', 'confirmed', 'confirmed']);
	});

	it('reads only', async () => {
		const { ledger, hash } = await synced();
		const methods = new Set<string>();
		const { ports } = portsOf(async (request) => {
			methods.add(request.method);
			return ledger.act(request);
		});
		await reconcilePay(approved(month(), hash), ports);
		expect([...methods]).toEqual(['GET']);
	});

	it('pages through a payroll of many hundreds', async () => {
		const { ledger, hash } = await synced();
		const [one] = ledger.salaries();
		for (let at = 0; at < 450; at += 1)
			ledger.tables['Additional Salary']?.push({
				...one,
				name: `A-${String(at).padStart(4, '0')}`,
				employee: `HR-X${at}`,
				[keyField]: null,
			});
		const { problems } = await reconcilePay(approved(month(), hash), portsOf(ledger.http).ports);
		expect(problems).toHaveLength(450);
	});
});
