import type { NodeHint } from 'n8n-workflow';
import { hint, periodHint } from '../_shared/panelHint';

/** What can be seen to be wrong before the run, and what a run will do. */
export const payrollHints: NodeHint[] = [
	periodHint('!["reverse", "show"].includes($parameter["operation"])'),
	hint(
		'warning',
		'Tenant is empty: give the company a short name that never changes',
		'$parameter["resource"] === "performancePay" && !["reverse", "show"].includes($parameter["operation"]) && String($parameter["tenant"] ?? "").trim() === ""',
	),
	hint(
		'warning',
		'Approved Hash is empty: preview the batch, have it approved, and give its hash here',
		'["sync", "export", "reconcile"].includes($parameter["operation"]) && String($parameter["approvedHash"] ?? "").trim() === ""',
	),
	hint(
		'info',
		'Sync writes to payroll. Running it again looks first for what is there: each line has its key.',
		'$parameter["operation"] === "sync"',
	),
	hint(
		'info',
		'Load the file once: a bank or a payroll system that takes it twice pays twice',
		'$parameter["operation"] === "export"',
	),
	hint(
		'warning',
		'Batch Hash is empty: give the hash of the batch to take back',
		'$parameter["operation"] === "reverse" && String($parameter["batchHash"] ?? "").trim() === ""',
	),
	hint(
		'warning',
		'Deduction Component is empty: name the component by which payroll takes back',
		'$parameter["negativeDifferences"] === "deduct" && Number($parameter["revision"] ?? 0) > 0 && String($parameter["deduction"] ?? "").trim() === ""',
	),
	hint(
		'info',
		'Reverse cancels entries in payroll. Running it again cancels only what still counts.',
		'$parameter["operation"] === "reverse"',
	),
	hint(
		'info',
		'Who has no scorecard is left out. Once there is one, preview and sync again: who is paid stays as is.',
		'$parameter["blockedPeople"] === "payOthers"',
	),
];
