import { z } from 'zod';
import { sendJson } from '../../engine/call';
import type { Ports } from '../../engine/http';
import type { PayAnswer } from '../../engine/payrollSystem';
import { payReading } from '../../engine/payReading';
import type { HttpProblem } from '../../engine/problem';
import { openSession, type Session } from '../../engine/session';
import { explain, forPay } from './refusal';
import { call } from './rpc';

/** The Odoo that is asked. */
interface Site {
	readonly baseUrl: string;
	readonly timeoutMs: number;
}

/** What a reading came to, as payroll tells it. */
export async function reading<T>(
	site: Site,
	ports: Ports,
	read: (session: Session) => Promise<T>,
): Promise<PayAnswer<T>> {
	const answer = await payReading(site, ports, read);
	return answer.ok ? answer : { ok: false, problem: forPay(answer.problem) };
}

/** An error that JSON-RPC tells within HTTP 200: its transaction was rolled back, so nothing was written. */
const rolledBack = z
	.object({ error: z.object({ data: z.object({ name: z.string() }).nullish() }) })
	.passthrough();

function refusedOf(told: z.infer<typeof rolledBack>, about: string): HttpProblem {
	const name = told.error.data?.name ?? '';
	const refusal = explain(200, told) ?? { found: 'Odoo refuses it', remedy: 'Look into its log' };
	const isRight = /\bAccess(Error|Denied)$/.test(name);
	return forPay({
		...{ kind: 'refused', retry: 'never', waitMs: undefined, about },
		...refusal,
		...(isRight ? { status: 403 } : { status: undefined }),
		// The database itself may have failed after the write was done.
		...(name.startsWith('psycopg2') ? { retry: 'afterReadBack' } : {}),
	});
}

interface Write<T> {
	/** For example 'payslip input for 7'. */
	readonly about: string;
	readonly method: readonly [model: string, method: string];
	readonly named: { readonly [name: string]: unknown };
	readonly wire: z.ZodType<T, z.ZodTypeDef, unknown>;
}

/** One write, sent once. */
export async function writing<T>(
	site: Site,
	ports: Ports,
	{ about, method, named, wire }: Write<T>,
): Promise<PayAnswer<T>> {
	const session = openSession(ports, site);
	const asked = call(session, about, wire, [method, named]);
	const answer = await sendJson(
		{
			about: asked.about,
			writes: true,
			wire: z.union([
				rolledBack.transform((told) => ({ refused: told })),
				asked.wire.transform((value) => ({ value })),
			]),
			explain: (status, body) => (status < 300 ? undefined : explain(status, body)),
			request: {
				...asked.request,
				headers: { accept: 'application/json' },
				timeoutMs: site.timeoutMs,
			},
		},
		ports,
	);
	if (!answer.ok) return { ok: false, problem: forPay(answer.problem) };
	const { value: told } = answer;
	return 'value' in told
		? { ok: true, value: told.value }
		: { ok: false, problem: refusedOf(told.refused, asked.about) };
}
