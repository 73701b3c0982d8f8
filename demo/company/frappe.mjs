// The company's Frappe HR site: employees and their base, expense claims with their workflow, nothing paid yet.
import { accounts, leaderIds } from './accounts.mjs';
import { assignments } from './basePay.mjs';
import { at, naiveLocal } from './calendar.mjs';
import { CASHIER, claimsOf, sales, workflow } from './expenseClaims.mjs';
import { company, leaver, people } from './plan.mjs';

const SINCE = naiveLocal(at('2025-01-06', '10:00'));

const employeeRow = (
	{ frappeEmployee, name, email },
	{ joined = '2025-01-06', left, branch } = {},
) => ({
	name: frappeEmployee,
	employee_name: name,
	first_name: name,
	status: left === undefined ? 'Active' : 'Left',
	user_id: email,
	company_email: email,
	company: company.name,
	department: 'Back Office - XX',
	branch: branch ?? 'Head office',
	date_of_joining: joined,
	relieving_date: left ?? null,
	creation: SINCE,
	modified: SINCE,
});

const userRow = ({ email, name }) => ({
	name: email,
	email,
	first_name: name,
	full_name: name,
	enabled: 1,
	user_type: 'System User',
	time_zone: company.timeZone,
});

const KEY_FIELD = 'custom_performance_pay_key';

/** The site's documents, made anew at each call. `keyField: false` leaves out the custom field for the line's key. */
export const frappeData = ({ keyField = true, trackChanges = true } = {}) => {
	const former = { ...leaver, role: 'finance', month: { done: 6, onTime: 6, errors: 0, open: 0 } };
	const claims = claimsOf([...people.filter(({ role }) => role === 'finance'), former]);
	const leaders = leaderIds.map((id) => accounts.get(id));
	const gone = accounts.get(leaver.employeeId);
	const own = people.map(({ employeeId }) => accounts.get(employeeId));
	return {
		timeZone: company.timeZone,
		since: SINCE,
		trackChanges: trackChanges ? ['Expense Claim'] : [],
		documents: {
			Company: [
				{
					name: company.name,
					company_name: company.name,
					abbr: 'XX',
					default_currency: company.currency,
					country: 'China',
				},
			],
			User: [...own, gone, ...leaders, ...sales, { email: CASHIER, name: '出纳' }].map(userRow),
			Employee: [
				...people.map((person) => employeeRow(accounts.get(person.employeeId), person)),
				employeeRow(gone, leaver),
				...[...leaders, ...sales].map((each) => employeeRow(each)),
			],
			'Salary Component': [
				{
					name: company.component,
					salary_component: company.component,
					salary_component_abbr: 'PP',
					type: 'Earning',
					depends_on_payment_days: 0,
				},
				{
					name: 'Performance Pay Recovery',
					salary_component: 'Performance Pay Recovery',
					salary_component_abbr: 'PPR',
					type: 'Deduction',
					depends_on_payment_days: 0,
				},
				{ name: 'Basic', salary_component: 'Basic', salary_component_abbr: 'B', type: 'Earning' },
				{
					name: 'Income Tax',
					salary_component: 'Income Tax',
					salary_component_abbr: 'IT',
					type: 'Deduction',
					variable_based_on_taxable_salary: 1,
				},
			],
			'Salary Structure': [
				{
					name: 'Back Office',
					company: company.name,
					is_active: 'Yes',
					currency: company.currency,
					docstatus: 1,
					components: [{ salary_component: 'Basic' }],
				},
			],
			'Salary Structure Assignment': assignments(),
			Workflow: [workflow],
			'Expense Claim': claims.map(({ claim }) => claim),
			Version: claims.flatMap(({ versions }) => versions),
			Comment: claims.flatMap(({ comments }) => comments),
			'Workflow Action': claims.map(({ action }) => action),
			'Custom Field': keyField
				? [
						{
							name: `Additional Salary-${KEY_FIELD}`,
							dt: 'Additional Salary',
							fieldname: KEY_FIELD,
							label: 'Performance Pay Key',
							fieldtype: 'Data',
							unique: 1,
						},
					]
				: [],
		},
	};
};
