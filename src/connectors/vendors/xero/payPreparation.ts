import { payrollMonth } from '../../engine/payMonths';
import { block, ofPerson, tooManyDigits } from '../../engine/hindrance';
import type { Ports } from '../../engine/http';
import type {
	Hindrance,
	PayAnswer,
	PayOrder,
	PaySettings,
	Prepared,
} from '../../engine/payrollSystem';
import { payRates, type PayRates } from './earningsRates';
import { runsOfMonth, type MonthRun } from './payRuns';

export const currency = 'AUD';

/** The payslip that an order goes to, and the earnings rate of its line there. */
export const placeOf = (payslip: string, rate: string): string => `${payslip}/${rate}`;

function noDraft(runs: readonly MonthRun[], settings: PaySettings): Hindrance {
	const posted = runs.map(({ paidOn }) => paidOn);
	const beside = posted.length === 0 ? '' : `; posted are those of ${posted.join(', ')}`;
	return block(
		'noDraftRun',
		`Xero has no draft pay run with a payment date in ${payrollMonth(settings)}${beside}`,
		'Create the pay run in Xero (Payroll → Pay Employees) and leave it a draft, or choose a payroll date in the month in which the next draft is paid. A posted run takes nothing more',
	);
}

const leaveOut = 'Nothing is to be paid: choose to pay the others, or leave this scorecard out';

function ofAmount({ amount, currency: of }: PayOrder): Hindrance[] {
	const nothing = `Xero shows a line of ${amount} as one that is not filled in`;
	const isNothing = !/[1-9]/.test(amount);
	const other = `Xero Payroll pays in ${currency}, this pay is in ${of}`;
	return [
		...(of === currency ? [] : [block('otherCurrency', other, `Give the base in ${currency}`)]),
		...(isNothing ? [block('zeroNotKept', nothing, leaveOut)] : []),
		...tooManyDigits('Xero', amount, 'Pay it in several parts by hand'),
	];
}

function ofSlips(id: string, slips: readonly string[], settings: PaySettings): Hindrance[] {
	if (slips.length === 1) return [];
	const month = payrollMonth(settings);
	return slips.length === 0
		? [
				block(
					'noPayslip',
					`${id} has no payslip in a draft pay run that is paid in ${month}`,
					"Check that this is the EmployeeID in Xero and that the person is in the pay run; if the run of the person's calendar is posted, choose a payroll date in the month of the next one",
				),
			]
		: [
				block(
					'payslipAmbiguous',
					`${id} has ${slips.length} payslips in draft pay runs that are paid in ${month}`,
					'Post the one that is not to have this pay, or move its payment date',
				),
			];
}

function draftSlips(runs: readonly MonthRun[]): ReadonlyMap<string, readonly string[]> {
	const slips = new Map<string, string[]>();
	for (const { EmployeeID: id, PayslipID: slip } of runs.flatMap((run) => run.slips))
		slips.set(id, [...(slips.get(id) ?? []), slip]);
	return slips;
}

const rateOf = ({ revision }: PayOrder, { pay, correction }: PayRates): string =>
	(revision > 0 ? correction : pay) ?? '';

/** Gives each order its payslip in the draft pay run of the month, and says who has none. */
export async function prepare(
	orders: readonly PayOrder[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<Prepared>> {
	if (orders.length === 0) return { ok: true, value: { orders, hindrances: [] } };
	const rates = await payRates(settings, ports);
	if (!rates.ok) return rates;
	const runs = await runsOfMonth(settings, ports);
	if (!runs.ok) return runs;
	const drafts = runs.value.filter(({ isDraft }) => isDraft);
	if (drafts.length === 0)
		return { ok: true, value: { orders, hindrances: [noDraft(runs.value, settings)] } };
	const slips = draftSlips(drafts);
	const slipsOf = (order: PayOrder) => slips.get(order.remoteEmployeeId) ?? [];
	return {
		ok: true,
		value: {
			orders: orders.map((order) => ({
				...order,
				slip: placeOf(slipsOf(order)[0] ?? '', rateOf(order, rates.value)),
			})),
			hindrances: orders.flatMap((order) =>
				ofPerson(order.remoteEmployeeId, [
					...ofSlips(order.remoteEmployeeId, slipsOf(order), settings),
					...ofAmount(order),
				]),
			),
		},
	};
}
