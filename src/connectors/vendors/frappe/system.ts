import type { System } from '../../engine/stream';
import { expenseClaims } from './expenseClaims';
import { lookups } from './lookups';
import { evidenceProbes } from './probes';

export const frappe: System = {
	id: 'frappe',
	label: 'Frappe HR / ERPNext',
	credential: 'performanceFrappeApi',
	streams: [expenseClaims],
	probes: evidenceProbes,
	lookups,
};
