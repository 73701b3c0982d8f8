import type { Instant } from '../../../domain/kernel/time';
import { errorsOf, same, type Claim, type Work } from './claim';
import type { Transition } from './history';

/** What of a workflow tells of the handler's step. */
export interface Course {
	/** The state in which a claim lies with its handler. */
	readonly state: string;
	/** The state of a new claim. */
	readonly initial: string | undefined;
	/** Whether a state rejects what comes into it. */
	readonly rejects: (state: string) => boolean;
}

interface Visit {
	readonly from: Instant;
	/** Who brought it in; undefined: it began there. */
	readonly broughtBy: string | undefined;
	to?: Instant;
	leftBy?: string;
}

function visitsOf(claim: Claim, transitions: readonly Transition[], { state, initial }: Course) {
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
 * Who rejected it: whoever moved it into a state that rejects. Without such a state it was the handler, if
 * nobody else moved it since; else nobody can tell.
 */
function rejectedBy(
	transitions: readonly Transition[],
	{ rejects }: Course,
	handler: string | undefined,
	since: Instant,
): string | undefined {
	const told = transitions.filter(({ state }) => rejects(state)).pop();
	const later = transitions.filter(({ at }) => at > since);
	const isAlone = later.length > 0 && later.every(({ by }) => same(by, handler));
	return told?.by ?? (isAlone ? handler : undefined);
}

/**
 * With a workflow: assigned when the claim entered the state, done when it first left it, by whoever
 * moved it on; each time that somebody else brings it back to the same handler is an error.
 * undefined: it never was in that state.
 */
export function byWorkflow(
	claim: Claim,
	transitions: readonly Transition[],
	course: Course,
): Work | undefined {
	const visits = visitsOf(claim, transitions, course);
	const last = visits[visits.length - 1];
	if (!last) return undefined;
	const handler = last.leftBy ?? visits[visits.length - 2]?.leftBy ?? claim.inCharge;
	const own = visits.slice(ownFrom(visits, handler));
	const [first = last] = own;
	const returned = own.slice(1).filter(({ broughtBy }) => broughtBy !== handler).length;
	const decidedBy = rejectedBy(transitions, course, handler, first.from);
	const isUntold = claim.rejected && decidedBy === undefined;
	return {
		handler,
		status: statusOf(claim, last.to === undefined),
		assignedAt: first.from,
		completedAt: last.to === undefined ? undefined : first.to,
		errors: isUntold ? null : returned + errorsOf(claim, handler, decidedBy),
	};
}
