import { z } from 'zod';
import { withQuery, type List } from '../../engine/page';
import { lacking } from '../../engine/problem';
import type { Job } from '../../engine/stream';

export const about = 'Rows of the input';

/** Where the port finds the rows: no server has this name. */
export const rowsAddress = 'https://rows.invalid';

const wire = z.object({
	/** How many rows there are in all. */
	total: z.number(),
	/** Where the next page begins; null: this was the last. */
	next: z.string().nullable(),
	/** From 1. */
	rows: z.array(z.object({ row: z.number(), json: z.unknown() })),
});
export type Body = z.infer<typeof wire>;
export type Given = Body['rows'][number];

export const rowsList = (
	{ session, settings }: Pick<Job, 'session' | 'settings'>,
	count: (total: number) => void,
): List<Body, Given> => ({
	about,
	wire,
	first: { method: 'GET', url: `${session.baseUrl}/rows` },
	rows: ({ total, rows }) => {
		count(total);
		if (total > 0 || settings.flag('emptyIsComplete')) return rows;
		const remedy = 'Check the node before, or switch on No Rows Mean No Work';
		throw lacking(about, 'there are none', remedy);
	},
	paging: {
		kind: 'cursor',
		next: ({ next }) => next ?? undefined,
		put: (request, from) => withQuery(request, { from }),
	},
});
