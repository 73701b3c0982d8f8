import { formatMoney, sumByCurrency, type Money } from '../domain/kernel/money';
import { changeText, exceeds } from '../domain/pay/change';
import { monthBefore, paidTo, type EarlierLine } from '../domain/pay/earlierPay';
import type { PayLine } from '../domain/pay/payLine';
import type { PayProblem } from '../domain/pay/payProblem';
import type { CheckedSettings } from './payRequest';

const text = (money: Money): string => `${formatMoney(money)} ${money.currency}`;

const notice = (
	code: string,
	message: string,
	remedy: string,
	employeeId?: string,
): PayProblem => ({
	code: `pay.${code}`,
	employeeId,
	message,
	remedy,
	blocks: false,
});

/** What lies outside the limits of change from the month before; without that month it says so. */
export function changeProblems(
	settings: CheckedSettings,
	lines: readonly PayLine[],
	journal: readonly EarlierLine[],
): readonly PayProblem[] {
	const { limits, tenant, component } = settings;
	if (limits.sum === undefined && limits.person === undefined) return [];
	const period = monthBefore(settings.period);
	const last = journal.filter(
		(line) =>
			line.period === period &&
			line.tenant === tenant &&
			line.component === component &&
			line.state === 'paid',
	);
	if (last.length === 0)
		return [
			notice(
				'noMonthBefore',
				`No pay of ${period} came in, so that no limit of change could be checked`,
				'Connect the pay lines of that month to Earlier Pay; in the first month this is as it should be',
			),
		];
	const names = { period, limits };
	return [...sumProblems(names, lines, last), ...personProblems(names, lines, last)];
}

interface Names {
	readonly period: string;
	readonly limits: CheckedSettings['limits'];
}

function sumProblems(
	{ period, limits }: Names,
	lines: readonly PayLine[],
	last: readonly EarlierLine[],
): readonly PayProblem[] {
	const { sum: limit } = limits;
	if (limit === undefined) return [];
	const before = new Map(sumByCurrency(last.map((it) => it.amount)).map((it) => [it.currency, it]));
	return sumByCurrency(lines.map((it) => it.earned)).flatMap((now) => {
		const then = before.get(now.currency) ?? { units: 0n, currency: now.currency };
		if (!exceeds(then, now, limit)) return [];
		const message = `The sum is ${text(now)}, ${changeText(then, now)} against ${text(then)} of ${period}`;
		const remedy = 'Look at what changed; raise Sum Change Limit if it is right';
		return [{ ...notice('sumChange', message, remedy), blocks: true }];
	});
}

function personProblems(
	{ period, limits }: Names,
	lines: readonly PayLine[],
	last: readonly EarlierLine[],
): readonly PayProblem[] {
	const { person: limit, accepted } = limits;
	if (limit === undefined) return [];
	const before = paidTo(last);
	return lines.flatMap(({ employeeId, earned }) => {
		const then = before.get(employeeId)?.find((it) => it.currency === earned.currency);
		if (then === undefined) {
			const message = `${employeeId}: ${text(earned)}, and nothing of ${period} to compare with`;
			return [notice('newPerson', message, 'Check that this person is to be paid', employeeId)];
		}
		if (!exceeds(then, earned, limit)) return [];
		const message = `${employeeId}: ${text(earned)}, ${changeText(then, earned)} against ${text(then)} of ${period}`;
		const remedy =
			'Look at the scorecard and the base; name the person in Accepted Changes if it is right';
		return [
			{ ...notice('personChange', message, remedy, employeeId), blocks: !accepted.has(employeeId) },
		];
	});
}
