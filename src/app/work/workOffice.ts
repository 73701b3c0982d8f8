import { randomUUID } from 'node:crypto';
import { parseInstant } from '../../domain/kernel/instant';
import { failed, type Problem, type Result } from '../../domain/kernel/result';
import type { Instant, TimeZone } from '../../domain/kernel/time';
import type { WorkEvent } from '../../domain/work/event';
import { WorkLog } from '../../domain/work/log';
import type { Employee, People } from '../../domain/work/people';
import type { Process } from '../../domain/work/process';
import type { Office, TimedProcess } from '../../domain/work/recording';
import { readEmployee } from '../../items/readEmployee';
import { unfolded } from '../../items/readValue';
import { readWorkEvent, type UnreadableRow } from '../../items/readWorkEvent';
import { loadProcess, processes as shipped } from '../../rulebook/loadProcess';
import { Refusal } from '../refusal';
import { timeZone } from '../timeZone';

/** What all use cases of the log of work take. */
export interface WorkInput {
	/** Rows of the log, in any order. */
	readonly log: Iterable<unknown>;
	readonly employees?: Iterable<unknown>;
	/** Definitions of processes, or rows that hold one as `definition`; they come beside the shipped ones, and in the place of one of the same id. */
	readonly processes?: Iterable<unknown>;
	/** The moment of recording: ISO 8601 with offset. */
	readonly now: string;
	/** Of tasks; processes name their own. */
	readonly timeZone?: string;
}

const problem = (path: string, message: string, remedy: string): Problem => ({
	code: `work.${path}`,
	path,
	message,
	remedy,
});

export function instantOf(now: string): Instant {
	const instant = parseInstant(now);
	if (instant !== undefined) return instant;
	const expected = 'an ISO 8601 time with offset, such as 2026-10-08T09:12:00+08:00';
	throw new Refusal([
		problem('now', `now: expected ${expected}, found "${now}"`, 'Give the time.'),
	]);
}

const DEFAULT_ZONE = 'Asia/Shanghai';

export function namedZone(id = DEFAULT_ZONE): TimeZone {
	const zone = timeZone(id);
	if (zone !== undefined) return zone;
	const message = `timeZone: expected an IANA name such as Asia/Shanghai, found "${id}"`;
	throw new Refusal([problem('timeZone', message, 'Correct the time zone.')]);
}

const peopleOf = (rows: Iterable<unknown>): People =>
	new Map(
		[...rows].flatMap((row, index): [string, Employee][] => {
			const { id, name, role, leaderId } = readEmployee(row, index + 1);
			return id === undefined ? [] : [[id, { id, name, role, leaderId }]];
		}),
	);

/** The definition itself, or the one that a row of a table holds. */
function definitionOf(row: unknown): unknown {
	const held = (row as { definition?: unknown } | null)?.definition;
	return held === undefined || held === null || held === '' ? row : held;
}

/** Two processes whose instances could get one id. */
function samePrefix(all: readonly Process[]): Problem[] {
	const byPrefix = new Map<string, string>();
	return all.flatMap(({ id, prefix }) => {
		const other = byPrefix.get(prefix);
		byPrefix.set(prefix, id);
		if (other === undefined) return [];
		const message = `Processes "${other}" and "${id}" have the same prefix "${prefix}"`;
		return [problem('prefix', message, 'Give each process a prefix of its own.')];
	});
}

/** Loads a process; of several, each problem says whose it is. */
function loadNamed(definition: unknown, index: number): Result<Process> {
	const loaded = loadProcess(definition);
	if (loaded.ok) return loaded;
	const id = (unfolded(definition) as { id?: unknown } | null)?.id;
	const name = typeof id === 'string' ? `"${id}"` : `${index + 1}`;
	return failed(
		...loaded.problems.map((one) => ({ ...one, message: `Process ${name}: ${one.message}` })),
	);
}

/** The shipped processes, loaded when they are first asked for. */
let catalog: readonly Result<Process>[] | undefined;

/** All processes by id: the shipped ones, then the customer's. */
export function processesOf(rows: Iterable<unknown>): ReadonlyMap<string, TimedProcess> {
	catalog ??= shipped().map((one) => loadProcess(one));
	const loaded = [...catalog, ...[...rows].map(definitionOf).map(loadNamed)];
	const problems = loaded.flatMap((one) => (one.ok ? [] : one.problems));
	const byId = new Map(
		loaded.flatMap((one) => (one.ok ? [[one.value.id, one.value] as const] : [])),
	);
	const all = [...problems, ...samePrefix([...byId.values()])];
	if (all.length > 0) throw new Refusal(all);
	return new Map(
		[...byId].map(([id, process]) => [
			id,
			{ process, clock: { zone: namedZone(process.timeZone), calendar: process.calendar } },
		]),
	);
}

export const officeOf = (input: Omit<WorkInput, 'log' | 'now'>): Office => ({
	processes: processesOf(input.processes ?? []),
	people: peopleOf(input.employees ?? []),
	zone: namedZone(input.timeZone),
});

/** The log, and the rows of it that cannot be read. */
export function logOf(rows: Iterable<unknown>): {
	readonly log: WorkLog;
	readonly unreadable: readonly UnreadableRow[];
} {
	const events: WorkEvent[] = [];
	const unreadable: UnreadableRow[] = [];
	let position = 0;
	for (const row of rows) {
		position += 1;
		const read = readWorkEvent(row, position);
		if ('position' in read) unreadable.push(read);
		else events.push(read);
	}
	return { log: new WorkLog(events), unreadable };
}

/** A text that no other recording has. */
export const newId = (): string => randomUUID().replaceAll('-', '');
