import type { Ports } from '../../connectors/engine/http';
import { approvalProblems, checkApproval } from './approval';
import { drawUpBatch, stops, toPayResult } from './drawUpBatch';
import { lineStates } from './lineStates';
import { lookIntoPayroll, outlookOf } from './lookIntoPayroll';
import { isWritten, refuseUnless } from './payChecks';
import type { ApprovedPayRequest, PayResult } from './payRequest';
import { readBack, settled, unread } from './syncOutcome';
import { writeAll } from './writeAll';

/**
 * Pays the batch that was approved, each line at most once, and reads it back. What is there already stays
 * as it is; a run that was cut short is finished by running it again. Rejects only for settings that cannot
 * be used, before any request.
 */
export async function syncPay(request: ApprovedPayRequest, ports: Ports): Promise<PayResult> {
	checkApproval(request);
	refuseUnless([isWritten(request.system)]);
	const batch = drawUpBatch(request);
	const drawn = [...batch.problems, ...approvalProblems(batch, request)];
	if (stops(drawn)) return toPayResult(batch, 'stopped', { problems: drawn });

	const outlook = await outlookOf(batch, ports);
	if (!('findings' in outlook))
		return toPayResult(batch, 'stopped', { problems: [...drawn, ...outlook] });
	const states = new Map(lineStates(outlook));
	const before = [...drawn, ...outlook.differences, ...outlook.hindrances];
	if (stops(before)) {
		const { inPayroll } = outlook;
		return toPayResult(batch, 'stopped', { problems: before, states, inPayroll });
	}

	const stop = await writeAll(batch, outlook, states, ports);
	const notices = [...drawn, ...outlook.hindrances];
	const after = await lookIntoPayroll(batch, ports);
	if (!('findings' in after)) {
		const problems = [...notices, ...unread(batch, states, stop, after)];
		return toPayResult(batch, 'incomplete', { problems, states });
	}
	const problems = [...notices, ...readBack(batch, after.findings, { states, stop, outlook })];
	const status = settled(after.findings) ? 'sent' : 'incomplete';
	return toPayResult(batch, status, { problems, states, inPayroll: after.inPayroll });
}
