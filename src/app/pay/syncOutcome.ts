import type { HttpProblem } from '../../connectors/engine/problem';
import type { Finding } from '../../domain/pay/compare';
import type { PayLine } from '../../domain/pay/payLine';
import type { PayProblem } from '../../domain/pay/payProblem';
import type { LineState } from '../../items/payRecord';
import type { DrawnUp } from './drawUpBatch';
import { findingProblem, paidBeside } from './findingWords';
import { differencesOf, isOpen, type Outlook } from './lookIntoPayroll';
import { refusesDoubleKey } from './writeLine';

type States = Map<string, LineState>;

/** Whether payroll holds every line as the batch says, and nobody of it is paid beside it. */
export const settled = (findings: readonly Finding[]): boolean =>
	findings.every((it) => it.kind === 'matched' || (it.kind === 'unexpected' && !paidBeside(it)));

/** Only of a payroll that itself refuses a second entry with a key is it known that nothing comes twice. */
const againAt = ({ settings }: DrawnUp): string =>
	refusesDoubleKey(settings)
		? 'Run the sync again: it looks first, and writes nothing twice'
		: 'Run the sync again: it looks first';

function stopProblem(batch: DrawnUp, states: States, stop: HttpProblem): PayProblem {
	const all = batch.lines.map((line) => states.get(line.key)?.status ?? 'preview');
	const count = (...statuses: readonly string[]) =>
		all.filter((status) => statuses.includes(status)).length;
	const again = againAt(batch);
	const done = count('confirmed', 'sent', 'unchanged');
	return {
		code: stop.kind === 'cancelled' ? 'pay.cancelled' : 'pay.syncStopped',
		employeeId: undefined,
		message: `${stop.about}: ${stop.found}. Of ${all.length} lines ${done} are in payroll, ${count('unknown')} are unknown, ${count('failed', 'mismatch')} are not as they should be and ${count('preview')} were not sent`,
		remedy: stop.kind === 'cancelled' ? again : `${stop.remedy}. ${again}`,
		blocks: true,
	};
}

function lineProblem(
	batch: DrawnUp,
	line: PayLine,
	state: LineState | undefined,
): readonly PayProblem[] {
	if (state?.status !== 'failed' && state?.status !== 'unknown') return [];
	const again = againAt(batch);
	const look = refusesDoubleKey(batch.settings)
		? again
		: 'Reconcile, which looks again. If payroll does not have it, name the person there in Not in Payroll; then run the sync again';
	const what = state.status === 'failed' ? 'is not paid' : 'may or may not be in payroll';
	return [
		{
			code: `pay.${state.status}`,
			employeeId: line.employeeId,
			message: `${line.employeeId} ${what}: ${state.message ?? 'no answer'}`,
			remedy: state.status === 'failed' ? `Correct the cause. ${again}` : look,
			blocks: true,
		},
	];
}

/** The end of a run whose result could not be read back. */
export const unread = (
	batch: DrawnUp,
	states: States,
	stop: HttpProblem | undefined,
	why: PayProblem,
): readonly PayProblem[] => [
	...(stop === undefined ? [] : [stopProblem(batch, states, stop)]),
	...batch.lines.flatMap((line) => lineProblem(batch, line, states.get(line.key))),
	{
		...why,
		code: 'pay.notReadBack',
		message: `What was written could not be read back. ${why.message}`,
		remedy: `${why.remedy}. ${againAt(batch)}`,
	},
];

function judged(finding: Exclude<Finding, { kind: 'unexpected' }>, state: LineState): LineState {
	const message = findingProblem(finding, true)?.message;
	const remoteId = 'held' in finding ? finding.held.remoteId : state.remoteId;
	switch (finding.kind) {
		case 'matched': {
			const status = state.status === 'unchanged' ? 'unchanged' : 'confirmed';
			return { status, remoteId, message };
		}
		case 'missing':
			return wasThere(state) ? { status: 'unknown', remoteId, message } : state;
		case 'wrongState':
			return wasThere(state) ? { status: 'mismatch', remoteId, message } : state;
		default:
			return { status: 'mismatch', remoteId, message };
	}
}

// Such a line was there a moment ago: somebody takes it away or changes it while we look.
const wasThere = ({ status }: LineState): boolean => status === 'sent' || status === 'unchanged';

/** Confirms every line by what was read back, and says what is not as it should be. */
export function readBack(
	batch: DrawnUp,
	findings: readonly Finding[],
	run: {
		readonly states: States;
		readonly stop: HttpProblem | undefined;
		readonly outlook: Outlook;
	},
): readonly PayProblem[] {
	const { states, stop, outlook } = run;
	for (const finding of findings) {
		if (finding.kind === 'unexpected') continue;
		const state = states.get(finding.line.key);
		if (state !== undefined) states.set(finding.line.key, judged(finding, state));
	}
	const openKeys = new Set(findings.filter(isOpen).flatMap((it) => it.line?.key ?? []));
	return [
		...(stop === undefined ? [] : [stopProblem(batch, states, stop)]),
		...batch.lines
			.filter((line) => openKeys.has(line.key) && !outlook.barred.has(line.key))
			.flatMap((line) => lineProblem(batch, line, states.get(line.key))),
		...differencesOf(findings, true),
	];
}
