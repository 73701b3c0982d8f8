import { moneyText, type Money } from '../../domain/kernel/money';
import {
	missingRevisions,
	ofOtherPeriods,
	oneEach,
	paidTo,
	revisionsOf,
	type EarlierLine,
} from '../../domain/pay/earlierPay';
import { keyText } from '../../domain/pay/payLine';
import { notice, stop, type PayProblem } from '../../domain/pay/payProblem';
import type { CheckedSettings } from './payRequest';
import { sha256 } from '../sha256';

/** What the journal says of the period's other revisions. */
export interface Earlier {
	readonly before: readonly EarlierLine[];
	/** This revision's own lines, as every batch of the journal has them. */
	readonly own: readonly EarlierLine[];
	/** Of the period's other revisions: entries with these keys are known and belong to no other batch. */
	readonly keys: ReadonlySet<string>;
	/** Of other periods, such as a correction that is paid in the next open month. */
	readonly keysOfOtherPeriods: ReadonlySet<string>;
	/** What the revisions before this one paid each person, by currency. */
	readonly paid: ReadonlyMap<string, readonly Money[]>;
	readonly problems: readonly PayProblem[];
	/** Why nothing of this revision may be written any more. */
	readonly closed: readonly PayProblem[];
}

const journal = 'Connect the pay lines of the last reconcile of each revision to Earlier Pay';

const isOwnKey = (line: EarlierLine): boolean => line.key === sha256(keyText(line));

function lineProblems(line: EarlierLine): readonly PayProblem[] {
	const { employeeId, revision } = line;
	if (!isOwnKey(line))
		return [
			stop(
				'earlierKey',
				`${employeeId}: the key of revision ${revision} is not the key of that line`,
				'Give the pay lines unchanged, as Payroll made them',
				employeeId,
			),
		];
	if (line.state !== 'unsettled') return [];
	return [
		stop(
			'earlierUnsettled',
			`${employeeId}: it is not settled what revision ${revision} paid`,
			`Reconcile revision ${revision}, and give the lines of that reconcile alone. If scores or bases changed since it was approved, put them back for that, and change them again afterwards`,
			employeeId,
		),
	];
}

/** Reads the journal for a batch: what was paid before, and what is not settled. */
export function earlierOf(settings: CheckedSettings, given: readonly EarlierLine[]): Earlier {
	const { before: raw, own, after } = revisionsOf(given, settings);
	const before = oneEach(raw);
	const missing = missingRevisions(before, settings.revision);
	const gap = stop(
		'revisionMissing',
		`Of ${settings.period} no line of revision ${missing.join(', ')} came in, which revision ${settings.revision} follows`,
		`${journal}, or lower the revision`,
	);
	return {
		before,
		own,
		keys: new Set([...before, ...after].map((line) => line.key)),
		keysOfOtherPeriods: new Set(
			ofOtherPeriods(given, settings)
				.filter(isOwnKey)
				.map((line) => line.key),
		),
		paid: paidTo(before),
		problems: [...(missing.length > 0 ? [gap] : []), ...before.flatMap(lineProblems)],
		closed: laterProblems(settings, after),
	};
}

/** A revision that others follow is closed: what it would write now, they did not know. */
function laterProblems(
	{ revision }: CheckedSettings,
	after: readonly EarlierLine[],
): readonly PayProblem[] {
	const paid = after.filter((line) => line.state !== 'unpaid').map((line) => line.revision);
	if (paid.length === 0) return [];
	const last = Math.max(...paid);
	return [
		stop(
			'laterRevision',
			`Revision ${last} is in payroll already, after revision ${revision}`,
			`Correct it by revision ${last + 1}`,
		),
	];
}

/** What was paid before in the base's currency; a problem where it was another, or another person's account. */
export function paidBeforeOf(
	{ before, paid }: Earlier,
	person: { readonly employeeId: string; readonly remoteEmployeeId: string; readonly base: Money },
): Money | PayProblem {
	const { employeeId, remoteEmployeeId, base } = person;
	const amounts = (paid.get(employeeId) ?? []).filter((it) => it.units !== 0n);
	const other = amounts.find((it) => it.currency !== base.currency);
	if (other !== undefined)
		return stop(
			'earlierCurrency',
			`${employeeId}: ${moneyText(other)} were paid before, the base is in ${base.currency}`,
			'Take the earlier payment back, or give the base in its currency',
			employeeId,
		);
	const elsewhere = before.find(
		(line) =>
			line.employeeId === employeeId &&
			line.state === 'paid' &&
			line.remoteEmployeeId !== remoteEmployeeId,
	);
	if (elsewhere !== undefined)
		return stop(
			'earlierPerson',
			`${employeeId}: revision ${elsewhere.revision} paid ${elsewhere.remoteEmployeeId}, the account is now ${remoteEmployeeId}`,
			'Correct the account, or take the earlier payment back',
			employeeId,
		);
	return amounts[0] ?? { units: 0n, currency: base.currency };
}

/** Who was paid before and has no line now: nothing changes for them, which a person should know. */
export function leftAsPaid(
	{ paid }: Earlier,
	lineOf: ReadonlySet<string>,
	scored: ReadonlySet<string>,
): readonly PayProblem[] {
	return [...paid]
		.filter(([id, amounts]) => !scored.has(id) && !lineOf.has(id) && amounts.some((it) => it.units))
		.map(([id, amounts]) =>
			notice(
				'notCorrected',
				`${id} was paid ${amounts.map(moneyText).join(', ')} and has no scorecard now: it stays as it is`,
				'Score the person, or take the earlier payment back',
				id,
			),
		);
}
