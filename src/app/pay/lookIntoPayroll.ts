import type { HttpProblem } from '../../connectors/engine/problem';
import type { Ports } from '../../connectors/engine/http';
import type { Hindrance, PayEntry, PayOrder } from '../../connectors/engine/payrollSystem';
import { formatMoney, parseMoney, sumByCurrency } from '../../domain/kernel/money';
import { compareBatch, type Finding } from '../../domain/pay/compare';
import type { PayLine } from '../../domain/pay/payLine';
import { stop, type PayProblem } from '../../domain/pay/payProblem';
import type { InPayroll } from '../../items/payRecord';
import type { DrawnUp } from './drawUpBatch';
import { findingProblem, paidBeside } from './findingWords';
import { notToWrite } from './notShown';
import { withKeys } from './withKeys';

/** What payroll holds for a batch. */
export interface Look {
	readonly findings: readonly Finding[];
	readonly inPayroll: InPayroll;
	readonly entries: readonly PayEntry[];
}

/** What payroll holds, and what stands between the batch and it. */
export interface Outlook extends Look {
	/** What stands in payroll already that is not as the batch says. */
	readonly differences: readonly PayProblem[];
	/** What payroll would refuse, or a person should know. */
	readonly hindrances: readonly PayProblem[];
	/** By key: what is to be written. */
	readonly orders: ReadonlyMap<string, PayOrder>;
	/** By key: why a line must not be written. */
	readonly barred: ReadonlyMap<string, string>;
}

/** Why payroll could not be asked, for a person. */
export const accessProblem = (problem: HttpProblem): PayProblem => ({
	code: `pay.${problem.kind}`,
	employeeId: undefined,
	message: `${problem.about}: ${problem.found}`,
	remedy: problem.remedy,
	blocks: true,
});

const orderOf = (line: PayLine): PayOrder => ({
	key: line.key,
	remoteEmployeeId: line.remoteEmployeeId,
	amount: formatMoney(line.amount),
	currency: line.amount.currency,
	revision: line.revision,
});

function inPayrollOf(findings: readonly Finding[]): InPayroll {
	const held = findings.flatMap((finding) => {
		if (finding.kind === 'duplicate') return finding.entries;
		return finding.kind === 'missing' || finding.kind === 'unexpected' ? [] : [finding.held];
	});
	const paid = held.filter((it) => it.state === 'counts');
	const sums = sumByCurrency(paid.flatMap((it) => parseMoney(it.amount, it.currency) ?? [])).map(
		(sum) => [sum.currency, formatMoney(sum)] as const,
	);
	return { count: paid.length, sums: Object.fromEntries(sums) };
}

/** Reads all that payroll holds for the batch and compares it. */
export async function lookIntoPayroll(batch: DrawnUp, ports: Ports): Promise<Look | PayProblem> {
	const { settings, lines, earlier } = batch;
	const keys = [...lines.map((line) => line.key), ...earlier.keys];
	const known = [...earlier.before, ...lines];
	const people = known.map(({ remoteEmployeeId }) => remoteEmployeeId);
	const entries = await settings.system.entries(keys, { ...settings, people }, ports);
	if (!entries.ok) return accessProblem(entries.problem);
	const held = withKeys(entries.value, known, settings);
	const otherPayments = new Set([...earlier.keys, ...earlier.keysOfOtherPeriods]);
	const findings = compareBatch(lines, held, { ...settings, otherPayments });
	return { findings, inPayroll: inPayrollOf(findings), entries: held };
}

const toProblem = (
	{ code, message, remedy, blocks }: Hindrance,
	line: PayLine | undefined,
	othersWait: boolean,
): PayProblem => ({
	code: code.replace(/^payroll[.]/, 'pay.'),
	employeeId: line?.employeeId,
	message: line === undefined ? message : `${line.employeeId}: ${message}`,
	remedy,
	blocks: blocks && (line === undefined || othersWait),
});

/** Whether a line is yet to be written: nothing of it is there, or only its draft. */
export const isOpen = (finding: Finding): boolean =>
	finding.kind === 'missing' || (finding.kind === 'wrongState' && finding.held.state === 'draft');

/** What is there and is not as the batch says, in words; a line that can still be written needs none. */
export function differencesOf(
	findings: readonly Finding[],
	othersWait: boolean,
): readonly PayProblem[] {
	return findings
		.filter((finding) => !isOpen(finding))
		.map((it) => findingProblem(it, (it.kind !== 'unexpected' || paidBeside(it)) && othersWait))
		.filter((problem) => problem !== undefined);
}

/** What payroll holds of the revisions before must be what the journal says, or the difference would be of another sum. */
function earlierInPayroll(
	{ earlier }: DrawnUp,
	entries: readonly PayEntry[],
): readonly PayProblem[] {
	const counting = new Map<string | undefined, readonly PayEntry[]>();
	for (const it of entries)
		if (it.state === 'counts') counting.set(it.key, [...(counting.get(it.key) ?? []), it]);
	return earlier.before.flatMap((line): PayProblem[] => {
		const held = counting.get(line.key) ?? [];
		const wanted = line.state === 'paid' ? [formatMoney(line.amount)] : [];
		const found = held.map(({ amount, currency }) => {
			const money = parseMoney(amount, currency);
			return money === undefined ? `${amount} ${currency}` : formatMoney(money);
		});
		if (found.join() === wanted.join()) return [];
		const { employeeId, revision } = line;
		return [
			stop(
				'earlierDiffers',
				`${employeeId}: revision ${revision} paid ${wanted[0] ?? 'nothing'} by the journal, payroll holds ${found.join(' and ') || 'nothing'}`,
				`Reconcile revision ${revision}, mend what it finds, and give its lines to Earlier Pay`,
				employeeId,
			),
		];
	});
}

/** Looks before anything is written: settings, what is there already, and who could not be paid. */
export async function outlookOf(
	batch: DrawnUp,
	ports: Ports,
): Promise<Outlook | readonly PayProblem[]> {
	const { settings, lines } = batch;
	const { system } = settings;
	const othersWait = settings.blockedPeople === 'payNobody';
	const ready = await system.ready(settings, ports);
	if (!ready.ok) return [accessProblem(ready.problem)];
	if (ready.value.length > 0) return ready.value.map((it) => toProblem(it, undefined, othersWait));
	const look = await lookIntoPayroll(batch, ports);
	if (!('findings' in look)) return [look];

	const unlike = [
		...batch.earlier.closed,
		...earlierInPayroll(batch, look.entries),
		...notToWrite(batch, look.findings),
	];
	if (unlike.length > 0) return unlike;

	const beside = look.findings.filter(paidBeside);
	const open = look.findings.filter(isOpen).flatMap((finding) => finding.line ?? []);
	const prepared = await system.prepare(open.map(orderOf), settings, ports);
	if (!prepared.ok) return [accessProblem(prepared.problem)];

	const ofPerson = new Map(lines.map((line) => [line.remoteEmployeeId, line]));
	const barred = new Map<string, string>();
	const bar = (line: PayLine | undefined, why: string) =>
		line && barred.set(line.key, [barred.get(line.key) ?? [], why].flat().join('; '));
	for (const { line, held } of beside) bar(line, `${held.remoteId} is there already`);
	const told = prepared.value.hindrances.map((it) => {
		const line = it.remoteEmployeeId === undefined ? undefined : ofPerson.get(it.remoteEmployeeId);
		if (it.blocks) bar(line, it.message);
		return toProblem(it, line, othersWait);
	});
	const differences = differencesOf(look.findings, othersWait);
	const orders = new Map(prepared.value.orders.map((order) => [order.key, order]));
	return { ...look, barred, differences, hindrances: told, orders };
}
