import { z } from 'zod';
import type { List } from '../../engine/page';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { listOf } from './paging';
import { explain } from './refusal';

const agent = z.object({
	id: z.number(),
	contact: z.object({ email: z.string().nullish() }).nullish(),
});
export type Agent = z.infer<typeof agent>;

/** Docs: developers.freshdesk.com → API → List All Agents */
export const agentsList = (session: Session, perPage = 100): List<readonly Agent[], Agent> =>
	listOf(session, { what: 'agents', path: 'agents', row: agent, perPage });

/** Agent id → e-mail address. */
export const readEmails = async (session: Session): Promise<ReadonlyMap<number, string>> =>
	new Map(
		(await session.all(agentsList(session))).flatMap(({ id, contact }) => {
			const email = contact?.email?.trim();
			return email ? [[id, email] as const] : [];
		}),
	);

const globalAccess = 1;
const me = z.object({ ticket_scope: z.number().nullish() });

/** An agent of narrower scope gets fewer tickets, without an error. */
export async function checkScope(session: Session): Promise<void> {
	const about = 'Freshdesk agent of the API key';
	const request = { method: 'GET' as const, url: `${session.baseUrl}/api/v2/agents/me` };
	const { ticket_scope: scope } = await session.ask({ about, wire: me, explain, request });
	if (scope === globalAccess || scope === null || scope === undefined) return;
	const found = 'the agent sees only tickets of some groups or its own, the others are left out';
	throw lacking(about, found, 'Give the agent the ticket scope Global Access in Freshdesk');
}
