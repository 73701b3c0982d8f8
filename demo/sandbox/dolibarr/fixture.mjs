// A small month in Dolibarr, with what the connector must make of it.
import { now } from '../approvals/month.mjs';
import { dolibarr } from '../dolibarr.mjs';
import { agendaEvents, expenseReports, proposals, thirdParties, tickets, users } from './month.mjs';

const KEY = 'dolibarr-sandbox-key-1';

export const allRights = {
	societe: { lire: 1, client: { voir: 1 } },
	propale: { lire: 1 },
	expensereport: { lire: 1 },
	ticket: { read: 1 },
	agenda: { myactions: { read: 1 }, allactions: { read: 1 } },
	user: { user: { lire: 1 } },
	categorie: { lire: 1 },
};

const rows = (plans) => plans.map(({ row }) => row);
const told = (plans) => plans.flatMap((plan) => plan.told ?? []);
const listOf = (path) => `/${path}?sortfield=t.rowid&sortorder=ASC`;
const events = '/agendaevents?sortfield=t.id&sortorder=ASC';

const data = {
	thirdparties: rows(thirdParties),
	proposals: rows(proposals),
	expensereports: rows(expenseReports),
	tickets: rows(tickets),
	agendaevents: agendaEvents,
	users: users.map((user) => ({ ...user, entity: '1', tms: 0 })),
	categories: [{ id: '3', entity: '1', label: 'Key accounts', tms: 0 }],
	representatives: { 2: ['7', '8'], 4: ['8'] },
};

export const fixture = () => ({
	name: 'dolibarr',
	now,
	/** `rights` and `socid` are those of the user of the key; without `agenda` nothing was noted. */
	system: ({ rights = allRights, socid = null, agenda = true, ...options } = {}) =>
		dolibarr({
			data: agenda ? data : { ...data, agendaevents: [] },
			keys: { [KEY]: { id: '7', login: 'reader', entity: '1', rights, socid } },
			...options,
		}),
	credentials: { apiKey: KEY },
	sign: ({ apiKey }) => ({ headers: { DOLAPIKEY: apiKey } }),
	streams: {
		thirdParties: {
			parameters: {},
			list: listOf('thirdparties'),
			history: '/users?sortfield=t.rowid&sortorder=ASC',
			fault: { table: 'thirdparties' },
			evidence: told(thirdParties),
		},
		proposals: {
			parameters: {},
			list: listOf('proposals'),
			history: events,
			fault: { table: 'proposals' },
			evidence: told(proposals),
		},
		expenseReports: {
			parameters: {},
			list: listOf('expensereports'),
			history: '/users?sortfield=t.rowid&sortorder=ASC',
			fault: { table: 'expensereports' },
			evidence: told(expenseReports),
		},
		tickets: {
			parameters: {},
			list: listOf('tickets'),
			history: events,
			fault: { table: 'tickets' },
			evidence: told(tickets),
		},
	},
});
