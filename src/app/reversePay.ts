import type { Ports } from '../connectors/engine/http';
import type { PayEntry, PayrollSystem, PaySettings } from '../connectors/engine/payrollSystem';
import type { HttpProblem } from '../connectors/engine/problem';
import { byCodeUnit } from '../domain/kernel/canonicalJson';
import { otherRevisions } from '../domain/pay/earlierPay';
import { keyText } from '../domain/pay/payLine';
import { daysOf } from '../domain/pay/payrollDate';
import type { PayProblem } from '../domain/pay/payProblem';
import { readJournal, type JournalLine } from '../items/journalInput';
import { afterWaits } from './afterWaits';
import { accessProblem } from './lookIntoPayroll';
import { defaultTimeoutMs, knownSystem, refuseUnless, systemOf, webAddress } from './payRequest';
import { Refusal } from './refusal';
import {
	inPayrollOf,
	toReversal,
	type ReversedLine,
	type ReverseRequest,
	type ReverseResult,
	type Reversal,
} from './reversal';
import { sha256 } from './sha256';
import { isSystemic } from './writeLine';

const stop = (code: string, message: string, remedy: string, employeeId?: string): PayProblem => ({
	code: `pay.${code}`,
	employeeId,
	message,
	remedy,
	blocks: true,
});

const again = 'Run the reversal again: it looks first, and takes back only what still counts';

function linesToReverse(request: ReverseRequest): {
	readonly lines: readonly JournalLine[];
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
		return { lines, problems: [stop('nothingToReverse', message, 'Connect its pay lines')] };
	}
	const wrong = lines.filter((line) => line.key !== sha256(keyText(line)));
	const later = otherRevisions(read.value, first).after.filter((line) => line.state !== 'unpaid');
	return {
		lines,
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
	{ baseUrl, timeoutMs = defaultTimeoutMs, keyField = '', deduction = '' }: ReverseRequest,
	{ component, period }: { readonly component: string; readonly period: string },
	system: PayrollSystem,
): PaySettings {
	const month = daysOf(period) ?? { from: '', to: '' };
	return {
		baseUrl: baseUrl.replace(/\/+$/, ''),
		timeoutMs,
		component,
		company: '',
		payrollDate: month.to,
		month,
		keyField: keyField || system.keyField,
		deduction: deduction.trim(),
	};
}

/** Those entries of the batch that count, or may yet. */
async function liveEntries(
	{ system, settings, lines }: Reversal,
	ports: Ports,
): Promise<ReadonlyMap<string, readonly PayEntry[]> | PayProblem> {
	const keys = lines.map((line) => line.key);
	const answer = await system.entries(keys, settings, ports);
	if (!answer.ok) return accessProblem(answer.problem);
	const live = new Map<string, readonly PayEntry[]>();
	for (const entry of answer.value)
		if (entry.key !== undefined && keys.includes(entry.key) && entry.state !== 'cancelled')
			live.set(entry.key, [...(live.get(entry.key) ?? []), entry]);
	return live;
}

/** Takes the entries back, one after another; gives why it ended early, and what was said of a line. */
async function takeAllBack(
	{ system, settings }: Reversal,
	live: ReadonlyMap<string, readonly PayEntry[]>,
	ports: Ports,
): Promise<{ readonly said: ReadonlyMap<string, string>; readonly ended?: HttpProblem }> {
	const said = new Map<string, string>();
	for (const [key, entries] of live)
		for (const entry of entries) {
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
	const { lines, problems } = linesToReverse(request);
	const of = lines[0] ?? { component: '', period: '' };
	const reversal = { request, system, settings: settingsOf(request, of, system), lines };
	if (problems.length > 0) return toReversal(reversal, 'stopped', { problems });

	const before = await liveEntries(reversal, ports);
	if ('code' in before) return toReversal(reversal, 'stopped', { problems: [before] });
	const { said, ended } = await takeAllBack(reversal, before, ports);
	const after = await liveEntries(reversal, ports);
	if ('code' in after) {
		const unread = { ...after, code: 'pay.notReadBack', remedy: `${after.remedy}. ${again}` };
		return toReversal(reversal, 'incomplete', { problems: [unread] });
	}
	return judged(reversal, after, { said, ended });
}

function judged(
	reversal: Reversal,
	after: ReadonlyMap<string, readonly PayEntry[]>,
	{
		said,
		ended,
	}: { readonly said: ReadonlyMap<string, string>; readonly ended?: HttpProblem | undefined },
): ReverseResult {
	const states = new Map<string, ReversedLine>();
	const problems: PayProblem[] = [];
	for (const { key, employeeId } of reversal.lines) {
		const [held] = after.get(key) ?? [];
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
