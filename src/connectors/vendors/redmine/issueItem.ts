import type { TimeZone } from '../../../domain/kernel/time';
import { leadingDay } from '../../../domain/kernel/civil';
import { certainSteps, inGoneStage, type Stages } from '../../engine/formerStages';
import type { FieldName } from '../../engine/parameters';
import { pausesIn } from '../../engine/steps';
import type { Item, Unclear } from '../../engine/stream';
import { changesOf, fieldOf, type Story } from './issue';
import type { Status } from './read';

/** What the settings and the server say, for every issue alike. */
export interface Reading extends Stages {
	readonly statuses: readonly Status[];
	readonly pauses: (status: string) => boolean;
	readonly cancels: (status: string) => boolean;
	readonly zone: TimeZone;
	readonly fields: readonly FieldName[];
	readonly baseUrl: string;
	readonly accountOf: (userId: string) => Promise<string>;
}

/** A pause has its status as its reason. */
const waitingFor = (status: string, { statuses, pauses }: Reading): string | undefined =>
	pauses(status) ? (statuses.find(({ id }) => String(id) === status)?.name ?? status) : undefined;

/** A due date is a day: its limit is the end of that day, 24:00. */
function dueOf({ due_date }: Story, zone: TimeZone): number | undefined {
	const day = leadingDay(due_date ?? '');
	return day === undefined ? undefined : zone.at(day + 1, 0);
}

const statusOf = (status: string, isClosed: boolean, { cancels }: Reading): Item['status'] => {
	if (cancels(status)) return 'cancelled';
	return isClosed ? 'done' : 'open';
};

const unclear = (recordId: string): Unclear => ({
	recordId,
	unclear: 'its journals do not lead to its present status',
	remedy: 'Change its status once more in Redmine, so that the journals tell it',
});

export async function issueItem(story: Story, of: Reading): Promise<Item | Unclear> {
	const recordId = String(story.id);
	const statuses = changesOf(story, 'status_id', of.isClosed);
	const present = String(story.status.id);
	if (statuses[statuses.length - 1]?.value !== present) return unclear(recordId);
	const steps = certainSteps(changesOf(story, 'assigned_to_id', of.isClosed), statuses, of);
	if (!steps) return inGoneStage(recordId, statuses, of);
	return {
		recordId,
		recordUrl: `${of.baseUrl}/issues/${recordId}`,
		handler: steps.owner === undefined ? null : await of.accountOf(steps.owner),
		status: statusOf(present, steps.isClosed, of),
		assignedAt: steps.assignedAt,
		completedAt: steps.closedAt,
		dueAt: dueOf(story, of.zone),
		errors: steps.reopened,
		pauses: pausesIn(statuses, steps, (status) => waitingFor(status, of)),
		fields: Object.fromEntries(of.fields.map(({ from, as }) => [as, fieldOf(story, from)])),
	};
}
