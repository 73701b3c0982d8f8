// A small month in Odoo, of expenses and of opportunities, with what the connector must make of it.
import { odoo } from '../odoo.mjs';
import { allDocuments } from './crm.mjs';
import { EVIDENCE } from './models.mjs';
import { monthOf } from './month.mjs';
import { crmDataOf, opportunitiesOf } from './opportunities.mjs';
import { dataOf } from './records.mjs';

const KEY = '1edcd0911d28f9dbbcb86e3c4db3d744a0cf38b2';
const USER = 8;
const reader = { id: USER, email: 'evidence@x.example' };
const allApprover = [
	'base.group_user',
	'hr_expense.group_hr_expense_team_approver',
	'hr_expense.group_hr_expense_user',
];

/** Rows by model of both, one after the other. */
const together = (one, other) => ({
	...one,
	...Object.fromEntries(
		Object.entries(other).map(([model, rows]) => [model, [...(one[model] ?? []), ...rows]]),
	),
});

/** `groups` of the user whose key it is; `release` 19 speaks JSON-2, an earlier one JSON-RPC. */
export const fixture = ({
	release = 19,
	groups = [...allApprover, ...allDocuments, EVIDENCE],
} = {}) => {
	const month = monthOf(230);
	const deals = opportunitiesOf(230);
	return {
		name: 'odoo',
		now: '2026-11-06T09:30:00+08:00',
		system: (options = {}) =>
			odoo({
				data: together(dataOf(release, month, reader), crmDataOf(release, deals)),
				keys: new Map([[KEY, { id: USER, partner: USER + 1, groups, lang: 'en_US' }]]),
				release,
				...options,
			}),
		credentials:
			release >= 19
				? { api: 'json2', apiKey: KEY }
				: { api: 'jsonRpc', apiKey: KEY, database: 'company', userId: USER },
		sign: ({ apiKey }) => ({ headers: { Authorization: `bearer ${apiKey}` } }),
		streams: {
			expenses: {
				parameters: {},
				list: '/json/2/hr.expense/search_read',
				history: '/json/2/mail.tracking.value/search_read',
				evidence: month.evidence,
			},
			opportunities: {
				parameters: {},
				list: '/json/2/crm.lead/search_read',
				history: '/json/2/mail.tracking.value/search_read',
				fault: { model: 'crm.lead' },
				evidence: deals.evidence,
			},
		},
	};
};

export { allApprover, allDocuments, EVIDENCE };
