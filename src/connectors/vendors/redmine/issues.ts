import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import { formerStages, withFormer } from '../../engine/formerStages';
import { lacking } from '../../engine/problem';
import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import type { Parameter } from '../../engine/system';
import type { Issue } from './issue';
import { issueItem, type Reading } from './issueItem';
import { issuesList, readStatuses, readStory, stagesOf, type Body, type Status } from './read';
import { accountBook, handlerAs } from './users';

const several = (name: string, label: string, description: string, lookup: string): Parameter => ({
	name,
	label,
	description,
	kind: 'list',
	default: [],
	lookup,
});

const parameters: readonly Parameter[] = [
	several('projects', 'Projects', 'Whose issues count; empty: those of all projects', 'projects'),
	several('trackers', 'Trackers', 'Which kinds of issue count; empty: all', 'trackers'),
	several(
		'pauseStatuses',
		'Pause Statuses',
		'Statuses in which an issue waits for somebody else, so that the time does not count; empty: none',
		'statuses',
	),
	several(
		'cancelledStatuses',
		'Cancelled Statuses',
		'Closed statuses that mean that the work was not to be done, such as Rejected; empty: every closed issue is done',
		'statuses',
	),
	...formerStages,
	{
		name: 'dueZone',
		label: 'Time Zone of Due Dates',
		description:
			'Redmine keeps due dates as days: the limit is the end of that day in this time zone, as an IANA name',
		kind: 'text',
		default: 'Asia/Shanghai',
		placeholder: 'e.g. Asia/Shanghai',
		required: true,
	},
	handlerAs,
	furtherFields('fields of issues', 'e.g. priority, estimated_hours', 'issueFields'),
	lookBackDays,
];

/** The ids of statuses that a setting names, by id or name. */
function among(statuses: readonly Status[], wanted: readonly string[], label: string) {
	const ids = wanted.map((one) => {
		const found = statuses.find(({ id, name }) => [String(id), name].includes(one));
		if (found) return String(found.id);
		const known = statuses.map(({ name }) => name).join(', ');
		const missing = `there is no status ${one.slice(0, 60)}`;
		throw lacking('Redmine issue statuses', missing, `Choose in ${label} among ${known}`);
	});
	return (status: string): boolean => ids.includes(status);
}

function zoneOf({ settings, zoneOf: find }: Job): Reading['zone'] {
	const id = settings.text('dueZone') ?? '';
	const zone = find(id);
	if (zone) return zone;
	const found = `'${id.slice(0, 60)}' is not a time zone`;
	const remedy = 'Enter an IANA name such as Asia/Shanghai in Time Zone of Due Dates';
	throw lacking('Redmine due dates', found, remedy);
}

async function openIssues(job: Job): Promise<Opened<Body, Issue>> {
	const { session, settings } = job;
	const zone = zoneOf(job);
	const statuses = await readStatuses(session);
	const [projects, trackers] = [settings.words('projects'), settings.words('trackers')];
	const reading: Reading = {
		statuses,
		...withFormer(stagesOf(statuses), settings),
		pauses: among(statuses, settings.words('pauseStatuses'), 'Pause Statuses'),
		cancels: among(statuses, settings.words('cancelledStatuses'), 'Cancelled Statuses'),
		zone,
		fields: settings.fields('fields'),
		baseUrl: session.baseUrl,
		accountOf: accountBook(session, settings.text('handlerAs')),
	};
	const counts = ({ project, tracker }: Issue): boolean =>
		[[projects, project] as const, [trackers, tracker] as const].every(
			([wanted, { id, name }]) =>
				wanted.length === 0 || wanted.includes(String(id)) || wanted.includes(name ?? ''),
		);
	return {
		list: (window) => issuesList(session, window.from),
		id: (issue) => String(issue.id),
		updated: (issue) => issue.updated_on,
		batch: 1,
		items: async (rows) => {
			const found: (Item | Unclear)[] = [];
			for (const { id } of rows.filter(counts)) {
				const story = await readStory(session, id);
				if (story) found.push(await issueItem(story, reading));
			}
			return found;
		},
	};
}

export const issues = defineStream({
	id: 'issues',
	label: 'Issues',
	description: 'Issues by assignee, from assignment to the first closing',
	area: 'workLog',
	activity: 'task',
	parameters,
	notice:
		'An issue counts for its assignee at the first closing; errors are how often it was opened again. Each issue takes a request for its journals. A user who may see only some issues gets only these, without an error. Redmine tells no first response and no reasons for a delay.',
	open: openIssues,
});
