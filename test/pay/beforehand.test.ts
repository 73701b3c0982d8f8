import type { HttpPort } from '../../src/connectors/engine/http';
import { previewPay, type PayRequest } from '../../src/index';
import { assignment, employee, keyField, openLedger, type Ledger } from './ledger';
import { found, ids, preview } from './look';
import { month, portsOf } from './month';

describe('preview asks payroll beforehand', () => {
	const set =
		(docType: string, ...docs: Ledger['tables'][string]) =>
		(ledger: Ledger) => {
			ledger.tables[docType] = docs;
		};
	const staff = (other: Parameters<typeof employee>[1]) =>
		set('Employee', employee('HR-E001', other), ...ids.slice(1).map((id) => employee(id)));
	const slip = (docstatus: number) =>
		set('Salary Slip', {
			name: 'SLIP-1',
			employee: 'HR-E001',
			docstatus,
			start_date: '2026-10-01',
			end_date: '2026-10-31',
		});
	const field = (other: object) =>
		set('Custom Field', {
			name: 'F1',
			dt: 'Additional Salary',
			fieldname: keyField,
			fieldtype: 'Data',
			unique: 1,
			...other,
		});
	const component = (other: object) =>
		set('Salary Component', {
			name: 'Performance Pay',
			type: 'Earning',
			disabled: 0,
			variable_based_on_taxable_salary: 0,
			...other,
		});

	it.each<[string, (ledger: Ledger) => void, string[], RegExp]>([
		['no key field', set('Custom Field'), ['pay.keyFieldMissing null'], /Add a unique Data field/],
		[
			'a key field that is not unique',
			field({ unique: 0 }),
			['pay.keyFieldNotUnique null'],
			/unique Data field/,
		],
		[
			'a key field of another type',
			field({ fieldtype: 'Int' }),
			['pay.keyFieldNotUnique null'],
			/unique Data field/,
		],
		['no component', set('Salary Component'), ['pay.componentMissing null'], /Add it in Frappe HR/],
		[
			'a disabled component',
			component({ disabled: 1 }),
			['pay.componentDisabled null'],
			/Enable it/,
		],
		['a deduction', component({ type: 'Deduction' }), ['pay.componentNotEarning null'], /Earning/],
		[
			'a tax component',
			component({ variable_based_on_taxable_salary: 1 }),
			['pay.componentIsTax null'],
			/tax/,
		],
		[
			'a component whose pay follows the days',
			component({ depends_on_payment_days: 1 }),
			['pay.componentByDays null'],
			/^Untick Depends on Payment Days of the Salary Component "Performance Pay"/,
		],
		[
			'a component that is in no total',
			component({ do_not_include_in_total: 1 }),
			['pay.componentNotInTotal null'],
			/^Untick Do Not Include in Total/,
		],
		[
			'a statistical component',
			component({ statistical_component: 1 }),
			['pay.componentNotInTotal null'],
			/^Untick Statistical Component/,
		],
		[
			'a component that is rounded',
			component({ round_to_the_nearest_integer: 1 }),
			['pay.componentRounds null'],
			/^Untick Round to the Nearest Integer/,
		],
		['an inactive person', staff({ status: 'Inactive' }), ['pay.inactive E001'], /Active/],
		[
			'somebody who left before',
			staff({ status: 'Left', relieving_date: '2026-10-20' }),
			['pay.left E001'],
			/payroll date/,
		],
		[
			'somebody who left, no one knows when',
			staff({ status: 'Left' }),
			['pay.left E001'],
			/payroll date/,
		],
		[
			'somebody who joins later',
			staff({ date_of_joining: '2026-11-01' }),
			['pay.notJoined E001'],
			/payroll date/,
		],
		['somebody of no company', staff({ company: null }), ['pay.companyMissing E001'], /company/],
		[
			'somebody unknown',
			set('Employee', ...ids.slice(1).map((id) => employee(id))),
			['pay.personMissing E001'],
			/account/,
		],
		[
			'no salary structure',
			set('Salary Structure Assignment', ...ids.slice(1).map((id) => assignment(id, id))),
			['pay.noSalaryStructure E001'],
			/Assign/,
		],
		[
			'a salary in another currency',
			set(
				'Salary Structure Assignment',
				assignment('S', 'HR-E001', { currency: 'USD' }),
				...ids.slice(1).map((id) => assignment(id, id)),
			),
			['pay.otherCurrency E001'],
			/currency/,
		],
		['a submitted slip', slip(1), ['pay.slipSubmitted E001'], /next open month/],
	])('and stops at %s, with the remedy', async (_, change, finds, remedy) => {
		const ledger = openLedger(ids);
		change(ledger);
		const { problems, batch } = await preview(month(), ledger);
		expect(problems.map((it) => `${it.code} ${it.employeeId}`)).toEqual(finds);
		expect(problems[0]?.remedy).toMatch(remedy);
		expect(batch.status).toBe('stopped');
	});

	it('and says a drafted slip, which stops nobody', async () => {
		const ledger = openLedger(ids);
		slip(0)(ledger);
		expect(await found(month(), ledger)).toEqual({
			status: 'ready',
			found: ['pay.slipDraft E001'],
		});
	});

	it('and takes who leaves on the payroll date', async () => {
		const ledger = openLedger(ids);
		staff({ status: 'Left', relieving_date: '2026-10-31' })(ledger);
		expect(await found(month(), ledger)).toEqual({ status: 'ready', found: [] });
	});

	it('and knows the company that pays', async () => {
		expect(await found(month({ company: 'XX' }))).toEqual({ status: 'ready', found: [] });
		expect((await found(month({ company: 'YY' }))).found).toHaveLength(3);
	});

	it.each([
		['a time-out', { failure: 'timeout', detail: '' } as const, /no answer/],
		['no network', { failure: 'unreachable', detail: 'ENOTFOUND' } as const, /cannot be reached/],
	])('and stops at %s, with the lines as they are', async (_, answer, says) => {
		const { lines, problems, batch } = await previewPay(month(), portsOf(async () => answer).ports);
		expect(batch.status).toBe('stopped');
		expect(lines).toHaveLength(3);
		expect(problems).toMatchObject([
			{ code: 'pay.unreachable', blocks: true, message: expect.stringMatching(says) },
		]);
	});
});

describe('settings that cannot be used', () => {
	it('are refused all at once, before any request', async () => {
		const request = month({
			system: 'sap',
			baseUrl: 'frappe',
			tenant: ' ',
			period: '2026-13',
			component: '',
			currency: 'RMB',
		});
		const http: HttpPort = () => Promise.reject(new Error('asked'));
		await expect(previewPay(request, portsOf(http).ports)).rejects.toMatchObject({
			problems: ['system', 'baseUrl', 'tenant', 'component', 'period', 'currency'].map((path) =>
				expect.objectContaining({ path, remedy: expect.stringMatching(/./) }),
			),
		});
	});

	it.each<[Partial<PayRequest>, string]>([
		[{ payrollDate: '2026-10-32' }, 'payrollDate'],
		[{ payrollDate: '2026-09-30' }, 'payrollDate'],
		[{ payrollDate: 'soon' }, 'payrollDate'],
		[{ keyField: 'a key' }, 'keyField'],
		[{ blockedPeople: 'payAll' as 'payOthers' }, 'blockedPeople'],
		[{ baseUrl: 'https://user:word@frappe.example' }, 'baseUrl'],
		[{ baseUrl: 'https://frappe.example?x=1' }, 'baseUrl'],
	])('%j names %s', async (change, path) => {
		await expect(
			previewPay(month(change), portsOf(openLedger(ids).http).ports),
		).rejects.toMatchObject({ problems: [{ path }] });
	});

	it('takes a payroll date in a later month', async () => {
		expect(await found(month({ payrollDate: '2026-11-30' }))).toEqual({
			status: 'ready',
			found: [],
		});
	});
});
