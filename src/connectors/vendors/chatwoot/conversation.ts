import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import type { List } from '../../engine/page';
import { withQuery } from '../../engine/page';
import type { Account } from './account';
import { explain } from './refusal';

const id = z.object({ id: z.number() });
const name = z.string().nullish();
/** Seconds since 1970; 0: never. */
const time = z.number().nullish();

const conversationWire = z.object({
	id: z.number(),
	inbox_id: z.number(),
	status: z.string(),
	priority: name,
	labels: z.array(z.string()).nullish(),
	custom_attributes: z.record(z.unknown()).nullish(),
	created_at: time,
	updated_at: time,
	last_activity_at: time,
	first_reply_created_at: time,
	meta: z.object({
		sender: z.object({ blocked: z.boolean().nullish() }).nullish(),
		channel: name,
		assignee: id.nullish(),
		assignee_type: name,
		team: id.extend({ name }).nullish(),
	}),
	applied_sla: z
		.object({
			sla_resolution_time_threshold: z.number().nullish(),
			sla_only_during_business_hours: z.boolean().nullish(),
		})
		.nullish(),
});
export type Conversation = z.infer<typeof conversationWire>;

const wire = z.object({
	meta: z.object({ all_count: z.number() }),
	payload: z.array(conversationWire),
});
export type Body = z.infer<typeof wire>;

const DAY = 86_400_000;
/** Chatwoot compares whole days in UTC, and leaves out the day that is named. */
const dayBefore = (instant: Instant): string => new Date(instant - DAY).toISOString().slice(0, 10);

/**
 * By last activity, the newest first: there is no other order, and none at all among those of one second. So only an
 * empty page ends it, and it is read once more. Docs: developers.chatwoot.com → Conversations Filter;
 * code: app/services/conversations/filter_service.rb
 */
export const conversationsList = ({ api }: Account, from: Instant): List<Body, Conversation> => ({
	about: 'Chatwoot conversations',
	wire,
	explain,
	first: {
		method: 'POST',
		url: `${api}/conversations/filter`,
		query: { page: '1' },
		body: {
			payload: [
				{
					attribute_key: 'last_activity_at',
					filter_operator: 'is_greater_than',
					values: [dayBefore(from)],
				},
			],
		},
	},
	rows: ({ payload }) => payload,
	expected: ({ meta }) => meta.all_count,
	paging: {
		kind: 'page',
		first: 1,
		put: (request, page) => withQuery(request, { page }),
		more: () => true,
	},
});

export const updatedAt = ({ updated_at, last_activity_at }: Conversation): Instant | undefined =>
	momentOf(updated_at) ?? momentOf(last_activity_at);
