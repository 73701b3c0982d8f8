// An Odoo with sixty people on its payroll, their payslips of October made and nothing paid yet.
import { payees } from '../../company/payees.mjs';
import { odoo } from '../odoo.mjs';
import { payGroups } from './payroll.mjs';

const KEY = '5f0c3a9d2b7e4c1fa6d8e0b94c2f7a1d3e5b6c80';
const USER = 12;
const CODE = 'PERFPAY';
const COMPANY = 1;
const CNY = 7;
const now = '2026-11-06T09:30:00+08:00';

/** E001 is employee 101. */
const numberOf = (employeeId) => 100 + Number(employeeId.slice(1));
const remoteOf = (employeeId) => String(numberOf(employeeId));

const slipOf = ({ employeeId, name }) => ({
	...{ id: 1000 + numberOf(employeeId), name: `Salary Slip - ${name} - October 2026` },
	...{ employee_id: numberOf(employeeId), company_id: COMPANY, credit_note: false },
	...{ date_from: '2026-10-01', date_to: '2026-10-31', state: 'draft' },
	...{ contract_id: 500 + numberOf(employeeId), version_id: 500 + numberOf(employeeId) },
});

const contractOf = ({ employeeId, base }) => ({
	...{ id: 500 + numberOf(employeeId), name: `Contract ${employeeId}`, state: 'open' },
	...{ employee_id: numberOf(employeeId), wage: Number(base), currency_id: CNY, active: true },
	...{ date_start: '2026-01-01', date_version: '2026-01-01' },
	...{ contract_date_start: '2025-01-06', date_end: false, contract_date_end: false },
});

const codes = [CODE, `${CODE}_1`].map((code, at) => ({
	...{ id: 31 + at, code, name: code === CODE ? 'Performance Pay' : 'Performance Pay, Correction' },
}));

/** What the OCA's payroll puts on a slip when it is made: an input of 0 for each input of its rules. */
const emptyInputs = (slips) =>
	slips.flatMap(({ id, contract_id: contract }, at) =>
		codes.map(({ code, name }, nth) => ({
			...{ id: 2001 + 2 * at + nth, payslip_id: id, contract_id: contract },
			...{ code, name, amount: 0, sequence: 10 },
		})),
	);

/** Rows by model; what is not in the payroll that is installed is nowhere. */
export const payData = (payroll) => {
	const slips = payees.map(slipOf);
	const people = payees.map(({ employeeId, name, email }) => ({
		...{ id: numberOf(employeeId), name, work_email: email, active: true },
	}));
	return {
		'hr.employee': people,
		'hr.contract': payees.map(contractOf),
		'hr.version': payees.map(contractOf),
		'hr.payslip': slips,
		'hr.payslip.input': payroll === 'oca' ? emptyInputs(slips) : [],
		'hr.payslip.input.type': codes,
		'hr.rule.input': codes,
		'res.company': [{ id: COMPANY, name: 'XX Wealth', currency_id: CNY }],
		'res.currency': [{ id: CNY, name: 'CNY' }],
		'res.users': [
			{ id: USER, login: 'pay', email: 'pay@x.example', name: 'Pay', partner_id: 13, active: true },
		],
		xmlids: {},
	};
};

const inputs = ({ models }) => models['hr.payslip.input'];
const isPaid = ({ amount }) => amount !== 0;
const stateOf = ({ models }, { payslip_id: id }) =>
	models['hr.payslip'].rows.find((slip) => slip.id === id).state === 'cancel'
		? 'cancelled'
		: 'paid';
const personOf = ({ models }, { payslip_id: id }) =>
	models['hr.payslip'].rows.find((slip) => slip.id === id).employee_id;

/** `payroll` is 'oca' or 'enterprise'; `release` 19 speaks JSON-2, an earlier one JSON-RPC. */
export const payFixture = ({
	payroll = 'enterprise',
	release = 19,
	groups = payGroups(payroll),
} = {}) => ({
	name: 'odoo',
	now,
	system: (options = {}) =>
		odoo({
			data: payData(payroll),
			keys: new Map([[KEY, { id: USER, partner: USER + 1, groups, lang: 'en_US' }]]),
			...{ release, payroll },
			...options,
		}),
	credentials:
		release >= 19
			? { api: 'json2', apiKey: KEY }
			: { api: 'jsonRpc', apiKey: KEY, database: 'company', userId: USER },
	sign: ({ apiKey }) => ({ headers: { Authorization: `bearer ${apiKey}` } }),
	currency: 'CNY',
	request: { component: CODE },
	remoteOf,
	/** What it holds, past its API: whom, how much, and whether it counts. */
	ledger: (system) =>
		inputs(system)
			.rows.filter(isPaid)
			.map((row) => ({
				remoteEmployeeId: String(personOf(system, row)),
				amount: row.amount.toFixed(2),
				state: stateOf(system, row),
			})),
	reset: (system) => {
		const { rows } = inputs(system);
		rows.splice(0, rows.length, ...payData(payroll)['hr.payslip.input']);
	},
});
