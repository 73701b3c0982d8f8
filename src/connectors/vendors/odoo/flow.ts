import { outcomeOf, SourceProblem } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { readFields } from './rpc';

/** Where an expense stands for the person who reviews it. */
export type Stand = 'draft' | 'waiting' | 'approved' | 'refused';

const stands: ReadonlyMap<string, Stand> = new Map([
	['draft', 'draft'],
	...['submitted', 'submit'].map((state) => [state, 'waiting'] as const),
	...['approved', 'posted', 'in_payment', 'paid'].map((state) => [state, 'approved'] as const),
	...['approve', 'post', 'done'].map((state) => [state, 'approved'] as const),
	...['refused', 'cancel'].map((state) => [state, 'refused'] as const),
]);

/** undefined: a state that an installation added. */
export const standOf = (state: string): Stand | undefined => stands.get(state);

/** What is submitted and approved: single expenses from Odoo 19 on, before that reports of several. */
export interface Flow {
	readonly model: 'hr.expense' | 'hr.expense.sheet';
	/** As messages name the records. */
	readonly noun: string;
	/** The field that names the user who is to approve. */
	readonly manager: 'manager_id' | 'user_id';
	/** Whether an expense may be a part of another that was split. */
	readonly splits: boolean;
}

const expenses: Flow = {
	model: 'hr.expense',
	noun: 'expenses',
	manager: 'manager_id',
	splits: true,
};
const reports: Flow = {
	model: 'hr.expense.sheet',
	noun: 'expense reports',
	manager: 'user_id',
	splits: false,
};

const noSuchCall =
	'Check the base URL of the credential; for Odoo 14 to 18 set API to JSON-RPC, and where the server has several databases name yours in Database';

/** The first call of a reading: tells what to set where Odoo has no such address. */
export async function firstCall<T>(reading: Promise<T>): Promise<T> {
	const read = await outcomeOf(reading);
	if (read.ok) return read.value;
	const { problem } = read.error;
	// Odoo before 19, and a server that does not know which database is meant, answer with a web page.
	if (problem.status === 404 && problem.found.startsWith('there is no such address'))
		throw new SourceProblem({ ...problem, remedy: noSuchCall });
	throw read.error;
}

/** Code: addons/hr_expense/models/hr_expense.py, up to 18 hr_expense_sheet.py */
export async function readFlow(session: Session): Promise<Flow> {
	const known = await firstCall(readFields(session, expenses.model, ['sheet_id']));
	return known.has('sheet_id') ? reports : expenses;
}
