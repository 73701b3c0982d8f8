import { defineStream } from '../../engine/stream';
import { taskKind } from './kinds';
import { dueZone, openRecords, parametersOf } from './open';

export const tasks = defineStream({
	id: 'tasks',
	label: 'Tasks',
	description: 'Tasks by assigned user, with due date, from assignment to the first completion',
	area: 'crm',
	activity: 'task',
	parameters: parametersOf(taskKind, 'e.g. priority, parentName', [dueZone]),
	notice:
		'A task counts for its assigned user at the first completion; errors are how often it was opened again. EspoCRM tells no first response and no reasons for a delay. Each task takes a request for its stream. Imported records and those with several assigned users tell less: see the documentation.',
	open: async (job) => await openRecords(taskKind, job),
});
