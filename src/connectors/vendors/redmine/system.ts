import type { Session } from '../../engine/session';
import type { Probe, System } from '../../engine/stream';
import { issues } from './issues';
import { lookups } from './lookups';
import { issuesList, readStatuses, readStory } from './read';
import { accountBook } from './users';

async function someIssue(session: Session): Promise<void> {
	const list = issuesList(session, 0, 1);
	const { issues: rows } = await session.ask({ ...list, request: list.first });
	const [issue] = rows;
	if (!issue) return;
	await readStory(session, issue.id);
	if (issue.assigned_to) await accountBook(session, 'login')(String(issue.assigned_to.id));
}

const probes: readonly Probe[] = [
	{ reads: 'issue statuses', run: readStatuses },
	{ reads: 'issues, their journals and assignees', run: someIssue },
];

/** Docs: redmine.org → Rest api; code: redmine 5.0 app/controllers, app/views/issues/show.api.rsb */
export const redmine: System = {
	id: 'redmine',
	label: 'Redmine',
	credential: 'performanceRedmineApi',
	streams: [issues],
	probes,
	lookups,
};
