import { portions } from '../../engine/portions';
import { z } from 'zod';
import { byEmail, handlerIs } from '../../engine/commonParameters';
import type { Session } from '../../engine/session';
import { among, idBatch, idKey, readRows, type Query } from './soql';

export const handlerAs = handlerIs(
	byEmail,
	{
		value: 'username',
		label: 'Username',
		description: 'The login name of the user, else the ID',
	},
	{ value: 'id', label: 'User ID', description: 'The ID that Salesforce gave the user' },
);

const row = z.object({
	Id: z.string(),
	Email: z.string().nullish(),
	Username: z.string().nullish(),
});
type User = z.infer<typeof row>;

export const usersQuery = (where: readonly string[]): Query<User> => ({
	about: 'Salesforce users',
	row,
	select: ['Id', 'Email', 'Username'],
	from: 'User',
	where,
});

const isUser = (id: string): boolean => id.startsWith('005');

/** The account that the evidence names; null: it is nobody's. */
export type AccountOf = (id: string | undefined) => string | null;

/** Owner id → the account that the evidence names; a queue has none and keeps its id. Each user is read once. */
export function accountBook(session: Session, as: string | undefined) {
	const known = new Map<string, string>();
	return async (ids: readonly string[]): Promise<AccountOf> => {
		const unknown = new Set(ids.filter((id) => isUser(id) && !known.has(idKey(id))));
		const asked = as === 'id' ? [] : [...unknown];
		for (const some of portions(asked, idBatch)) {
			const query = usersQuery([among('Id', some)]);
			for (const { Id, Email, Username } of await readRows(session, query))
				known.set(idKey(Id), (as === 'username' ? Username : Email)?.trim() || Id);
		}
		return (id) => (id ? (known.get(idKey(id)) ?? id) : null);
	};
}
