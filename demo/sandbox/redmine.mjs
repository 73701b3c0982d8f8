// A sandbox of Redmine's REST API: issues by filters, their journals one by one, statuses, projects, trackers, users.
import {
	asked,
	forbidden,
	invalid,
	noSuchPage,
	notAccepted,
	notFound,
} from './redmine/problems.mjs';

const DEFAULT_ROWS = 25;
const MOST_ROWS = 100;

/** `>=`, `<=` or the value itself, as Redmine's filters have it. */
const compared = (told, read) => {
	const [, operator, text] = /^(>=|<=|)(.*)$/.exec(told);
	const wanted = read(text);
	return {
		isReadable: !Number.isNaN(wanted),
		test: (value) =>
			({ '>=': value >= wanted, '<=': value <= wanted })[operator] ?? value === wanted,
	};
};

/** Rows as Redmine pages them: more than it gives are cut without a word. */
const paged = (name, rows, query) => {
	const offset = Number(query.get('offset') ?? 0);
	const limit = Math.min(Number(query.get('limit') ?? DEFAULT_ROWS), MOST_ROWS);
	const shown = rows.slice(offset, offset + limit);
	return { status: 200, body: { [name]: shown, total_count: rows.length, offset, limit } };
};

/**
 * The system for `serve`. `data` is { issues, statuses, projects, trackers, users }, as Redmine shows them; `keys` are
 * the API keys that are good; without `mayView` their user has no right to view issues; `shownProjects` are the numbers
 * of the projects that it is a member of.
 */
export const redmine = ({
	data,
	keys = [],
	mayView = true,
	shownProjects = data.projects.map(({ id }) => id),
}) => {
	const issues = new Map(data.issues.map((one) => [one.id, { ...one }]));
	const isShown = ({ project }) => shownProjects.includes(project.id);
	const isOpen = ({ status }) => !data.statuses.find(({ id }) => id === status.id).is_closed;

	const filters = {
		issue_id: (told) => {
			const { isReadable, test } = compared(told, Number);
			return isReadable ? ({ id }) => test(id) : undefined;
		},
		updated_on: (told) => {
			const { isReadable, test } = compared(told, Date.parse);
			return isReadable ? ({ updated_on: at }) => test(Date.parse(at)) : undefined;
		},
		status_id: (told) => {
			if (told === '*') return () => true;
			return told === 'open' ? isOpen : ({ status }) => String(status.id) === told;
		},
	};
	const names = { issue_id: 'Issue', updated_on: 'Updated', status_id: 'Status' };

	/** Without a status, closed issues are left out; without an order, the newest come first. */
	const listIssues = ({ query }) => {
		if (!mayView) return forbidden();
		const given = { status_id: 'open', ...Object.fromEntries(query) };
		let rows = [...issues.values()].filter(isShown);
		for (const [name, filterOf] of Object.entries(filters)) {
			if (given[name] === undefined) continue;
			const filter = filterOf(given[name]);
			if (filter === undefined) return invalid(names[name]);
			rows = rows.filter(filter);
		}
		rows.sort((a, b) => (given.sort === 'id:asc' ? a.id - b.id : b.id - a.id));
		const shown = rows.map(({ journals: _journals, ...issue }) => issue);
		return paged('issues', shown, query);
	};
	const showIssue = ({ query }, [number]) => {
		const issue = issues.get(Number(number));
		if (issue === undefined) return notFound();
		if (!mayView || !isShown(issue)) return forbidden();
		const { journals, ...own } = issue;
		const isWhole = (query.get('include') ?? '').split(',').includes('journals');
		return { status: 200, body: { issue: isWhole ? { ...own, journals } : own } };
	};
	/** Groups and locked users are not there; addresses are hidden unless a user shows them. */
	const showUser = (_request, [number]) => {
		const user = data.users.find(({ id }) => id === Number(number));
		return user === undefined ? notFound() : { status: 200, body: { user } };
	};
	const routes = [
		[/^\/issues\.json$/, listIssues],
		[/^\/issues\/(\d+)\.json$/, showIssue],
		[/^\/issue_statuses\.json$/, () => ({ status: 200, body: { issue_statuses: data.statuses } })],
		[/^\/trackers\.json$/, () => ({ status: 200, body: { trackers: data.trackers } })],
		[
			/^\/projects\.json$/,
			({ query }) =>
				paged(
					'projects',
					data.projects.filter(({ id }) => shownProjects.includes(id)),
					query,
				),
		],
		[/^\/users\/(\d+)\.json$/, showUser],
	];
	const handle = (request) => {
		if (!keys.includes(request.headers['x-redmine-api-key'])) return notAccepted();
		for (const [pattern, answer] of routes) {
			const match = pattern.exec(request.path);
			if (match) return answer(request, match.slice(1));
		}
		return noSuchPage();
	};

	const touch = (issue) => Object.assign(issue ?? {}, { updated_on: '2026-11-05T00:00:00Z' });
	const remove = ({ id }) => void issues.delete(Number(id ?? issues.keys().next().value));
	return {
		name: 'Redmine',
		handle,
		problem: (kind) => asked[kind](),
		move: () => void touch(issues.values().next().value),
		remove,
		/** Redmine has no merging: the duplicate is deleted. */
		merge: remove,
	};
};
