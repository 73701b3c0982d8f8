import { z } from 'zod';
import type { BaseFact, PayrollPerson } from '../../engine/payrollSystem';
import type { Session } from '../../engine/session';
import { recordsList } from './records';
import { withRight } from './refusal';
import { decimal } from './salaries';
import { usersRight } from './scope';
import { id } from './values';

const told = z.union([z.string(), z.number()]).nullish();

/** Code: htdocs/user/class/user.class.php; `statut` was the name of `status`. */
const shape = {
	id,
	login: z.string().nullish(),
	email: z.string().nullish(),
	status: told,
	statut: told,
	salary: told,
};
export type PayUser = z.infer<z.ZodObject<typeof shape>>;

/** All users; the salary is left out where the user of the key may not read salaries. */
export const readUsers = async (session: Session): Promise<readonly PayUser[]> => {
	const list = await withRight(
		recordsList(session, {
			...{ what: 'users', path: 'users', wire: z.object(shape) },
			properties: Object.keys(shape),
		}),
		usersRight,
	);
	return await withRight(session.all(list), usersRight);
};

export const isActive = ({ status, statut }: PayUser): boolean => String(status ?? statut) === '1';

/** Users by number, login or e-mail, the disabled ones among them. */
export async function people(
	session: Session,
	accounts: readonly string[],
): Promise<readonly PayrollPerson[]> {
	const wanted = new Set(accounts.map((account) => account.toLowerCase()));
	const users = await readUsers(session);
	return users
		.map((user) => ({
			remoteEmployeeId: user.id,
			accounts: [user.id, user.login, user.email]
				.map((account) => (account ?? '').trim().toLowerCase())
				.filter((account) => account !== ''),
			active: isActive(user),
		}))
		.filter((person) => person.accounts.some((account) => wanted.has(account)));
}

/** The salary on each user's card. It has no date: it is today's, and said to hold from the month's first day. */
export async function bases(
	session: Session,
	remoteEmployeeIds: readonly string[],
	on: string,
): Promise<readonly BaseFact[]> {
	const users = await readUsers(session);
	return users
		.filter((user) => remoteEmployeeIds.includes(user.id))
		.map(({ id: remoteEmployeeId, salary }) => ({
			remoteEmployeeId,
			base: salary === null || salary === undefined || salary === '' ? undefined : decimal(salary),
			currency: '',
			from: `${on.slice(0, 7)}-01`,
		}));
}
