import { z } from 'zod';
import type { Session } from '../../engine/session';
import type { Unclear } from '../../engine/stream';
import type { Expense } from './expense';
import type { Flow } from './flow';
import { readMessages, type Message } from './messages';
import type { Review } from './review';
import { call, readRecords } from './rpc';
import { reference } from './values';

const modelAndId = z.tuple([z.string(), z.number()]);

/** The kinds of message that tell of a decision. Code: addons/hr_expense/data/mail_message_subtype_data.xml */
async function readSubtypes(session: Session): Promise<readonly number[]> {
	const ids: number[] = [];
	for (const name of ['mt_expense_approved', 'mt_expense_refused']) {
		const [, id] = await session.ask(
			call(session, `kind of message ${name}`, modelAndId, [
				['ir.model.data', 'check_object_reference'],
				{ module: 'hr_expense', xml_id: name },
			]),
		);
		ids.push(id);
	}
	return ids;
}

const employee = z.object({ id: z.number(), user_id: reference });

/** Employee → user, by numbers; who left is among them. */
async function readUsers(
	session: Session,
	employees: readonly number[],
): Promise<ReadonlyMap<number, number | undefined>> {
	const found = await readRecords(session, {
		about: 'employees',
		model: 'hr.employee.public',
		domain: [['id', 'in', [...new Set(employees)]]],
		fields: ['user_id'],
		wire: employee,
		context: { active_test: false },
	});
	return new Map(found.map(({ id, user_id: user }) => [id, user]));
}

const untold = ({ id }: Expense, noun: string): Unclear => ({
	recordId: String(id),
	unclear: 'it is approved, but no message tells when and by whom',
	remedy: `Set History to Tracked Changes, or look at it in the list of ${noun} in Odoo`,
});

/** The first decision of somebody else than its own employee: what that one approves, Odoo approved unreviewed. */
function reviewOf(expense: Expense, messages: readonly Message[], own: number | undefined) {
	const { stand, manager, isPart } = expense;
	const first = messages.find(({ create_uid: by }) => by !== own);
	if (stand === 'waiting') return { status: 'open', handler: manager } as const;
	if (stand === 'draft' || (messages.length > 0 && !first)) return undefined;
	if (first) return { status: 'done', handler: first.create_uid, completedAt: first.date } as const;
	if (stand === 'refused') return { status: 'cancelled', handler: undefined } as const;
	return isPart ? undefined : 'untold';
}

/** Tells of decisions by the kinds of messages, which takes no right but to read the expenses. */
export async function openDecisions(session: Session, flow: Flow) {
	const subtypes = await readSubtypes(session);
	return async (expenses: readonly Expense[]) => {
		const ids = expenses.map(({ id }) => id);
		const messages = await readMessages(session, flow, ids, [['subtype_id', 'in', subtypes]]);
		const users = await readUsers(
			session,
			expenses.flatMap((one) => one.employee ?? []),
		);
		return (expense: Expense): Review | Unclear | undefined => {
			const own = messages.filter((one) => one.res_id === expense.id);
			const review = reviewOf(expense, own, users.get(expense.employee ?? 0));
			return review === 'untold' ? untold(expense, flow.noun) : review;
		};
	};
}
