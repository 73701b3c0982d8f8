import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import type { Item, Unclear } from '../../engine/stream';
import type { Event, Instance, Task } from './instances';

const returns: ReadonlySet<string> = new Set(['ROLLBACK', 'ROLLBACK_SELECTED']);
const decisions: ReadonlySet<string> = new Set(['PASS', 'REJECT', ...returns]);
const doneStates: ReadonlySet<string> = new Set(['APPROVED', 'REJECTED', 'ROLLBACK']);
/** Handed to somebody else, taken back, or ended without this person: another decided, or nobody. */
const endedOtherwise: ReadonlySet<string> = new Set(['TRANSFERRED', 'REVERTED', 'DONE']);
const automatic: ReadonlySet<string> = new Set(['AUTO_PASS', 'AUTO_REJECT']);

const personOf = ({ user_id, open_id }: Pick<Task, 'user_id' | 'open_id'>): string | undefined =>
	(user_id ?? '') || open_id || undefined;

function statusOf(task: Task, decided: boolean, { status }: Instance): Item['status'] | undefined {
	if (status === 'DELETED') return 'cancelled';
	if (decided || doneStates.has(task.status)) return 'done';
	if (endedOtherwise.has(task.status)) return 'cancelled';
	if (task.status === 'PENDING') return status === 'PENDING' ? 'open' : 'cancelled';
	return undefined;
}

/** Whether a return at a moment leads to this step: it begins anew, or nothing has begun again yet. */
function leadsTo(task: Task, at: Instant, tasks: readonly Task[]): boolean | undefined {
	const after = tasks.filter(({ start_time }) => (momentOf(start_time) ?? 0) >= at);
	if (after.length === 0) return true;
	return task.node_id ? after.some(({ node_id }) => node_id === task.node_id) : undefined;
}

/** Whether an event says that this step was wrong; undefined: not told. */
function faults(task: Task, event: Event, tasks: readonly Task[]): boolean | undefined {
	if (returns.has(event.type)) return leadsTo(task, momentOf(event.create_time) ?? 0, tasks);
	if (event.type !== 'REJECT') return false;
	const node = tasks.find(({ id }) => id === event.task_id)?.node_id;
	return !node || node !== task.node_id; // approvers of one step decide beside each other
}

/** How often somebody else at another step rejected it later, or returned it to this step; undefined: not told. */
function errorsOf(task: Task, done: Instant, instance: Instance): number | undefined {
	const told = (instance.timeline ?? [])
		.filter((event) => (momentOf(event.create_time) ?? 0) > done)
		.filter((event) => personOf(event) !== personOf(task))
		.map((event) => faults(task, event, instance.task_list ?? []));
	return told.includes(undefined) ? undefined : told.filter((is) => is === true).length;
}

function unclear(recordId: string, found: string): Unclear {
	return {
		recordId,
		unclear: found,
		remedy: 'Look at this approval in Feishu, or leave its definition out of Approval Codes',
	};
}

function itemOf(task: Task, instance: Instance): Item | Unclear {
	const recordId = `${instance.instance_code}/${task.id}`;
	const isOwn = (event: Event): boolean => event.task_id === task.id && decisions.has(event.type);
	const decision = instance.timeline?.find(isOwn);
	const status = statusOf(task, decision !== undefined, instance);
	if (status === undefined)
		return unclear(recordId, `the task is ${task.status}, which is not known`);
	const started = {
		recordId,
		handler: personOf(task) ?? null,
		assignedAt: momentOf(task.start_time),
	};
	if (status !== 'done') return { ...started, status };
	const completedAt = momentOf(task.end_time) ?? momentOf(decision?.create_time);
	if (completedAt === undefined)
		return unclear(recordId, 'the task is done, but it is not told since when');
	return { ...started, status, completedAt, errors: errorsOf(task, completedAt, instance) ?? null };
}

/** One item a task that a person has or had; what Feishu passed by itself is nobody's work. */
export const itemsOf = (
	instance: Instance,
): readonly { readonly task: Task; readonly found: Item | Unclear }[] =>
	(instance.task_list ?? [])
		.filter(({ type }) => !automatic.has(type ?? ''))
		.map((task) => ({ task, found: itemOf(task, instance) }));
