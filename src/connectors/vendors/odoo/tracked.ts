import type { Session } from '../../engine/session';
import type { Unclear } from '../../engine/stream';
import type { Expense } from './expense';
import type { Flow } from './flow';
import { openStories, type Story } from './history';
import { reviewOf, type Review } from './review';

const strange = (recordId: string, label: string): Unclear => ({
	recordId,
	unclear: `its history names a state '${label.slice(0, 60)}' that no language of Odoo has`,
	remedy:
		'States are kept in the language of the person who acted: activate that language in Odoo again, or set History to Messages',
});

const broken = (recordId: string): Unclear => ({
	recordId,
	unclear: 'its tracked changes do not lead to its present state',
	remedy:
		'Read it again; where it was imported or its messages were deleted, set History to Messages',
});

/** Why a story cannot be used; undefined: it can. One that is newer than what the list gave is right all the same. */
function problemOf(expense: Expense, { turns, strange: label }: Story): Unclear | undefined {
	const recordId = String(expense.id);
	if (label !== undefined) return strange(recordId, label);
	const last = turns[turns.length - 1];
	const unbroken = turns.every(({ from }, at) => at === 0 || turns[at - 1]?.to === from);
	const present = last?.to ?? (expense.isPart ? expense.stand : 'draft');
	const isNewer = last !== undefined && last.at > expense.changed;
	return unbroken && (present === expense.stand || isNewer) ? undefined : broken(recordId);
}

/** Tells of reviews by the tracked changes of state and manager. */
export async function openTracked(session: Session, flow: Flow) {
	const read = await openStories(session, flow);
	return async (expenses: readonly Expense[]) => {
		const storyOf = await read(expenses.map(({ id }) => id));
		return (expense: Expense): Review | Unclear | undefined => {
			const story = storyOf(expense.id);
			return problemOf(expense, story) ?? reviewOf(expense, story);
		};
	};
}
