import type { NodeHint } from 'n8n-workflow';

const hint = (type: 'info' | 'warning', message: string, displayCondition: string): NodeHint => ({
	message,
	displayCondition,
	type,
	location: 'ndv',
	whenToDisplay: 'beforeExecution',
});

/** What can be seen to be wrong before the run, and what a run will do. */
export const payrollHints: NodeHint[] = [
	hint(
		'warning',
		'Period has to be a year and a month, like 2026-10',
		'={{ !/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(String($parameter["period"] ?? "")) }}',
	),
	hint(
		'warning',
		'Tenant is empty: give the company a short name that never changes',
		'={{ $parameter["resource"] === "performancePay" && String($parameter["tenant"] ?? "").trim() === "" }}',
	),
	hint(
		'warning',
		'Approved Hash is empty: preview the batch, have it approved, and give its hash here',
		'={{ ["sync", "reconcile"].includes($parameter["operation"]) && String($parameter["approvedHash"] ?? "").trim() === "" }}',
	),
	hint(
		'info',
		'Sync writes to payroll. Running it again writes nothing twice: each line has its key.',
		'={{ $parameter["operation"] === "sync" }}',
	),
	hint(
		'info',
		'Who has no scorecard is left out of this batch, and can be paid only by a batch of its own',
		'={{ $parameter["blockedPeople"] === "payOthers" }}',
	),
];
