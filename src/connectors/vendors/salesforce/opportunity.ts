import { z } from 'zod';
import { DAY } from '../../../domain/kernel/instant';
import { certainSteps } from '../../engine/formerStages';
import { momentOf } from '../../engine/moment';
import type { Change, Steps } from '../../engine/steps';
import type { Item, Job, Unclear } from '../../engine/stream';
import { ownersOf, type Handover } from './opportunityHistory';
import { changedAt, linkOf, stamps, type Wanted } from './record';
import type { States } from './states';
import type { AccountOf } from './users';

export const shape = { ...stamps, StageName: z.string(), IsWon: z.boolean() };
export const row = z.object(shape).catchall(z.unknown());
export type Opportunity = z.infer<typeof row>;

/** What the settings and the system say, for every opportunity alike. */
export interface Reading {
	readonly job: Job;
	readonly states: States;
	readonly wanted: Wanted;
	/** Whether the owners are told by their history, or only the present one is known. */
	readonly byHistory: boolean;
	readonly wonOnly: boolean;
	readonly accountOf: AccountOf;
}

export interface Histories {
	readonly stages: readonly Change[];
	readonly handovers: readonly Handover[];
}

/** Salesforce keeps the history of fields so long; before that nobody knows who had it. */
const kept = 540 * DAY;

const unclearStage = (recordId: string): Unclear => ({
	recordId,
	unclear: 'its stage history does not lead to its present stage',
	remedy: 'Read it again; if it stays, move it to another stage and back in Salesforce',
});
const unclearOwner = (recordId: string): Unclear => ({
	recordId,
	unclear: 'its owner history does not lead to its present owner',
	remedy:
		'Keep field history tracking for Opportunity Owner switched on, or set Owner Is to Owner Now',
});

/** When it came to its owner; nothing where that was before what the history tells. */
function assignedAt(one: Opportunity, { assignedAt: at }: Steps, { job, byHistory }: Reading) {
	const created = momentOf(one.CreatedDate) ?? 0;
	return byHistory && (at !== created || created >= job.now - kept) ? at : undefined;
}

function factsOf(one: Opportunity, steps: Steps, of: Reading): Omit<Item, 'recordId'> {
	const errors = of.wanted.countsErrors ? of.wanted.errorsOf(one) : steps.reopened;
	const done = of.wonOnly && !one.IsWon ? 'cancelled' : 'done';
	return {
		handler: of.accountOf(steps.owner),
		status: steps.isClosed ? done : 'open',
		assignedAt: assignedAt(one, steps, of),
		completedAt: steps.closedAt,
		errors: errors ?? null,
	};
}

/** Whether the stages end in the present one; those of one that went on since it was listed need not. */
function isWhole({ stages }: Histories, one: Opportunity, { nameOf }: States): boolean {
	const last = stages[stages.length - 1];
	if (last === undefined) return false;
	return last.at > (changedAt(one) ?? 0) || nameOf(last.value) === nameOf(one.StageName);
}

export function opportunityItem(
	one: Opportunity,
	histories: Histories,
	of: Reading,
): Item | Unclear {
	const told = {
		recordId: one.Id,
		recordUrl: linkOf(of.job.session, 'Opportunity', one),
		handler: of.accountOf(one.OwnerId),
		fields: of.wanted.fieldsOf(one),
	};
	if (one.IsDeleted) return { ...told, status: 'cancelled' };
	if (!isWhole(histories, one, of.states)) return unclearStage(one.Id);
	const owners = ownersOf(one, histories.handovers);
	if (owners === undefined) return unclearOwner(one.Id);
	const steps = certainSteps(owners, histories.stages, of.states);
	return steps ? { ...told, ...factsOf(one, steps, of) } : unclearStage(one.Id);
}
