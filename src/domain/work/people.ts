import type { Item } from './item';
import type { Process, Step } from './process';
import { refuse, type Refusal } from './refusal';

/** An employee as far as work looks at them. */
export interface Employee {
	readonly id: string;
	readonly name: string | undefined;
	readonly role: string | undefined;
	readonly leaderId: string | undefined;
}

export type People = ReadonlyMap<string, Employee>;

/** What a step's doer depends on: who started the instance, and who did which step. */
export interface Story {
	readonly starter: string;
	readonly handlerOf: (step: string) => string | undefined;
}

/** Those of a step's kind, without looking at who did what. */
function ofKind(step: Step, starter: string, people: People): readonly Employee[] {
	const { by } = step;
	const named = (ids: readonly (string | undefined)[]): readonly Employee[] =>
		ids.flatMap((id) => (id === undefined ? [] : (people.get(id) ?? [])));
	switch (by.kind) {
		case 'anyone':
			return [...people.values()];
		case 'role':
			return [...people.values()].filter(({ role }) => role === by.role);
		case 'starter':
			return named([starter]);
		case 'leader':
			return named([people.get(starter)?.leaderId]);
		case 'employees':
			return named(by.ids);
	}
}

/** The step whose work another one judges: where it gives back to, else the one before. */
function judged(process: Process, step: Step): string | undefined {
	if (!step.opinion) return undefined;
	return step.returnsTo ?? process.steps[process.steps.indexOf(step) - 1]?.id;
}

/** Who alone did all that comes before a scored step: nobody gives counted work to themselves. */
function giver(process: Process, step: Step, { handlerOf }: Story): string | undefined {
	if (step.activity === undefined) return undefined;
	const before = process.steps.slice(0, process.steps.indexOf(step)).map(({ id }) => handlerOf(id));
	const [first] = before;
	return before.every((id) => id === first) ? first : undefined;
}

/** Who may do a step of an instance. Nobody judges their own work, or gives it to themselves. */
export function candidates(
	process: Process,
	step: Step,
	story: Story,
	people: People,
): readonly Employee[] {
	const of = judged(process, step);
	const own = of === undefined ? undefined : story.handlerOf(of);
	const self = giver(process, step, story);
	return ofKind(step, story.starter, people).filter(({ id }) => id !== own && id !== self);
}

/** Who may do a step, in words. */
export function doerText({ by }: Step): string {
	switch (by.kind) {
		case 'anyone':
			return 'anyone';
		case 'role':
			return `role ${by.role}`;
		case 'starter':
			return 'who started it';
		case 'leader':
			return 'the leader of who started it';
		case 'employees':
			return by.ids.join(', ');
	}
}

/** Whether somebody is an employee; `what` says as what they are named. */
export function stranger(people: People, id: string, what: string): Refusal | undefined {
	if (people.has(id)) return undefined;
	return refuse(
		'unknownEmployee',
		`${what} "${id}" is no employee of the list`,
		'Correct the employee, or add them to the list of employees.',
	);
}

/** The story of an instance from its items; of a new one `starter` has the first step. */
export const storyOf = (items: ReadonlyMap<string, Item>, instanceId: string): Story => ({
	starter: [...items.values()][0]?.startedBy ?? '',
	handlerOf: (step) => items.get(`${instanceId}/${step}`)?.handler,
});
