import type { z } from 'zod';
import type { Item, Unclear } from '../../engine/stream';
import { id, link, moment, state } from './values';

export const shape = {
	id,
	status: state,
	date_create: moment,
	date_valid: moment,
	date_approve: moment,
	date_refuse: moment,
	date_modif: moment,
	fk_user_creat: link,
	fk_user_valid: link,
	fk_user_validator: link,
	fk_user_approve: link,
	fk_user_refuse: link,
};
export type ExpenseReport = z.infer<z.ZodObject<typeof shape>>;

const draft = 0;
const submitted = 2;
const cancelled = 4;
const refused = 99;
/** Approved, paid. */
const approved: ReadonlySet<number> = new Set([5, 6]);

/** What of a report became whose work; its handler is the number of a user. */
type Work = Pick<Item, 'status' | 'assignedAt' | 'completedAt' | 'errors'> & {
	readonly handler: string | undefined;
};

/** Refused and submitted again, a report keeps the time of its first submission: when it came back is not known. Code: set_save_from_refuse */
const submittedAt = ({ date_valid: at, date_refuse: back }: ExpenseReport) =>
	at !== undefined && back !== undefined && back >= at ? undefined : at;

/** A report of somebody who decides: undefined where it does not lie there. */
export function decisionOf(report: ExpenseReport): Work | undefined {
	const { status } = report;
	if (status === draft) return undefined;
	const asked = report.fk_user_validator;
	if (status === refused)
		return { status: 'done', handler: report.fk_user_refuse, completedAt: report.date_refuse };
	const assignedAt = submittedAt(report);
	if (approved.has(status)) {
		const { fk_user_approve: handler, date_approve: completedAt } = report;
		return { status: 'done', handler, assignedAt, completedAt };
	}
	if (status === cancelled)
		return { status: 'cancelled', handler: report.fk_user_approve ?? asked, assignedAt };
	return { status: 'open', handler: asked, assignedAt };
}

/** A report of who enters and submits it: one that was refused lies there again. */
export function submissionOf(report: ExpenseReport): Work {
	const { status, fk_user_creat: author, fk_user_refuse: refusedBy } = report;
	const isDone = status === submitted || approved.has(status);
	const handler = isDone ? report.fk_user_valid : (report.fk_user_valid ?? author);
	return {
		status: status === cancelled ? 'cancelled' : isDone ? 'done' : 'open',
		handler,
		assignedAt: handler === author ? report.date_create : undefined,
		completedAt: isDone ? report.date_valid : undefined,
		errors: Number(report.date_refuse !== undefined && refusedBy !== handler),
	};
}

const known: ReadonlySet<number> = new Set([draft, submitted, cancelled, refused, ...approved]);

/** What cannot be told of a report; undefined: nothing. */
export function unclearOf(
	{ id: recordId, status }: ExpenseReport,
	work: Work,
): Unclear | undefined {
	const remedy = 'Look at it in Dolibarr';
	if (!known.has(status)) return { recordId, unclear: `its status ${status} is not known`, remedy };
	if (work.status !== 'done' || work.completedAt !== undefined) return undefined;
	return { recordId, unclear: 'its status says that it is done, but not when', remedy };
}
