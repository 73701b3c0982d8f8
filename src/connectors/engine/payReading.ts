import type { Ports } from './http';
import type { PayAnswer } from './payrollSystem';
import { outcomeOf } from './problem';
import { openSession, type Session } from './session';

/** What a reading came to, as payroll systems answer: a SourceProblem becomes its answer. */
export async function payAnswer<T>(reading: Promise<T>): Promise<PayAnswer<T>> {
	const outcome = await outcomeOf(reading);
	if (outcome.ok) return outcome;
	const unsaid = { retry: 'never', status: undefined, waitMs: undefined } as const;
	return { ok: false, problem: { ...unsaid, ...outcome.error.problem } };
}

/** Reads of a payroll system through a session, as evidence is read. */
export const payReading = async <T>(
	site: { readonly baseUrl: string; readonly timeoutMs: number },
	ports: Ports,
	read: (session: Session) => Promise<T>,
): Promise<PayAnswer<T>> => await payAnswer(read(openSession(ports, site)));
