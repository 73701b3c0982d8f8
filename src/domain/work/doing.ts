import type { Instant } from '../kernel/time';
import type { Instance } from './derive';
import { newItem, type Item } from './item';
import { taken, type WorkLog } from './log';
import { monthOf } from './months';
import { storyOf, type Story } from './people';
import type { Step } from './process';
import { dated, dueOf, exactly, momentAfter, type Office, type TimedProcess } from './recording';
import { isRefusal, refuse, type Refusal } from './refusal';
import type { StepRequest } from './request';

/** A step that somebody wants to finish: where it stands, and when. */
export interface Doing {
	readonly instance: Instance;
	readonly timed: TimedProcess;
	readonly step: Step;
	readonly item: Item;
	readonly story: Story;
	readonly at: Instant;
	readonly finishedAt: Instant;
}

const processOf = ({ processes }: Office, id: string): TimedProcess | Refusal =>
	processes.get(id) ??
	refuse(
		'unknownProcess',
		`There is no process "${id}"`,
		`Name one of ${[...processes.keys()].join(', ')}.`,
	);

/** A step of a process as a new item. */
export const itemOfStep = (
	{ process }: TimedProcess,
	step: Step,
	known: Pick<Item, 'instanceId' | 'startedBy'> & Partial<Item>,
): Item =>
	newItem({
		itemId: `${known.instanceId}/${step.id}`,
		process: process.id,
		processVersion: process.version,
		step: step.id,
		activity: step.activity,
		...known,
	});

const unnamed = ({ processes }: Office): Refusal =>
	refuse(
		'unknownProcess',
		'The request names neither an instance nor a process',
		`Name the instance, or to start one a process: ${[...processes.keys()].join(', ')}.`,
	);

/** The first step of a new instance. */
function first(request: StepRequest, office: Office, log: WorkLog): Doing | Refusal {
	const { now, process } = request;
	if (process === undefined) return unnamed(office);
	const timed = processOf(office, process);
	if (isRefusal(timed)) return timed;
	const [step] = timed.process.steps;
	const instanceId = `${timed.process.prefix}-${monthOf(now, timed.clock.zone)}-${request.number}`;
	if (step === undefined || (request.step ?? step.id) !== step.id)
		return refuse(
			'outOfOrder',
			`${instanceId}/${request.step ?? ''}: ${process} begins with step "${step?.id ?? ''}"`,
			'Name the instance that the step is of, or begin with the first step.',
		);
	const instance = log.instance(instanceId);
	return instance.rows.length > 0 ? taken(instanceId) : begun(request, timed, step, instance);
}

function begun(
	{ by, title, now, finishedAt = now, enteredAt = finishedAt }: StepRequest,
	timed: TimedProcess,
	step: Step,
	instance: Instance,
): Doing {
	const { instanceId } = instance;
	const dueAt = exactly(dueOf(step, timed.clock, enteredAt));
	const known = { instanceId, startedBy: by, handler: by, title, enteredAt, dueAt };
	return {
		instance,
		timed,
		step,
		item: itemOfStep(timed, step, known),
		story: { starter: by, handlerOf: (id) => (id === step.id ? by : undefined) },
		at: now,
		finishedAt,
	};
}

const ended = (instanceId: string): Refusal =>
	refuse(
		'ended',
		`${instanceId}: it has ended, no step is open`,
		'Start a new instance, if there is more to do.',
	);

/** Which item a request means: the step that it names, else the one that is open. */
function itemNamed(
	asked: string | undefined,
	timed: TimedProcess,
	instance: Instance,
): Item | Refusal {
	const { instanceId, items } = instance;
	const open = [...items.values()].find(({ state }) => state === 'open');
	if (asked === undefined) return open ?? ended(instanceId);
	const item = items.get(`${instanceId}/${asked}`);
	if (item !== undefined) return item;
	const { id, steps } = timed.process;
	if (!steps.some((step) => step.id === asked))
		return refuse(
			'unknownStep',
			`${instanceId}/${asked}: ${id} has no step "${asked}"`,
			`Name one of ${steps.map((step) => step.id).join(', ')}.`,
		);
	if (open === undefined) return ended(instanceId);
	return refuse(
		'outOfOrder',
		`${instanceId}/${asked}: it is not open, "${open.step ?? ''}" is`,
		'Let the steps before it be done first.',
	);
}

function later(request: StepRequest, office: Office, instance: Instance): Doing | Refusal {
	const { instanceId, items } = instance;
	const process = [...items.values()][0]?.process;
	if (process === undefined)
		return refuse(
			'unknownInstance',
			`${instanceId}: there is no such instance in the log`,
			'Correct the instance, and look whether its rows come in on the input Log.',
		);
	if (request.process !== undefined && request.process !== process)
		return refuse(
			'unknownProcess',
			`${instanceId}: it is of process "${process}", not "${request.process}"`,
			'Leave the process out, or name the right one.',
		);
	const timed = processOf(office, process);
	if (isRefusal(timed)) return timed;
	const named = itemNamed(request.step, timed, instance);
	if (isRefusal(named)) return named;
	const item = dated(named, office.processes);
	const step = timed.process.steps.find(({ id }) => id === item.step);
	if (step === undefined)
		return refuse(
			'unknownStep',
			`${item.itemId}: ${process} no longer has this step`,
			'Put the step back into the definition until its instances have ended.',
		);
	const at = momentAfter(instance, request.now);
	const story = storyOf(items, instanceId);
	return { instance, timed, step, item, story, at, finishedAt: request.finishedAt ?? at };
}

/** What a request wants to finish: a step of the instance that it names, or the first of a new one. */
export const doingOf = (request: StepRequest, office: Office, log: WorkLog): Doing | Refusal =>
	request.instanceId === undefined
		? first(request, office, log)
		: later(request, office, log.instance(request.instanceId));
