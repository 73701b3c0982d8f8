import type { List } from '../../engine/page';
import type { Session } from '../../engine/session';
import type { Probe, System } from '../../engine/stream';
import { readCaseHistory } from './caseHistory';
import { cases, casesQuery } from './cases';
import { lookups } from './lookups';
import { opportunities, opportunitiesQuery } from './opportunities';
import { readHandovers, readStages } from './opportunityHistory';
import { checkSeesAll } from './sharing';
import { recordsList, rowsList } from './soql';
import { readStates } from './states';
import { tasks, tasksQuery } from './tasks';
import { usersQuery } from './users';

const nothingMore = { select: [], where: [] };
const one = ' LIMIT 1';

const ids = async <Body, Row extends { readonly Id: string }>(
	session: Session,
	list: List<Body, Row>,
): Promise<readonly string[]> =>
	list.rows(await session.ask({ ...list, request: list.first })).map(({ Id }) => Id);

async function someOpportunity(session: Session): Promise<void> {
	await readStates(session, 'OpportunityStage');
	const found = await ids(session, recordsList(session, opportunitiesQuery(nothingMore), one));
	if (found.length > 0) await readStages(session, found);
}

async function someHandover(session: Session): Promise<void> {
	const found = await ids(session, recordsList(session, opportunitiesQuery(nothingMore), one));
	if (found.length > 0) await readHandovers(session, found);
}

async function someTask(session: Session): Promise<void> {
	await readStates(session, 'TaskStatus');
	await ids(session, recordsList(session, tasksQuery(nothingMore), one));
}

async function someCase(session: Session): Promise<void> {
	await readStates(session, 'CaseStatus');
	const found = await ids(session, recordsList(session, casesQuery(nothingMore), one));
	if (found.length > 0) await readCaseHistory(session, found);
}

const probes: readonly Probe[] = [
	{
		reads: 'users',
		run: async (session) => await ids(session, rowsList(session, usersQuery([]), one)),
	},
	{ reads: 'opportunities with their stages', run: someOpportunity },
	{ reads: 'their owner history', run: someHandover },
	{ reads: 'tasks', run: someTask },
	{ reads: 'cases with their history', run: someCase },
	{ reads: 'all of them, since the user has View All Data', run: checkSeesAll },
];

/** Docs: developer.salesforce.com → REST API, SOQL and SOSL, Object Reference */
export const salesforce: System = {
	id: 'salesforce',
	label: 'Salesforce',
	credential: 'performanceSalesforceOAuth2Api',
	streams: [opportunities, tasks, cases],
	probes,
	lookups,
};
