import type { Instant } from '../../../domain/kernel/time';
import { errorsOf, type Claim, type Work } from './claim';
import type { Transition } from './history';

interface Visit {
	readonly from: Instant;
	/** Who brought it in; undefined: it began there. */
	readonly broughtBy: string | undefined;
	to?: Instant;
	leftBy?: string;
}

function visitsOf(
	claim: Claim,
	transitions: readonly Transition[],
	state: string,
	initial: string | undefined,
) {
	const visits: Visit[] = initial === state ? [{ from: claim.created, broughtBy: undefined }] : [];
	let present = initial;
	for (const { state: next, at, by } of transitions) {
		const open = visits[visits.length - 1];
		if (present === state && next !== state && open) Object.assign(open, { to: at, leftBy: by });
		if (present !== state && next === state) visits.push({ from: at, broughtBy: by });
		present = next;
	}
	return visits;
}

/**
 * With a workflow: assigned when the claim entered the state, done when it first left it, by whoever moved
 * it on; each time that somebody else brings it back is an error. undefined: it never was in that state.
 */
export function byWorkflow(
	claim: Claim,
	transitions: readonly Transition[],
	state: string,
	initial: string | undefined,
): Work | undefined {
	const visits = visitsOf(claim, transitions, state, initial);
	const [first] = visits;
	if (!first) return undefined;
	const isOpen = visits[visits.length - 1]?.to === undefined;
	const handler = first.leftBy ?? claim.inCharge;
	const returned = visits.slice(1).filter(({ broughtBy }) => broughtBy !== handler).length;
	const last = transitions[transitions.length - 1];
	return {
		handler,
		status: claim.docstatus === 2 ? 'cancelled' : isOpen ? 'open' : 'done',
		assignedAt: first.from,
		completedAt: first.to,
		errors: returned + errorsOf(claim, handler, last?.by),
	};
}
