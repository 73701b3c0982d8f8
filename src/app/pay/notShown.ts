import { moneyText, type Money } from '../../domain/kernel/money';
import type { Finding } from '../../domain/pay/compare';
import { oneEach, type EarlierLine } from '../../domain/pay/earlierPay';
import type { PayLine } from '../../domain/pay/payLine';
import { stop, type PayProblem } from '../../domain/pay/payProblem';
import type { DrawnUp } from './drawUpBatch';
import type { CheckedSettings } from './payRequest';
import { refusesDoubleKey } from './writeLine';

const moneyOf = ({ amount }: { readonly amount: Money }): string => moneyText(amount);

/** What payroll does not show of a batch, each line with what the journal has of it. */
export function notShown(
	{ earlier }: DrawnUp,
	findings: readonly Finding[],
): ReadonlyMap<PayLine, readonly EarlierLine[]> {
	const rows = new Map<string, EarlierLine[]>();
	for (const row of earlier.own) rows.set(row.key, [...(rows.get(row.key) ?? []), row]);
	return new Map(
		findings.flatMap((it) =>
			it.kind === 'missing' ? [[it.line, rows.get(it.line.key) ?? []] as const] : [],
		),
	);
}

/** What the journal calls paid and payroll does not show may lie in another month or system: it is not paid anew. */
const paidElsewhere = ({ employeeId, revision, ...line }: EarlierLine): PayProblem =>
	stop(
		'paidElsewhere',
		`${employeeId}: revision ${revision} paid ${moneyOf(line)} by the journal, and payroll does not show it where it was looked for`,
		'Set the payroll date and the system as they were when it was paid. If payroll lost it, reconcile there, and give the lines of that reconcile to Earlier Pay',
		employeeId,
	);

/** A file that is out may be loaded: another amount beside it would pay both. */
const exportedOtherwise = ({ employeeId, revision, ...line }: EarlierLine, now: PayLine) =>
	stop(
		'exportedOtherwise',
		`${employeeId}: revision ${revision} was exported with ${moneyOf(line)} for ${line.remoteEmployeeId} by the journal, now it would be ${moneyOf(now)} for ${now.remoteEmployeeId}`,
		`Reconcile revision ${revision} with Payroll Rows, and pay the difference as revision ${revision + 1}. If scores or bases changed since it was approved, put them back for that, and change them again afterwards`,
		employeeId,
	);

const isAsExported = (row: EarlierLine, line: PayLine): boolean =>
	moneyOf(row) === moneyOf(line) && row.remoteEmployeeId === line.remoteEmployeeId;

/** Whether a line may be in payroll unseen; where payroll refuses its key a second time, nothing depends on it. */
export const mayBeThere = (settings: CheckedSettings, rows: readonly EarlierLine[]): boolean =>
	!refusesDoubleKey(settings) && rows.some(({ taken }) => taken);

/** What was sent, or may have been, and is not shown by a payroll that would take it twice. */
export const sentUnseen = (line: Pick<PayLine, 'employeeId' | 'amount'>): PayProblem =>
	stop(
		'sentUnseen',
		`${line.employeeId}: ${moneyOf(line)} was sent by the journal, or may have been, and payroll does not show it; written again it could be paid twice`,
		'Look for it in payroll itself. If it is there, mend what hides it; if it is not, reconcile with the person in Not in Payroll, and give those lines to Earlier Pay',
		line.employeeId,
	);

/** Why a line that payroll does not show must not be written all the same. */
export function notToWrite(batch: DrawnUp, findings: readonly Finding[]): readonly PayProblem[] {
	const { settings } = batch;
	return [...notShown(batch, findings)].flatMap(([line, rows]) => {
		const [told] = oneEach(rows);
		if (told?.state === 'paid') return [paidElsewhere(told)];
		if (settings.system.byFile === true) return otherExports(rows, line);
		return mayBeThere(settings, rows) ? [sentUnseen(line)] : [];
	});
}

function otherExports(rows: readonly EarlierLine[], line: PayLine): readonly PayProblem[] {
	const other = rows.find((row) => row.state !== 'unpaid' && !isAsExported(row, line));
	return other === undefined ? [] : [exportedOtherwise(other, line)];
}
