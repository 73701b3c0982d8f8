import type { Instant, TimeZone } from '../kernel/time';
import { dueAfter, merged, type Clock, type Due } from '../metrics/clock';
import { apply } from './apply';
import { derive, type Instance } from './derive';
import type { WorkEvent } from './event';
import type { Item, Pause } from './item';
import { copiesOf, firstMonthOf, monthOf, monthsOf } from './months';
import type { People } from './people';
import type { Process, Step } from './process';
import { isRefusal, type Refusal } from './refusal';

/** A process with the clock that its limits run by. */
export interface TimedProcess {
	readonly process: Process;
	readonly clock: Clock;
}

/** What a recording is checked against. */
export interface Office {
	readonly processes: ReadonlyMap<string, TimedProcess>;
	readonly people: People;
	/** Of tasks, and of processes that are not known. */
	readonly zone: TimeZone;
}

/** The process and the step of an item, as they are defined now; undefined: a task, or a step that is gone. */
export function stepOf(
	{ process, step }: Pick<Item, 'process' | 'step'>,
	processes: Office['processes'],
): { readonly timed: TimedProcess; readonly step: Step } | undefined {
	const timed = processes.get(process ?? '');
	const found = timed?.process.steps.find(({ id }) => id === step);
	return timed && found && { timed, step: found };
}

/** What an event adds to what its item says already. */
export type Change = Pick<WorkEvent, 'type'> & Partial<WorkEvent>;

/** The rows that a recording adds to the log, or why it is refused. */
export type Recorded = readonly WorkEvent[] | Refusal;

/** 24:00 of the first working day that is not over at a moment. */
const endOfDay = (clock: Clock, moment: Instant): Due =>
	dueAfter(
		clock,
		{ kind: 'workingDays', days: 1 },
		clock.zone.at(clock.zone.dayOf(moment) - 1, 0),
		[],
	);

/**
 * When a step is due that was entered then; undefined: it has no limit. What was with others at the end of its last
 * working day is due at the end of the day on which it came back.
 */
export function dueOf(
	step: Step,
	clock: Clock,
	enteredAt: Instant,
	pauses: readonly Pause[] = [],
): Due | undefined {
	if (step.limit === undefined) return undefined;
	const away = merged(pauses);
	const due = dueAfter(clock, step.limit, enteredAt, away);
	if (step.limit.kind !== 'workingDays') return due;
	// Each pause begins after the one before has ended.
	return away.reduce(
		(at, { from, to }) => (at.exact && from < at.at && at.at <= to ? endOfDay(clock, to) : at),
		due,
	);
}

/** The moment of a due that is known; undefined: none is, or the calendar does not reach so far. */
export const exactly = (due: Due | undefined): Instant | undefined =>
	due?.exact === true ? due.at : undefined;

const yearOf = (instant: Instant, zone: TimeZone): string => monthOf(instant, zone).slice(0, 4);

/**
 * When an item is due: as it says, else by its step as it is defined now. Of another version than it began under
 * nobody can tell whether the limit was set later or the calendar did not reach so far: where that may be, the
 * moment is not exact.
 */
export function dueOfItem(item: Item, processes: Office['processes']): Due | undefined {
	if (item.dueAt !== undefined) return { at: item.dueAt, exact: true };
	const defined = stepOf(item, processes);
	if (defined === undefined || item.enteredAt === undefined) return undefined;
	const { process, clock } = defined.timed;
	const due = dueOf(defined.step, clock, item.enteredAt, item.pauses);
	if (due === undefined || process.version === item.processVersion) return due;
	const isLimitNew = due.exact && yearOf(due.at, clock.zone) === yearOf(item.enteredAt, clock.zone);
	return isLimitNew ? undefined : { ...due, exact: false };
}

/** An item with its due moment, where that was not known when it began. */
export function dated(item: Item, processes: Office['processes']): Item {
	const dueAt = item.dueAt ?? exactly(dueOfItem(item, processes));
	return dueAt === item.dueAt ? item : { ...item, dueAt };
}

/** An event of an item, which says again whose and which work it is. */
export const eventOf = (item: Item, change: Change, by: string): WorkEvent => ({
	eventId: '',
	instanceId: item.instanceId,
	process: item.process,
	processVersion: item.processVersion,
	step: item.step,
	itemId: item.itemId,
	activity: item.activity,
	handler: item.handler,
	by,
	at: 0,
	enteredAt: item.enteredAt,
	finishedAt: undefined,
	dueAt: item.dueAt,
	nextHandler: undefined,
	opinion: undefined,
	comment: undefined,
	returnTo: undefined,
	delayReason: undefined,
	excuseCode: undefined,
	excuseEvidence: undefined,
	errorId: undefined,
	quantity: undefined,
	title: item.title,
	fields: undefined,
	month: '',
	doneMonth: undefined,
	...change,
});

/** Now, or right after the last event of the instance: what is recorded on top of it never comes before it. */
export const momentAfter = ({ events }: Instance, now: Instant): Instant =>
	events.reduce((at, event) => Math.max(at, event.at + 1), now);

/** Where the days of an item are counted: its process says, else the office does. */
export const zoneOf = (
	{ process }: Pick<Item, 'process'>,
	{ processes, zone }: Pick<Office, 'processes' | 'zone'>,
): TimeZone => processes.get(process ?? '')?.clock.zone ?? zone;

/**
 * A recording's events as rows: numbered, dated, each under the months of its item, and with copies of the
 * item's earlier rows where it now belongs to another month.
 */
export function rowsOf(
	instance: Instance,
	events: readonly WorkEvent[],
	{ id, at, office }: { readonly id: string; readonly at: Instant; readonly office: Office },
): Recorded {
	const items = new Map<string, Item>(instance.items);
	const rows: WorkEvent[] = [];
	for (const [index, given] of events.entries()) {
		const event = { ...given, eventId: `${id}-${index + 1}`, at };
		const item = apply(items.get(event.itemId), event);
		if (isRefusal(item)) return item;
		items.set(event.itemId, item);
		const due = dueOfItem(item, office.processes);
		rows.push({ ...event, ...monthsOf(item, at, { due, zone: zoneOf(event, office) }) });
	}
	return [...rows, ...missingCopies(derive(instance.instanceId, [...instance.rows, ...rows]))];
}

/** The month of an item whose due moment was not known when it was recorded, and is now. */
function monthsKnown(item: Item | undefined, office: Office): readonly string[] {
	if (item === undefined || item.dueAt !== undefined) return [];
	const due = dueOfItem(item, office.processes);
	return due === undefined ? [] : [firstMonthOf(due, zoneOf(item, office))];
}

/** The copies that an instance lacks, so that each month can be read by itself. */
export function missingCopies({ rows, events, items }: Instance, office?: Office): WorkEvent[] {
	const counting = new Set(events.map(({ eventId }) => eventId));
	const byItem = new Map<string, WorkEvent[]>();
	for (const row of rows) {
		if (!counting.has(row.eventId)) continue;
		byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), row]);
	}
	return [...byItem].flatMap(([id, own]) =>
		copiesOf(own, office ? monthsKnown(items.get(id), office) : []),
	);
}
