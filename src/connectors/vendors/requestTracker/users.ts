import { z } from 'zod';
import { outcomeOf } from '../../engine/problem';
import { handlerIs } from '../../engine/commonParameters';
import type { Session } from '../../engine/session';
import { rest } from './read';
import { explain } from './refusal';
import { id } from './wire';

export const handlerAs = handlerIs(
	{
		value: 'email',
		label: 'E-Mail',
		description: 'The e-mail address of the user, else the name',
	},
	{ value: 'name', label: 'User Name', description: 'The name with which the user signs in' },
);

const wire = z.object({
	Name: z.string().nullish(),
	EmailAddress: z.string().nullish(),
	Privileged: z.union([z.number(), z.string()]).nullish(),
	_hyperlinks: z.array(z.object({ ref: z.string(), id: z.unknown() })),
});
type Answered = z.infer<typeof wire>;

/** What any privileged user may know of another. Code: RT/REST2/Resource/User.pm, serialize */
const readUser = async (session: Session, who: number | string): Promise<Answered> =>
	await session.ask({
		about: `Request Tracker user ${who}`,
		wire,
		explain,
		request: { method: 'GET', url: rest(session, `/user/${who}`) },
	});

/** Whoever owns a ticket that nobody owns. */
export async function readNobody(session: Session): Promise<number> {
	const { _hyperlinks: links } = await readUser(session, 'Nobody');
	return id.parse(links.find(({ ref }) => ref === 'self')?.id);
}

export interface User {
	/** As the evidence names the user. */
	readonly account: string;
	/** Staff, whom RT calls privileged; customers are not. */
	readonly isStaff: boolean;
}

async function toUser(session: Session, number: number, as: string | undefined): Promise<User> {
	const read = await outcomeOf(readUser(session, number));
	if (!read.ok && read.error.problem.status !== 404) throw read.error;
	const { Name, EmailAddress, Privileged } = read.ok ? read.value : gone;
	const account = (as === 'email' && EmailAddress) || Name || String(number);
	return { account, isStaff: String(Privileged) === '1' };
}
const gone: Partial<Answered> = {};

/** Users by number, each asked for once; those who left are there too. */
export function userBook(session: Session, as: string | undefined) {
	const known = new Map<number, Promise<User>>();
	return async (number: number): Promise<User> => {
		const user = known.get(number) ?? toUser(session, number, as);
		known.set(number, user);
		return await user;
	};
}
