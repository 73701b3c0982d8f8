import type { FieldName } from '../../engine/parameters';
import { pausesIn, stepsOf, type Change } from '../../engine/steps';
import type { Item, Unclear } from '../../engine/stream';
import { storyOf } from './history';
import type { Transaction } from './read';
import type { StatusRules } from './statuses';
import { fieldOf, type Ticket } from './ticket';
import type { User } from './users';
import { isSet } from './wire';

/** What the settings and the server say, for every ticket alike. */
export interface Reading {
	readonly rules: StatusRules;
	/** The number of the user who owns what nobody owns. */
	readonly nobody: number;
	readonly userOf: (id: number) => Promise<User>;
	readonly fields: readonly FieldName[];
	readonly baseUrl: string;
}

const unclear = (recordId: string): Unclear => ({
	recordId,
	unclear: 'its history does not lead from its creation to its present status and owner',
	remedy:
		'Read it again; if it stays, look at its history in Request Tracker and set status and owner once more',
});

/** The first answer of staff who did not ask themselves. */
async function firstResponse(
	{ Requestor }: Ticket,
	rows: readonly Transaction[],
	userOf: Reading['userOf'],
) {
	const asked = new Set(Requestor.map(({ id }) => id));
	for (const { Type, Creator, Created } of rows)
		if (Type === 'Correspond' && !asked.has(Creator.id) && (await userOf(Creator.id)).isStaff)
			return Created;
	return undefined;
}

const statusOf = (status: string, { cancels, isClosed }: StatusRules): Item['status'] => {
	if (cancels(status)) return 'cancelled';
	return isClosed(status) ? 'done' : 'open';
};

export async function ticketItem(
	ticket: Ticket,
	rows: readonly Transaction[],
	of: Reading,
): Promise<Item | Unclear> {
	const { rules, nobody, userOf, fields, baseUrl } = of;
	const recordId = String(ticket.id);
	const story = storyOf(ticket, rows, rules);
	if (!story) return unclear(recordId);
	const { statuses } = story;
	await rules.check(statuses.map(({ value }) => value));
	const owners: readonly Change[] = story.owners.map(({ value, at }) => ({
		value: value === String(nobody) ? '' : value,
		at,
	}));
	const steps = stepsOf(owners, statuses, rules.isClosed);
	const status = statusOf(statuses[statuses.length - 1]?.value ?? ticket.Status, rules);
	return {
		recordId,
		recordUrl: `${baseUrl}/Ticket/Display.html?id=${recordId}`,
		handler: steps.owner === undefined ? null : (await userOf(Number(steps.owner))).account,
		status,
		assignedAt: steps.assignedAt,
		completedAt: steps.closedAt,
		dueAt: isSet(ticket.Due) ? ticket.Due : undefined,
		firstResponseAt: await firstResponse(ticket, rows, userOf),
		resolved: status === 'cancelled' ? null : status === 'done',
		errors: steps.reopened,
		pauses: pausesIn(statuses, steps, (one) => (rules.pauses(one) ? one : undefined)),
		fields: Object.fromEntries(fields.map(({ from, as }) => [as, fieldOf(ticket, from)])),
	};
}
