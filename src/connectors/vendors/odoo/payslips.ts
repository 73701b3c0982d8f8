import { z } from 'zod';
import type { Session } from '../../engine/session';
import type { Variant } from './payVariant';
import { readRecords, type Domain } from './rpc';
import { fieldsIn, label, reference, text } from './values';

const slip = z.object({
	id: z.number(),
	name: text,
	employee_id: reference,
	company_id: reference,
	contract: reference,
	state: z.string(),
	credit_note: z.boolean(),
	date_from: z.string(),
	date_to: z.string(),
});
export type Slip = z.infer<typeof slip>;

/** Slips with the person, the month and how they stand. Code: hr_payslip.py of both payrolls */
export const readSlips = async (
	session: Session,
	domain: Domain,
	contract?: Variant['contract'],
): Promise<readonly Slip[]> =>
	await readRecords(session, {
		about: 'payslips',
		model: 'hr.payslip',
		domain,
		fields: [
			...['name', 'employee_id', 'company_id', 'state', 'credit_note', 'date_from', 'date_to'],
			...(contract === undefined ? [] : [contract]),
		],
		wire: z.preprocess((told) => {
			const row = fieldsIn(told);
			return { ...row, contract: contract === undefined ? false : row[contract] };
		}, slip),
	});

/** The states in which a slip can still take an input; a slip that is computed waits, up to Odoo 18. */
export const openStates: readonly string[] = ['draft', 'verify'];

export const isOpen = ({ state }: Slip): boolean => openStates.includes(state);

export const covers = ({ date_from: from, date_to: to }: Slip, day: string): boolean =>
	from <= day && day <= to;

const company = z.object({ id: z.number(), currency_id: label });

/** The currency of each slip's company: wages there have no other. */
export async function readCurrencies(
	session: Session,
	slips: readonly Slip[],
): Promise<(slip: Slip) => string> {
	const ids = [...new Set(slips.flatMap((one) => one.company_id ?? []))];
	const found =
		ids.length === 0
			? []
			: await readRecords(session, {
					...{ about: 'companies', model: 'res.company', fields: ['currency_id'], wire: company },
					domain: [['id', 'in', ids]],
				});
	const currencies = new Map(found.map(({ id, currency_id: currency }) => [id, currency]));
	return ({ company_id: id }) => (id === undefined ? '' : (currencies.get(id) ?? ''));
}
