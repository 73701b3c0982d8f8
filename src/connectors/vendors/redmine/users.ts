import { z } from 'zod';
import { outcomeOf } from '../../engine/problem';
import { handlerIs } from '../../engine/commonParameters';
import type { Session } from '../../engine/session';
import { explain } from './refusal';

/** Redmine shows a user's e-mail address to administrators, else only where the user does not hide it. */
export const handlerAs = handlerIs(
	{ value: 'login', label: 'Login', description: 'The login name of the user, else the ID' },
	{
		value: 'email',
		label: 'E-Mail',
		description:
			'The e-mail address of the user, else the ID; takes the key of an administrator, or users who do not hide it',
	},
	{ value: 'id', label: 'User ID', description: 'The ID that Redmine gave the user' },
);

const wire = z.object({
	user: z.object({ login: z.string().nullish(), mail: z.string().nullish() }),
});

type User = z.infer<typeof wire>['user'];
const nobody: User = {};

/** Users one by one, as the list of all is for administrators; a group, or a hidden user, is not there. */
async function readUser(session: Session, id: string): Promise<User> {
	const read = await outcomeOf(
		session.ask({
			about: `Redmine user ${id}`,
			wire,
			explain,
			request: { method: 'GET', url: `${session.baseUrl}/users/${encodeURIComponent(id)}.json` },
		}),
	);
	if (read.ok) return read.value.user;
	if (read.error.problem.status === 404) return nobody;
	throw read.error;
}

/** The account of a user id as the evidence names it, each asked for once. */
export function accountBook(session: Session, as: string | undefined) {
	const known = new Map<string, Promise<string>>();
	const told = async (id: string): Promise<string> => {
		const { login, mail } = await readUser(session, id);
		return (as === 'email' ? mail : login) || id;
	};
	return async (id: string): Promise<string> => {
		if (as === 'id') return id;
		const account = known.get(id) ?? told(id);
		known.set(id, account);
		return await account;
	};
}
