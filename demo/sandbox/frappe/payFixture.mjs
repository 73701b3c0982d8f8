// A Frappe HR site with sixty people on its payroll and nothing paid yet.
import { payees } from '../../company/payees.mjs';
import { frappe } from '../frappe.mjs';

const KEY = 'frappe-pay-key-1';
const SECRET = 'frappe-pay-secret-1';
const COMPANY = 'XX Wealth';
const COMPONENT = 'Performance Pay';
const KEY_FIELD = 'custom_performance_pay_key';
const now = '2026-11-06T09:30:00+08:00';
const SINCE = '2025-01-06 10:00:00.000000';
const stamp = { creation: SINCE, modified: SINCE };

const remoteOf = (employeeId) => `HR-EMP-${employeeId}`;

const documents = () => ({
	Company: [{ name: COMPANY, company_name: COMPANY, abbr: 'XX', default_currency: 'CNY' }],
	Employee: payees.map(({ employeeId, name, email }) => ({
		...{ name: remoteOf(employeeId), employee_name: name, status: 'Active', company: COMPANY },
		...{
			user_id: email,
			company_email: email,
			date_of_joining: '2025-01-06',
			relieving_date: null,
		},
		...stamp,
	})),
	'Salary Component': [
		{
			...{ name: COMPONENT, salary_component: COMPONENT, salary_component_abbr: 'PP' },
			...{ type: 'Earning', depends_on_payment_days: 0 },
		},
	],
	'Salary Structure': [
		{
			...{ name: 'Back Office', company: COMPANY, is_active: 'Yes', currency: 'CNY', docstatus: 1 },
			components: [{ salary_component: COMPONENT }],
		},
	],
	'Salary Structure Assignment': payees.map(({ employeeId, base }) => ({
		...{ name: `HR-SSA-${employeeId}`, employee: remoteOf(employeeId), company: COMPANY },
		...{ salary_structure: 'Back Office', from_date: '2026-01-01', currency: 'CNY' },
		...{ base: Number(base), variable: 0, docstatus: 1 },
		...stamp,
	})),
	'Custom Field': [
		{
			...{ name: `Additional Salary-${KEY_FIELD}`, dt: 'Additional Salary', unique: 1 },
			...{ fieldname: KEY_FIELD, label: 'Performance Pay Key', fieldtype: 'Data' },
		},
	],
});

const states = ['draft', 'paid', 'cancelled'];
const salaries = ({ store }) => store.all('Additional Salary');

export const payFixture = () => ({
	name: 'frappe',
	now,
	system: (options = {}) =>
		frappe({
			data: { timeZone: 'Asia/Shanghai', since: SINCE, trackChanges: [], documents: documents() },
			tokens: { [`${KEY}:${SECRET}`]: { user: 'pay@x.example', roles: ['HR User'] } },
			now: () => Date.parse(now),
			...options,
		}),
	credentials: { apiKey: KEY, apiSecret: SECRET },
	sign: ({ apiKey, apiSecret }) => ({
		headers: { Authorization: `token ${apiKey}:${apiSecret}` },
	}),
	currency: 'CNY',
	request: { component: COMPONENT },
	remoteOf,
	/** What it holds, past its API: whom, how much, and whether it counts. */
	ledger: (system) =>
		salaries(system).map((it) => ({
			...{ remoteEmployeeId: it.employee, amount: Number(it.amount).toFixed(2) },
			state: states[it.docstatus],
		})),
	reset: (system) => {
		for (const { name } of salaries(system)) system.store.remove('Additional Salary', name);
	},
});
