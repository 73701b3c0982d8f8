import { z } from 'zod';
import { handlerIs } from '../../engine/commonParameters';
import type { Session } from '../../engine/session';
import { readRecords } from './rpc';
import { text } from './values';

export const handlerAs = handlerIs(
	{
		value: 'email',
		label: 'E-Mail',
		description: 'The e-mail address of the user, else the login',
	},
	{ value: 'login', label: 'Login', description: 'The login of the user' },
	{ value: 'id', label: 'User ID', description: 'The number that Odoo gave the user' },
);

const user = z.object({ id: z.number(), login: text, email: text });

/** The accounts of users by number, each looked up once; who left is among them. */
export function accountBook(session: Session, as: string | undefined) {
	const known = new Map<number, string>();
	return async (ids: readonly number[]): Promise<ReadonlyMap<number, string>> => {
		const fresh = [...new Set(ids)].filter((id) => !known.has(id));
		for (const id of fresh) known.set(id, String(id));
		if (as === 'id' || fresh.length === 0) return known;
		const users = await readRecords(session, {
			about: 'users',
			model: 'res.users',
			domain: [['id', 'in', fresh]],
			fields: ['login', 'email'],
			wire: user,
			context: { active_test: false },
		});
		for (const { id, login, email } of users) {
			const account = (as === 'email' ? email : undefined) ?? login;
			if (account !== undefined) known.set(id, account);
		}
		return known;
	};
}
