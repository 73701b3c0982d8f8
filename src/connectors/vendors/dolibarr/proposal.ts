import type { z } from 'zod';
import type { Item, Unclear } from '../../engine/stream';
import { tellsLast, untold, type Event } from './events';
import { id, link, moment, state } from './values';

export const shape = {
	id,
	status: state,
	date_creation: moment,
	date_validation: moment,
	date_modification: moment,
	user_author_id: link,
	user_validation_id: link,
	/** Its name before version 17. */
	user_valid_id: link,
};
export type Proposal = z.infer<z.ZodObject<typeof shape>>;

const cancelled = -1;
const draft = 0;
const refused = 3;
/** Signed, billed. */
const signed: ReadonlySet<number> = new Set([2, 4]);
const known: ReadonlySet<number> = new Set([cancelled, draft, 1, refused, ...signed]);

/** A step of a proposal: who took it first, when, and how often it was taken back. */
type Work = Pick<Item, 'status' | 'completedAt' | 'errors'> & { readonly by: string | undefined };

const statusOf = ({ status }: Proposal, isDone: boolean): Item['status'] => {
	if (status === cancelled) return 'cancelled';
	return isDone ? 'done' : 'open';
};

const remedy = 'or choose Validated Last in Done When';

/** Each time but the first that a step is taken, it had been taken back; where it is not taken now, each time. */
function workOf(proposal: Proposal, events: readonly Event[], isDone: boolean): Work {
	const status = statusOf(proposal, isDone);
	const errors = Math.max(0, events.length - Number(status !== 'open'));
	// Nobody took the step yet: it lies with who entered the proposal.
	const by = events[0] ? events[0].by : proposal.user_author_id;
	return { status, errors, by, completedAt: isDone ? events[0]?.at : undefined };
}

/** From the entry to the first validation. */
export function validationOf(proposal: Proposal, events: readonly Event[]): Work | Unclear {
	const own = events.filter(({ code }) => code === 'AC_PROPAL_VALIDATE');
	const isDone = proposal.status > draft;
	if (!tellsLast(own, proposal.date_validation) || (isDone && own.length === 0))
		return untold(proposal.id, remedy);
	return workOf(proposal, own, isDone);
}

const decisions: readonly string[] = ['AC_PROPAL_CLOSE_SIGNED', 'AC_PROPAL_CLOSE_REFUSED'];

/** To the first time that it was signed or refused: the record keeps neither who decided nor, from version 17 on, when it was refused. */
export function decisionOf(proposal: Proposal, events: readonly Event[]): Work | Unclear {
	const own = events.filter(({ code }) => decisions.includes(code));
	const wanted = signed.has(proposal.status) ? decisions[0] : decisions[1];
	const isDone = signed.has(proposal.status) || proposal.status === refused;
	if (isDone && own[own.length - 1]?.code !== wanted) return untold(proposal.id, remedy);
	return workOf(proposal, own, isDone);
}

/** What the record alone tells: the last validation. */
export function lastValidationOf(proposal: Proposal): Work | Unclear {
	const { id: recordId, date_validation: completedAt } = proposal;
	const isDone = proposal.status > draft;
	if (isDone && completedAt === undefined)
		return { recordId, unclear: 'it is validated, but not when', remedy: 'Look at it in Dolibarr' };
	const validator = proposal.user_validation_id ?? proposal.user_valid_id;
	const by = isDone ? validator : proposal.user_author_id;
	return { status: statusOf(proposal, isDone), by, completedAt: isDone ? completedAt : undefined };
}

export const isKnown = ({ status }: Proposal): boolean => known.has(status);
