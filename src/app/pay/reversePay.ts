import type { Ports } from '../../connectors/engine/http';
import type { PayEntry, PayrollSystem, PaySettings } from '../../connectors/engine/payrollSystem';
import type { HttpProblem } from '../../connectors/engine/problem';
import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import { formatMoney } from '../../domain/kernel/money';
import { revisionsOf } from '../../domain/pay/earlierPay';
import { keyText } from '../../domain/pay/payLine';
import { daysOf } from '../../domain/kernel/period';
import { monthOfDay } from '../../domain/pay/payrollDate';
import { stop, type PayProblem } from '../../domain/pay/payProblem';
import { readJournal, type JournalLine } from '../../items/journalInput';
import { afterWaits } from './afterWaits';
import { accessProblem } from './lookIntoPayroll';
import {
	defaultTimeoutMs,
	knownSystem,
	ownSettings,
	refuseUnless,
	systemOf,
	webAddress,
} from './payChecks';
import { Refusal } from '../refusal';
import { sentUnseen } from './notShown';
import {
	inPayrollOf,
	toReversal,
	type ReversedLine,
	type ReverseRequest,
	type ReverseResult,
	type Reversal,
} from './reversal';
import { sha256 } from '../sha256';
import { isSameAmount, withKeys } from './withKeys';
import { isSystemic, refusesDoubleKey } from './writeLine';

const again = 'Run the reversal again: it looks first, and takes back only what still counts';

function linesToReverse(request: ReverseRequest): {
	readonly lines: readonly JournalLine[];
	readonly before: readonly JournalLine[];
	readonly problems: readonly PayProblem[];
} {
	const read = readJournal(request.payLines);
	if (!read.ok) throw new Refusal(read.problems);
	const byKey = new Map(
		read.value
			.filter((line) => line.batchHash === request.batchHash)
			.map((line) => [line.key, line]),
	);
	const lines = [...byKey.values()].sort((a, b) => byCodeUnit(a.employeeId, b.employeeId));
	const [first] = lines;
	if (first === undefined) {
		const message = `No pay line of the batch ${request.batchHash.slice(0, 12)}… came in`;
		return {
			lines,
			before: [],
			problems: [stop('nothingToReverse', message, 'Connect its pay lines')],
		};
	}
	const wrong = lines.filter((line) => line.key !== sha256(keyText(line)));
	const others = revisionsOf(read.value, first);
	const later = others.after.filter((line) => line.state !== 'unpaid');
	return {
		lines,
		before: others.before.filter((line) => line.state !== 'unpaid'),
		problems: [
			...wrong.map(({ employeeId }) =>
				stop(
					'earlierKey',
					`${employeeId}: the key is not the key of this line`,
					'Give the pay lines unchanged, as Payroll made them',
					employeeId,
				),
			),
			...(later.length === 0 ? [] : [closedBy(first.revision, later)]),
		],
	};
}

const closedBy = (revision: number, later: readonly JournalLine[]): PayProblem => {
	const last = Math.max(...later.map((line) => line.revision));
	const message = `Revision ${last} follows revision ${revision} and would be of a wrong sum without it`;
	return stop('laterRevision', message, `Take revision ${last} back first`);
};

function settingsOf(
	request: ReverseRequest,
	{ component, period }: { readonly component: string; readonly period: string },
	system: PayrollSystem,
): PaySettings {
	const { baseUrl, timeoutMs = defaultTimeoutMs, keyField = '', deduction = '' } = request;
	const payrollDate = request.payrollDate || (daysOf(period)?.to ?? '');
	const month = monthOfDay(payrollDate) ?? { from: '', to: '' };
	return {
		baseUrl: baseUrl.replace(/\/+$/, ''),
		timeoutMs,
		component,
		company: '',
		payrollDate,
		month,
		keyField: keyField || system.keyField,
		deduction: deduction.trim(),
		own: ownSettings(system, request.parameters),
	};
}

const termsOf = (
	[first]: readonly JournalLine[],
	{ system, settings }: Pick<Reversal, 'system' | 'settings'>,
) => ({ system, component: settings.component, currency: first?.amount.currency ?? '' });

/** Those entries of the batch that count, or may yet. */
async function liveEntries(
	{ system, settings, lines, before }: Reversal,
	ports: Ports,
): Promise<ReadonlyMap<string, readonly PayEntry[]> | PayProblem> {
	const keys = lines.map((line) => line.key);
	const people = lines.map(({ remoteEmployeeId }) => remoteEmployeeId);
	const answer = await system.entries(keys, { ...settings, people }, ports);
	if (!answer.ok) return accessProblem(answer.problem);
	const live = new Map<string, readonly PayEntry[]>();
	for (const entry of withKeys(
		answer.value,
		[...before, ...lines],
		termsOf(lines, { system, settings }),
	))
		if (entry.key !== undefined && keys.includes(entry.key) && entry.state !== 'cancelled')
			live.set(entry.key, [...(live.get(entry.key) ?? []), entry]);
	return live;
}

/** Takes the entries back, one after another; gives why it ended early, and what was said of a line. */
async function takeAllBack(
	{ system, settings, lines }: Reversal,
	live: ReadonlyMap<string, readonly PayEntry[]>,
	ports: Ports,
): Promise<{ readonly said: ReadonlyMap<string, string>; readonly ended?: HttpProblem }> {
	const said = new Map<string, string>();
	const lineOf = new Map(lines.map((line) => [line.key, line]));
	for (const [key, entries] of live)
		for (const entry of entries) {
			const line = lineOf.get(key);
			// Without a key of its own it may be somebody else's by now.
			if (system.keyless && line !== undefined && !isSameAmount(entry, line)) {
				said.set(key, `the batch paid ${formatMoney(line.amount)}. Look at it by hand`);
				continue;
			}
			const answer = await afterWaits(() => system.takeBack(entry, settings, ports), ports);
			if (answer.ok) continue;
			const { problem } = answer;
			said.set(key, `${problem.about}: ${problem.found}. ${problem.remedy}`);
			if (isSystemic(problem) || problem.kind === 'cancelled') return { said, ended: problem };
		}
	return { said };
}

function check(request: ReverseRequest): PayrollSystem {
	refuseUnless([
		knownSystem(request.system),
		webAddress(request.baseUrl),
		{
			path: 'batchHash',
			holds: /^[0-9a-f]{64}$/.test(request.batchHash),
			message: 'There is no hash of a batch to take back',
			remedy: 'Give the "hash" of the batch that was synced',
		},
		{
			path: 'payrollDate',
			holds: !request.payrollDate || monthOfDay(request.payrollDate) !== undefined,
			message: `The payroll date "${request.payrollDate ?? ''}" is not a day`,
			remedy:
				'Write it as 2026-10-31, as in the batch, or leave it empty for the last day of the period',
		},
	]);
	const system = systemOf(request.system);
	if (system === undefined) throw new Refusal([]);
	return system;
}

/**
 * Takes a batch back: what counts of it in payroll is cancelled, drafts are removed, and it is read back.
 * Running it again goes on where it stopped. Rejects only for settings and lines that cannot be used.
 */
export async function reversePay(request: ReverseRequest, ports: Ports): Promise<ReverseResult> {
	const system = check(request);
	const { lines, before, problems } = linesToReverse(request);
	const of = lines[0] ?? { component: '', period: '' };
	const reversal = { request, system, settings: settingsOf(request, of, system), lines, before };
	if (problems.length > 0) return toReversal(reversal, 'stopped', { problems });

	const live = await liveEntries(reversal, ports);
	if ('code' in live) return toReversal(reversal, 'stopped', { problems: [live] });
	const { said, ended } = await takeAllBack(reversal, live, ports);
	const after = await liveEntries(reversal, ports);
	if ('code' in after) {
		const unread = { ...after, code: 'pay.notReadBack', remedy: `${after.remedy}. ${again}` };
		return toReversal(reversal, 'incomplete', { problems: [unread] });
	}
	return judged(reversal, { live, after }, { said, ended });
}

/** What was sent, or may have been, and was shown neither before nor after: nobody knows that it is gone. */
const isUnseen = (
	{ system, settings: { own } }: Reversal,
	{ key, state, taken }: JournalLine,
	live: ReadonlyMap<string, unknown>,
): boolean =>
	state === 'unsettled' && taken && !live.has(key) && !refusesDoubleKey({ system, own });

function judged(
	reversal: Reversal,
	{
		live,
		after,
	}: { readonly [when in 'live' | 'after']: ReadonlyMap<string, readonly PayEntry[]> },
	{
		said,
		ended,
	}: { readonly said: ReadonlyMap<string, string>; readonly ended?: HttpProblem | undefined },
): ReverseResult {
	const states = new Map<string, ReversedLine>();
	const problems: PayProblem[] = [];
	for (const line of reversal.lines) {
		const { key, employeeId } = line;
		const [held] = after.get(key) ?? [];
		if (held === undefined && isUnseen(reversal, line, live)) {
			const unseen = sentUnseen(line);
			states.set(key, { message: unseen.message });
			problems.push(unseen);
			continue;
		}
		if (held === undefined) {
			states.set(key, { status: 'reversed', message: undefined });
			continue;
		}
		const message = said.get(key) ?? (ended ? 'it was not reached' : 'it is still there');
		states.set(key, { message });
		const what = `${employeeId}: ${held.remoteId} still holds ${held.amount} ${held.currency}: ${message}`;
		problems.push(stop('notReversed', what, again, employeeId));
	}
	const status = problems.length === 0 ? 'reversed' : 'incomplete';
	return toReversal(reversal, status, { problems, states, inPayroll: inPayrollOf(after) });
}
