import { furtherFields, handlerAs, lookBackDays } from '../../engine/commonParameters';
import { andOnceMore } from '../../engine/page';
import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import type { Parameter } from '../../engine/system';
import { readAccount } from './account';
import { conversationsList, updatedAt, type Body, type Conversation } from './conversation';
import { readEvents } from './events';
import { conversationItems, type Reading } from './item';
import { readEmails, readInboxes } from './lists';
import { isOfBusinessHours } from './measures';

const several = (name: string, label: string, description: string): Parameter => ({
	name,
	label,
	description,
	kind: 'list',
	default: [],
	lookup: name,
});

const parameters: readonly Parameter[] = [
	several('inboxes', 'Inboxes', 'Whose conversations count; empty: those of all inboxes'),
	several('teams', 'Teams', 'Whose conversations count; empty: those of all teams and of none'),
	several('labels', 'Labels', 'Only conversations with one of these labels count; empty: all'),
	{
		name: 'recordIs',
		label: 'A Record Is',
		description: 'What counts where a conversation is opened again',
		kind: 'choice',
		default: 'conversation',
		choices: [
			{
				value: 'conversation',
				label: 'A Conversation',
				description: 'Done at its first resolution; each further opening is an error',
			},
			{
				value: 'resolution',
				label: 'Each Resolution',
				description:
					'For inboxes in which a new question opens the same conversation again; errors are unknown',
			},
		],
	},
	{
		name: 'assignedFrom',
		label: 'Time Begins',
		description: 'Chatwoot does not keep when a conversation came to its agent',
		kind: 'choice',
		default: 'unknown',
		choices: [
			{ value: 'unknown', label: 'Not Known', description: 'The evidence leaves it out' },
			{
				value: 'opened',
				label: 'When Opened',
				description: 'When the conversation was created or opened again, whoever had it first',
			},
		],
	},
	handlerAs,
	furtherFields(
		'measures, fields and custom attributes of conversations',
		'e.g. first_response_time, labels',
		'conversationFields',
	),
	lookBackDays,
];

const within = (wanted: readonly string[], own: readonly (string | number | undefined)[]) =>
	wanted.length === 0 || own.some((one) => one !== undefined && wanted.includes(String(one)));

async function openConversations(job: Job): Promise<Opened<Body, Conversation>> {
	const { session, settings } = job;
	const account = await readAccount(session);
	const byEmail = settings.text('handlerAs') === 'email';
	const emails = byEmail ? await readEmails(session, account) : new Map<number, string>();
	const fields = settings.fields('fields');
	const needsHours = fields.some(({ from }) => isOfBusinessHours(from));
	const inboxes = needsHours ? await readInboxes(session, account) : [];
	const reading: Reading = {
		page: account.page,
		fields,
		startsAtCreation: settings.text('assignedFrom') === 'opened',
		bySpell: settings.text('recordIs') === 'resolution',
		accountOf: (agent) => emails.get(agent) ?? String(agent),
		hasBusinessHours: (id) => inboxes.some((one) => one.id === id && one.working_hours_enabled),
	};
	const counts = ({ inbox_id, meta, labels }: Conversation): boolean =>
		within(settings.words('inboxes'), [inbox_id]) &&
		within(settings.words('teams'), [meta.team?.id]) &&
		within(settings.words('labels'), labels ?? []);

	const item = async (one: Conversation): Promise<(Item | Unclear)[]> => {
		const events = await readEvents(session, account, one.id);
		return events ? [...conversationItems(one, events, reading)] : [];
	};

	return {
		list: (window) => andOnceMore([conversationsList(account, window.from)]),
		id: ({ id }) => String(id),
		updated: updatedAt,
		batch: 5,
		items: async (rows) => (await Promise.all(rows.filter(counts).map(item))).flat(),
	};
}

export const conversations = defineStream({
	id: 'conversations',
	label: 'Conversations',
	description: 'Conversations by agent, with first response, to the first resolution',
	area: 'support',
	activity: 'supportTicket',
	parameters,
	notice:
		'A conversation counts for who had it at the first resolution; errors are how often it was opened again, by a thank-you of the customer too. Where an inbox keeps one conversation per customer for ever, the first resolution is long ago: choose Each Resolution. Chatwoot tells no time of assignment, no pauses (of snoozing only the end that is set), no reasons for a delay, and due dates only of an SLA by the clock. Each conversation takes a request for its reporting events, which need Chatwoot 4.8 or later, not the community image.',
	open: openConversations,
});
