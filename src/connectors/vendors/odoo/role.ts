import { z } from 'zod';
import { lacking, outcomeOf, SourceProblem } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { call, readRecords } from './rpc';

const author = z.object({ author_id: z.number() });
const user = z.object({ id: z.number() });

/** The number of the key's own user, as whom a message would be written: no call of Odoo's simply tells it. */
async function readOwnUser(session: Session): Promise<number | undefined> {
	const { author_id: partner } = await session.ask(
		call(session, 'own user', author, [['mail.message', 'default_get'], { fields: ['author_id'] }]),
	);
	const [own] = await readRecords(session, {
		...{ about: 'own user', model: 'res.users', fields: ['login'], wire: user },
		domain: [['partner_id', '=', partner]],
	});
	return own?.id;
}

/** Up to Odoo 17 a user may ask only for itself, without its number. Code: odoo/addons/base/models/res_users.py */
async function isIn(session: Session, id: number | undefined, group: string): Promise<boolean> {
	const asked = (named: { readonly [name: string]: unknown }) =>
		outcomeOf(
			session.ask(
				call(session, 'role of the user', z.boolean(), [['res.users', 'has_group'], named]),
			),
		);
	const of = await asked({ ids: [id], group_ext_id: group });
	const own = of.ok ? of : await asked({ group_ext_id: group });
	if (own.ok) return own.value;
	throw own.error;
}

/** The groups whose record rules let all records through, and what is told of who is in none of them. */
export interface Role {
	readonly groups: readonly string[];
	readonly found: string;
	readonly remedy: string;
}

/** Code: addons/hr_expense/security/ir_rule.xml */
export const expenseRole: Role = {
	groups: ['hr_expense.group_hr_expense_user', 'account.group_account_user'],
	found: 'the user of the API key sees only some expenses, the others are left out',
	remedy: 'Give the user the role All Approver in Expenses',
};

/** Code: addons/crm/security/crm_security.xml */
export const salesRole: Role = {
	groups: ['sales_team.group_sale_salesman_all_leads'],
	found: 'the user of the API key sees only some opportunities, the others are left out',
	remedy: 'Give the user the role User: All Documents in Sales',
};

/** Without such a role fewer records come, without an error. */
export async function checkRole(session: Session, { groups, found, remedy }: Role): Promise<void> {
	const id = await readOwnUser(session);
	for (const group of groups) if (await isIn(session, id, group)) return;
	const { problem } = lacking('Odoo role of the user', found, remedy);
	throw new SourceProblem({ ...problem, status: 403 });
}
