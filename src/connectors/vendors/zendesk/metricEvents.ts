import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import type { List } from '../../engine/page';
import type { Session } from '../../engine/session';
import type { Item, Pause } from '../../engine/stream';
import { explain } from './refusal';

const wire = z.object({
	ticket_metric_events: z.array(
		z.object({
			id: z.number(),
			ticket_id: z.number(),
			metric: z.string(),
			type: z.string(),
			time: z.string(),
		}),
	),
	count: z.number().nullish(),
	next_page: z.string().nullish(),
	end_of_stream: z.boolean().nullish(),
});
type Body = z.infer<typeof wire>;
type Event = Body['ticket_metric_events'][number];

const fullPage = 1000;

/** The last page names a next one too: it is the end when the vendor says so, or when the page is not full. */
const isLast = ({ end_of_stream: end, count, ticket_metric_events: rows }: Body): boolean =>
	end ?? (count ?? rows.length) < fullPage;

/** Docs: developer.zendesk.com → Incremental Exports → Ticket Metric Events */
export const metricEventsList = (session: Session, from: Instant): List<Body, Event> => ({
	about: 'Zendesk ticket metric events',
	wire,
	explain,
	first: {
		method: 'GET',
		url: `${session.baseUrl}/api/v2/incremental/ticket_metric_events.json`,
		query: { start_time: String(Math.floor(from / 1000)) },
	},
	rows: (body) => body.ticket_metric_events,
	paging: {
		kind: 'link',
		next: (body) => (isLast(body) ? undefined : (body.next_page ?? undefined)),
	},
});

export interface Turn {
	readonly type: string;
	readonly at: Instant;
}

/** The times in which nobody could work on a ticket: from each pause to the next activation, or to its end. */
export function pausesOf(turns: readonly Turn[]): readonly Pause[] {
	const pauses: Pause[] = [];
	let from: Instant | undefined;
	for (const { type, at } of [...turns].sort((a, b) => a.at - b.at)) {
		if (type === 'pause') from ??= at;
		if (from === undefined || (type !== 'activate' && type !== 'fulfill')) continue;
		if (at > from) pauses.push({ from, to: at, reason });
		from = undefined;
	}
	return from === undefined ? pauses : [...pauses, { from, to: undefined, reason }];
}
const reason = 'pending or on hold';

const touches = ({ from, to }: Pause, item: Item): boolean =>
	(to === undefined || to > (item.assignedAt ?? -Infinity)) &&
	from < (item.completedAt ?? Infinity);

/** Adds the pauses of all items by one export: since the first of them was assigned. */
export async function withPauses(
	session: Session,
	items: readonly Item[],
	latestStart: Instant,
): Promise<readonly Item[]> {
	const starts = items.flatMap((item) => item.assignedAt ?? []);
	if (starts.length === 0) return items;
	const first = Math.min(latestStart, ...starts);
	const turns = new Map<string, Map<number, Turn>>(items.map((item) => [item.recordId, new Map()]));
	for await (const page of session.pages(metricEventsList(session, first)))
		for (const event of page.rows) {
			const at = momentOf(event.time);
			if (event.metric !== 'agent_work_time' || at === undefined) continue;
			turns.get(String(event.ticket_id))?.set(event.id, { type: event.type, at });
		}
	return items.map((item) => ({
		...item,
		pauses: pausesOf([...(turns.get(item.recordId)?.values() ?? [])]).filter((p) =>
			touches(p, item),
		),
	}));
}
