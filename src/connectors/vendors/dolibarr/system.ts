import type { System } from '../../engine/stream';
import { expenseReports } from './expenseReports';
import { lookups } from './lookups';
import { proposals } from './proposals';
import { probes } from './probes';
import { thirdParties } from './thirdParties';
import { tickets } from './tickets';

/** Code: Dolibarr 15 to 22, htdocs/api, htdocs/societe, htdocs/comm, htdocs/expensereport, htdocs/ticket */
export const dolibarr: System = {
	id: 'dolibarr',
	label: 'Dolibarr',
	credential: 'performanceDolibarrApi',
	streams: [thirdParties, proposals, expenseReports, tickets],
	probes,
	lookups,
};
