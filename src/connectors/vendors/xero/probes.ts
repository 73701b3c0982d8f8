import { z } from 'zod';
import { lacking, outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Probe } from '../../engine/stream';
import { connectionsWire } from './payReadiness';
import { explain } from './refusal';
import { ofOrganisation, payrollAddress } from './site';

async function organisations(session: Session): Promise<readonly string[]> {
	const connected = await session.ask({
		about: 'Xero connections',
		wire: connectionsWire,
		explain,
		request: { method: 'GET', url: `${session.baseUrl}/connections` },
	});
	if (connected.length > 0) return connected.map((it) => it.tenantId);
	throw lacking(
		'Xero connections',
		'the app is connected to no organisation',
		'Connect it anew, and choose the organisation that pays',
	);
}

type Ask = <T>(path: string, wire: z.ZodType<T, z.ZodTypeDef, unknown>) => Promise<T>;

/** Good where it can be read of one organisation: the others may have no Australian payroll. */
const reading = (reads: string, run: (ask: Ask) => Promise<unknown>): Probe => ({
	reads,
	run: async (session) => {
		const outcomes = [];
		for (const organisation of await organisations(session)) {
			const ask: Ask = async (path, wire) =>
				await session.ask({
					about: `Xero ${reads}`,
					wire,
					explain,
					request: {
						method: 'GET',
						url: payrollAddress(session.baseUrl, path),
						query: { page: '1' },
						headers: ofOrganisation(organisation),
					},
				});
			outcomes.push(await outcomeOf(run(ask)));
		}
		const [first] = outcomes;
		if (first?.ok === false && !outcomes.some(({ ok }) => ok)) throw first.error;
	},
});

const payItems = z.object({ PayItems: z.unknown() });
const slips = z.array(z.object({ PayslipID: z.string() })).nullish();
const payRuns = z.object({
	PayRuns: z.array(z.object({ PayRunID: z.string(), Payslips: slips })),
});

async function somePayslip(ask: Ask): Promise<void> {
	const { PayRuns: runs } = await ask('PayRuns', payRuns);
	if (runs[0] === undefined) return;
	const { PayRuns: details } = await ask(`PayRuns/${runs[0].PayRunID}`, payRuns);
	const slip = details[0]?.Payslips?.[0];
	if (slip) await ask(`Payslip/${slip.PayslipID}`, z.object({ Payslip: z.unknown() }));
}

/** What paying reads; whether it may write shows only in writing. */
export const payProbes: readonly Probe[] = [
	reading('earnings rates', async (ask) => await ask('PayItems', payItems)),
	reading('pay runs', async (ask) => await ask('PayRuns', payRuns)),
	reading('payslips', somePayslip),
];
