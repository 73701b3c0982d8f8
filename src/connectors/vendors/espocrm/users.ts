import { z } from 'zod';
import { byEmail, handlerIs } from '../../engine/commonParameters';
import type { Session } from '../../engine/session';
import { recordsList } from './records';

export const handlerAs = handlerIs(
	byEmail,
	{ value: 'userName', label: 'User Name', description: 'What the user signs in with' },
	{ value: 'id', label: 'User ID', description: 'The ID that EspoCRM gave the user' },
);

const row = z.object({
	id: z.string(),
	userName: z.string().nullish(),
	emailAddress: z.string().nullish(),
	type: z.string().nullish(),
});
type User = z.infer<typeof row>;

export const usersList = (session: Session, maxSize?: number) =>
	recordsList(session, {
		entity: 'User',
		conditions: [],
		select: Object.keys(row.shape),
		row,
		...(maxSize === undefined ? {} : { maxSize }),
	});

export type Users = ReadonlyMap<string, User>;

/** Users who are active; EspoCRM shows those who left, and API users, to administrators only. */
export const readUsers = async (session: Session): Promise<Users> =>
	new Map((await session.all(usersList(session))).map((user) => [user.id, user]));

/** The account of a user id as the evidence names it. */
export const accountOf = (id: string, users: Users, as: string | undefined): string => {
	const user = users.get(id);
	if (as === 'userName') return user?.userName || id;
	return (as === 'email' && user?.emailAddress) || id;
};
