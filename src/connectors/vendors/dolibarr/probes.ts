import type { Session } from '../../engine/session';
import type { Probe } from '../../engine/stream';
import { eventsList } from './events';
import { records as expenseReports } from './expenseReports';
import { records as proposals } from './proposals';
import { recordsList, type Records } from './records';
import { withRight } from './refusal';
import { checkScope, readStatus, usersRight } from './scope';
import { records as thirdParties } from './thirdParty';
import { records as tickets } from './tickets';
import { usersList } from './users';

async function one<Row extends { readonly id: string }>(
	session: Session,
	records: Records<Row>,
	right: string,
): Promise<void> {
	const reading = recordsList(session, { ...records, limit: 1 });
	const list = await withRight(reading, right);
	await withRight(session.ask({ ...list, request: list.first }), right);
}

const reading = <Row extends { readonly id: string }>(
	records: Records<Row>,
	right: string,
): Probe => ({
	reads: records.what,
	run: async (session) => await one(session, records, right),
});

export const probes: readonly Probe[] = [
	{ reads: 'the status', run: readStatus },
	{
		reads: 'the rights of the user',
		run: async (session) => await checkScope(session, ['customers', 'agenda']),
	},
	reading(thirdParties, 'Read third parties (societe → lire)'),
	reading(proposals, 'Read commercial proposals (propale → lire)'),
	reading(expenseReports, 'Read expense reports (expensereport → lire)'),
	reading(tickets, 'Read tickets (ticket → read)'),
	{
		reads: 'agenda events',
		run: async (session) =>
			await withRight(eventsList(session, []), 'Read events (agenda → myactions → read)'),
	},
	{ reads: 'users', run: async (session) => await withRight(usersList(session), usersRight) },
];
