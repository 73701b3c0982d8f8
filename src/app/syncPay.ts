import type { Ports } from '../connectors/engine/http';
import type { PayEntry } from '../connectors/engine/payrollSystem';
import type { HttpProblem } from '../connectors/engine/problem';
import type { Finding } from '../domain/pay/compare';
import type { LineState } from '../items/payRecord';
import { approvalProblems, checkApproval } from './approval';
import { drawUpBatch, stops, toPayResult, type DrawnUp } from './drawUpBatch';
import { lineStates } from './lineStates';
import { lookIntoPayroll, outlookOf, type Outlook } from './lookIntoPayroll';
import type { ApprovedPayRequest, PayResult } from './payRequest';
import { readBack, settled, unread } from './syncOutcome';
import { writeLine } from './writeLine';

/** So many lines in a row without an outcome, and the trouble is not theirs. */
const mostUnknownInARow = 3;

/**
 * Pays the batch that was approved, each line at most once, and reads it back. What is there already stays
 * as it is; a run that was cut short is finished by running it again. Rejects only for settings that cannot
 * be used, before any request.
 */
export async function syncPay(request: ApprovedPayRequest, ports: Ports): Promise<PayResult> {
	checkApproval(request);
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

const entriesByKey = (findings: readonly Finding[]): ReadonlyMap<string, readonly PayEntry[]> =>
	new Map(
		findings.flatMap((it) => (it.kind === 'wrongState' ? [[it.line.key, [it.held]] as const] : [])),
	);

/** Writes what is open, one line after another; gives why it stopped before the end. */
async function writeAll(
	batch: DrawnUp,
	outlook: Outlook,
	states: Map<string, LineState>,
	ports: Ports,
): Promise<HttpProblem | undefined> {
	const drafts = entriesByKey(outlook.findings);
	const open = batch.lines.filter((line) => states.get(line.key)?.status === 'preview');
	let sent = 0;
	let unknownInARow = 0;
	for (const line of open) {
		const order = outlook.orders.get(line.key);
		if (order === undefined) continue;
		const before = drafts.get(line.key) ?? [];
		const { state, stop } = await writeLine(line, { order, before }, batch.settings, ports);
		states.set(line.key, state);
		if (stop !== undefined && !isOfOnePerson(stop, sent)) return stop;
		sent += state.status === 'sent' ? 1 : 0;
		unknownInARow = state.status === 'unknown' ? unknownInARow + 1 : 0;
		if (unknownInARow >= mostUnknownInARow) return tooManyUnknown(state);
	}
	return undefined;
}

// A right that is missing for one person, after others went in, is that person's matter.
const isOfOnePerson = (stop: HttpProblem, sent: number): boolean => stop.status === 403 && sent > 0;

const tooManyUnknown = ({ message }: LineState): HttpProblem => ({
	kind: 'busy',
	retry: 'afterReadBack',
	status: undefined,
	waitMs: undefined,
	about: `${mostUnknownInARow} lines in a row without an outcome`,
	found: message ?? '',
	remedy: 'Look at the payroll system and its log',
});
