import { portions } from '../../engine/portions';
import { z } from 'zod';
import type { Session } from '../../engine/session';
import { explain } from './refusal';

const wire = z.object({
	users: z.array(z.object({ id: z.number(), email: z.string().nullish() })),
});

/** So many ids one call takes. */
export const usersBatch = 100;

/** Docs: developer.zendesk.com → Users → Show Many Users. Names leavers too. */
export async function readEmails(
	session: Session,
	ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
	const { users } = await session.ask({
		about: 'Zendesk users',
		wire,
		explain,
		request: {
			method: 'GET',
			url: `${session.baseUrl}/api/v2/users/show_many.json`,
			query: { ids: ids.join(',') },
		},
	});
	return new Map(users.flatMap(({ id, email }) => (email ? [[id, email] as const] : [])));
}

export type EmailBook = (ids: readonly number[]) => Promise<ReadonlyMap<number, string>>;

/** Looks up each assignee once. */
export function emailBook(session: Session): EmailBook {
	const known = new Map<number, string>();
	const asked = new Set<number>();
	return async (ids) => {
		const fresh = [...new Set(ids)].filter((id) => !asked.has(id));
		for (const some of portions(fresh, usersBatch)) {
			for (const [id, email] of await readEmails(session, some)) known.set(id, email);
			for (const id of some) asked.add(id);
		}
		return known;
	};
}
