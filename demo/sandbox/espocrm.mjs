// A sandbox of EspoCRM's API: opportunities, tasks and cases with their streams, users, metadata and rights.
import { asked, badRequest, forbidden, notAccepted, notFound } from './espocrm/problems.mjs';
import { listOf, sliceOf } from './espocrm/search.mjs';

const ROOT = '/api/v1/';
const MOST_ROWS = 200;
const TYPES = ['Opportunity', 'Task', 'Case'];

/** The status field of each, with EspoCRM's own options. */
const statuses = {
	Opportunity: {
		stage: [
			...['Prospecting', 'Qualification', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'],
		],
	},
	Task: { status: ['Not Started', 'Started', 'Completed', 'Canceled', 'Deferred'] },
	Case: { status: ['New', 'Assigned', 'Pending', 'Closed', 'Rejected', 'Duplicate'] },
};

const fieldsOf = (type) => ({
	name: { type: 'varchar' },
	...Object.fromEntries(
		Object.entries(statuses[type]).map(([name, options]) => [name, { type: 'enum', options }]),
	),
	assignedUser: { type: 'link' },
	teams: { type: 'linkMultiple' },
});

/**
 * The system for `serve`. `data` is { Opportunity, Task, Case, User } as EspoCRM shows them, and `notes` by record id,
 * oldest first; `apiKeys` are those that are good; `levels` are the role's: { 'Case.read': 'own', … }, all unless told;
 * `limit` is recordListMaxSizeLimit; entity types in `uncounted` have their record count switched off.
 */
export const espocrm = ({
	data,
	notes,
	apiKeys = [],
	levels = {},
	limit = MOST_ROWS,
	uncounted = [],
	me = 'api-user',
}) => {
	const tables = new Map(
		Object.entries(data).map(([type, rows]) => [type, new Map(rows.map((r) => [r.id, { ...r }]))]),
	);
	const streams = new Map(Object.entries(notes).map(([id, list]) => [id, [...list]]));
	const levelOf = (type, right) => levels[`${type}.${right}`] ?? 'all';
	const sees = (type) => (row) =>
		type === 'User' || levelOf(type, 'read') === 'all' || row.assignedUserId === me;
	const noteNumber = () =>
		Math.max(0, ...[...streams.values()].flat().map(({ number }) => number)) + 1;

	const list = (type, request) => {
		if (levelOf(type, 'read') === 'no') return forbidden('No read access.');
		const rows = [...tables.get(type).values()].filter(sees(type));
		const attributes = [...new Set(['id', ...data[type].flatMap((row) => Object.keys(row))])];
		return listOf(rows, request, { attributes, limit, counts: !uncounted.includes(type) });
	};

	/** The newest first; e-mails are left out, without a word, for a role that may not read them. */
	const stream = (type, id, { query }) => {
		const row = tables.get(type).get(id);
		if (row === undefined) return notFound();
		if (levelOf(type, 'stream') === 'no' || !sees(type)(row)) return forbidden('No stream access.');
		const slice = sliceOf(query, limit);
		if (slice.refused) return slice.refused;
		const shown = (streams.get(id) ?? [])
			.filter((note) => !note.type.startsWith('Email') || levelOf('Email', 'read') === 'all')
			.sort((a, b) => b.number - a.number);
		const { offset, maxSize } = slice;
		return {
			status: 200,
			body: { total: shown.length, list: shown.slice(offset, offset + maxSize) },
		};
	};

	const table = () =>
		Object.fromEntries(
			[...TYPES, 'Email', 'User']
				.filter((type) => levelOf(type, 'read') !== 'no')
				.map((type) => [
					type,
					{ create: 'no', read: levelOf(type, 'read'), stream: levelOf(type, 'stream') },
				]),
		);

	const appUser = () => ({
		status: 200,
		body: {
			user: { id: me, userName: 'evidence', type: 'api' },
			acl: { table: { ...table(), Calendar: true } },
			token: null,
		},
	});

	const metadata = ({ query }) => {
		const entityDefs = Object.fromEntries(TYPES.map((type) => [type, { fields: fieldsOf(type) }]));
		const key = query.get('key') ?? '';
		const found = key.split('.').reduce((inner, name) => inner?.[name], { entityDefs });
		return { status: 200, body: found ?? 'null' };
	};

	const handle = (request) => {
		const { method, path, headers } = request;
		if (!apiKeys.includes(headers['x-api-key'])) return notAccepted();
		if (method !== 'GET' || !path.startsWith(ROOT)) return notFound();
		const [type, id, link] = path.slice(ROOT.length).split('/');
		if (type === 'App' && id === 'user') return appUser();
		if (type === 'Metadata' && id === undefined) return metadata(request);
		if (!tables.has(type)) return notFound(`Controller '${type}' does not exist.`);
		if (id === undefined) return list(type, request);
		return link === 'stream' ? stream(type, id, request) : badRequest();
	};

	const entries = () =>
		TYPES.flatMap((type) => [...tables.get(type).values()].map((row) => ({ type, row })));

	/** Somebody posts to the record that was quiet longest, and saves it. */
	const move = () => {
		const [{ row }] = entries().sort((a, b) => (a.row.modifiedAt < b.row.modifiedAt ? -1 : 1));
		row.modifiedAt = '2026-11-05 09:00:00';
		const post = { id: `moved-${row.id}`, number: noteNumber(), type: 'Post', isInternal: true };
		const own = streams.get(row.id) ?? [];
		const where = { parentType: own[0]?.parentType, parentId: row.id };
		streams.set(row.id, [...own, { ...post, ...where, createdAt: row.modifiedAt, data: [] }]);
	};

	/** A record that is deleted, or merged into another, is in no answer any more. */
	const remove = ({ id }) => {
		for (const type of TYPES) tables.get(type).delete(id);
	};

	return {
		name: 'EspoCRM',
		handle,
		problem: (kind) => asked[kind](),
		move,
		remove,
		merge: remove,
	};
};
