import type { Instant } from '../../../domain/kernel/time';
import type { Session } from '../../engine/session';
import type { Change } from '../../engine/steps';
import { transactionsList, type Transaction } from './read';
import type { StatusRules } from './statuses';
import type { Ticket } from './ticket';

/** Ticket → what happened to it, in order. A merged ticket's rows stay under its own number. */
export async function readHistories(
	session: Session,
	tickets: readonly number[],
): Promise<(ticket: number) => readonly Transaction[]> {
	const rows = await session.all(transactionsList(session, tickets));
	const sorted = [...rows].sort((a, b) => a.id - b.id);
	return (ticket) => sorted.filter(({ ObjectId }) => ObjectId === ticket);
}

/** An owner's change has a second row, of the owner as a watcher. Code: RT/Group.pm, _AddMember */
const changesOf = (rows: readonly Transaction[], field: 'Status' | 'Owner') =>
	rows.filter(({ Field, Type }) => Field === field && Type !== 'SetWatcher');

/** Each row goes on where the one before ended, and the last leads to the present value, or is newer than it. */
function isUnbroken(
	changes: readonly Transaction[],
	present: string,
	listedAt: Instant,
	kindOf: (value: string) => string,
): boolean {
	const ends = [...changes.slice(1).map(({ OldValue }) => OldValue), present];
	return changes.every(({ NewValue, Created }, at) => {
		const isNewer = at === changes.length - 1 && Created > listedAt;
		return isNewer || kindOf(NewValue) === kindOf(ends[at] ?? '');
	});
}

/** One form of RT saves the status before the owner; the mails of the closing may go out in between. */
const oneForm = 5_000;

/** From when an owner counts: one that came with the closing had it then, one that came of it had it later. */
function ownedFrom({ id, Created: at, Creator }: Transaction, closings: readonly Transaction[]) {
	const before = closings.filter((closing) => closing.id < id);
	const same = before.find(
		(closing) => closing.Creator.id === Creator.id && at - closing.Created <= oneForm,
	);
	if (same) return same.Created;
	return before.some(({ Created }) => Created === at) ? at + 1 : at;
}

interface Changes {
	readonly statuses: readonly Transaction[];
	readonly owners: readonly Transaction[];
}

/** From the creation to what the ticket is now. */
function isWhole(
	ticket: Ticket,
	rows: readonly Transaction[],
	{ statuses, owners }: Changes,
	{ isClosed, pauses }: StatusRules,
): boolean {
	const isCreated = rows.some(({ Type }) => Type === 'Create');
	const wasClosedLater = ticket.Resolved - ticket.Created > oneForm;
	const isClosedUntold = statuses.length === 0 && isClosed(ticket.Status) && wasClosedLater;
	// Scrips may set a status without a row: what counts alike is no hole.
	const kindOf = (status: string) => `${isClosed(status)} ${pauses(status)}`;
	return (
		isCreated &&
		!isClosedUntold &&
		isUnbroken(statuses, ticket.Status, ticket.LastUpdated, kindOf) &&
		isUnbroken(owners, String(ticket.Owner.id), ticket.LastUpdated, (owner) => owner)
	);
}

/** A ticket's statuses and owners from its creation on; undefined: its history has a hole. */
export interface Story {
	readonly statuses: readonly Change[];
	readonly owners: readonly Change[];
}

export function storyOf(
	ticket: Ticket,
	rows: readonly Transaction[],
	rules: StatusRules,
): Story | undefined {
	const statuses = changesOf(rows, 'Status').map((row) => ({
		...row,
		OldValue: row.OldValue.toLowerCase(),
		NewValue: row.NewValue.toLowerCase(),
	}));
	const owners = changesOf(rows, 'Owner');
	if (!isWhole(ticket, rows, { statuses, owners }, rules)) return undefined;
	const closings = statuses.filter(({ NewValue }) => rules.isClosed(NewValue));
	const at = ticket.Created;
	return {
		statuses: [
			{ value: statuses[0]?.OldValue ?? ticket.Status, at },
			...statuses.map(({ NewValue, Created }) => ({ value: NewValue, at: Created })),
		],
		owners: [
			{ value: owners[0]?.OldValue ?? String(ticket.Owner.id), at },
			...owners.map((row) => ({ value: row.NewValue, at: ownedFrom(row, closings) })),
		],
	};
}
