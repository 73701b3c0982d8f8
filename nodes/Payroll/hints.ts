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
		'={{ $parameter["operation"] !== "reverse" && !/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(String($parameter["period"] ?? "")) }}',
	),
	hint(
		'warning',
		'Tenant is empty: give the company a short name that never changes',
		'={{ $parameter["resource"] === "performancePay" && $parameter["operation"] !== "reverse" && String($parameter["tenant"] ?? "").trim() === "" }}',
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
		'warning',
		'Batch Hash is empty: give the hash of the batch to take back',
		'={{ $parameter["operation"] === "reverse" && String($parameter["batchHash"] ?? "").trim() === "" }}',
	),
	hint(
		'warning',
		'Deduction Component is empty: name the component by which payroll takes back',
		'={{ $parameter["negativeDifferences"] === "deduct" && Number($parameter["revision"] ?? 0) > 0 && String($parameter["deduction"] ?? "").trim() === "" }}',
	),
	hint(
		'info',
		'Reverse cancels entries in payroll. Running it again cancels only what still counts.',
		'={{ $parameter["operation"] === "reverse" }}',
	),
	hint(
		'info',
		'Who has no scorecard is left out of this batch, and can be paid only by a batch of its own',
		'={{ $parameter["blockedPeople"] === "payOthers" }}',
	),
];
