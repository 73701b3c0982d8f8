// A small month in a system of one's own, with what the connector must make of it: the same in each way of paging.
import { evidenceOf, month, now } from '../approvals/month.mjs';
import { rest } from '../rest.mjs';

const TOKEN = 'sandbox-rest-token-1';
const states = { wait: 'open', handOn: 'void', withdrawn: 'void' };
const iso = (ms) => (ms === null ? null : new Date(ms).toISOString());

/** The first step of each approval is an item. */
const items = month(230).map(({ number, steps: [step] }) => ({ id: 1000 + number, step }));

const row = ({ id, step: { who, how, from, to, errors } }) => ({
	id,
	state: states[how] ?? 'done',
	owner: { login: who },
	given: iso(from),
	finished: iso(to),
	faults: states[how] === undefined ? errors : null,
	changed: iso(to ?? from),
});

const stream = (way, more) => ({
	parameters: {
		path: `/items/${way}`,
		query: 'since={from}',
		listAt: 'items',
		paging: way,
		updatedField: 'changed',
		handlerField: 'owner.login',
		statusField: 'state',
		doneValues: 'done',
		cancelledValues: 'void',
		assignedField: 'given',
		completedField: 'finished',
		errorsField: 'faults',
		...more,
	},
	list: `/items/${way}`,
	history: undefined,
	evidence: items.map(({ id, step }) => evidenceOf(String(id), step)),
});

export const fixture = () => ({
	name: 'rest',
	now,
	system: (options = {}) =>
		rest({ rows: items.map(row), tokens: [TOKEN], now: () => Date.parse(now), ...options }),
	credentials: { token: TOKEN },
	sign: ({ token }) => ({ headers: { Authorization: `Bearer ${token}` } }),
	streams: {
		crmRecords: stream('page', { pageParameter: 'page', totalAt: 'total' }),
		financeRecords: stream('offset', { pageParameter: 'offset', totalAt: 'total' }),
		supportRecords: stream('cursor', { pageParameter: 'cursor', nextAt: 'next' }),
		workLogRecords: stream('link', {}),
	},
});
