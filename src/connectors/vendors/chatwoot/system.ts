import type { Session } from '../../engine/session';
import type { Probe, System } from '../../engine/stream';
import { readAccount } from './account';
import { conversationsList } from './conversation';
import { conversations } from './conversations';
import { readEvents } from './events';
import { readEmails } from './lists';
import { lookups } from './lookups';

/** A page of conversations, and the reporting events of one. */
async function someConversation(session: Session): Promise<void> {
	const account = await readAccount(session);
	const list = conversationsList(account, 0);
	const [one] = (await session.ask({ ...list, request: list.first })).payload;
	if (one) await readEvents(session, account, one.id);
}

const probes: readonly Probe[] = [
	{ reads: 'the account as an administrator', run: readAccount },
	{ reads: 'conversations and their reporting events', run: someConversation },
	{
		reads: 'agents',
		run: async (session) => await readEmails(session, await readAccount(session)),
	},
];

/** Docs: developers.chatwoot.com → Application APIs; code: chatwoot 4.15 app/controllers, enterprise/app/controllers, config/initializers/rack_attack.rb */
export const chatwoot: System = {
	id: 'chatwoot',
	label: 'Chatwoot',
	credential: 'performanceChatwootApi',
	streams: [conversations],
	rates: [{ requests: 3_000, perMs: 60_000 }],
	probes,
	lookups,
};
