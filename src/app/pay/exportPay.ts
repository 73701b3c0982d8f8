import type { Ports } from '../../connectors/engine/http';
import type { Finding } from '../../domain/pay/compare';
import { stop, type PayProblem } from '../../domain/pay/payProblem';
import type { LineState } from '../../items/payRecord';
import { approvalProblems, checkApproval } from './approval';
import { drawUpBatch, stops, toPayResult, type DrawnUp } from './drawUpBatch';
import { findingProblem } from './findingWords';
import { outlookOf, type Outlook } from './lookIntoPayroll';
import { refuseUnless, takesFile } from './payChecks';
import type { ApprovedPayRequest, PayResult } from './payRequest';
import { csv } from './file/csv';
import { controlTable, payTable, totalRows } from './payTables';
import { xlsx } from './file/xlsx';

/** A batch as a file. */
interface PayFile {
	readonly name: string;
	readonly mimeType: string;
	readonly bytes: Uint8Array;
}

export interface ExportResult extends PayResult {
	/** undefined: the batch was stopped. */
	readonly file: PayFile | undefined;
}

/**
 * The batch that was approved as a file for a bank or a payroll system; the same batch gives the same
 * bytes. Stops where a sync would. Rejects only for settings that cannot be used.
 */
export async function exportPay(request: ApprovedPayRequest, ports: Ports): Promise<ExportResult> {
	checkApproval(request);
	refuseUnless([takesFile(request.system)]);
	const batch = drawUpBatch(request);
	const drawn = [...batch.problems, ...approvalProblems(batch, request)];
	const stopped = (problems: readonly PayProblem[]): ExportResult => ({
		...toPayResult(batch, 'stopped', { problems }),
		file: undefined,
	});
	if (stops(drawn)) return stopped(drawn);
	const outlook = await outlookOf(batch, ports);
	if (!('findings' in outlook)) return stopped([...drawn, ...outlook]);
	const problems = [...drawn, ...there(outlook)];
	if (stops(problems)) return stopped(problems);
	const sent: LineState = { status: 'sent', remoteId: undefined, message: undefined };
	const states = new Map(batch.lines.map(({ key }) => [key, sent]));
	return { ...toPayResult(batch, 'exported', { problems, states }), file: toFile(batch) };
}

/** A file is loaded whole, whoever else may be paid: with anything of a line in payroll it would pay that again. */
const there = ({ findings }: Outlook): readonly PayProblem[] =>
	findings.flatMap((finding) => {
		if (finding.kind === 'missing') return [];
		if (finding.kind === 'matched') return alreadyInFile(finding);
		return findingProblem(finding, finding.line !== undefined) ?? [];
	});

const alreadyInFile = ({ line, held }: Extract<Finding, { kind: 'matched' }>): PayProblem =>
	stop(
		'alreadyInFile',
		`${line.employeeId}: payroll has the line already (${held.remoteId}), and the file would pay it again`,
		'Do not load the file again: reconcile',
		line.employeeId,
	);

function toFile(batch: DrawnUp): PayFile {
	const { own, period, revision } = batch.settings;
	const name = `performance-pay-${period}-${revision}-${batch.hash.slice(0, 8)}`;
	const table = payTable(batch);
	if (own.text('fileFormat') === 'xlsx')
		return {
			name: `${name}.xlsx`,
			mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			bytes: xlsx([table, controlTable(batch)]),
		};
	const rows = own.flag('totalRow') ? [...table.rows, ...totalRows(batch)] : table.rows;
	return {
		name: `${name}.csv`,
		mimeType: 'text/csv',
		bytes: csv({ ...table, rows }, own.flag('byteOrderMark')),
	};
}
