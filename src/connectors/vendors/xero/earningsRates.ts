import { z } from 'zod';
import type { Ports } from '../../engine/http';
import type { PayAnswer, PaySettings } from '../../engine/payrollSystem';
import { refusedProblem } from '../../engine/problem';
import { allRows, type XeroList } from './site';

const rate = z.object({
	EarningsRateID: z.string(),
	Name: z.string().nullish(),
	RateType: z.string().nullish(),
	CurrentRecord: z.boolean().nullish(),
});
export type EarningsRate = z.infer<typeof rate>;

const others = z.array(z.unknown()).nullish();
const wire = z.object({
	PayItems: z.object({
		EarningsRates: z.array(rate).nullish(),
		DeductionTypes: others,
		LeaveTypes: others,
		ReimbursementTypes: others,
	}),
});
type Body = z.infer<typeof wire>;

const list: XeroList<Body, EarningsRate> = {
	about: 'Xero earnings rates',
	path: 'PayItems',
	wire,
	rows: ({ PayItems: items }) => items.EarningsRates ?? [],
	id: (row) => row.EarningsRateID,
	size: ({ PayItems: items }) =>
		Object.values(items).reduce((sum, rows) => sum + (rows?.length ?? 0), 0),
};

/** All earnings rates, archived ones too. Docs: developer.xero.com → Payroll AU → Pay Items */
export const earningsRates = async (
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly EarningsRate[]>> => await allRows(list, settings, ports);

export const isCurrent = ({ CurrentRecord: current }: EarningsRate): boolean => current !== false;

/** Which earnings rates carry the pay and which its corrections: an archived one may have the same name. */
export interface PayRates {
	/** By the rate's ID: whether it carries corrections. */
	readonly ids: ReadonlyMap<string, boolean>;
	/** The current one of the two that a line is written by. */
	readonly pay: string | undefined;
	readonly correction: string | undefined;
}

export const correctionOf = ({ own }: PaySettings): string | undefined =>
	own.text('correctionComponent');

/** The rates that the batch is paid by; a name that Xero does not have is told, not read as nothing paid. */
export async function payRates(settings: PaySettings, ports: Ports): Promise<PayAnswer<PayRates>> {
	const rates = await earningsRates(settings, ports);
	if (!rates.ok) return rates;
	const named = (name: string | undefined) => rates.value.filter((it) => it.Name === name);
	const pay = named(settings.component);
	const correction = correctionOf(settings) === undefined ? [] : named(correctionOf(settings));
	if (pay.length === 0)
		return {
			ok: false,
			problem: refusedProblem(
				list.about,
				`there is none named "${settings.component}"`,
				'Write the component as Xero names the earnings rate',
			),
		};
	const current = (of: readonly EarningsRate[]) => (of.find(isCurrent) ?? of[0])?.EarningsRateID;
	return {
		ok: true,
		value: {
			ids: new Map<string, boolean>([
				...pay.map((it) => [it.EarningsRateID, false] as const),
				...correction.map((it) => [it.EarningsRateID, true] as const),
			]),
			pay: current(pay),
			correction: current(correction),
		},
	};
}
