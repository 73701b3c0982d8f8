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

/** Where the last handler's visits begin: those before are another person's work. */
function ownFrom(visits: readonly Visit[], handler: string | undefined): number {
	let start = visits.length - 1;
	while (start > 0 && visits[start - 1]?.leftBy === handler) start -= 1;
	return start;
}

const statusOf = (claim: Claim, isOpen: boolean): Work['status'] => {
	if (claim.docstatus === 2) return 'cancelled';
	return isOpen ? 'open' : 'done';
};

/**
 * With a workflow: assigned when the claim entered the state, done when it left it for good, by whoever
 * moved it on; each time that somebody else brings it back to the same handler is an error.
 * undefined: it never was in that state.
 */
export function byWorkflow(
	claim: Claim,
	transitions: readonly Transition[],
	state: string,
	initial: string | undefined,
): Work | undefined {
	const visits = visitsOf(claim, transitions, state, initial);
	const last = visits[visits.length - 1];
	if (!last) return undefined;
	const handler = last.leftBy ?? visits[visits.length - 2]?.leftBy ?? claim.inCharge;
	const own = visits.slice(ownFrom(visits, handler));
	const returned = own.slice(1).filter(({ broughtBy }) => broughtBy !== handler).length;
	return {
		handler,
		status: statusOf(claim, last.to === undefined),
		assignedAt: own[0]?.from,
		completedAt: last.to,
		errors: returned + errorsOf(claim, handler, transitions[transitions.length - 1]?.by),
	};
}
