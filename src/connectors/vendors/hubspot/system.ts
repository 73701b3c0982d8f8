import { readParameters } from '../../engine/parameters';
import type { Probe, System } from '../../engine/stream';
import type { Session } from '../../engine/session';
import { ownersList, pipelinesCall } from './account';
import { contactKind, contacts } from './contacts';
import { dealKind, deals } from './deals';
import { readHistories } from './history';
import { lookups } from './lookups';
import { searchList, type Kind } from './records';
import { ticketKind, tickets } from './tickets';
import { rates } from './rates';

/** One record of a kind with the history of its stage. */
async function readSample(session: Session, kind: Kind): Promise<void> {
	const settings = readParameters([], {});
	if (!settings.ok) return;
	const job = { session, settings: settings.value };
	const list = searchList(kind, job, { from: 0, to: undefined });
	const { results } = await session.ask({
		...list,
		request: { ...list.first, body: { ...(list.first.body as object), limit: 1 } },
	});
	const ids = results.slice(0, 1).map((row) => row.id);
	if (ids.length > 0) await readHistories(session, kind.object, ids, [kind.stage]);
}

/** Pipelines and records have scopes of their own for each kind. */
const recordsProbe = (kind: Kind): Probe => ({
	reads: `${kind.object} with their history`,
	run: async (session) => await readSample(session, kind),
});
const probesOf = (kind: Kind, noun: string): readonly Probe[] => [
	{
		reads: `${noun} pipelines`,
		run: async (session) => await session.ask(pipelinesCall(session, kind.object)),
	},
	recordsProbe(kind),
];

const probes: readonly Probe[] = [
	{
		reads: 'owners',
		run: async (session) => {
			const list = ownersList(session, false, 1);
			await session.ask({ ...list, request: list.first });
		},
	},
	...probesOf(ticketKind, 'ticket'),
	...probesOf(dealKind, 'deal'),
	recordsProbe(contactKind()),
];

export const hubspot: System = {
	id: 'hubspot',
	label: 'HubSpot',
	credential: 'performanceHubspotApi',
	appCredential: 'performanceHubspotOAuth2Api',
	streams: [tickets, deals, contacts],
	rates,
	atOnce: 4,
	probes,
	lookups,
};
