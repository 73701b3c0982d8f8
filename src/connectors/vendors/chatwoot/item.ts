import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import type { FieldName } from '../../engine/parameters';
import type { Item, Unclear } from '../../engine/stream';
import type { Conversation } from './conversation';
import type { Event } from './events';
import { isMeasure, isOfBusinessHours, measureOf } from './measures';

/** What the settings say, for every conversation alike. */
export interface Reading {
	readonly page: string;
	readonly fields: readonly FieldName[];
	readonly startsAtCreation: boolean;
	/** Whether each resolution is a record of its own. */
	readonly bySpell: boolean;
	readonly accountOf: (agent: number) => string;
	/** Without business hours Chatwoot writes 0 for the time within them. */
	readonly hasBusinessHours: (inbox: number) => boolean;
}

/** Fields of a conversation that can be kept beside its measures and custom attributes. */
export const keepable = ['inbox_id', 'channel', 'team', 'labels', 'priority'] as const;

type Plain = string | number | boolean | null;
const isPlain = (value: unknown): value is Plain =>
	value === null || ['string', 'number', 'boolean'].includes(typeof value);

const own: { readonly [name in (typeof keepable)[number]]: (of: Conversation) => Plain } = {
	inbox_id: ({ inbox_id }) => inbox_id,
	channel: ({ meta }) => meta.channel ?? null,
	team: ({ meta }) => meta.team?.name ?? null,
	labels: ({ labels }) => (labels ?? []).join(', '),
	priority: ({ priority }) => priority ?? null,
};

function fieldOf(
	conversation: Conversation,
	events: readonly Event[],
	name: string,
	of: Reading,
): Plain {
	const known = keepable.find((one) => one === name);
	if (known) return own[known](conversation);
	if (isOfBusinessHours(name) && !of.hasBusinessHours(conversation.inbox_id)) return null;
	if (isMeasure(name)) return measureOf(events, name);
	const value = conversation.custom_attributes?.[name];
	return isPlain(value) ? value : null;
}

/** From the creation on, as Chatwoot itself counts an SLA; one within business hours is no moment. */
function dueOf({ created_at, applied_sla: sla }: Conversation): Instant | undefined {
	const created = momentOf(created_at);
	const seconds = sla?.sla_resolution_time_threshold;
	if (created === undefined || !seconds || sla.sla_only_during_business_hours) return undefined;
	return created + seconds * 1000;
}

const untold = (recordId: string): Unclear => ({
	recordId,
	unclear: 'it is resolved, but its reporting events do not tell when',
	remedy: 'Read it again in some minutes; if it stays, open it in Chatwoot and resolve it again',
});

/** Of an open one the assignee now, unless it is a bot, whose numbers are of their own. */
const assigneeOf = ({ meta }: Conversation): number | undefined =>
	meta.assignee_type === 'AgentBot' ? undefined : meta.assignee?.id;

/** From one opening to the resolution after it, or to now. */
interface Spell {
	readonly recordId: string;
	/** undefined: not told. */
	readonly openedAt: Instant | undefined;
	/** What happened in it. */
	readonly events: readonly Event[];
	readonly resolution: Event | undefined;
	readonly isFirst: boolean;
	readonly errors: number | null;
}

const isResolution = ({ name }: Event): boolean => name === 'conversation_resolved';
const isOpening = ({ name }: Event): boolean => name === 'conversation_opened';

/** The whole as one: to the first resolution, if it holds; each further one was opened again before. */
function wholeOf({ id, status, created_at }: Conversation, events: readonly Event[]): Spell {
	const resolutions = events.filter(isResolution);
	const resolution = status === 'resolved' ? resolutions[0] : undefined;
	return {
		recordId: String(id),
		openedAt: momentOf(created_at),
		events,
		resolution,
		isFirst: true,
		errors: resolutions.length - (resolution ? 1 : 0),
	};
}

/** Each resolution, and what is open since the last one: who opens it again asks something else. */
function spellsOf({ id, status, created_at }: Conversation, events: readonly Event[]): Spell[] {
	const resolutions = events.filter(isResolution);
	const ends = status === 'resolved' ? resolutions : [...resolutions, undefined];
	return ends.map((resolution, index) => {
		const before = resolutions[index - 1]?.at ?? -Infinity;
		const own = events.filter(({ at }) => at > before && at <= (resolution?.at ?? Infinity));
		return {
			recordId: `${id}/${index + 1}`,
			openedAt: index === 0 ? momentOf(created_at) : own.find(isOpening)?.at,
			events: own,
			resolution,
			isFirst: index === 0,
			errors: null,
		};
	});
}

function spellItem(conversation: Conversation, spell: Spell, of: Reading): Item {
	const { recordId, events, resolution, isFirst } = spell;
	const agent = resolution ? resolution.user_id : assigneeOf(conversation);
	return {
		recordId,
		recordUrl: `${of.page}/conversations/${conversation.id}`,
		handler: agent ? of.accountOf(agent) : null,
		status: resolution ? 'done' : 'open',
		assignedAt: of.startsAtCreation ? spell.openedAt : undefined,
		completedAt: resolution?.at,
		dueAt: isFirst ? dueOf(conversation) : undefined,
		firstResponseAt: isFirst ? momentOf(conversation.first_reply_created_at) : undefined,
		resolved: resolution !== undefined,
		errors: spell.errors,
		fields: Object.fromEntries(
			of.fields.map(({ from, as }) => [as, fieldOf(conversation, events, from, of)]),
		),
	};
}

export function conversationItems(
	conversation: Conversation,
	events: readonly Event[],
	of: Reading,
): readonly (Item | Unclear)[] {
	const { id, status, meta } = conversation;
	const last = events.filter((event) => isResolution(event) || isOpening(event)).pop();
	const isTold = status !== 'resolved' || (last !== undefined && isResolution(last));
	if (isTold) {
		const spells = of.bySpell ? spellsOf(conversation, events) : [wholeOf(conversation, events)];
		return spells.map((spell) => spellItem(conversation, spell, of));
	}
	if (last || meta.sender?.blocked !== true) return [untold(String(id))];
	// A conversation of a blocked contact begins as resolved: nobody worked on it.
	const whole = spellItem(conversation, wholeOf(conversation, events), of);
	return [{ ...whole, status: 'cancelled', resolved: null }];
}
