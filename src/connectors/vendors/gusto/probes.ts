import { z } from 'zod';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Probe } from '../../engine/stream';
import { earningTypesWire, tokenWire } from './payReadiness';
import { compensationsWire } from './payrolls';
import { explain } from './refusal';
import { headers } from './site';

type Ask = <T>(
	path: string,
	wire: z.ZodType<T, z.ZodTypeDef, unknown>,
	query?: { readonly [name: string]: string },
) => Promise<T>;

async function companyOf(session: Session): Promise<string> {
	const { resource } = await session.ask({
		about: 'Gusto token',
		wire: tokenWire,
		explain,
		request: { method: 'GET', url: `${session.baseUrl}/v1/token_info`, headers },
	});
	if (resource?.uuid) return resource.uuid;
	throw lacking(
		'Gusto token',
		'it reaches no company',
		'Connect the app anew, as an administrator of the company that pays',
	);
}

const reading = (reads: string, run: (ask: Ask) => Promise<unknown>): Probe => ({
	reads,
	run: async (session) => {
		const company = await companyOf(session);
		const ask: Ask = async (path, wire, query = {}) =>
			await session.ask({
				about: `Gusto ${reads}`,
				wire,
				explain,
				request: {
					method: 'GET',
					url: `${session.baseUrl}/v1/companies/${company}/${path}`,
					query,
					headers,
				},
			});
		await run(ask);
	},
});

const payrolls = z.array(z.object({ payroll_uuid: z.string() }));

async function someCompensations(ask: Ask): Promise<void> {
	const [first] = await ask('payrolls', payrolls, { processing_statuses: 'processed', per: '1' });
	if (first) await ask(`payrolls/${first.payroll_uuid}`, compensationsWire, { per: '1' });
}

/** What paying reads; whether it may write shows only in writing. */
export const payProbes: readonly Probe[] = [
	reading('earning types', async (ask) => await ask('earning_types', earningTypesWire)),
	reading('payrolls', someCompensations),
];
