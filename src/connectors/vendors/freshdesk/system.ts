import type { System } from '../../engine/stream';
import { agentsList, checkScope } from './agents';
import { lookups } from './lookups';
import { tickets, ticketsList } from './tickets';
import { rates } from './rates';

/** Docs: developers.freshdesk.com → API */
export const freshdesk: System = {
	id: 'freshdesk',
	label: 'Freshdesk',
	credential: 'performanceFreshdeskApi',
	streams: [tickets],
	rates,
	probes: [
		{
			reads: 'tickets with their statistics',
			run: async (session) => {
				const list = ticketsList(session, 0, 1);
				await session.ask({ ...list, request: list.first });
			},
		},
		{
			reads: 'agents',
			run: async (session) => {
				const list = agentsList(session, 1);
				await session.ask({ ...list, request: list.first });
			},
		},
		{ reads: 'the ticket scope of the agent', run: checkScope },
	],
	lookups,
};
