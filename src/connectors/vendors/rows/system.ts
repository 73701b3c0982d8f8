import type { System } from '../../engine/stream';
import { rowsStream } from './stream';

/** Rows that the user has read already: a spreadsheet, a database, any node before. Nothing signs in anywhere. */
export const rows: System = {
	id: 'rows',
	label: 'Rows of the Input',
	streams: [
		rowsStream('crm', 'customerRecord', 'Customer records'),
		rowsStream('finance', 'reimbursement', 'Financial records'),
		rowsStream('support', 'supportTicket', 'Support records'),
		rowsStream('workLog', 'workOrder', 'Work records'),
	],
	probes: [],
};
