import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import { lacking, outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Account } from './account';
import { explain } from './refusal';

const wire = z.array(
	z.object({
		name: z.string(),
		/** Seconds. */
		value: z.number().nullish(),
		value_in_business_hours: z.number().nullish(),
		event_end_time: z.string().nullish(),
		created_at: z.string(),
		user_id: z.number().nullish(),
	}),
);
type Told = z.infer<typeof wire>[number];
export type Event = Told & { readonly at: Instant };

/** Chatwoot may write an event a second time where writing it was disturbed: of one moment it is one. */
function timed(told: readonly Told[]): readonly Event[] {
	const events = new Map<string, Event>();
	for (const event of told) {
		const at = momentOf(event.event_end_time ?? event.created_at);
		if (at !== undefined) events.set(`${event.name} ${at}`, { ...event, at });
	}
	return [...events.values()].sort((a, b) => a.at - b.at);
}

const notThere = (about: string) =>
	lacking(
		about,
		'this Chatwoot has no reporting events of conversations (HTTP 404)',
		'Use Chatwoot 4.8 or later with its enterprise directory, as its ordinary image has it; the community image (-ce) lacks it',
	);

/** Whether a conversation is there: a 404 of its events alone is a Chatwoot without them. */
async function isThere(session: Session, { api }: Account, id: number): Promise<boolean> {
	const read = await outcomeOf(
		session.ask({
			about: `Chatwoot conversation ${id}`,
			wire: z.object({ id: z.number() }),
			explain,
			request: { method: 'GET', url: `${api}/conversations/${id}` },
		}),
	);
	if (!read.ok && read.error.problem.status !== 404) throw read.error;
	return read.ok;
}

/**
 * What Chatwoot measured of a conversation, oldest first; undefined: it was deleted since it was listed. One by one,
 * since the account's list of events names conversations by a number that no other answer has.
 * Docs: developers.chatwoot.com → Conversation Reporting Events; code: app/listeners/reporting_event_listener.rb
 */
export async function readEvents(
	session: Session,
	account: Account,
	id: number,
): Promise<readonly Event[] | undefined> {
	const about = `Chatwoot reporting events of conversation ${id}`;
	const url = `${account.api}/conversations/${id}/reporting_events`;
	const read = await outcomeOf(
		session.ask({ about, wire, explain, request: { method: 'GET', url } }),
	);
	if (read.ok) return timed(read.value);
	if (read.error.problem.status !== 404) throw read.error;
	if (await isThere(session, account, id)) throw notThere(about);
	return undefined;
}
