import type { Ports } from '../../connectors/engine/http';
import type { Finding } from '../../domain/pay/compare';
import type { PayLine } from '../../domain/pay/payLine';
import { stop, type PayProblem } from '../../domain/pay/payProblem';
import type { LineState } from '../../items/payRecord';
import { checkApproval } from './approval';
import { drawUpBatch, toPayResult, type DrawnUp } from './drawUpBatch';
import { findingProblem, paidBeside } from './findingWords';
import { lookIntoPayroll } from './lookIntoPayroll';
import { mayBeThere, notShown, sentUnseen } from './notShown';
import type { ApprovedPayRequest, PayResult, ReconcileRequest } from './payRequest';

type OfLine = Exclude<Finding, { kind: 'unexpected' }>;

function stateOf(finding: OfLine, unseen: PayProblem | undefined): LineState {
	const message = (unseen ?? findingProblem(finding, true))?.message;
	if (finding.kind === 'missing')
		return { status: unseen === undefined ? 'failed' : 'unknown', remoteId: undefined, message };
	if (finding.kind === 'duplicate')
		return { status: 'mismatch', remoteId: finding.entries[0]?.remoteId, message };
	const status = finding.kind === 'matched' ? 'confirmed' : 'mismatch';
	return { status, remoteId: finding.held.remoteId, message };
}

// Who is paid by a batch of their own is no difference of this one, as long as nobody of this one is paid beside it.
const isOfAnotherBatch = (finding: Finding): boolean =>
	finding.kind === 'unexpected' && finding.held.key !== undefined && !paidBeside(finding);

/** By line: what may be in payroll unseen, unless a person has looked there. */
function unseenOf(
	batch: DrawnUp,
	findings: readonly Finding[],
	{ notInPayroll = [] }: ReconcileRequest,
): ReadonlyMap<PayLine, PayProblem> {
	const open = [...notShown(batch, findings)].filter(
		([{ employeeId }, rows]) =>
			!notInPayroll.includes(employeeId) && mayBeThere(batch.settings, rows),
	);
	return new Map(open.map(([line]) => [line, sentUnseen(line)]));
}

/** What was approved can no longer be drawn up, so nothing is said of what payroll holds. */
const notCompared = ({ hash }: DrawnUp, { approvedHash }: ApprovedPayRequest): PayProblem =>
	stop(
		'hashDiffers',
		`Payroll was not compared: scores, bases, stop rules, address or other settings changed since the batch ${approvedHash.slice(0, 12)}… was approved, now it would be ${hash.slice(0, 12)}…`,
		'If that batch was paid, what was paid stands: preview, approve and sync the difference as the next revision. If not, preview again, and approve what it shows. To compare that batch once more, set them as they were',
	);

/**
 * Compares what payroll holds with the batch that was approved, to the minor unit; reads only, and of another
 * batch nothing at all. Rejects only for settings that cannot be used.
 */
export async function reconcilePay(request: ReconcileRequest, ports: Ports): Promise<PayResult> {
	checkApproval(request);
	const batch = drawUpBatch(request);
	const drawn = batch.problems;
	if (batch.hash !== request.approvedHash)
		return toPayResult(batch, 'stopped', { problems: [...drawn, notCompared(batch, request)] });
	const look = await lookIntoPayroll(batch, ports);
	if (!('findings' in look)) return toPayResult(batch, 'stopped', { problems: [...drawn, look] });
	const { states, differences } = judged(look.findings, unseenOf(batch, look.findings, request));
	const problems = [...drawn, ...differences];
	const same = problems.every((problem) => !problem.blocks);
	const { inPayroll } = look;
	return toPayResult(batch, same ? 'reconciled' : 'different', { problems, states, inPayroll });
}

/** How each line stands, by key, and what differs; `unseen` tells what may be there although it is missing. */
function judged(findings: readonly Finding[], unseen: ReadonlyMap<PayLine, PayProblem>) {
	const states = new Map<string, LineState>();
	const differences: PayProblem[] = [];
	for (const finding of findings) {
		const open = finding.kind === 'missing' ? unseen.get(finding.line) : undefined;
		if (finding.kind !== 'unexpected') states.set(finding.line.key, stateOf(finding, open));
		const problem = open ?? findingProblem(finding, !isOfAnotherBatch(finding));
		if (problem !== undefined) differences.push(problem);
	}
	return { states, differences };
}
