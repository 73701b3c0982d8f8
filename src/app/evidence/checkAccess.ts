import type { HttpPort, Ports } from '../../connectors/engine/http';
import { outcomeOf, type SourceProblem } from '../../connectors/engine/problem';
import { openSession, type Session } from '../../connectors/engine/session';
import type { Probe, ProbeContext } from '../../connectors/engine/stream';
import { payrollSystems, systems } from '../../connectors/registry';

export interface AccessRequest {
	readonly system: string;
	readonly baseUrl: string;
	readonly timeoutMs?: number;
	/** For systems that have no address of their own for a test. */
	readonly testPath?: string;
}

export interface Access {
	readonly ok: boolean;
	readonly message: string;
}

const defaultTimeoutMs = 15_000;

const portsOf = (http: HttpPort): Ports => ({
	http,
	now: () => new Date().toISOString(),
	wait: async () => await Promise.resolve(),
	cancelled: () => false,
});

/** A missing right is told of one thing; whatever else is wrong is wrong for all of them. */
const isRight = ({ problem }: SourceProblem): boolean =>
	problem.lacksRight ?? problem.status === 403;

/** What a credential may be for: evidence, payroll, or both. */
interface Purpose {
	readonly purpose: 'evidence' | 'payroll';
	readonly label: string;
	readonly probes: readonly Probe[];
}

const purposesOf = (id: string): readonly Purpose[] => [
	...systems
		.filter((system) => system.id === id)
		.map(({ label, probes }) => ({ purpose: 'evidence' as const, label, probes })),
	...payrollSystems
		.filter((system) => system.id === id)
		.map(({ label, probes }) => ({ purpose: 'payroll' as const, label, probes })),
];

/**
 * The test of a credential: reads one row of each thing that evidence or paying needs and names every right
 * that is missing, not only the first. An account that is fit for one of the two is a good one.
 */
export async function checkAccess(request: AccessRequest, http: HttpPort): Promise<Access> {
	const purposes = purposesOf(request.system);
	if (purposes.length === 0)
		return { ok: false, message: `There is no system '${request.system}'` };
	if (!URL.canParse(request.baseUrl.trim()))
		return { ok: false, message: 'The base URL is not an address such as https://example.com' };
	const timeoutMs = request.timeoutMs ?? defaultTimeoutMs;
	// A test answers at once: a busy system is told, not waited for.
	const session = openSession(portsOf(http), { baseUrl: request.baseUrl, timeoutMs, attempts: 1 });
	const context = { now: Date.now(), testPath: request.testPath ?? '' };
	const found: Access[] = [];
	for (const purpose of purposes) {
		const outcome = await outcomeOf(rightsFor(purpose, session, context));
		if (!outcome.ok) return { ok: false, message: outcome.error.message };
		found.push(outcome.value);
	}
	const messages = found.map(({ message }, at) =>
		purposes.length > 1 ? `For ${purposes[at]?.purpose}: ${message}` : message,
	);
	return { ok: found.some(({ ok }) => ok), message: messages.join(' ') };
}

/** Rejects for what is wrong with all of them, such as a wrong key. */
async function rightsFor(
	{ label, probes }: Purpose,
	session: Session,
	context: ProbeContext,
): Promise<Access> {
	const missing: string[] = [];
	for (const { run } of probes) {
		const outcome = await outcomeOf(run(session, context));
		if (outcome.ok) continue;
		if (!isRight(outcome.error)) throw outcome.error;
		missing.push(outcome.error.message);
	}
	if (missing.length > 0) return { ok: false, message: missing.join(' ') };
	const read = probes.map(({ reads }) => reads).join(', ');
	return { ok: true, message: `${label}: could read ${read}.` };
}
