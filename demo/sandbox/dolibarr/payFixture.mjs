// A Dolibarr with sixty people, each with a salary on the card, and nothing due yet.
import { payees } from '../../company/payees.mjs';
import { dolibarr } from '../dolibarr.mjs';

const KEY = 'dolibarr-pay-key-1';
const COMPONENT = 'Performance Pay';
const now = '2026-11-06T09:30:00+08:00';

/** E001 is user 201. */
const remoteOf = (employeeId) => String(200 + Number(employeeId.slice(1)));

export const payRights = {
	user: { user: { lire: 1 } },
	salaries: { read: 1, readall: 1, write: 1 },
};

const users = payees.map(({ employeeId, email, base }) => ({
	...{ id: remoteOf(employeeId), login: employeeId.toLowerCase(), email, entity: '1', tms: 0 },
	...{ status: '1', statut: '1', salary: `${base}000000` },
}));

/** `rights` of the user of the key; `change(data)` before the server starts. */
export const payFixture = ({ rights = payRights, change, ...more } = {}) => ({
	name: 'dolibarr',
	now,
	system: (options = {}) => {
		const data = { users: users.map((user) => ({ ...user })), salaries: [] };
		change?.(data);
		const keys = { [KEY]: { id: '7', login: 'pay', entity: '1', rights, socid: null } };
		return dolibarr({ data, keys, ...more, ...options });
	},
	credentials: { apiKey: KEY },
	sign: ({ apiKey }) => ({ headers: { DOLAPIKEY: apiKey } }),
	currency: 'CNY',
	request: { component: COMPONENT, parameters: { mainCurrency: 'CNY' } },
	remoteOf,
	/** What it holds, past its API: whom and how much; all that is due counts. */
	ledger: ({ salaries }) =>
		salaries.map(({ fk_user: user, amount }) => ({
			...{ remoteEmployeeId: user, amount: Number(amount).toFixed(2), state: 'paid' },
		})),
	reset: ({ salaries }) => void salaries.splice(0),
});
