import type { System } from '../../engine/stream';
import { expenses } from './expenses';
import { lookups } from './lookups';
import { opportunities } from './opportunities';
import { probes } from './probes';

/** Docs: odoo.com → External JSON-2 API; code: odoo 17 and 19, addons crm, hr_expense, mail and rpc */
export const odoo: System = {
	id: 'odoo',
	label: 'Odoo',
	credential: 'performanceOdooApi',
	streams: [expenses, opportunities],
	probes,
	lookups,
};
