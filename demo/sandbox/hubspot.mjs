// A sandbox of HubSpot's CRM API: bearer tokens with scopes, search, batch read with history, owners, pipelines.
import { createBucket } from './bucket.mjs';
import { batchRead, list, one, updateProperty } from './hubspot/objects.mjs';
import {
	asked,
	missingScopes,
	notAuthenticated,
	notFound,
	tooMany,
	invalid,
} from './hubspot/problems.mjs';
import { search } from './hubspot/search.mjs';
import {
	account,
	ownerById,
	owners,
	pipelineById,
	pipelines,
	properties,
	propertyByName,
} from './hubspot/settings.mjs';

const SCOPES = {
	tickets: 'tickets',
	deals: 'crm.objects.deals.read',
	contacts: 'crm.objects.contacts.read',
	owners: 'crm.objects.owners.read',
};
export const ALL_SCOPES = Object.values(SCOPES);
const TYPE_IDS = {
	'0-1': 'contacts',
	'0-3': 'deals',
	'0-5': 'tickets',
	ticket: 'tickets',
	deal: 'deals',
	contact: 'contacts',
};

const TEN_SECONDS = 10000;

const collection = (rows) => {
	const byId = new Map(rows.map((row) => [row.id, row]));
	return { byId, all: () => byId.values() };
};

/** /crm/v3/objects/… and the dated /crm/objects/2026-03/… are the same. */
const routeOf = (path) =>
	path
		.replace(/\/$/, '')
		.replace(/^\/crm\/(objects|owners|pipelines|properties)\/20\d\d-\d\d(?=\/|$)/, '/crm/v3/$1')
		.split('/')
		.slice(1);

/**
 * The system for `serve`. `data` is of demo/company/hubspot.mjs's shape; `tokens` maps each token to its scopes
 * (all by default); `perTenSeconds` 100 or 190 by plan; `pace` multiplies the refill of both limits.
 */
export const hubspot = ({ data, tokens, perTenSeconds = 190, pace = 1, now = Date.now }) => {
	const types = Object.fromEntries(
		Object.entries(data.objects).map(([type, rows]) => [type, collection(rows)]),
	);
	const general = createBucket({ capacity: perTenSeconds, perMs: TEN_SECONDS, pace });
	const searches = createBucket({ capacity: 5, perMs: 1000, pace });

	const scopeMissing = (request, scope) => {
		const granted = tokens[/^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]];
		if (granted === undefined) return notAuthenticated();
		return scope === undefined || granted.includes(scope) ? undefined : missingScopes([scope]);
	};

	const objects = (request, [, , , rawType, ...rest]) => {
		const type = TYPE_IDS[rawType] ?? rawType;
		const records = types[type];
		if (records === undefined) return invalid(`Unable to infer object type from: ${rawType}`);
		const known = new Set((data.properties[type] ?? []).map(([name]) => name));
		const archived = request.query.get('archived') === 'true';
		const [verb, what] = rest;
		if (request.method === 'POST' && verb === 'search')
			return search(request.body, { type, records: [...records.all()], known });
		if (request.method === 'POST' && verb === 'batch' && what === 'read')
			return batchRead(request.body, { type, records, now, archived });
		if (request.method !== 'GET' || rest.length > 1) return notFound();
		return verb === undefined
			? list(request.query, { type, records })
			: one(verb, request.query, { type, records });
	};

	const settings = (request, [, , area, type, id]) => {
		if (request.method !== 'GET') return notFound();
		if (area === 'owners')
			return type === undefined
				? owners(request.query, data)
				: ownerById(type, request.query, data);
		const kind = TYPE_IDS[type] ?? type;
		if (area === 'pipelines')
			return id === undefined ? pipelines(kind, data) : pipelineById(kind, id, data);
		if (area === 'properties')
			return id === undefined ? properties(kind, data) : propertyByName(kind, id, data);
		return notFound();
	};

	const scopeOf = ([, , area, type]) =>
		area === 'owners' ? SCOPES.owners : SCOPES[TYPE_IDS[type] ?? type];

	const limited = (parts) => {
		if (parts[4] === 'search' && !searches.take().ok) return { refused: tooMany('SECONDLY') };
		const { ok, remaining } = general.take();
		if (!ok) return { refused: tooMany('TEN_SECONDLY_ROLLING') };
		if (parts[4] === 'search') return { headers: {} };
		return {
			headers: {
				'X-HubSpot-RateLimit-Daily': '650000',
				'X-HubSpot-RateLimit-Daily-Remaining': '649000',
				'X-HubSpot-RateLimit-Interval-Milliseconds': String(TEN_SECONDS),
				'X-HubSpot-RateLimit-Max': String(perTenSeconds),
				'X-HubSpot-RateLimit-Remaining': String(remaining),
			},
		};
	};

	const route = (request, parts) => {
		if (request.path === '/account-info/v3/details') return account(data);
		if (parts[0] !== 'crm' || parts[1] !== 'v3') return notFound();
		return parts[2] === 'objects' ? objects(request, parts) : settings(request, parts);
	};

	const handle = (request) => {
		const parts = routeOf(request.path);
		const denied = scopeMissing(request, scopeOf(parts));
		if (denied !== undefined) return denied;
		const { refused, headers } = limited(parts);
		if (refused !== undefined) return refused;
		const answer = route(request, parts);
		return { ...answer, headers: { ...headers, ...answer.headers } };
	};

	/** A person or a calculation touches the oldest record: it moves to the end of every list by update time. */
	const move = ({ type = 'tickets', id } = {}) => {
		const live = [...types[type].all()].filter((record) => !record.archived);
		const record =
			id === undefined
				? live.reduce((oldest, each) => (each.updatedAt < oldest.updatedAt ? each : oldest))
				: types[type].byId.get(id);
		record.updatedAt = now();
		record.properties[updateProperty(type)] = new Date(record.updatedAt).toISOString();
	};

	const remove = ({ type = 'tickets', id }) => {
		const record = types[type].byId.get(String(id));
		Object.assign(record, { archived: true, archivedAt: now() });
	};

	/** The loser's id leads to the one that is left, which remembers it. */
	const merge = ({ type = 'tickets', id, into }) => {
		types[type].byId.get(String(id)).mergedInto = String(into);
		types[type].byId.get(String(into)).properties.hs_merged_object_ids = String(id);
	};

	return {
		name: 'HubSpot',
		handle,
		problem: (kind) => asked[kind](),
		move,
		remove,
		merge,
		reports: {},
	};
};
