// For which operations a setting is shown.
export const forBasePay = { show: { resource: ['basePay'] } };
export const forPerformancePay = { show: { resource: ['performancePay'] } };
/** What asks payroll: only a page is made of what came in. */
export const forPayroll = {
	show: {
		resource: ['performancePay'],
		operation: ['preview', 'export', 'reconcile', 'reverse', 'sync'],
	},
};
/** Everything but a reversal follows from scores. */
export const forBatch = {
	show: { resource: ['performancePay'], operation: ['preview', 'export', 'reconcile', 'sync'] },
};
export const forApproved = {
	show: { resource: ['performancePay'], operation: ['sync', 'export', 'reconcile'] },
};
export const forReconcile = { show: { resource: ['performancePay'], operation: ['reconcile'] } };
export const forPage = { show: { resource: ['performancePay'], operation: ['show'] } };
export const forReversal = { show: { resource: ['performancePay'], operation: ['reverse'] } };
