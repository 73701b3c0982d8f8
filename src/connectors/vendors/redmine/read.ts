import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { Stages } from '../../engine/formerStages';
import { withQuery, type List } from '../../engine/page';
import { outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { issueWire, storyWire, type Issue, type Story } from './issue';
import { explain } from './refusal';

const wire = z.object({ issues: z.array(issueWire), total_count: z.number() });
export type Body = z.infer<typeof wire>;

const mostRows = 100; // more is cut without a word

/** Seconds, as Redmine keeps times, never later than asked. */
const seconds = (instant: Instant): string =>
	`${new Date(Math.floor(instant / 1000) * 1000).toISOString().slice(0, 19)}Z`;

/** All issues, the closed ones too, by id: one that is changed meanwhile does not move. Docs: redmine.org → Rest Issues */
export const issuesList = (
	session: Session,
	from: Instant,
	limit = mostRows,
): List<Body, Issue> => ({
	about: 'Redmine issues',
	wire,
	explain,
	first: {
		method: 'GET',
		url: `${session.baseUrl}/issues.json`,
		query: {
			status_id: '*',
			updated_on: `>=${seconds(from)}`,
			sort: 'id:asc',
			limit: String(limit),
		},
	},
	rows: (body) => body.issues,
	expected: (body) => body.total_count,
	paging: {
		kind: 'keyset',
		key: ({ id }) => String(id),
		put: (request, id) => withQuery(request, { issue_id: `>=${Number(id) + 1}` }),
		more: (body) => body.issues.length < body.total_count,
	},
});

async function isListed(session: Session, id: number): Promise<boolean> {
	const { issues } = await session.ask({
		about: `Redmine issue ${id}`,
		wire,
		explain,
		request: {
			method: 'GET',
			url: `${session.baseUrl}/issues.json`,
			query: { issue_id: String(id), status_id: '*' },
		},
	});
	return issues.length > 0;
}

/** An issue with its journals, which no list gives; undefined: it was deleted since it was listed. */
export async function readStory(session: Session, id: number): Promise<Story | undefined> {
	const read = await outcomeOf(
		session.ask({
			about: `Redmine journals of issue ${id}`,
			wire: z.object({ issue: storyWire }),
			explain,
			request: {
				method: 'GET',
				url: `${session.baseUrl}/issues/${id}.json`,
				query: { include: 'journals' },
			},
		}),
	);
	if (read.ok) return read.value.issue;
	if (read.error.problem.status !== 404 || (await isListed(session, id))) throw read.error;
	return undefined;
}

const statusWire = z.object({
	id: z.number(),
	name: z.string(),
	is_closed: z.boolean().nullish(),
});
export type Status = z.infer<typeof statusWire>;

/** Docs: redmine.org → Rest IssueStatuses */
export const readStatuses = async (session: Session): Promise<readonly Status[]> =>
	(
		await session.ask({
			about: 'Redmine issue statuses',
			wire: z.object({ issue_statuses: z.array(statusWire) }),
			explain,
			request: { method: 'GET', url: `${session.baseUrl}/issue_statuses.json` },
		})
	).issue_statuses;

export function stagesOf(statuses: readonly Status[]): Stages {
	const byId = new Map(statuses.map(({ id, is_closed: closed }) => [String(id), closed === true]));
	return { isClosed: (id) => byId.get(id) === true, isKnown: (id) => byId.has(id) };
}
