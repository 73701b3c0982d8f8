import { moneyText } from '../../domain/kernel/money';
import type { Finding, HeldEntry } from '../../domain/pay/compare';
import type { PayLine } from '../../domain/pay/payLine';
import type { PayProblem } from '../../domain/pay/payProblem';

const moneyOf = ({ amount }: PayLine): string => moneyText(amount);
const heldMoney = (held: HeldEntry): string => `${held.amount} ${held.currency}`.trim();

const notCounting: { readonly [S in HeldEntry['state']]: readonly [string, string, string] } = {
	counts: ['', '', ''],
	draft: ['notSubmitted', 'is only a draft and is not paid', 'Run the sync again: it submits it'],
	disabled: ['disabled', 'is disabled and is not paid', 'Enable it in payroll'],
	cancelled: [
		'cancelled',
		'was cancelled in payroll',
		'If it must be paid, delete the cancelled entry in payroll and run the sync again; if not, this line stays unpaid',
	],
};

type Words = readonly [code: string, message: string, remedy: string];

function wordsOf(finding: Exclude<Finding, { kind: 'matched' }>): Words {
	switch (finding.kind) {
		case 'missing':
			return [
				'missing',
				`${moneyOf(finding.line)} is not in payroll`,
				'Run the sync again: it looks first, and writes what is missing',
			];
		case 'amountDiffers':
			return [
				'amountDiffers',
				`${finding.held.remoteId}: ${finding.differences.join('; ')}`,
				'It is never overwritten: cancel and delete the entry in payroll if it is wrong, and run the sync again',
			];
		case 'wrongState': {
			const [code, what, remedy] = notCounting[finding.held.state];
			return [code, `${finding.held.remoteId} ${what}`, remedy];
		}
		case 'duplicate':
			return [
				'duplicate',
				`${finding.entries.length} entries carry the key of one line: ${finding.entries.map((it) => it.remoteId).join(', ')}`,
				'Cancel all but one in payroll',
			];
		case 'unexpected':
			return unexpectedWords(finding);
	}
}

function unexpectedWords({ line, held }: Extract<Finding, { kind: 'unexpected' }>): Words {
	const what = `${held.remoteId} holds ${heldMoney(held)} of ${held.component} on ${held.payrollDate ?? 'no date'} for ${held.remoteEmployeeId}`;
	if (line === undefined)
		return [
			'unexpected',
			`${what}, who is not in this batch`,
			'Check that it is meant to be paid; cancel it in payroll if not',
		];
	return held.key === undefined
		? [
				'paidByHand',
				`${what} without a key: together with this batch it would be paid twice`,
				'Cancel the entry that was made by hand, or take the person out of this batch',
			]
		: [
				'paidAlready',
				`${what} with the key of another batch: together with this one it would be paid twice`,
				'If it belongs to another month, connect its pay line to Earlier Pay; if the tenant or the employee id was changed since then, change it back; else cancel the entry, or take the person out of this batch',
			];
}

/** A finding in words, with its remedy; undefined: there is nothing to say. */
export function findingProblem(finding: Finding, blocks: boolean): PayProblem | undefined {
	if (finding.kind === 'matched') return undefined;
	const [code, what, remedy] = wordsOf(finding);
	const employeeId = finding.line?.employeeId;
	const message = employeeId === undefined ? what : `${employeeId}: ${what}`;
	return { code: `pay.${code}`, employeeId, message, remedy, blocks };
}

/** An entry that is there for a person of the batch and not by it: to write beside it would pay twice. */
export const paidBeside = (finding: Finding): finding is Extract<Finding, { kind: 'unexpected' }> =>
	finding.kind === 'unexpected' && finding.line !== undefined;
