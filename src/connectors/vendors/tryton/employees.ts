import { z } from 'zod';
import { handlerIs } from '../../engine/commonParameters';
import type { Session } from '../../engine/session';
import { call, type Context } from './rpc';

export const handlerAs = handlerIs(
	{ value: 'email', label: 'E-Mail', description: 'The first e-mail address, else the ID' },
	{ value: 'id', label: 'ID', description: 'The number of the employee or user in Tryton' },
);

const employee = z.object({
	id: z.number(),
	'party.': z.object({ email: z.string().nullish() }).nullish(),
});

const readEmails = async (session: Session, ids: readonly number[], context: Context) =>
	await session.ask(
		call(session, 'employees', z.array(employee), [
			'model.company.employee.read',
			ids,
			['party.email'],
			context,
		]),
	);

/** The accounts of employees by number, each looked up once. */
export function accountBook(session: Session, context: Context, as: string | undefined) {
	const known = new Map<number, string>();
	return async (ids: readonly number[]): Promise<ReadonlyMap<number, string>> => {
		const fresh = [...new Set(ids)].filter((id) => !known.has(id));
		for (const id of fresh) known.set(id, String(id));
		if (as !== 'email' || fresh.length === 0) return known;
		for (const { id, 'party.': party } of await readEmails(session, fresh, context))
			if (party?.email) known.set(id, party.email);
		return known;
	};
}
