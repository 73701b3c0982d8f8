import type { Event } from '../../src/connectors/vendors/dolibarr/events';
import { workOf, type Ticket } from '../../src/connectors/vendors/dolibarr/ticket';

const [li, wu] = ['5', '6'];
const HOUR = 3_600_000;
const codes: { readonly [letter: string]: string } = {
	A: 'AC_TICKET_ASSIGNED',
	M: 'AC_TICKET_MODIFY',
	C: 'AC_TICKET_CLOSE',
};

/** '9 A 5, 17 C 5' → assigned at 9 by 5, closed at 17 by 5. */
const eventsOf = (text: string): readonly Event[] =>
	text.split(', ').map((one) => {
		const [hour, letter = '', by] = one.split(' ');
		return { code: codes[letter] ?? letter, at: Number(hour) * HOUR, by };
	});

const ticket = (rest: Partial<Ticket> = {}): Ticket => ({
	...{ id: '1', status: 8, datec: 8 * HOUR, date_close: 17 * HOUR, date_modification: undefined },
	...{ fk_user_assign: li, fk_user_create: wu, type_code: null, category_code: null },
	...rest,
});

describe('whose a ticket was at its first closing', () => {
	it.each([
		{ why: 'its assignee', of: ticket(), text: '9 A 6, 17 C 6', handler: li, assignedAt: 9 },
		{
			why: 'who closed it, where it was assigned again since',
			of: ticket(),
			text: '9 A 6, 17 C 6, 18 A 6',
			handler: wu,
			assignedAt: undefined,
		},
		{
			why: 'who closed it, where it was edited since: the form assigns too',
			of: ticket(),
			text: '9 A 6, 17 C 6, 18 M 5',
			handler: wu,
			assignedAt: undefined,
		},
		{
			why: 'its assignee, where that one closed it and it was edited since',
			of: ticket(),
			text: '9 A 6, 17 C 5, 18 M 5',
			handler: li,
			assignedAt: 9,
		},
		{
			why: 'its assignee, where it was edited before',
			of: ticket(),
			text: '9 A 6, 10 M 5, 17 C 6',
			handler: li,
			assignedAt: undefined,
		},
		{
			why: 'its assignee, while it is open, however it was edited',
			of: ticket({ status: 3, date_close: undefined }),
			text: '9 M 6',
			handler: li,
			assignedAt: undefined,
		},
	])('$why', ({ of, text, handler, assignedAt }) => {
		const work = workOf(of, eventsOf(text), () => true);
		expect(work).toMatchObject({ handler });
		expect('assignedAt' in work ? work.assignedAt : undefined).toBe(
			assignedAt === undefined ? undefined : assignedAt * HOUR,
		);
	});
});
