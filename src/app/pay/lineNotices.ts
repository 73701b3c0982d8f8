import { formatMoney, moneyText } from '../../domain/kernel/money';
import type { PayLine } from '../../domain/pay/payLine';
import type { PayProblem } from '../../domain/pay/payProblem';
import type { CheckedSettings } from './payRequest';

const notice = (code: string, line: PayLine, what: string, remedy: string): PayProblem => ({
	code: `pay.${code}`,
	employeeId: line.employeeId,
	message: `${line.employeeId}: ${what}`,
	remedy,
	blocks: false,
});

/** What a person should know of a line, or must decide before it is paid. */
export function lineNotices(line: PayLine, settings: CheckedSettings): readonly PayProblem[] {
	const { base, earned, total } = line;
	const money = moneyText(earned);
	const look = 'Look at the scorecard and the base';
	const aboveFull = `the pay ${money} is above the base ${formatMoney(base)}`;
	const rules = 'Check that the rulebook is meant to give more than 100 points';
	return [
		...(earned.units === 0n ? [notice('zeroPay', line, `the pay is ${money}`, look)] : []),
		...(earned.units > 0n && total > 10_000n ? [notice('aboveFull', line, aboveFull, rules)] : []),
		...(line.amount.units < 0n ? takenBack(line, settings) : []),
	];
}

function takenBack(line: PayLine, settings: CheckedSettings): readonly PayProblem[] {
	const { amount, earned, paidBefore } = line;
	const what = `${formatMoney(paidBefore)} were paid, ${formatMoney(earned)} are due: ${moneyText(amount)}`;
	const { system, negativeDifferences, deduction } = settings;
	const by = deduction === '' ? '' : ` by "${deduction}"`;
	if (negativeDifferences === 'refuse')
		return [
			{
				...notice(
					'negativeDifference',
					line,
					what,
					'Talk to the person, then set Negative Differences to Deduct; or take it from a later payment by hand',
				),
				blocks: true,
			},
		];
	if (!system.deducts)
		return [
			{
				...notice(
					'noDeduction',
					line,
					`${what}, and ${system.label} cannot deduct`,
					'Deduct it in payroll by hand',
				),
				blocks: true,
			},
		];
	return [notice('deducted', line, `${what}, deducted${by}`, 'Check that the person knows')];
}
