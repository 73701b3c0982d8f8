import { z } from 'zod';
import type { TimeZone } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import { lacking } from '../../engine/problem';
import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import { taskParameters } from './taskParameters';
import { changedAt, endOfDay, linkOf, stamps, wantedOf, type Wanted } from './record';
import { among, changedIn, idBatch, orEmpty, recordsList, type Body } from './soql';
import { readStates } from './states';
import { accountBook } from './users';

const about = 'Salesforce tasks';
const shape = {
	...stamps,
	Status: orEmpty,
	IsClosed: z.boolean(),
	CompletedDateTime: z.string().nullish(),
	ActivityDate: z.string().nullish(),
};
const row = z.object(shape).catchall(z.unknown());
type Task = z.infer<typeof row>;

/** The record of a series is no task: each of its tasks has one of its own. */
const noSeries = 'IsRecurrence = false';

export const tasksQuery = ({ select, where }: Pick<Wanted, 'select' | 'where'>) => ({
	about,
	row,
	select: [...Object.keys(shape), ...select],
	from: 'Task',
	where: [noSeries, ...where],
});

function zoneOf({ settings, zoneOf: find }: Job): TimeZone {
	const id = settings.text('dueZone') ?? '';
	const zone = find(id);
	if (zone) return zone;
	const remedy = 'Enter an IANA name such as Asia/Shanghai in Time Zone of Due Dates';
	throw lacking('Salesforce due dates', `'${id.slice(0, 60)}' is not a time zone`, remedy);
}

const undated = (recordId: string): Unclear => ({
	recordId,
	unclear: 'it is closed, but Salesforce does not tell since when',
	remedy: 'Set its status to an open one and back in Salesforce, or delete it',
});

function statusOf(task: Task, cancels: (status: string) => boolean): Item['status'] {
	if (task.IsDeleted || cancels(task.Status)) return 'cancelled';
	return task.IsClosed ? 'done' : 'open';
}

async function openTasks(job: Job): Promise<Opened<Body<Task>, Task>> {
	const { session, settings } = job;
	const zone = zoneOf(job);
	const wanted = wantedOf(about, settings);
	const subtypes = settings.words('subtypes');
	const filter = subtypes.length === 0 ? [] : [among('TaskSubtype', subtypes)];
	const states = await readStates(session, 'TaskStatus');
	const cancels = states.among(settings.words('cancelledStatuses'), 'Cancelled Statuses');
	const isTimed = settings.text('assignedFrom') === 'created';
	const accounts = accountBook(session, settings.text('handlerAs'));
	return {
		list: (window) => {
			const where = [...filter, ...wanted.where, ...changedIn(window)];
			return recordsList(session, tasksQuery({ ...wanted, where }));
		},
		id: ({ Id }) => Id,
		updated: changedAt,
		batch: idBatch,
		items: async (rows) => {
			const accountOf = await accounts(rows.map(({ OwnerId }) => OwnerId));
			return rows.map((task): Item | Unclear => {
				const status = statusOf(task, cancels);
				const completedAt = momentOf(task.CompletedDateTime);
				if (status === 'done' && completedAt === undefined) return undated(task.Id);
				return {
					recordId: task.Id,
					recordUrl: linkOf(session, 'Task', task),
					handler: accountOf(task.OwnerId),
					status,
					assignedAt: isTimed ? momentOf(task.CreatedDate) : undefined,
					completedAt,
					dueAt: endOfDay(task.ActivityDate, zone),
					errors: wanted.errorsOf(task) ?? null,
					fields: wanted.fieldsOf(task),
				};
			});
		},
	};
}

export const tasks = defineStream({
	id: 'tasks',
	label: 'Tasks',
	description: 'Tasks by owner, with due date and completion',
	area: 'crm',
	activity: 'task',
	parameters: taskParameters,
	notice:
		'A task counts for its owner now, at its last closing: Salesforce keeps no history of tasks that can be read here, so whether a task was opened again is not known. It tells no pauses and no first response. A user without View All Data gets only a part of the tasks, without an error; the test of the credential tells.',
	open: openTasks,
});
