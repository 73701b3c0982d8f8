import type { Ports } from '../connectors/engine/http';
import type { PayEntry } from '../connectors/engine/payrollSystem';
import type { HttpProblem } from '../connectors/engine/problem';
import { compareLine } from '../domain/pay/compare';
import type { PayLine } from '../domain/pay/payLine';
import type { LineState } from '../items/payRecord';
import { findingProblem } from './findingWords';
import { orderOf } from './lookIntoPayroll';
import type { CheckedSettings } from './payRequest';

/** What became of one line, and whether the rest must wait. */
export interface Written {
	readonly state: LineState;
	/** Why no further line is written. */
	readonly stop: HttpProblem | undefined;
}

/** A create and a submit, and what may go wrong on the way. */
const mostWrites = 4;
const mostWaits = 5;
const ownWaitMs = 2_000;
/** A server that asks for more is left to the next run. */
const longestWaitMs = 180_000;

const written = (
	status: LineState['status'],
	remoteId: string | undefined,
	message?: string,
	stop?: HttpProblem,
): Written => ({ state: { status, remoteId, message }, stop });

const said = (problem: HttpProblem): string => `${problem.about}: ${problem.found}`;

// The credential, or the site, is wrong for every line: nothing that follows could be written.
const isSystemic = ({ status }: HttpProblem): boolean =>
	status === 401 || status === 403 || (status !== undefined && status >= 300 && status < 400);

/** What a step came to: go on with what is held, or this is how the line stands. */
type Step =
	| { readonly held: readonly PayEntry[]; readonly problem: HttpProblem | undefined }
	| Written;

/**
 * Brings one line into payroll, at most once. Every step follows from what payroll holds: nothing → create,
 * a draft → submit, a submitted entry → done. After anything but a clear answer it looks by the key before
 * the next step. Writing again is safe where nothing was found, because payroll itself refuses a second
 * entry with the key, should the first one still arrive.
 */
export async function writeLine(
	line: PayLine,
	before: readonly PayEntry[],
	settings: CheckedSettings,
	ports: Ports,
): Promise<Written> {
	let held = before;
	let trouble: HttpProblem | undefined;
	for (let writes = 0; ; writes += 1) {
		const finding = compareLine(line, held, settings);
		const draft = finding.kind === 'wrongState' && finding.held.state === 'draft';
		const remoteId = 'held' in finding ? finding.held.remoteId : undefined;
		if (finding.kind === 'matched') return written('sent', remoteId);
		if (finding.kind !== 'missing' && !draft)
			return written('mismatch', remoteId, findingProblem(finding, false)?.message);
		if (writes >= mostWrites || (trouble !== undefined && !settings.system.refusesDoubleKey))
			return written('unknown', remoteId, trouble && said(trouble));
		const step = await takeStep(line, draft ? finding.held : undefined, settings, ports);
		if ('state' in step) return step;
		const stuck = step.problem !== undefined && step.held.length === held.length;
		if (stuck) await ports.wait(step.problem?.waitMs ?? ownWaitMs);
		({ held, problem: trouble } = step);
	}
}

async function takeStep(
	line: PayLine,
	draft: PayEntry | undefined,
	settings: CheckedSettings,
	ports: Ports,
): Promise<Step> {
	const { system } = settings;
	const answer = await afterWaits(
		() => system.write({ order: orderOf(line), held: draft }, settings, ports),
		ports,
	);
	if (answer.ok) return { held: [answer.value], problem: undefined };
	const { problem } = answer;
	const sent = problem.retry === 'afterReadBack';
	if (problem.kind === 'cancelled' && !sent)
		return written('preview', draft?.remoteId, undefined, problem);
	if (isSystemic(problem)) return written('failed', draft?.remoteId, said(problem), problem);
	const now = await system.entriesOf(line.key, settings, ports);
	if (!now.ok)
		return written(
			'unknown',
			draft?.remoteId,
			`${said(problem)}; then ${said(now.problem)}`,
			now.problem,
		);
	const arrived = !sent && now.value.some((it) => it.state === 'counts');
	if (sent || arrived) return { held: now.value, problem };
	const remoteId = now.value[0]?.remoteId;
	const stop = problem.retry === 'afterWait' ? problem : undefined;
	return written('failed', remoteId, said(problem), stop);
}

/** Sends again only what the server turned away for now, unread: 429 and the like, after the wait that it names. */
async function afterWaits<T extends { readonly ok: boolean; readonly problem?: HttpProblem }>(
	send: () => Promise<T>,
	ports: Ports,
): Promise<T> {
	for (let waits = 0; ; waits += 1) {
		const answer = await send();
		const { problem } = answer;
		if (answer.ok || problem?.retry !== 'afterWait' || waits >= mostWaits) return answer;
		const wait = problem.waitMs ?? ownWaitMs;
		if (wait > longestWaitMs || ports.cancelled()) return answer;
		await ports.wait(wait);
	}
}
