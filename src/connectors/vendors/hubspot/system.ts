import { readParameters } from '../../engine/parameters';
import type { Probe, System } from '../../engine/stream';
import type { Session } from '../../engine/session';
import { ownersList, pipelinesCall } from './account';
import { deals } from './deals';
import { readHistories } from './history';
import { searchList, type Row } from './records';
import { ticketKind, tickets } from './tickets';

async function someTickets(session: Session): Promise<readonly Row[]> {
	const settings = readParameters(tickets.parameters, {});
	if (!settings.ok) return [];
	const list = searchList(
		ticketKind,
		{ session, settings: settings.value },
		{ from: 0, to: undefined },
	);
	const { results } = await session.ask({
		...list,
		request: { ...list.first, body: { ...(list.first.body as object), limit: 1 } },
	});
	return results;
}

const probes: readonly Probe[] = [
	{
		reads: 'owners',
		run: async (session) => {
			const list = ownersList(session, false, 1);
			await session.ask({ ...list, request: list.first });
		},
	},
	{
		reads: 'ticket pipelines',
		run: async (session) => await session.ask(pipelinesCall(session, 'tickets')),
	},
	{
		reads: 'tickets with their history',
		run: async (session) => {
			const ids = (await someTickets(session)).slice(0, 1).map((row) => row.id);
			if (ids.length > 0) await readHistories(session, 'tickets', ids, [ticketKind.stage]);
		},
	},
];

export const hubspot: System = {
	id: 'hubspot',
	label: 'HubSpot',
	credential: 'performanceHubspotApi',
	streams: [tickets, deals],
	probes,
};
