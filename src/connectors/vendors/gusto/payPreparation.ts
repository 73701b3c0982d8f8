import { payrollMonth } from '../../engine/payMonths';
import { block, ofPerson } from '../../engine/hindrance';
import type { Ports } from '../../engine/http';
import type {
	Hindrance,
	PayAnswer,
	PayOrder,
	PaySettings,
	Prepared,
} from '../../engine/payrollSystem';
import { compensationsOf, payrollsOfMonth, type Compensation, type Payroll } from './payrolls';

export const currency = 'USD';

/** The payroll that an order goes to, and the version of the person's part of it; '': it is yet to be prepared. */
export const placeOf = (payroll: string, version: string): string => `${payroll}/${version}`;

/** The open payroll of the month: the one with that very check date, or the only one. */
function openOf(payrolls: readonly Payroll[], settings: PaySettings): Payroll | Hindrance {
	const open = payrolls.filter(({ processed }) => processed !== true);
	const [first, ...others] = open;
	const exact = open.filter(({ check_date: day }) => day === settings.payrollDate);
	if (exact.length === 1 && exact[0] !== undefined) return exact[0];
	const days = (of: readonly Payroll[]) => of.map((it) => it.check_date ?? '').join(', ');
	const of = payrollMonth(settings);
	if (first === undefined)
		return block(
			'noDraftRun',
			`Gusto has no open payroll with a check date in ${of}${payrolls.length === 0 ? '' : `; processed are those of ${days(payrolls)}`}`,
			'Choose a payroll date in the month in which the next payroll is paid, or create an off-cycle payroll in Gusto. A processed payroll takes nothing more',
		);
	if (others.length === 0) return first;
	return block(
		'payslipAmbiguous',
		`Gusto has ${open.length} open payrolls with a check date in ${of}: ${days(open)}`,
		'Set the payroll date to the check date of the one that is to have this pay',
	);
}

const payOthers = 'Nothing is to be paid: choose to pay the others, or leave this scorecard out';

function ofOrder(
	{ remoteEmployeeId: id, amount, currency: of }: PayOrder,
	found: Compensation | undefined,
): Hindrance[] {
	const skipped = `${id} is skipped in that payroll`;
	return [
		...(found === undefined
			? [
					block(
						'noPayslip',
						`${id} is not in that payroll of Gusto`,
						'Check that this is the UUID of the employee in Gusto, and that the payroll includes the person',
					),
				]
			: []),
		...(found?.excluded === true
			? [block('inactive', skipped, 'Take the person into the payroll again in Gusto')]
			: []),
		...(of === currency
			? []
			: [
					block(
						'otherCurrency',
						`Gusto pays in ${currency}, this pay is in ${of}`,
						`Give the base in ${currency}`,
					),
				]),
		...(/[1-9]/.test(amount)
			? []
			: [block('zeroNotKept', `Gusto keeps no amount of ${amount}`, payOthers)]),
	];
}

const taken = (id: string): Hindrance =>
	block(
		'correctionTaken',
		`${id} has a correction in that payroll already, and Gusto keeps one amount a person and earning type`,
		'Take the earlier correction back first, or correct in the month of the next payroll by hand',
	);

/** Gives each order the open payroll of the month, and says who is not in it. */
export async function prepare(
	orders: readonly PayOrder[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<Prepared>> {
	if (orders.length === 0) return { ok: true, value: { orders, hindrances: [] } };
	const payrolls = await payrollsOfMonth(settings, ports);
	if (!payrolls.ok) return payrolls;
	const open = openOf(payrolls.value, settings);
	if ('blocks' in open) return { ok: true, value: { orders, hindrances: [open] } };
	const people = await compensationsOf(open, settings, ports);
	if (!people.ok) return people;
	const partOf = new Map(people.value.map((it) => [it.employee_uuid, it]));
	const correction = settings.own.text('correctionComponent');
	const hasCorrection = (id: string) =>
		partOf.get(id)?.fixed_compensations?.some((it) => it.name === correction && isSet(it)) ?? false;
	return {
		ok: true,
		value: {
			orders: orders.map((order) => ({
				...order,
				slip: placeOf(open.payroll_uuid, partOf.get(order.remoteEmployeeId)?.version ?? ''),
			})),
			hindrances: orders.flatMap((order) => {
				const { remoteEmployeeId: id, revision } = order;
				const second = revision > 1 && hasCorrection(id) ? [taken(id)] : [];
				return ofPerson(id, [...ofOrder(order, partOf.get(id)), ...second]);
			}),
		},
	};
}

/** Gusto shows some amounts that nobody entered, as 0. */
export const isSet = ({ amount }: { readonly amount?: string | null | undefined }): boolean =>
	/[1-9]/.test(amount ?? '');
