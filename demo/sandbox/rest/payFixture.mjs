// A payroll system of one's own with sixty people, and nothing paid yet.
import { payees } from '../../company/payees.mjs';
import { rest } from '../rest.mjs';

const TOKEN = 'sandbox-rest-pay-token-1';
const now = '2026-11-06T09:30:00+08:00';
const remoteOf = (employeeId) => `emp-${employeeId}`;

const parameters = {
	payListPath: '/payments?month={period}',
	listAt: 'data.items',
	...{ paging: 'page', pageParameter: 'page', totalAt: 'total' },
	...{ keyAt: 'reference', employeeAt: 'employee.id', amountAt: 'amount' },
	...{ currencyAt: 'currency', componentAt: 'type', stateAt: 'status' },
	...{ paidValues: 'open, paid', cancelledValues: 'void' },
	createPath: '/payments',
	takeBackPath: '/payments/{id}',
};

export const payFixture = () => ({
	name: 'rest',
	now,
	system: ({ unique, ...options } = {}) =>
		rest({
			tokens: [TOKEN],
			now: () => Date.parse(now),
			payroll: { people: payees.map(({ employeeId }) => remoteOf(employeeId)), unique },
			...options,
		}),
	credentials: { token: TOKEN },
	sign: ({ token }) => ({ headers: { Authorization: `Bearer ${token}` } }),
	currency: 'CNY',
	request: { component: 'Performance Pay', parameters },
	remoteOf,
	/** What it holds, past its API: whom, how much, and whether it counts. */
	ledger: ({ payments }) =>
		[...payments.values()].map(({ employee, amount, status }) => ({
			remoteEmployeeId: employee.id,
			amount,
			state: status === 'void' ? 'cancelled' : 'paid',
		})),
	reset: ({ payments }) => payments.clear(),
});
