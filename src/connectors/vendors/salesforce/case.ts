import { z } from 'zod';
import { certainSteps } from '../../engine/formerStages';
import { momentOf } from '../../engine/moment';
import type { Session } from '../../engine/session';
import type { Change, Steps } from '../../engine/steps';
import type { Item, Pause, Unclear } from '../../engine/stream';
import { isSameSave, type CaseEntry } from './caseHistory';
import { milestoneAt, type Milestone } from './milestones';
import { changedAt, linkOf, stamps, type Wanted } from './record';
import { idKey, orEmpty } from './soql';
import type { States } from './states';
import type { AccountOf } from './users';

export const shape = {
	...stamps,
	Status: orEmpty,
	ClosedDate: z.string().nullish(),
	MasterRecordId: z.string().nullish(),
};
export const row = z.object(shape).catchall(z.unknown());
export type Case = z.infer<typeof row>;

/** What the settings and the system say, for every case alike. */
export interface Reading {
	readonly session: Session;
	readonly states: States;
	readonly wanted: Wanted;
	readonly pauses: (status: string) => boolean;
	readonly cancels: (status: string) => boolean;
	/** Milestone types; undefined: none is named. */
	readonly dueType: string | undefined;
	readonly responseType: string | undefined;
	readonly accountOf: AccountOf;
}

export interface Histories {
	readonly entries: readonly CaseEntry[];
	readonly milestones: readonly Milestone[];
}

const unclear = (recordId: string): Unclear => ({
	recordId,
	unclear: 'its history does not lead to its present owner, status and closing',
	remedy: 'Read it again; if it stays, change its status once more in Salesforce',
});

/** Whether the closing that the case tells is in its history too. */
function tellsClosing(entries: readonly CaseEntry[], one: Case, { isClosed }: States): boolean {
	const closedAt = momentOf(one.ClosedDate);
	if (closedAt === undefined || !isClosed(one.Status)) return true;
	return entries.some(({ Status, at }) => isClosed(Status) && isSameSave(at, closedAt));
}

/** Whether the history tells the present case; that of one that went on since it was listed need not. */
function isWhole(entries: readonly CaseEntry[], one: Case, states: States): boolean {
	const last = entries[entries.length - 1];
	if (last === undefined) return false;
	if (last.at > (changedAt(one) ?? 0)) return true;
	const isOwner = idKey(last.OwnerId) === idKey(one.OwnerId);
	const isStatus = states.nameOf(last.Status) === states.nameOf(one.Status);
	return isOwner && isStatus && tellsClosing(entries, one, states);
}

/** The values that a field took, each once. */
const changesOf = (
	entries: readonly CaseEntry[],
	valueOf: (entry: CaseEntry) => string,
): readonly Change[] =>
	entries
		.map((entry) => ({ value: valueOf(entry), at: entry.at }))
		.filter(({ value }, at, all) => value !== all[at - 1]?.value);

/** The spells in waiting statuses, each with the status as its reason. */
const pausesOf = (statuses: readonly Change[], { pauses }: Reading): readonly Pause[] =>
	statuses.flatMap(({ value, at }, index) =>
		pauses(value) ? [{ from: at, to: statuses[index + 1]?.at, reason: value }] : [],
	);

/** A pause outside the handler's own time is none of it. */
const touches = ({ from, to }: Pause, { assignedAt, closedAt }: Steps): boolean =>
	(to === undefined || to > (assignedAt ?? -Infinity)) && from < (closedAt ?? Infinity);

/** A history that begins after the case did does not tell when its first owner got it. */
function assignedAt({ assignedAt: at }: Steps, entries: readonly CaseEntry[], one: Case) {
	const first = entries[0]?.at ?? 0;
	const isWhole = isSameSave(first, momentOf(one.CreatedDate) ?? 0);
	return at === first && !isWhole ? undefined : at;
}

function statusOf(one: Case, steps: Steps, { cancels }: Reading): Item['status'] {
	if (cancels(one.Status)) return 'cancelled';
	return steps.isClosed ? 'done' : 'open';
}

function factsOf(one: Case, { entries, milestones }: Histories, of: Reading) {
	const statuses = changesOf(entries, ({ Status }) => Status);
	const owners = changesOf(entries, ({ OwnerId }) => OwnerId);
	const steps = certainSteps(owners, statuses, of.states);
	if (steps === undefined) return undefined;
	const status = statusOf(one, steps, of);
	const errors = of.wanted.countsErrors ? of.wanted.errorsOf(one) : steps.reopened;
	return {
		handler: of.accountOf(steps.owner),
		status,
		resolved: status === 'cancelled' ? null : status === 'done',
		assignedAt: assignedAt(steps, entries, one),
		completedAt: steps.closedAt,
		dueAt: milestoneAt(milestones, of.dueType, 'TargetDate'),
		firstResponseAt: milestoneAt(milestones, of.responseType, 'CompletionDate'),
		errors: errors ?? null,
		pauses: pausesOf(statuses, of).filter((pause) => touches(pause, steps)),
	};
}

/** Deleted cases and the losers of a merge are no work that was done. */
export function caseItem(one: Case, histories: Histories, of: Reading): Item | Unclear {
	const told = {
		recordId: one.Id,
		recordUrl: linkOf(of.session, 'Case', one),
		handler: of.accountOf(one.OwnerId),
		fields: of.wanted.fieldsOf(one),
	};
	if (one.IsDeleted || one.MasterRecordId) return { ...told, status: 'cancelled' };
	const isToldWhole = isWhole(histories.entries, one, of.states);
	const facts = isToldWhole ? factsOf(one, histories, of) : undefined;
	return facts ? { ...told, ...facts } : unclear(one.Id);
}
