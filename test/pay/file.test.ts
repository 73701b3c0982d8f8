import {
	exportPay,
	previewPay,
	reconcilePay,
	syncPay,
	type ExportResult,
	type PayRequest,
} from '../../src/index';
import { rowsPort } from '../../nodes/_shared/rowsPort';
import { approved, basePayOf, month, people, portsOf, sha256, type Person } from './month';

type Json = { readonly [column: string]: string | number };

const payrollWith = (rows: readonly Json[]) =>
	portsOf(rowsPort(rows.map((json, item) => ({ json, item })))).ports;

/** A name that a spreadsheet would calculate, and an account that begins with zeros. */
const fileMonth = (change: Partial<PayRequest> = {}, who: readonly Person[] = people): PayRequest =>
	month(
		{
			system: 'file',
			baseUrl: 'https://rows.invalid',
			parameters: { fileFormat: 'csv', fileColumns: 'name, account' },
			basePay: who.map((person) => ({
				...basePayOf(person),
				system: '',
				remoteEmployeeId: `00${person.id.slice(1)}`,
				name: person.id === 'E002' ? '=HYPERLINK("http://x","E2")' : `Name ${person.id}`,
				account: `0012${person.id.slice(1)}`,
				salary: 'never in the file',
			})),
			...change,
		},
		who,
	);

async function exported(
	request: PayRequest = fileMonth(),
	rows: readonly Json[] = [],
): Promise<ExportResult> {
	const { batch } = await previewPay(request, payrollWith([]));
	return await exportPay(approved(request, batch.hash), payrollWith(rows));
}

const textOf = ({ file }: ExportResult): string => new TextDecoder().decode(file?.bytes);
const codes = ({ problems }: Pick<ExportResult, 'problems'>) =>
	problems.map((it) => `${it.code} ${it.employeeId}`);

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
