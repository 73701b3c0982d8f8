import type { Ports } from '../../connectors/engine/http';
import type { HttpProblem } from '../../connectors/engine/problem';

const mostWaits = 5;
const ownWaitMs = 2_000;
/** A server that asks for more is left to the next run. */
const longestWaitMs = 180_000;

/** How long to wait after this problem, in milliseconds. */
export const waitOf = ({ waitMs }: HttpProblem): number => waitMs ?? ownWaitMs;

/** Sends again only what the server turned away for now, unread: 429 and the like, after the wait that it names. */
export async function afterWaits<
	T extends { readonly ok: boolean; readonly problem?: HttpProblem },
>(send: () => Promise<T>, ports: Ports): Promise<T> {
	for (let waits = 0; ; waits += 1) {
		const answer = await send();
		const { problem } = answer;
		if (answer.ok || problem?.retry !== 'afterWait' || waits >= mostWaits) return answer;
		const wait = waitOf(problem);
		if (wait > longestWaitMs || ports.cancelled()) return answer;
		await ports.wait(wait);
	}
}
