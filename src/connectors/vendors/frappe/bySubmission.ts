import { errorsOf, type Claim, type Work } from './claim';
import type { Version } from './history';

const submits = ({ changed }: Version): boolean =>
	changed.some(([field, , after]) => field === 'docstatus' && Number(after) === 1);

/**
 * Without a workflow: assigned when the handler field was last set before the submission (else when the
 * claim was made), done when it was submitted, which Frappe allows only approved or rejected.
 * undefined: it is submitted, but its history does not tell when.
 */
export function bySubmission(
	claim: Claim,
	versions: readonly Version[],
	handlerField: string,
): Work | undefined {
	const submission = versions.find(submits);
	if (claim.docstatus === 1 && !submission) return undefined;
	const before = versions.filter(({ at }) => at <= (submission?.at ?? Infinity));
	const set = before.filter(({ changed }) => changed.some(([field]) => field === handlerField));
	const handler = claim.inCharge ?? submission?.by;
	return {
		handler,
		status: claim.docstatus === 2 ? 'cancelled' : submission ? 'done' : 'open',
		assignedAt: set[set.length - 1]?.at ?? claim.created,
		completedAt: submission?.at,
		errors: errorsOf(claim, handler, submission?.by),
	};
}
