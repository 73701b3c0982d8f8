import { lacking } from '../../engine/problem';
import type { Settings } from '../../engine/parameters';
import type { Session } from '../../engine/session';
import type { Parameter } from '../../engine/system';
import { ticketsList } from './read';
import { quoted } from './ticketSql';

const statuses = (
	name: string,
	label: string,
	description: string,
	names: readonly string[],
): Parameter => ({ name, label, description, kind: 'list', default: names, lookup: 'statuses' });

/** RT's API does not tell which statuses a lifecycle has: they are named, and what is inactive must be. */
export const statusParameters: readonly Parameter[] = [
	statuses('doneStatuses', 'Done Statuses', 'Inactive statuses that mean that the work was done', [
		'resolved',
	]),
	statuses(
		'cancelledStatuses',
		'Cancelled Statuses',
		'Inactive statuses that mean that the work was not to be done',
		['rejected'],
	),
	statuses(
		'pauseStatuses',
		'Pause Statuses',
		'Statuses in which a ticket waits for somebody else, so that the time does not count; empty: none',
		['stalled'],
	),
];
export const usual = statusParameters.flatMap(({ default: names }) => names as readonly string[]);

/** What the settings make of a status. */
export interface StatusRules {
	readonly isClosed: (status: string) => boolean;
	readonly cancels: (status: string) => boolean;
	readonly pauses: (status: string) => boolean;
	/** Refuses a status that the settings do not close, though RT counts it as inactive. */
	readonly check: (statuses: readonly string[]) => Promise<void>;
}

const about = 'Request Tracker statuses of tickets';

async function isInactive(session: Session, status: string): Promise<boolean> {
	const where = `Status = ${quoted(status)} AND Status = '__Inactive__'`;
	const { first, ...list } = ticketsList(session, { where, perPage: 1 });
	return (await session.ask({ ...list, about, request: first })).total > 0;
}

export function statusRules(session: Session, settings: Settings): StatusRules {
	const among = (parameter: string) => {
		const named = settings.words(parameter).map((word) => word.toLowerCase());
		return (status: string): boolean => named.includes(status);
	};
	const [isDone, isNamedCancelled] = [among('doneStatuses'), among('cancelledStatuses')];
	// RT itself lists no deleted ticket, but one that was deleted since may have been listed.
	const cancels = (status: string): boolean => status === 'deleted' || isNamedCancelled(status);
	const isClosed = (status: string): boolean => isDone(status) || cancels(status);
	const known = new Set<string>();
	return {
		isClosed,
		cancels,
		pauses: among('pauseStatuses'),
		check: async (found) => {
			for (const status of found) {
				if (known.has(status) || isClosed(status)) continue;
				known.add(status);
				if (!(await isInactive(session, status))) continue;
				const told = `tickets in the status ${status.slice(0, 60)} are inactive, but the settings do not say what it means`;
				throw lacking(about, told, 'Add it to Done Statuses or to Cancelled Statuses');
			}
		},
	};
}
