import { z } from 'zod';
import { byEmail, handlerIs } from '../../engine/commonParameters';
import type { Session } from '../../engine/session';
import { recordsList } from './records';
import { id, link } from './values';

export const handlerAs = handlerIs(
	byEmail,
	{ value: 'login', label: 'Login', description: 'The login name of the user, else the ID' },
	{ value: 'id', label: 'User ID', description: 'The ID that Dolibarr gave the user' },
);

const shape = {
	id,
	login: z.string().nullish(),
	email: z.string().nullish(),
	/** The third party of a user from outside. */
	socid: link,
};
type User = z.infer<z.ZodObject<typeof shape>>;

export const usersList = async (session: Session) =>
	await recordsList(session, {
		...{ what: 'users', path: 'users', wire: z.object(shape) },
		properties: Object.keys(shape),
	});

/** The users by number, read once and only where they are needed. */
export function userBook(session: Session, as: string | undefined) {
	let users: Promise<ReadonlyMap<string, User>> | undefined;
	const read = async () =>
		new Map((await session.all(await usersList(session))).map((user) => [user.id, user]));
	const all = async () => await (users ??= read());
	return {
		/** The account of a user's number as the evidence names it. */
		accounts: async (): Promise<(user: string | undefined) => string | null> => {
			const known = as === 'id' ? undefined : await all();
			return (user) => {
				if (user === undefined) return null;
				const { login, email } = known?.get(user) ?? {};
				return (as === 'email' ? email : login)?.trim() || user;
			};
		},
		/** Whether a number is that of a user of the house, neither from outside nor gone. */
		staff: async (): Promise<(user: string | undefined) => boolean> => {
			const known = await all();
			return (user) => {
				const found = known.get(user ?? '');
				return found !== undefined && found.socid === undefined;
			};
		},
	};
}
