import { getBasePay, type BasePayRequest } from '../../src/index';
import { assignment, employee, openLedger } from './ledger';
import { portsOf } from './month';

const request = (change: Partial<BasePayRequest> = {}): BasePayRequest => ({
	system: 'frappe',
	baseUrl: 'http://frappe.example',
	period: '2026-10',
	employees: [{ employeeId: 'E1', accounts: { frappe: ['HR-1'] } }],
	...change,
});

const site = () => {
	const ledger = openLedger([]);
	ledger.tables['Employee'] = [
		employee('HR-1'),
		employee('HR-2', { user_id: null, company_email: 'Two@X.example' }),
		employee('HR-3', { status: 'Left', user_id: 'back@x.example' }),
		employee('HR-4', { user_id: 'back@x.example' }),
		employee('HR-5', { user_id: 'same@x.example' }),
		employee('HR-6', { user_id: 'same@x.example' }),
		employee('HR-7'),
		employee('HR-8'),
	];
	ledger.tables['Salary Structure Assignment'] = [
		assignment('A1', 'HR-1', { base: 2800, from_date: '2025-01-06' }),
		assignment('A2', 'HR-1', { base: 3000.1, variable: 512.35, from_date: '2026-01-01' }),
		assignment('A3', 'HR-1', { base: 3500, from_date: '2026-11-01' }),
		assignment('A4', 'HR-1', { base: 9000, from_date: '2026-10-01', docstatus: 0 }),
		assignment('A5', 'HR-1', { base: 9999, from_date: '2026-10-01', docstatus: 2 }),
		assignment('B1', 'HR-2', { base: 300001, currency: 'JPY' }),
		assignment('D1', 'HR-4'),
		assignment('G1', 'HR-7', { base: 0 }),
		assignment('H1', 'HR-8', { currency: null }),
	];
	return ledger;
};

async function basesOf(employees: readonly unknown[], change: Partial<BasePayRequest> = {}) {
	const { ports } = portsOf(site().http);
	const { basePay, problems } = await getBasePay(request({ employees, ...change }), ports);
	return {
		bases: basePay.map(
			(it) => `${it.employeeId} ${it.remoteEmployeeId} ${it.base} ${it.currency} ${it.from}`,
		),
		problems: problems.map((it) => it.code),
	};
}

const person = (employeeId: string, ...frappe: string[]) => ({ employeeId, accounts: { frappe } });

describe('base pay', () => {
	it('is the submitted one that holds at the end of the period', async () => {
		const { ports } = portsOf(site().http);
		expect(await getBasePay(request(), ports)).toEqual({
			basePay: [
				{
					kind: 'basePay',
					employeeId: 'E1',
					remoteEmployeeId: 'HR-1',
					base: '3000.10',
					currency: 'CNY',
					from: '2026-01-01',
					system: 'frappe',
				},
			],
			problems: [],
		});
	});

	it.each([
		['an id', [person('E1', 'HR-1')], ['E1 HR-1 3000.10 CNY 2026-01-01'], []],
		[
			'a company e-mail in any case',
			[person('E2', 'two@x.EXAMPLE')],
			['E2 HR-2 300001 JPY 2026-01-01'],
			[],
		],
		[
			'accounts as JSON text',
			[{ employeeId: 'E1', accounts: '{"frappe":["HR-1"]}' }],
			['E1 HR-1 3000.10 CNY 2026-01-01'],
			[],
		],
		[
			'the active one of two with one e-mail',
			[person('E4', 'back@x.example')],
			['E4 HR-4 3000.00 CNY 2026-01-01'],
			[],
		],
		[
			'two active ones with one e-mail',
			[person('E5', 'same@x.example')],
			[],
			['pay.payrollPersonAmbiguous'],
		],
		['nobody', [person('E9', 'HR-9')], [], ['pay.payrollPersonMissing']],
		['no account', [{ employeeId: 'E9' }], [], ['pay.accountMissing']],
		['no assignment', [person('E6', 'HR-6')], [], ['pay.baseMissing']],
		['a base that nobody entered', [person('E7', 'HR-7')], [], ['pay.baseMissing']],
		['no currency', [person('E8', 'HR-8')], [], ['pay.baseMissing']],
		[
			'one employee twice',
			[person('E1', 'HR-1'), person('E1', 'HR-1')],
			[],
			['pay.employeeDuplicate'],
		],
		['no employee', [{}], [], []],
	])('by %s', async (_, employees, bases, problems) => {
		expect(await basesOf(employees)).toEqual({ bases, problems });
	});

	it('takes the variable part, or the currency that is given, where that is the setting', async () => {
		expect(await basesOf([person('E1', 'HR-1')], { baseField: 'variable' })).toEqual({
			bases: ['E1 HR-1 512.35 CNY 2026-01-01'],
			problems: [],
		});
		expect(await basesOf([person('E8', 'HR-8')], { currency: 'EUR' })).toEqual({
			bases: ['E8 HR-8 3000.00 EUR 2026-01-01'],
			problems: [],
		});
	});

	it('asks for many people in portions that fit an address', async () => {
		const ledger = openLedger(Array.from({ length: 101 }, (_, at) => `HR-${at}`));
		const lengths: number[] = [];
		const { ports } = portsOf(async (asked) => {
			lengths.push(new URLSearchParams(asked.query).toString().length);
			return ledger.act(asked);
		});
		const employees = Array.from({ length: 101 }, (_, at) => person(`E${at}`, `HR-${at}`));
		expect((await getBasePay(request({ employees }), ports)).basePay).toHaveLength(101);
		expect(Math.max(...lengths)).toBeLessThan(4000);
	});

	it('is nothing, with the reason, where payroll cannot be read', async () => {
		const { ports } = portsOf(async () => ({ failure: 'timeout', detail: '' }));
		expect(await getBasePay(request(), ports)).toMatchObject({
			basePay: [],
			problems: [{ code: 'pay.unreachable', blocks: true }],
		});
	});

	it('refuses settings that cannot be used, all at once', async () => {
		const { ports } = portsOf(site().http);
		await expect(
			getBasePay(request({ period: 'May', baseField: 'bonus', currency: 'RMB' }), ports),
		).rejects.toMatchObject({
			problems: [{ path: 'period' }, { path: 'currency' }, { path: 'baseField' }],
		});
	});
});
