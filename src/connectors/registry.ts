import type { PayrollSystem } from './engine/payrollSystem';
import type { System } from './engine/stream';
import { additionalSalary } from './vendors/frappe/additionalSalary';
import { dingtalk } from './vendors/dingtalk/system';
import { feishu } from './vendors/feishu/system';
import { frappe } from './vendors/frappe/system';
import { hubspot } from './vendors/hubspot/system';
import { redmine } from './vendors/redmine/system';
import { rest } from './vendors/rest/system';
import { rows } from './vendors/rows/system';
import { tryton } from './vendors/tryton/system';
import { wecom } from './vendors/wecom/system';
import { zendesk } from './vendors/zendesk/system';

/** Every system that evidence can be read from. A new one is a folder in vendors and a line here. */
export const systems: readonly System[] = [
	hubspot,
	frappe,
	zendesk,
	feishu,
	dingtalk,
	wecom,
	redmine,
	tryton,
	rest,
	rows,
];

/** Every system that pay can be sent to. */
export const payrollSystems: readonly PayrollSystem[] = [additionalSalary];

export { rowsAddress } from './vendors/rows/list';
