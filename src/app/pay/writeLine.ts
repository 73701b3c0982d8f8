import type { Ports } from '../../connectors/engine/http';
import type { PayEntry, PayOrder } from '../../connectors/engine/payrollSystem';
import { refusedProblem, type HttpProblem } from '../../connectors/engine/problem';
import { compareLine } from '../../domain/pay/compare';
import type { PayLine } from '../../domain/pay/payLine';
import type { LineState } from '../../items/payRecord';
import { afterWaits, waitOf } from './afterWaits';
import { findingProblem } from './findingWords';
import type { CheckedSettings } from './payRequest';

/** What became of one line, and whether the rest must wait. */
export interface Written {
	readonly state: LineState;
	/** Why no further line is written. */
	readonly stop: HttpProblem | undefined;
}

/** A create and a submit, and what may go wrong on the way. */
export const mostWrites = 4;

export const written = (
	status: LineState['status'],
	remoteId: string | undefined,
	message?: string,
	stop?: HttpProblem,
): Written => ({ state: { status, remoteId, message }, stop });

const noStep = 'payroll says yes to every step, and the entry is still not submitted';

const idOf = (entry: PayEntry | undefined): string | undefined => entry?.remoteId;

export const said = (problem: HttpProblem): string => `${problem.about}: ${problem.found}`;

// The credential, or the site, is wrong for every line: nothing that follows could be written.
export const isSystemic = ({ status }: HttpProblem): boolean =>
	status === 401 || status === 403 || (status !== undefined && status >= 300 && status < 400);

/** Whether writing again what was not found is safe: should the first write still arrive, one of the two is refused. */
export const refusesDoubleKey = ({
	system,
	own,
}: Pick<CheckedSettings, 'system' | 'own'>): boolean =>
	system.refusesDoubleKey ||
	(system.doubleKeySetting !== undefined && own.flag(system.doubleKeySetting));

interface Outside {
	readonly settings: CheckedSettings;
	readonly ports: Ports;
}

/** What a step came to: go on with what is held, or this is how the line stands. */
type Step =
	| { readonly held: readonly PayEntry[]; readonly problem: HttpProblem | undefined }
	| Written;

/** Where a line stands by what is held: settled, or open with its draft, if there is one. */
export function standing(
	line: PayLine,
	held: readonly PayEntry[],
	settings: CheckedSettings,
): Written | { readonly draft: PayEntry | undefined } {
	const finding = compareLine(line, held, settings);
	if (finding.kind === 'missing') return { draft: undefined };
	if (finding.kind === 'wrongState' && finding.held.state === 'draft')
		return { draft: finding.held };
	const remoteId = 'held' in finding ? finding.held.remoteId : undefined;
	return finding.kind === 'matched'
		? written('sent', remoteId)
		: written('mismatch', remoteId, findingProblem(finding, false)?.message);
}

/**
 * Brings one line into payroll, at most once. Every step follows from what payroll holds: nothing → create,
 * a draft → submit, a submitted entry → done. After anything but a clear answer it looks by the key before
 * the next step. Writing again is safe where nothing was found, because payroll itself refuses a second
 * entry with the key, should the first one still arrive.
 */
export async function writeLine(
	line: PayLine,
	{ order, before }: { readonly order: PayOrder; readonly before: readonly PayEntry[] },
	settings: CheckedSettings,
	ports: Ports,
): Promise<Written> {
	let held = before;
	let trouble: HttpProblem | undefined;
	for (let writes = 0; ; writes += 1) {
		const stands = standing(line, held, settings);
		if ('state' in stands) return stands;
		if (writes >= mostWrites)
			return written('unknown', idOf(stands.draft), trouble ? said(trouble) : noStep);
		const step = await takeStep(line, { order, draft: stands.draft }, { settings, ports });
		if ('state' in step) return step;
		held = step.held;
		trouble = step.problem;
	}
}

async function takeStep(
	line: PayLine,
	{ order, draft }: { readonly order: PayOrder; readonly draft: PayEntry | undefined },
	{ settings, ports }: Outside,
): Promise<Step> {
	const { system } = settings;
	const answer = await afterWaits(
		() => system.write({ order, held: draft }, settings, ports),
		ports,
	);
	if (!answer.ok) return afterTrouble(order, draft, answer.problem, { settings, ports });
	if (answer.value.key === line.key) return { held: [answer.value], problem: undefined };
	return written('failed', answer.value.remoteId, ...keyNotKept(answer.value, settings));
}

const keyNotKept = (
	{ remoteId }: PayEntry,
	{ keyField }: CheckedSettings,
): readonly [string, HttpProblem] => {
	const about = `${remoteId} was written as a draft`;
	const found = `payroll did not keep the key in the field "${keyField}"`;
	const remedy = 'Give the API user the right to write that field, and delete the draft';
	const problem = refusedProblem(about, found, remedy);
	return [said(problem), problem];
};

/** Looks by the key what a write without a clear answer has left behind. */
async function afterTrouble(
	order: PayOrder,
	draft: PayEntry | undefined,
	problem: HttpProblem,
	{ settings, ports }: Outside,
): Promise<Step> {
	const maybeSent = problem.retry === 'afterReadBack';
	if (problem.kind === 'cancelled' && !maybeSent)
		return written('preview', idOf(draft), undefined, problem);
	if (isSystemic(problem)) return written('failed', idOf(draft), said(problem), problem);
	const now = await settings.system.entriesOf(order, settings, ports);
	if (!now.ok) {
		const story = `${said(problem)}; then ${said(now.problem)}`;
		return written('unknown', idOf(draft), story, now.problem);
	}
	if (maybeSent) return goOn(draft, now.value, problem, { settings, ports });
	if (now.value.some((it) => it.state === 'counts')) return { held: now.value, problem };
	const stop = problem.retry === 'afterWait' ? problem : undefined;
	return written('failed', idOf(now.value[0]), said(problem), stop);
}

/** The next step after a write that may have arrived: at once if it did, else after a while, if it is safe. */
async function goOn(
	draft: PayEntry | undefined,
	now: readonly PayEntry[],
	problem: HttpProblem,
	{ settings, ports }: Outside,
): Promise<Step> {
	if (now[0]?.state !== draft?.state) return { held: now, problem };
	if (draft === undefined && !refusesDoubleKey(settings))
		return written('unknown', undefined, said(problem));
	await ports.wait(waitOf(problem));
	return { held: now, problem };
}
