import { z } from 'zod';
import type { List } from '../../engine/page';
import { withQuery } from '../../engine/page';
import type { Session } from '../../engine/session';
import type { Lookup, System } from '../../engine/stream';
import type { ParameterChoice } from '../../engine/system';
import { keepable } from './issue';
import { issuesList, readStatuses } from './read';
import { explain } from './refusal';

const named = z.object({ id: z.number(), name: z.string() });
type Named = z.infer<typeof named>;
const choice = ({ id, name }: Named): ParameterChoice => ({ value: String(id), label: name });

const projectsWire = z.object({ projects: z.array(named), total_count: z.number() });

const projectsList = (session: Session): List<z.infer<typeof projectsWire>, Named> => ({
	about: 'Redmine projects',
	wire: projectsWire,
	explain,
	first: { method: 'GET', url: `${session.baseUrl}/projects.json`, query: { limit: '100' } },
	rows: (body) => body.projects,
	expected: (body) => body.total_count,
	paging: { kind: 'offset', put: (request, offset) => withQuery(request, { offset }) },
});

const projects: Lookup = async (session) => (await session.all(projectsList(session))).map(choice);

const trackers: Lookup = async (session) =>
	(
		await session.ask({
			about: 'Redmine trackers',
			wire: z.object({ trackers: z.array(named) }),
			explain,
			request: { method: 'GET', url: `${session.baseUrl}/trackers.json` },
		})
	).trackers.map(choice);

const statuses: Lookup = async (session) => (await readStatuses(session)).map(choice);

/** The list of custom fields is for administrators: they are taken from a page of issues. */
const issueFields: Lookup = async (session) => {
	const list = issuesList(session, 0);
	const { issues } = await session.ask({ ...list, request: list.first });
	const custom = issues.flatMap(({ custom_fields: own }) => (own ?? []).map(({ name }) => name));
	return [...new Set([...keepable, ...custom])].map((name) => ({ value: name, label: name }));
};

export const lookups: NonNullable<System['lookups']> = {
	projects,
	trackers,
	statuses,
	issueFields,
};
