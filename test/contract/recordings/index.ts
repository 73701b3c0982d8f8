import chatwootConversations from './chatwoot.conversations.json';
import dingtalkApprovals from './dingtalk.approvals.json';
import dolibarrExpenseReports from './dolibarr.expenseReports.json';
import dolibarrProposals from './dolibarr.proposals.json';
import dolibarrThirdParties from './dolibarr.thirdParties.json';
import dolibarrTickets from './dolibarr.tickets.json';
import espocrmCases from './espocrm.cases.json';
import espocrmOpportunities from './espocrm.opportunities.json';
import espocrmTasks from './espocrm.tasks.json';
import feishuApprovals from './feishu.approvals.json';
import freshdeskTickets from './freshdesk.tickets.json';
import frappeExpenseClaims from './frappe.expenseClaims.json';
import hubspotContacts from './hubspot.contacts.json';
import hubspotDeals from './hubspot.deals.json';
import hubspotTickets from './hubspot.tickets.json';
import odooExpenses from './odoo.expenses.json';
import odooOpportunities from './odoo.opportunities.json';
import redmineIssues from './redmine.issues.json';
import requestTrackerTickets from './requestTracker.tickets.json';
import restRecords from './rest.records.json';
import rowsRecords from './rows.records.json';
import salesforceCases from './salesforce.cases.json';
import salesforceOpportunities from './salesforce.opportunities.json';
import salesforceTasks from './salesforce.tasks.json';
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
		/** The page is named as the next one in the header Link. */
		readonly linked?: boolean;
		/** The field of a page that holds its rows, a path where it lies deeper: 'data.items'; '': the page is the rows. */
		readonly rowsAt: string;
		readonly pages: readonly (Page | readonly unknown[])[];
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
	'hubspot.contacts': hubspotContacts,
	'salesforce.opportunities': salesforceOpportunities,
	'salesforce.tasks': salesforceTasks,
	'salesforce.cases': salesforceCases,
	'frappe.expenseClaims': frappeExpenseClaims,
	'zendesk.tickets': zendeskTickets,
	'freshdesk.tickets': freshdeskTickets,
	'chatwoot.conversations': chatwootConversations,
	'espocrm.opportunities': espocrmOpportunities,
	'espocrm.tasks': espocrmTasks,
	'espocrm.cases': espocrmCases,
	'requestTracker.tickets': requestTrackerTickets,
	'feishu.approvals': feishuApprovals,
	'dingtalk.approvals': dingtalkApprovals,
	'wecom.approvals': wecomApprovals,
	'rows.crmRows': rowsRecords,
	'rows.financeRows': rowsRecords,
	'rows.supportRows': rowsRecords,
	'rows.workLogRows': rowsRecords,
	'odoo.expenses': odooExpenses,
	'odoo.opportunities': odooOpportunities,
	'redmine.issues': redmineIssues,
	'tryton.opportunities': trytonOpportunities,
	'tryton.invoices': trytonInvoices,
	'tryton.timesheets': trytonTimesheets,
	'dolibarr.thirdParties': dolibarrThirdParties,
	'dolibarr.proposals': dolibarrProposals,
	'dolibarr.expenseReports': dolibarrExpenseReports,
	'dolibarr.tickets': dolibarrTickets,
	'rest.crmRecords': restRecords,
	'rest.financeRecords': restRecords,
	'rest.supportRecords': restRecords,
	'rest.workLogRecords': restRecords,
};

/** Stands in every recording in fields that no stream declares. */
export const undeclared = 'PRIVATE-NOT-DECLARED';
