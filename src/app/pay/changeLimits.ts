import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import { moneyText, sumByCurrency, type Money } from '../../domain/kernel/money';
import { changeText, exceeds } from '../../domain/pay/change';
import {
	monthBefore,
	oneEach,
	ofPeriod,
	paidTo,
	type EarlierLine,
} from '../../domain/pay/earlierPay';
import type { PayLine } from '../../domain/pay/payLine';
import { notice, stop, type PayProblem } from '../../domain/pay/payProblem';
import type { CheckedSettings } from './payRequest';

/** What lies outside the limits of change from the month before; without that month it says so. */
export function changeProblems(
	settings: CheckedSettings,
	lines: readonly PayLine[],
	journal: readonly EarlierLine[],
): readonly PayProblem[] {
	const { limits } = settings;
	if (limits.sum === undefined && limits.person === undefined) return [];
	const period = monthBefore(settings.period);
	const told = oneEach(ofPeriod(journal, { ...settings, period }));
	const last = told.filter(({ state }) => state === 'paid');
	const names = { period, limits };
	const open = unsettledProblems(names, told);
	if (last.length === 0 && open.length === 0)
		return [
			notice(
				'noMonthBefore',
				`No pay of ${period} came in, so that no limit of change could be checked`,
				'Connect the pay lines of that month to Earlier Pay; in the first month this is as it should be',
			),
		];
	return [
		...open,
		...sumProblems(names, lines, last),
		...personProblems(names, lines, last),
		...goneProblems(names, lines, last),
	];
}

/** A month before of which it is not known what was paid is no month to compare with. */
function unsettledProblems(
	{ period, limits }: Names,
	told: readonly EarlierLine[],
): readonly PayProblem[] {
	const open = told.filter(({ state }) => state === 'unsettled');
	const ids = [...new Set(open.map(({ employeeId }) => employeeId))].sort(byCodeUnit);
	return ids.map((employeeId) => ({
		...notice(
			'monthBeforeUnsettled',
			`${employeeId}: it is not settled what ${period} paid, so that no change can be told`,
			'Reconcile that month and give the lines of that reconcile to Earlier Pay, or name the person in Accepted Changes',
			employeeId,
		),
		blocks: !limits.accepted.has(employeeId),
	}));
}

/** Who was paid in the month before and is not in the batch. */
function goneProblems(
	{ period, limits }: Names,
	lines: readonly PayLine[],
	last: readonly EarlierLine[],
): readonly PayProblem[] {
	if (limits.person === undefined) return [];
	const there = new Set(lines.map(({ employeeId }) => employeeId));
	return [...paidTo(last)]
		.filter(([id, amounts]) => !there.has(id) && amounts.some(({ units }) => units !== 0n))
		.map(([id, amounts]) =>
			notice(
				'noLongerPaid',
				`${id}: ${amounts.map(moneyText).join(', ')} in ${period}, and no line now`,
				'Check that this person is not to be paid',
				id,
			),
		);
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
	const byCurrency = (amounts: readonly Money[]) =>
		new Map(sumByCurrency(amounts).map((it) => [it.currency, it]));
	const before = byCurrency(last.map((it) => it.amount));
	const present = byCurrency(lines.map((it) => it.earned));
	const currencies = [...new Set([...before.keys(), ...present.keys()])].sort(byCodeUnit);
	return currencies.flatMap((currency) => {
		const then = before.get(currency) ?? { units: 0n, currency };
		const now = present.get(currency) ?? { units: 0n, currency };
		if (!exceeds(then, now, limit)) return [];
		const message = `The sum is ${moneyText(now)}, ${changeText(then, now)} against ${moneyText(then)} of ${period}`;
		const remedy = 'Look at what changed; raise Sum Change Limit if it is right';
		return [stop('sumChange', message, remedy)];
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
			const message = `${employeeId}: ${moneyText(earned)}, and nothing of ${period} to compare with`;
			return [notice('newPerson', message, 'Check that this person is to be paid', employeeId)];
		}
		if (!exceeds(then, earned, limit)) return [];
		const message = `${employeeId}: ${moneyText(earned)}, ${changeText(then, earned)} against ${moneyText(then)} of ${period}`;
		const remedy =
			'Look at the scorecard and the base; name the person in Accepted Changes if it is right';
		return [
			{ ...notice('personChange', message, remedy, employeeId), blocks: !accepted.has(employeeId) },
		];
	});
}
