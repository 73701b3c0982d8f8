import { z } from 'zod';
import type { Stages } from '../../engine/formerStages';
import { withQuery, type List, type Request } from '../../engine/page';
import { lacking, outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { explain } from './refusal';

const next = z.object({ next: z.object({ after: z.string() }).optional() }).nullish();
const ownersWire = z.object({
	results: z.array(z.object({ id: z.string(), email: z.string().nullish() })),
	paging: next,
});
type OwnersBody = z.infer<typeof ownersWire>;
export type Owner = OwnersBody['results'][number];

const get = (session: Session, path: string, query: Request['query'] = {}): Request => ({
	method: 'GET',
	url: `${session.baseUrl}${path}`,
	query,
});

/** Docs: developers.hubspot.com → CRM → Owners. Leavers are told only with archived=true. */
export const ownersList = (
	session: Session,
	archived: boolean,
	limit = 100,
): List<OwnersBody, Owner> => ({
	about: archived ? 'HubSpot owners who left' : 'HubSpot owners',
	wire: ownersWire,
	explain,
	first: get(session, '/crm/v3/owners', { archived: String(archived), limit: String(limit) }),
	rows: (body) => body.results,
	paging: {
		kind: 'cursor',
		next: (body) => body.paging?.next?.after,
		put: (request, after) => withQuery(request, { after }),
	},
});

/** Owner id → the account that the evidence names. */
export async function readOwners(session: Session): Promise<ReadonlyMap<string, string>> {
	const left = await session.all(ownersList(session, true));
	const active = await session.all(ownersList(session, false));
	return new Map([...left, ...active].map((owner) => [owner.id, owner.email?.trim() || owner.id]));
}

const stage = z.object({
	id: z.string(),
	metadata: z
		.object({ isClosed: z.string().optional(), ticketState: z.string().optional() })
		.nullish(),
});
const pipelinesWire = z.object({
	results: z.array(z.object({ id: z.string(), label: z.string(), stages: z.array(stage) })),
});

export const pipelinesCall = (session: Session, object: string) => ({
	about: `HubSpot pipelines of ${object}`,
	wire: pipelinesWire,
	explain,
	request: get(session, `/crm/v3/pipelines/${object}`),
});

/** Which stages there are, and which are closed; refuses a pipeline id that HubSpot does not know. */
export async function readStages(
	session: Session,
	object: string,
	wanted: readonly string[],
): Promise<Stages> {
	const { results } = await session.ask(pipelinesCall(session, object));
	const unknown = wanted.filter((id) => !results.some((pipeline) => pipeline.id === id));
	if (unknown.length > 0) {
		const known = results.map((pipeline) => `${pipeline.id} (${pipeline.label})`).join(', ');
		const found = `there is no pipeline ${unknown.join(', ')}`;
		throw lacking(`HubSpot pipelines of ${object}`, found, `Enter one of ${known} in Pipelines`);
	}
	const isClosed = ({ metadata }: z.infer<typeof stage>): boolean =>
		metadata?.isClosed === 'true' || metadata?.ticketState === 'CLOSED';
	const stages = results.flatMap((pipeline) => pipeline.stages);
	const known = new Set(stages.map(({ id }) => id));
	const closed = new Set(stages.filter(isClosed).map(({ id }) => id));
	return {
		isClosed: (id) => closed.has(id),
		// Before its first stage a record is in none, which is open.
		isKnown: (id) => id === '' || known.has(id),
	};
}

const detailsWire = z.object({ portalId: z.number(), uiDomain: z.string().nullish() });

/** The link to a record; no link where the account may not tell its own number. */
export async function recordLinks(
	session: Session,
	objectType: '0-1' | '0-3' | '0-5',
): Promise<(id: string) => string | undefined> {
	const details = await outcomeOf(
		session.ask({
			about: 'HubSpot account details',
			wire: detailsWire,
			explain,
			request: get(session, '/account-info/v3/details'),
		}),
	);
	if (details.ok) {
		const { portalId, uiDomain } = details.value;
		const home = `https://${uiDomain ?? 'app.hubspot.com'}/contacts/${portalId}`;
		return (id) => `${home}/record/${objectType}/${encodeURIComponent(id)}`;
	}
	// A link is a convenience: without the right to it the evidence is whole.
	if (details.error.problem.kind !== 'refused') throw details.error;
	return () => undefined;
}
