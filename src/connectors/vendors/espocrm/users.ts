import { z } from 'zod';
import type { Session } from '../../engine/session';
import type { Parameter } from '../../engine/system';
import { recordsList } from './records';

export const handlerAs: Parameter = {
	name: 'handlerAs',
	label: 'Handler Is',
	description:
		'Which account of the person the evidence names; list the same one in the employee accounts',
	kind: 'choice',
	default: 'email',
	choices: [
		{ value: 'email', label: 'E-Mail', description: 'The e-mail address of the user, else the ID' },
		{ value: 'userName', label: 'User Name', description: 'What the user signs in with' },
		{ value: 'id', label: 'User ID', description: 'The ID that EspoCRM gave the user' },
	],
};

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
