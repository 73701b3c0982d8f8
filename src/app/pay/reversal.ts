import type { Parameters } from '../../connectors/engine/parameters';
import type { PayEntry, PayrollSystem, PaySettings } from '../../connectors/engine/payrollSystem';
import { formatMoney, parseMoney, sumByCurrency, type Money } from '../../domain/kernel/money';
import type { PayProblem } from '../../domain/pay/payProblem';
import type { JournalLine } from '../../items/journalInput';
import {
	toProblemRecord,
	type InPayroll,
	type PayProblemRecord,
	type ReversalRecord,
} from '../../items/payRecord';

/** Which batch is taken back. */
export interface ReverseRequest {
	/** The payroll system's id, for example 'frappe'. */
	readonly system: string;
	readonly baseUrl: string;
	/** The `hash` of the batch. */
	readonly batchHash: string;
	/** Absent or '': the system's own default. */
	readonly keyField?: string;
	/** The component by which the batch deducted; absent or '': none. */
	readonly deduction?: string;
	/** YYYY-MM-DD: that of the batch, by whose month a keyless system is read; absent or '': the last day of the period. */
	readonly payrollDate?: string;
	/** What only this payroll system asks for, by the names of its `parameters`. */
	readonly parameters?: Parameters;
	readonly timeoutMs?: number;
	/** The journal: pay lines as Payroll made them; those of other batches are only looked at. */
	readonly payLines: readonly unknown[];
}

export interface ReverseResult {
	/** The batch's lines as they came, with `status`, `remoteId` and `message` as they now are. */
	readonly lines: readonly { readonly [field: string]: unknown; readonly employeeId: string }[];
	readonly problems: readonly PayProblemRecord[];
	readonly reversal: ReversalRecord;
}

/** A reversal made ready. */
export interface Reversal {
	readonly request: ReverseRequest;
	readonly system: PayrollSystem;
	readonly settings: PaySettings;
	readonly lines: readonly JournalLine[];
	/** Those of earlier revisions that may lie in the same place. */
	readonly before: readonly JournalLine[];
}

/** How a line stands after a reversal; a line that still counts keeps the status that it came with. */
export interface ReversedLine {
	readonly status?: 'reversed';
	readonly message: string | undefined;
}

/** What payroll still counts of a batch. */
export const inPayrollOf = (live: ReadonlyMap<string, readonly PayEntry[]>): InPayroll => {
	const paid = [...live.values()].flat().filter((entry) => entry.state === 'counts');
	const amounts = paid.flatMap((it) => parseMoney(it.amount, it.currency) ?? []);
	return { count: paid.length, sums: sumsOf(amounts) };
};

const sumsOf = (amounts: readonly Money[]) =>
	Object.fromEntries(sumByCurrency(amounts).map((sum) => [sum.currency, formatMoney(sum)]));

/** What became of a reversal, as the items that the node gives. */
export function toReversal(
	{ request, lines }: Reversal,
	status: ReversalRecord['status'],
	outcome: {
		readonly problems: readonly PayProblem[];
		readonly states?: ReadonlyMap<string, ReversedLine>;
		readonly inPayroll?: InPayroll;
	},
): ReverseResult {
	const { problems, states, inPayroll } = outcome;
	const [first] = lines;
	return {
		lines: lines.map(({ asGiven, employeeId, key }) => {
			const { message, ...status } = states?.get(key) ?? { message: undefined };
			return { ...asGiven, employeeId, ...status, message: message ?? null };
		}),
		problems: problems.map(toProblemRecord),
		reversal: {
			kind: 'reversal',
			tenant: first?.tenant ?? '',
			period: first?.period ?? '',
			component: first?.component ?? '',
			revision: first?.revision ?? 0,
			system: request.system,
			status,
			hash: request.batchHash,
			count: lines.length,
			sums: sumsOf(lines.map((line) => line.amount)),
			inPayroll: inPayroll ?? null,
			problems: problems.length,
		},
	};
}
