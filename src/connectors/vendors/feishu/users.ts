import { z } from 'zod';
import { outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { get } from './instances';
import { explain, hiddenUser } from './refusal';

export const userWire = z.object({
	data: z.object({
		user: z
			.object({ email: z.string().nullish(), enterprise_email: z.string().nullish() })
			.nullish(),
	}),
});

/** Docs: open.feishu.cn → Contacts → Users → Get a user; '': none, or outside what the app may see. */
async function readEmail(session: Session, userId: string): Promise<string> {
	const read = await outcomeOf(
		session.ask({
			about: 'Feishu user',
			wire: userWire,
			explain,
			request: get(session, `/contact/v3/users/${encodeURIComponent(userId)}`, {
				user_id_type: userId.startsWith('ou_') ? 'open_id' : 'user_id',
			}),
		}),
	);
	if (!read.ok && read.error.problem.found === hiddenUser.found) return '';
	if (!read.ok) throw read.error;
	const { user } = read.value.data;
	return (user?.email || user?.enterprise_email || '').trim();
}

/** Asks for each person once. */
export function emailBook(session: Session): (userId: string) => Promise<string> {
	const known = new Map<string, Promise<string>>();
	return async (userId) => {
		const email = known.get(userId) ?? readEmail(session, userId);
		known.set(userId, email);
		return await email;
	};
}
