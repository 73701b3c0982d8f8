import type { Instant } from '../../../domain/kernel/time';
import type { Settings } from '../../engine/parameters';
import type { Item, Unclear } from '../../engine/stream';
import type { Clock } from './clock';
import type { Instance, Task } from './instances';

/** Times come to the minute. */
const MINUTE = 60_000;
const decisions: ReadonlySet<string> = new Set(['AGREE', 'REFUSE']);
/** Taken back, ended without this person, or handed on. */
const endedOtherwise: ReadonlySet<string> = new Set(['CANCELED', 'TERMINATED', 'COMPLETED']);
const waiting: ReadonlySet<string> = new Set(['RUNNING', 'PAUSED']);

/** Whether this person returned the approval with this task: DingTalk tells it in the records alone. */
function didReturn({ createTime, finishTime, userId }: Task, of: Instance, clock: Clock): boolean {
	const [from, to] = [clock(createTime) ?? Infinity, clock(finishTime) ?? -Infinity];
	return (of.operationRecords ?? []).some(({ type, userId: by, date }) => {
		const at = clock(date) ?? NaN;
		return type === 'REDIRECT_PROCESS' && by === userId && at >= from && at <= to + MINUTE;
	});
}

function statusOf(task: Task, instance: Instance, clock: Clock): Item['status'] | undefined {
	const decided = decisions.has((task.result ?? '').toUpperCase());
	if (task.status === 'COMPLETED' && (decided || didReturn(task, instance, clock))) return 'done';
	if (endedOtherwise.has(task.status)) return 'cancelled';
	if (waiting.has(task.status)) return instance.status === 'RUNNING' ? 'open' : 'cancelled';
	return undefined;
}

/** Whether a return at a moment leads to this step: it begins anew, or nothing has begun again yet. */
function leadsTo(task: Task, at: Instant, { tasks }: Instance, clock: Clock): boolean | undefined {
	const after = (tasks ?? []).filter(({ createTime }) => (clock(createTime) ?? 0) >= at);
	if (after.length === 0) return true;
	return task.activityId
		? after.some(({ activityId }) => activityId === task.activityId)
		: undefined;
}

/** How often somebody else refused it later, or returned it to this step; undefined: not told. */
function errorsOf(task: Task, done: Instant, instance: Instance, clock: Clock): number | undefined {
	let errors = 0;
	for (const { date, userId, result, type } of instance.operationRecords ?? []) {
		const at = clock(date) ?? 0;
		if (at <= done || userId === task.userId) continue;
		const isReturn =
			type === 'REDIRECT_PROCESS' ? leadsTo(task, at, instance, clock) : result === 'REFUSE';
		if (isReturn === undefined) return undefined;
		errors += isReturn ? 1 : 0;
	}
	return errors;
}

/** The address comes without its scheme; undefined: none that can be opened. */
function linkOf({ pcUrl }: Task): string | null {
	const url = pcUrl && !/^[a-z]+:/i.test(pcUrl) ? `https://${pcUrl}` : (pcUrl ?? '');
	return url.startsWith('https://') && URL.canParse(url) ? url : null;
}

function fieldsOf(instance: Instance, settings: Settings) {
	const known = new Map<string, string | number | boolean | null | undefined>([
		...(instance.formComponentValues ?? []).flatMap((one) =>
			[one.id, one.name].flatMap((name) => (name ? [[name, one.value] as const] : [])),
		),
		['title', instance.title],
		['businessId', instance.businessId],
	]);
	const wanted = settings.fields('fields');
	return Object.fromEntries(wanted.map(({ from, as }) => [as, known.get(from) ?? null]));
}

interface Reading {
	readonly clock: Clock;
	readonly settings: Settings;
}

function itemOf(id: string, task: Task, instance: Instance, { clock, settings }: Reading) {
	const recordId = `${id}/${task.taskId}`;
	const status = statusOf(task, instance, clock);
	const done = status === 'done' ? clock(task.finishTime) : undefined;
	if (status === undefined || (status === 'done' && done === undefined))
		return {
			recordId,
			unclear: `the task is ${task.status}, but what that means, or since when, is not told`,
			remedy: 'Look at this approval in DingTalk, or leave its process out of Process Codes',
		};
	return {
		recordId,
		recordUrl: linkOf(task),
		handler: task.userId || null,
		status,
		assignedAt: clock(task.createTime),
		completedAt: done,
		errors: done === undefined ? null : (errorsOf(task, done, instance, clock) ?? null),
		fields: fieldsOf(instance, settings),
	};
}

/** One item a task that a person has or had; tasks that have not begun are none yet. */
export const itemsOf = (
	id: string,
	instance: Instance,
	reading: Reading,
): readonly (Item | Unclear)[] =>
	(instance.tasks ?? [])
		.filter(({ status }) => status !== 'NEW')
		.map((task) => itemOf(id, task, instance, reading));
