import type { Doer, Process, Step } from '../../domain/work/process';
import { calendarById } from '../catalog';
import type { DoerShape, ProcessShape, StepShape } from '../processShape';
import { toCalendar } from './toCalendar';
import { toLabel, toLimit } from './toRulebook';

function toDoer({ role, employees, starter, leader }: DoerShape): Doer {
	if (role !== undefined) return { kind: 'role', role };
	if (employees !== undefined) return { kind: 'employees', ids: employees };
	if (starter !== undefined) return { kind: 'starter' };
	return { kind: leader === undefined ? 'anyone' : 'leader' };
}

const toStep = (step: StepShape): Step => ({
	id: step.id,
	label: toLabel(step.label, step.id),
	by: toDoer(step.by),
	activity: step.activity,
	limit: step.limit === undefined ? undefined : toLimit(step.limit),
	opinion: step.opinion ?? false,
	returnsTo: step.returnsTo,
	fields: (step.fields ?? []).map((field) => ({
		id: field.id,
		label: toLabel(field.label, field.id),
		type: field.type,
		required: field.required ?? false,
		choices: field.choices ?? [],
	})),
});

/** The domain's definition of a process that has passed every check. */
export function toProcess(shape: ProcessShape): Process {
	const { calendar: given } = shape;
	const calendar = typeof given === 'string' ? calendarById(given) : given;
	return {
		id: shape.id,
		version: shape.version,
		prefix: shape.prefix,
		label: toLabel(shape.label, shape.id),
		timeZone: shape.timeZone,
		calendar: calendar === undefined ? undefined : toCalendar(calendar),
		steps: shape.steps.map(toStep),
	};
}
