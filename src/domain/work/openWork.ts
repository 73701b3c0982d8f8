import type { Instance, IgnoredEvent } from './derive';
import { markOf } from './derive';
import type { WorkEvent } from './event';
import { unexcused, type Completion, type Item, type WorkError } from './item';
import { candidates, storyOf, type Employee } from './people';
import type { Process, Step } from './process';
import { dated, missingCopies, stepOf, type Office } from './recording';

/** Something that a person has to do: a step, a task, or to decide about an error or a delay. */
export interface Todo {
	readonly item: Item;
	readonly error: WorkError | undefined;
	/** What was done late and may be excused. */
	readonly late: Completion | undefined;
	/** Whose it is; of an error: who is said to have made it. */
	readonly who: string | undefined;
	readonly process: Process | undefined;
	readonly step: Step | undefined;
	readonly next: Step | undefined;
	/** Who may get the step after. */
	readonly candidates: readonly Employee[];
}

function todoOf(
	item: Item,
	{ error, late }: Partial<Pick<Todo, 'error' | 'late'>>,
	instance: Instance,
	office: Office,
): Todo {
	const process = office.processes.get(item.process ?? '')?.process;
	const step = stepOf(item, office.processes)?.step;
	const next = process && step && process.steps[process.steps.indexOf(step) + 1];
	const story = storyOf(instance.items, instance.instanceId);
	return {
		item,
		error,
		late,
		who: error === undefined ? item.handler : error.against,
		process,
		step,
		next,
		candidates: process && next ? candidates(process, next, story, office.people) : [],
	};
}

/** What is open of an instance, its errors that wait for a second person, and its delays that nobody has excused. */
export const openOf = (instance: Instance, office: Office): readonly Todo[] =>
	[...instance.items.values()]
		.map((item) => dated(item, office.processes))
		.flatMap((item) => [
			...(item.state === 'open' ? [todoOf(item, {}, instance, office)] : []),
			...item.errors
				.filter(({ state }) => state === 'open')
				.map((error) => todoOf(item, { error }, instance, office)),
			...(item.state === 'cancelled' || item.activity === undefined ? [] : unexcused(item))
				.slice(-1)
				.map((late) => todoOf(item, { late }, instance, office)),
		]);

/** A row that says of another that it does not count, found wherever that one is. */
const markRow = ({ event, why }: IgnoredEvent, row: WorkEvent): WorkEvent => ({
	...event,
	eventId: markOf(event.eventId),
	type: 'ignored',
	comment: why.message,
	month: row.month,
	doneMonth: row.doneMonth,
});

/** The rows that an instance lacks, so that each month can be read by itself; none: nothing is to be appended. */
export const marksOf = (instance: Instance, office: Office): readonly WorkEvent[] => [
	...instance.ignored
		.filter(({ isMarked }) => !isMarked)
		.flatMap((ignored) =>
			instance.rows
				.filter(({ eventId }) => eventId === ignored.event.eventId)
				.map((row) => markRow(ignored, row)),
		),
	...missingCopies(instance, office),
];
