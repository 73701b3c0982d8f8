// For which operations a setting is shown.
export const forBasePay = { show: { resource: ['basePay'] } };
export const forPerformancePay = { show: { resource: ['performancePay'] } };
/** Everything but a reversal follows from scores. */
export const forBatch = {
	show: { resource: ['performancePay'], operation: ['preview', 'reconcile', 'sync'] },
};
export const forApproved = {
	show: { resource: ['performancePay'], operation: ['sync', 'reconcile'] },
};
export const forReversal = { show: { resource: ['performancePay'], operation: ['reverse'] } };
