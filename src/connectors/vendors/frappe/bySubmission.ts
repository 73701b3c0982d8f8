import type { Instant } from '../../../domain/kernel/time';
import { errorsOf, type Claim, type Work } from './claim';
import type { Version } from './history';

const submits = ({ changed }: Version): boolean =>
	changed.some(([field, , after]) => field === 'docstatus' && Number(after) === 1);

const states: ReadonlyMap<number, Work['status']> = new Map([
	[1, 'done'],
	[2, 'cancelled'],
]);

function lastSetting(
	versions: readonly Version[],
	field: string,
	before: Instant,
): Instant | undefined {
	const sets = versions.filter(
		({ at, changed }) => at <= before && changed.some(([name]) => name === field),
	);
	return sets[sets.length - 1]?.at;
}

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
	const completedAt = submission?.at;
	const assignment = lastSetting(versions, handlerField, completedAt ?? Infinity);
	const handler = claim.inCharge ?? submission?.by;
	return {
		handler,
		status: states.get(claim.docstatus) ?? 'open',
		assignedAt: assignment ?? claim.created,
		completedAt,
		errors: errorsOf(claim, handler, submission?.by),
	};
}
