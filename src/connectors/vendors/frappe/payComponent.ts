import { z } from 'zod';
import { block } from '../../engine/hindrance';
import type { Hindrance } from '../../engine/payrollSystem';

const tick = z.union([z.number(), z.boolean()]).nullish();

/** A Salary Component as Frappe sends it. Fields: hrms salary_component.json */
export const component = z.object({
	name: z.string(),
	type: z.string().nullish(),
	disabled: tick,
	variable_based_on_taxable_salary: tick,
	depends_on_payment_days: tick,
	do_not_include_in_total: tick,
	statistical_component: tick,
	round_to_the_nearest_integer: tick,
});
type Component = z.infer<typeof component>;

type Kind = 'Earning' | 'Deduction';

/** Tick boxes by which a payslip pays something else than the Additional Salary says. Code: hrms salary_slip.py */
const ticks = [
	[
		'depends_on_payment_days',
		'payroll.componentByDays',
		'Depends on Payment Days',
		'a payslip would pay only the share of the days that are paid; the score has taken the days into account already',
	],
	[
		'do_not_include_in_total',
		'payroll.componentNotInTotal',
		'Do Not Include in Total',
		'a payslip would show the pay and not pay it',
	],
	[
		'statistical_component',
		'payroll.componentNotInTotal',
		'Statistical Component',
		'a payslip would reckon with the pay and not pay it',
	],
	[
		'round_to_the_nearest_integer',
		'payroll.componentRounds',
		'Round to the Nearest Integer',
		'a payslip would pay whole units only',
	],
] as const;

const ofTicks = (row: Component): readonly Hindrance[] =>
	ticks
		.filter(([field]) => row[field])
		.map(([, code, label, what]) => ({
			code,
			remoteEmployeeId: undefined,
			message: `The Salary Component "${row.name}" has ${label} ticked: ${what}`,
			remedy: `Untick ${label} of the Salary Component "${row.name}", or use another component`,
			blocks: true,
		}));

const ofOtherKind = (name: string, found: string, kind: Kind): Hindrance => {
	const message = `The Salary Component "${name}" is of type ${found}`;
	return kind === 'Earning'
		? block('componentNotEarning', message, 'Pay by a component that is an Earning')
		: block('componentNotDeduction', message, 'Deduct by a component that is a Deduction');
};

/** What keeps the component of that name from paying, or taking back, exactly what is written by it. */
export function ofComponent(
	rows: readonly Component[],
	name: string,
	kind: Kind,
): readonly Hindrance[] {
	const row = rows.find((it) => it.name.toLowerCase() === name.toLowerCase());
	if (row === undefined || row.name !== name)
		return [
			block(
				'componentMissing',
				row === undefined
					? `Frappe HR has no Salary Component "${name}"`
					: `Frappe HR writes the Salary Component "${row.name}", not "${name}"`,
				`Add it in Frappe HR as ${kind === 'Earning' ? 'an Earning' : 'a Deduction'}, or write the component as it is named there`,
			),
		];
	if (row.disabled)
		return [
			block(
				'componentDisabled',
				`The Salary Component "${name}" is disabled`,
				'Enable it in Frappe HR, or pay by another',
			),
		];
	if (row.type && row.type !== kind) return [ofOtherKind(name, row.type, kind)];
	if (row.variable_based_on_taxable_salary)
		return [
			block(
				'componentIsTax',
				`The Salary Component "${name}" is variable based on taxable salary`,
				'Pay by a component that is not a tax component',
			),
		];
	return ofTicks(row);
}
