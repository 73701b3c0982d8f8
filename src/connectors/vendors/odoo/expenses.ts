import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import { numbers } from './choices';
import { openDecisions } from './decisions';
import { expenseOf, expensesList, type Row } from './expense';
import { parameters } from './expenseParameters';
import { readFlow, standOf } from './flow';
import { openKept } from './kept';
import { recordLink } from './link';
import type { Review } from './review';
import { checkRole, expenseRole } from './role';
import { countRecords, type Domain } from './rpc';
import { openTracked } from './tracked';
import { accountBook } from './users';
import { toTime } from './values';

function domainOf(job: Job): Domain {
	const [departments, companies] = [
		numbers(job, 'departments', 'Departments'),
		numbers(job, 'companies', 'Companies'),
	];
	return [
		['write_date', '>=', toTime(job.since)],
		...(departments.length > 0 ? [['department_id', 'in', departments]] : []),
		...(companies.length > 0 ? [['company_id', 'in', companies]] : []),
	];
}

async function openExpenses(job: Job): Promise<Opened<readonly Row[], Row>> {
	const { session, settings } = job;
	const flow = await readFlow(session);
	await checkRole(session, expenseRole);
	const fields = settings.fields('fields');
	const fieldsOf = await openKept(session, flow, fields);
	const byMessages = settings.text('history') === 'messages';
	const reviews = await (byMessages ? openDecisions : openTracked)(session, flow);
	const accounts = accountBook(session, settings.text('handlerAs'));
	const domain = domainOf(job);
	const { noun: about, model } = flow;
	const expected = await countRecords(session, { about, model, domain });
	const kept = fields.map(({ from }) => from);

	const itemOf = (row: Row, review: Review, accountOf: ReadonlyMap<number, string>): Item => ({
		...review,
		recordId: String(row.id),
		recordUrl: recordLink(session, flow, row.id),
		handler: review.handler === undefined ? null : (accountOf.get(review.handler) ?? null),
		fields: fieldsOf(row),
	});

	return {
		list: () => expensesList(session, flow, { domain, kept, expected }),
		id: ({ id }) => String(id),
		updated: ({ write_date: at }) => at,
		batch: 100,
		items: async (rows) => {
			const told = rows.map((row) => ({ row, stand: standOf(row.state) }));
			const reviewOf = await reviews(
				told.flatMap(({ row, stand }) => (stand ? [expenseOf(row, stand)] : [])),
			);
			const found = told.map(({ row, stand }) => ({
				row,
				review: stand ? reviewOf(expenseOf(row, stand)) : ownState(row),
			}));
			const accountOf = await accounts(
				found.flatMap(({ review }) => (review && 'status' in review ? (review.handler ?? []) : [])),
			);
			return found.flatMap(({ row, review }): readonly (Item | Unclear)[] => {
				if (review === undefined) return [];
				return ['unclear' in review ? review : itemOf(row, review, accountOf)];
			});
		},
	};
}

const ownState = ({ id, state }: Row): Unclear => ({
	recordId: String(id),
	unclear: `its state '${state.slice(0, 60)}' is none of Odoo's own`,
	remedy: 'Read these expenses in another way, for example with generic REST',
});

export const expenses = defineStream({
	id: 'expenses',
	label: 'Expenses',
	description: 'Expenses, up to Odoo 18 expense reports, by the person who reviews them',
	area: 'finance',
	activity: 'reimbursement',
	parameters,
	notice:
		'An expense counts for who first approved or refused it; errors are how often somebody else then refused it or brought it back. What was never submitted, or what Odoo approves by itself since there is no approver, is no record. Odoo tells no due dates and no reasons for a delay. The user needs the role All Approver in Expenses, and sees only expenses of the companies that it may work in, without an error.',
	open: openExpenses,
});
