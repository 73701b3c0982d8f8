import dingtalkApprovals from './dingtalk.approvals.json';
import feishuApprovals from './feishu.approvals.json';
import frappeExpenseClaims from './frappe.expenseClaims.json';
import hubspotDeals from './hubspot.deals.json';
import hubspotTickets from './hubspot.tickets.json';
import redmineIssues from './redmine.issues.json';
import restRecords from './rest.records.json';
import rowsRecords from './rows.records.json';
import trytonInvoices from './tryton.invoices.json';
import trytonOpportunities from './tryton.opportunities.json';
import trytonTimesheets from './tryton.timesheets.json';
import wecomApprovals from './wecom.approvals.json';
import zendeskTickets from './zendesk.tickets.json';

/** One answer of a system: to a list page by page in the order of the calls, else by path. */
export interface Recording {
	readonly parameters: { readonly [name: string]: string | number | boolean };
	readonly list: {
		readonly method: string;
		readonly path: string;
		/** Must be in the query or body as JSON: where all calls have one address. */
		readonly when?: string;
		/** The field of a page that holds its rows, a path where it lies deeper: 'data.items'. */
		readonly rowsAt: string;
		readonly pages: readonly Page[];
	};
	readonly others: readonly {
		readonly method: string;
		readonly path: string;
		/** Must be in the query or body as JSON. */
		readonly when?: string;
		readonly body: unknown;
	}[];
	/** What must come out, fields left out being of no interest here. */
	readonly evidence: readonly { readonly recordId: string; readonly [field: string]: unknown }[];
}
export type Page = { readonly [field: string]: unknown };

export const recordings: { readonly [stream: string]: Recording } = {
	'hubspot.tickets': hubspotTickets,
	'hubspot.deals': hubspotDeals,
	'frappe.expenseClaims': frappeExpenseClaims,
	'zendesk.tickets': zendeskTickets,
	'feishu.approvals': feishuApprovals,
	'dingtalk.approvals': dingtalkApprovals,
	'wecom.approvals': wecomApprovals,
	'rows.crmRows': rowsRecords,
	'rows.financeRows': rowsRecords,
	'rows.supportRows': rowsRecords,
	'rows.workLogRows': rowsRecords,
	'redmine.issues': redmineIssues,
	'tryton.opportunities': trytonOpportunities,
	'tryton.invoices': trytonInvoices,
	'tryton.timesheets': trytonTimesheets,
	'rest.crmRecords': restRecords,
	'rest.financeRecords': restRecords,
	'rest.supportRecords': restRecords,
	'rest.workLogRecords': restRecords,
};

/** Stands in every recording in fields that no stream declares. */
export const undeclared = 'PRIVATE-NOT-DECLARED';
