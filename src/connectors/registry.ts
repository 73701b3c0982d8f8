import type { PayrollSystem } from './engine/payrollSystem';
import type { System } from './engine/stream';
import { additionalSalary } from './vendors/frappe/additionalSalary';
import { payFile } from './vendors/file/payFile';
import { chatwoot } from './vendors/chatwoot/system';
import { dingtalk } from './vendors/dingtalk/system';
import { salary } from './vendors/dolibarr/salary';
import { dolibarr } from './vendors/dolibarr/system';
import { espocrm } from './vendors/espocrm/system';
import { externalPay } from './vendors/feishu/externalPay';
import { feishu } from './vendors/feishu/system';
import { frappe } from './vendors/frappe/system';
import { freshdesk } from './vendors/freshdesk/system';
import { fixedCompensations } from './vendors/gusto/fixedCompensations';
import { hubspot } from './vendors/hubspot/system';
import { payslipInput } from './vendors/odoo/payslipInput';
import { odoo } from './vendors/odoo/system';
import { redmine } from './vendors/redmine/system';
import { requestTracker } from './vendors/requestTracker/system';
import { restPay } from './vendors/rest/pay';
import { rest } from './vendors/rest/system';
import { rows } from './vendors/rows/system';
import { salesforce } from './vendors/salesforce/system';
import { tryton } from './vendors/tryton/system';
import { wecom } from './vendors/wecom/system';
import { payslipLines } from './vendors/xero/payslipLines';
import { zendesk } from './vendors/zendesk/system';

/** Every system that evidence can be read from. A new one is a folder in vendors and a line here. */
export const systems: readonly System[] = [
	hubspot,
	frappe,
	zendesk,
	freshdesk,
	chatwoot,
	espocrm,
	requestTracker,
	salesforce,
	feishu,
	dingtalk,
	wecom,
	odoo,
	redmine,
	tryton,
	dolibarr,
	rest,
	rows,
];

/** Every system that pay can be sent to. */
export const payrollSystems: readonly PayrollSystem[] = [
	additionalSalary,
	payslipInput,
	externalPay,
	payslipLines,
	fixedCompensations,
	restPay,
	salary,
	payFile,
];

export { rowsAddress } from './vendors/rows/list';
