import { z } from 'zod';
import { readJson } from '../../engine/call';
import type { Ports } from '../../engine/http';
import type { PayAnswer, PaySettings } from '../../engine/payrollSystem';
import { explain } from './refusal';
import { allRows, request, type XeroList } from './site';

/** '/Date(1573171200000+0000)/' → '2019-11-08'; a day of Xero's has no time zone. */
function dayOf(text: string | null | undefined): string | undefined {
	const ms = /^\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/$/.exec(text ?? '')?.[1];
	return ms === undefined ? undefined : new Date(Number(ms)).toISOString().slice(0, 10);
}

const run = z.object({
	PayRunID: z.string(),
	PayRunStatus: z.string().nullish(),
	PaymentDate: z.string().nullish(),
});
type Run = z.infer<typeof run>;

const summary = z.object({ EmployeeID: z.string(), PayslipID: z.string() });
const runsWire = z.object({ PayRuns: z.array(run) });
const runWire = z.object({
	PayRuns: z.array(run.extend({ Payslips: z.array(summary).nullish() })).nonempty(),
});

/** A pay run that pays in the month of the payroll date, with its payslips. */
export interface MonthRun {
	/** Only the payslips of a draft can be changed. */
	readonly isDraft: boolean;
	readonly paidOn: string;
	readonly slips: readonly z.infer<typeof summary>[];
}

const list: XeroList<z.infer<typeof runsWire>, Run> = {
	about: 'Xero pay runs',
	path: 'PayRuns',
	wire: runsWire,
	rows: (body) => body.PayRuns,
	id: (row) => row.PayRunID,
};

/** The pay runs of the month, drafts and posted ones. Docs: developer.xero.com → Payroll AU → Pay Runs */
export async function runsOfMonth(
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly MonthRun[]>> {
	const listed = await allRows(list, settings, ports);
	if (!listed.ok) return listed;
	const { from, to } = settings.month;
	const runs: MonthRun[] = [];
	for (const { PayRunID: id, PaymentDate: date } of listed.value) {
		const paidOn = dayOf(date) ?? '';
		if (paidOn < from || paidOn > to) continue;
		const answer = await readJson(
			{
				about: `Xero pay run of ${paidOn}`,
				wire: runWire,
				explain,
				request: request(settings, 'GET', `PayRuns/${encodeURIComponent(id)}`),
			},
			ports,
		);
		if (!answer.ok) return answer;
		const [{ PayRunStatus: status, Payslips: slips }] = answer.value.PayRuns;
		runs.push({ isDraft: status === 'DRAFT', paidOn, slips: slips ?? [] });
	}
	return { ok: true, value: runs };
}
