import { outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Probe } from '../../engine/stream';
import { expensesList } from './expense';
import { readFlow } from './flow';
import { openStories } from './history';
import { opportunitiesList, readStages } from './opportunity';
import { openHistories } from './opportunityHistory';
import { lacksApp, withRight } from './refusal';
import { checkRole, expenseRole, salesRole } from './role';
import { accountBook } from './users';

type Run = (session: Session) => Promise<unknown>;

/** Where an app is not installed there is nothing of it to read, as long as there is the other one. */
const unlessMissing =
	(run: Run, other: Run): Run =>
	async (session) => {
		const read = await outcomeOf(run(session));
		if (read.ok) return;
		if (!lacksApp(read.error)) throw read.error;
		const also = await outcomeOf(other(session));
		if (!also.ok && lacksApp(also.error)) throw read.error;
	};

const mayReadAs = (role: string): string =>
	`Give the user of the API key the type Internal User and the role ${role}`;
const mayReadExpenses = mayReadAs('All Approver in Expenses');
const mayReadOpportunities = mayReadAs('User: All Documents in Sales');

async function readExpense(session: Session) {
	const flow = await readFlow(session);
	const list = expensesList(session, flow, { domain: [], kept: [], pageSize: 1 });
	const [one] = await session.ask({ ...list, request: list.first });
	return { flow, one };
}
const someExpense = async (session: Session) =>
	await withRight(readExpense(session), mayReadExpenses);

async function readOpportunity(session: Session) {
	const domain = [['type', '=', 'opportunity']];
	const list = opportunitiesList(session, { domain, kept: [], pageSize: 1 });
	const [one] = await session.ask({ ...list, request: list.first });
	await readStages(session);
	return one;
}
const someOpportunity = async (session: Session) =>
	await withRight(readOpportunity(session), mayReadOpportunities);

async function readAccount(session: Session, user: number | undefined, right: string) {
	if (user !== undefined) await withRight(accountBook(session, 'email')([user]), right);
}

const ofExpenses = (reads: string, run: Run): Probe => ({
	reads,
	run: unlessMissing(run, readOpportunity),
});
const ofOpportunities = (reads: string, run: Run): Probe => ({
	reads,
	run: unlessMissing(run, readFlow),
});

export const probes: readonly Probe[] = [
	ofExpenses('expenses with their approvers', async (session) => {
		const { one } = await someExpense(session);
		await readAccount(session, one?.manager, mayReadExpenses);
	}),
	ofExpenses('their tracked changes', async (session) => {
		const { flow, one } = await someExpense(session);
		const storiesOf = await openStories(session, flow);
		await storiesOf(one ? [one.id] : []);
	}),
	ofExpenses('the role of the user in Expenses', async (session) => {
		await someExpense(session);
		await checkRole(session, expenseRole);
	}),
	ofOpportunities('opportunities with their salespersons', async (session) => {
		const one = await someOpportunity(session);
		await readAccount(session, one?.user_id, mayReadOpportunities);
	}),
	ofOpportunities('the tracked changes of opportunities', async (session) => {
		const one = await someOpportunity(session);
		const historiesOf = await openHistories(session);
		await historiesOf(one ? [one.id] : []);
	}),
	ofOpportunities('the role of the user in Sales', async (session) => {
		await someOpportunity(session);
		await checkRole(session, salesRole);
	}),
];
