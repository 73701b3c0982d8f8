import type { HttpPort, Ports } from '../connectors/engine/http';
import { outcomeOf, type SourceProblem } from '../connectors/engine/problem';
import { openSession } from '../connectors/engine/session';
import { systems } from '../connectors/registry';

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
const isRight = ({ problem }: SourceProblem): boolean => problem.status === 403;

/**
 * The test of a credential: reads one row of each thing that the system's streams need and names every
 * right that is missing, not only the first.
 */
export async function checkAccess(request: AccessRequest, http: HttpPort): Promise<Access> {
	const system = systems.find(({ id }) => id === request.system);
	if (!system) return { ok: false, message: `There is no system '${request.system}'` };
	if (!URL.canParse(request.baseUrl.trim()))
		return { ok: false, message: 'The base URL is not an address such as https://example.com' };
	const timeoutMs = request.timeoutMs ?? defaultTimeoutMs;
	// A test answers at once: a busy system is told, not waited for.
	const session = openSession(portsOf(http), { baseUrl: request.baseUrl, timeoutMs, attempts: 1 });
	const context = { now: Date.now(), testPath: request.testPath ?? '' };
	const problems: string[] = [];
	for (const { run } of system.probes) {
		const outcome = await outcomeOf(run(session, context));
		if (outcome.ok) continue;
		if (!isRight(outcome.error)) return { ok: false, message: outcome.error.message };
		problems.push(outcome.error.message);
	}
	if (problems.length > 0) return { ok: false, message: problems.join(' ') };
	const read = system.probes.map(({ reads }) => reads).join(', ');
	return { ok: true, message: `${system.label}: could read ${read}.` };
}
