// How HubSpot shows a record, alone, in lists and in batches, with and without the history of its properties.
import { invalid, notFound } from './problems.mjs';

const MAX_BATCH = 100;
const MAX_BATCH_WITH_HISTORY = 50;
const MAX_LIST = 100;
const MAX_LIST_WITH_HISTORY = 50;

export const updateProperty = (type) =>
	type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';

const iso = (ms) => new Date(ms).toISOString();

/** Every value is text; a property that was asked for and has no value is null; unknown ones are left out. */
export const publicObject = (record, { properties, withHistory = [] }) => ({
	id: record.id,
	properties: Object.fromEntries(
		[...new Set(properties)].sort().map((name) => [name, record.properties[name] ?? null]),
	),
	...(withHistory.length > 0
		? {
				propertiesWithHistory: Object.fromEntries(
					withHistory.map((name) => [name, record.history[name] ?? []]),
				),
			}
		: {}),
	createdAt: iso(record.createdAt),
	updatedAt: iso(record.updatedAt),
	archived: record.archived === true,
	...(record.archived ? { archivedAt: iso(record.archivedAt) } : {}),
});

const find = (records, id) => {
	const record = records.byId.get(String(id));
	return record?.mergedInto === undefined ? record : records.byId.get(record.mergedInto);
};

/** POST …/batch/read. What is not there makes the answer a 207 with `errors`. */
export const batchRead = (body, { type, records, now, archived }) => {
	const inputs = body?.inputs;
	if (!Array.isArray(inputs)) return invalid('Invalid input JSON: inputs is required');
	const withHistory = body.propertiesWithHistory ?? [];
	const most = withHistory.length > 0 ? MAX_BATCH_WITH_HISTORY : MAX_BATCH;
	if (inputs.length > most)
		return invalid(
			withHistory.length > 0
				? `The maximum number of inputs supported in a batch request for property histories is ${most}`
				: `The maximum number of inputs supported in a batch request is ${most}`,
		);
	const startedAt = iso(now());
	const pairs = inputs.map(({ id }) => [String(id), find(records, id)]);
	const there = (record) => record !== undefined && (record.archived === true) === archived;
	const missing = pairs.filter(([, record]) => !there(record)).map(([id]) => id);
	const unique = [...new Set(pairs.map(([, record]) => record).filter(there))];
	const always = ['createdate', updateProperty(type), 'hs_object_id'];
	return {
		status: missing.length > 0 ? 207 : 200,
		body: {
			status: 'COMPLETE',
			results: unique.map((record) =>
				publicObject(record, { properties: [...always, ...(body.properties ?? [])], withHistory }),
			),
			...(missing.length > 0 ? { numErrors: 1, errors: [missingError(type, missing)] } : {}),
			startedAt,
			completedAt: iso(now()),
		},
	};
};

const missingError = (type, ids) => ({
	status: 'error',
	category: 'OBJECT_NOT_FOUND',
	message: `Could not get some ${type.slice(0, -1).toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
	context: { ids },
});

const names = (query, name) =>
	query
		.getAll(name)
		.flatMap((each) => each.split(','))
		.filter((each) => each !== '');

/** GET /crm/v3/objects/{type}: in order of id; `after` is the id before the next. */
export const list = (query, { type, records }) => {
	const withHistory = names(query, 'propertiesWithHistory');
	const most = withHistory.length > 0 ? MAX_LIST_WITH_HISTORY : MAX_LIST;
	const limit = Number(query.get('limit') ?? 10);
	if (!Number.isInteger(limit) || limit < 1 || limit > most)
		return invalid(`limit: ${query.get('limit')} is not valid; at most ${most}`);
	const after = Number(query.get('after') ?? 0);
	const archived = query.get('archived') === 'true';
	const rows = [...records.all()]
		.filter((record) => (record.archived === true) === archived && record.mergedInto === undefined)
		.filter((record) => Number(record.id) > after)
		.sort((a, b) => Number(a.id) - Number(b.id));
	const shown = rows.slice(0, limit);
	const always = ['createdate', updateProperty(type), 'hs_object_id'];
	return {
		status: 200,
		body: {
			results: shown.map((record) =>
				publicObject(record, {
					properties: [...always, ...names(query, 'properties')],
					withHistory,
				}),
			),
			...(rows.length > limit ? { paging: { next: { after: shown.at(-1).id } } } : {}),
		},
	};
};

/** GET /crm/v3/objects/{type}/{id}. */
export const one = (id, query, { type, records }) => {
	const record = find(records, id);
	const archived = query.get('archived') === 'true';
	if (record === undefined || (record.archived === true) !== archived) return notFound();
	const always = ['createdate', updateProperty(type), 'hs_object_id'];
	return {
		status: 200,
		body: publicObject(record, {
			properties: [...always, ...names(query, 'properties')],
			withHistory: names(query, 'propertiesWithHistory'),
		}),
	};
};
