import { z } from 'zod';
import { readJson, sendJson } from '../../engine/call';
import type { Ports } from '../../engine/http';
import type { PayAnswer } from '../../engine/payrollSystem';
import { refusedProblem } from '../../engine/problem';
import { explain, refusedInside, validationErrors } from './refusal';
import { request, type Site } from './site';

/** A line goes back as it came, with whatever else it has. */
const line = z
	.object({
		EarningsRateID: z.string(),
		FixedAmount: z.number().nullish(),
		Amount: z.number().nullish(),
	})
	.passthrough();
export type EarningsLine = z.infer<typeof line>;

const payslip = z.object({
	EmployeeID: z.string(),
	PayslipID: z.string(),
	UpdatedDateUTC: z.string().nullish(),
	EarningsLines: z.array(line).nullish(),
});
export type Payslip = z.infer<typeof payslip>;

const path = (id: string): string => `Payslip/${encodeURIComponent(id)}`;

/** Docs: developer.xero.com → Payroll AU → Payslip */
export async function readPayslip(
	id: string,
	site: Site,
	ports: Ports,
): Promise<PayAnswer<Payslip>> {
	const answer = await readJson(
		{
			about: `Xero payslip ${id}`,
			wire: z.object({ Payslip: payslip }),
			explain,
			request: request(site, 'GET', path(id)),
		},
		ports,
	);
	return answer.ok ? { ok: true, value: answer.value.Payslip } : answer;
}

// A float's shortest text is the text that the server wrote, but for zeros at the end.
const decimal = ({ FixedAmount: fixed, Amount: amount }: EarningsLine): string =>
	String(fixed ?? amount ?? 0);

/** The amount of a line; undefined: a pay template put it there without one, and nothing is paid by it. */
export const amountOf = (of: EarningsLine): string | undefined =>
	decimal(of) === '0' ? undefined : decimal(of);

/** The same for the same line on the same state of the payslip: what changed since then is another request. */
const idempotencyKey = (key: string, { UpdatedDateUTC: at }: Payslip): string =>
	[key, /\d+/.exec(at ?? '')?.[0] ?? []].flat().join('-').slice(0, 128);

/**
 * Sets the earnings lines of a payslip, once: what is not among them is taken off, so all that were there
 * have to be given again. Lines of other kinds stay, since none are sent.
 */
export async function setEarningsLines(
	slip: Payslip,
	{ lines, key }: { readonly lines: readonly EarningsLine[]; readonly key: string },
	site: Site,
	ports: Ports,
): Promise<PayAnswer<undefined>> {
	const about = `Xero payslip ${slip.PayslipID} of ${slip.EmployeeID}`;
	const sent = request(site, 'POST', path(slip.PayslipID));
	const answer = await sendJson(
		{
			about,
			wire: z.unknown(),
			writes: true,
			explain,
			request: {
				...sent,
				headers: { ...sent.headers, 'idempotency-key': idempotencyKey(key, slip) },
				body: [{ EarningsLines: lines }],
			},
		},
		ports,
	);
	if (!answer.ok) return answer;
	const said = validationErrors(answer.value);
	if (said.length === 0) return { ok: true, value: undefined };
	const { found, remedy } = refusedInside(said);
	return { ok: false, problem: { ...refusedProblem(about, found, remedy), status: 200 } };
}
