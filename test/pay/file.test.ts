import { exportPay, previewPay, syncPay } from '../../src/index';
import { codes, exported, fileMonth, payrollWith, textOf } from './files';
import { approved, month, people, sha256 } from './month';

describe('pay as a file', () => {
	it('has one row for each line, with leading zeros, no formula, and the sum', async () => {
		const { lines, batch, ...rest } = await exported();
		const [first, second, third] = lines.map(({ key }) => key);
		const rows = textOf({ lines, batch, ...rest })
			.split('\r\n')
			.map((row) => row.replace(/,"[0-9a-f]{8}"$/, ''));
		expect(batch.status).toBe('exported');
		expect(lines.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
		const of = '"CNY","2026-10","Performance Pay","2026-10-31","0"';
		expect(rows).toEqual([
			'"Employee ID","Payroll ID","name","account","Amount","Currency","Period","Component","Payroll Date","Revision","Key","Check Code"',
			`"E001","00001","Name E001","0012001",2790.00,${of},"${first}"`,
			`"E002","00002","'=HYPERLINK(""http://x"",""E2"")","0012002",2250.00,${of},"${second}"`,
			`"E003","00003","Name E003","0012003",3814.15,${of},"${third}"`,
			`"TOTAL","TOTAL","","",8854.15,${of},"${batch.hash}"`,
			'',
		]);
	});

	it('has a check code that a person can work out again', async () => {
		const result = await exported(fileMonth({ parameters: { fileFormat: 'csv' } }));
		const [row = ''] = textOf(result).split('\r\n').slice(1);
		const values = JSON.parse(`[${row.replace('2790.00', '"2790.00"')}]`) as string[];
		expect(values.at(-1)).toBe(sha256(JSON.stringify(values.slice(0, -1))).slice(0, 8));
	});

	it.each(['csv', 'xlsx'])('gives the same bytes for the same batch: %s', async (fileFormat) => {
		const request = fileMonth({ parameters: { fileFormat, fileColumns: 'account' } });
		const other = { ...request, scorecards: [...request.scorecards].reverse() };
		const [one, two] = [await exported(request), await exported(other)];
		expect(one.file?.bytes.length).toBeGreaterThan(500);
		expect(Buffer.from(one.file?.bytes ?? []).equals(Buffer.from(two.file?.bytes ?? []))).toBe(
			true,
		);
		expect(one.file?.name).toBe(
			`performance-pay-2026-10-0-${one.batch.hash.slice(0, 8)}.${fileFormat}`,
		);
	});

	it.each(['=1', '+1', '-1', '@a', '\t=1', ' =1', '\r1', '＝1'])(
		'puts an apostrophe before %j in CSV',
		async (name) => {
			const request = fileMonth();
			const basePay = request.basePay.map((base) => ({ ...(base as object), name }));
			expect(textOf(await exported({ ...request, basePay }))).toContain(`"'${name}"`);
		},
	);

	it('begins with the mark of UTF-8 only where it is wanted', async () => {
		const bytes = async (byteOrderMark: boolean) =>
			(await exported(fileMonth({ parameters: { fileFormat: 'csv', byteOrderMark } }))).file?.bytes;
		expect((await bytes(true))?.slice(0, 4)).toEqual(Uint8Array.from([0xef, 0xbb, 0xbf, 0x22]));
		expect((await bytes(false))?.slice(0, 1)).toEqual(Uint8Array.from([0x22]));
	});

	it('stops where an account changed after the approval', async () => {
		const { batch } = await previewPay(fileMonth(), payrollWith([]));
		const request = fileMonth();
		const basePay = request.basePay.map((base) => ({ ...(base as object), account: '999' }));
		const result = await exportPay(approved({ ...request, basePay }, batch.hash), payrollWith([]));
		expect(result.file).toBeUndefined();
		expect(codes(result)).toEqual(['pay.hashDiffers undefined'.replace('undefined', 'null')]);
	});

	it.each([
		{ why: 'none', account: '', says: 'no text' },
		{ why: 'one that lost digits', account: Number('6222021234567890123'), says: 'no text' },
	])('stops where a person has no account: $why', async ({ account, says }) => {
		const request = fileMonth();
		const [first, ...others] = request.basePay;
		const result = await exported({
			...request,
			basePay: [{ ...(first as object), account }, ...others],
		});
		expect(result.batch.status).toBe('stopped');
		expect(codes(result)).toEqual(['pay.columnUnclear E001']);
		expect(result.problems[0]?.message).toContain(says);
	});

	it('stops where payroll has a line already', async () => {
		const result = await exported(fileMonth(), [{ 'Payroll ID': '00001', Amount: '2790.00' }]);
		expect(result.file).toBeUndefined();
		expect(codes(result)).toEqual(['pay.alreadyInFile E001']);
	});

	it('stops for the others too where rows hold anything of a line', async () => {
		const rows = [
			{ 'Payroll ID': '00001', Amount: '2550.00' },
			{ 'Payroll ID': '00002', Amount: '2100.00' },
			{ 'Payroll ID': '00002', Amount: '150.00' },
		];
		const result = await exported(fileMonth({ blockedPeople: 'payOthers' }), rows);
		expect(result.file).toBeUndefined();
		expect(result.batch.status).toBe('stopped');
		expect(result.problems.map((it) => `${it.code} ${it.employeeId} ${it.blocks}`)).toEqual([
			'pay.amountDiffers E001 true',
			'pay.duplicate E002 true',
		]);
	});

	const risen = people.map((one) => (one.id === 'E001' ? { ...one, total: 95 } : one));

	it('is not made a second time with another amount, or for another account', async () => {
		const { lines: earlierPay } = await exported();
		const moved = fileMonth({ earlierPay });
		const [first, ...others] = moved.basePay;
		const basePay = [{ ...(first as object), remoteEmployeeId: '00011' }, ...others];
		for (const [request, says] of [
			[fileMonth({ earlierPay }, risen), 'now it would be 2850.00 CNY for 00001'],
			[{ ...moved, basePay }, 'now it would be 2790.00 CNY for 00011'],
		] as const) {
			const result = await exported(request);
			expect(result.file).toBeUndefined();
			expect(result.problems.map((it) => it.message)).toEqual([
				`E001: revision 0 was exported with 2790.00 CNY for 00001 by the journal, ${says}`,
			]);
			const { batch } = await previewPay(request, payrollWith([]));
			expect(batch.status).toBe('stopped');
		}
	});

	it.each([
		{ why: 'with the same amounts', status: 'sent', who: people },
		{ why: 'once it is known that nobody was paid', status: 'failed', who: risen },
	])('is made again $why', async ({ status, who }) => {
		const { lines } = await exported();
		const earlierPay = lines.map((line) => ({ ...line, status }));
		expect((await exported(fileMonth({ earlierPay }, who))).batch.status).toBe('exported');
	});

	it('pays beside the rows of people who are not in it', async () => {
		const result = await exported(fileMonth(), [{ 'Payroll ID': '00009', Amount: '10.00' }]);
		expect(result.batch.status).toBe('exported');
		expect(codes(result)).toEqual(['pay.unexpected null']);
	});

	it('is no system to write to, and others take no file', async () => {
		const ports = payrollWith([]);
		const hash = 'a'.repeat(64);
		await expect(syncPay(approved(fileMonth(), hash), ports)).rejects.toThrow(/is not written to/);
		await expect(exportPay(approved(month(), hash), ports)).rejects.toThrow(/takes no file/);
	});
});
