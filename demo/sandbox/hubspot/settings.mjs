// HubSpot's owners, pipelines, properties and account details.
import { invalid, notFound } from './problems.mjs';

const ok = (body) => ({ status: 200, body });

const owner = ({ id, userId, email, firstName, lastName, archived, createdAt, updatedAt }) => ({
	id,
	email,
	type: 'PERSON',
	firstName,
	lastName,
	userId,
	userIdIncludingInactive: userId,
	createdAt,
	updatedAt,
	archived: archived === true,
});

/** GET /crm/v3/owners: active ones, or with `archived=true` only those who left. */
export const owners = (query, data) => {
	const limit = Number(query.get('limit') ?? 100);
	if (!Number.isInteger(limit) || limit < 1 || limit > 500)
		return invalid(`limit: ${query.get('limit')} is not valid; at most 500`);
	const archived = query.get('archived') === 'true';
	const email = query.get('email');
	const after = Number(query.get('after') ?? 0);
	const rows = data.owners
		.filter((each) => (each.archived === true) === archived)
		.filter((each) => email === null || each.email === email)
		.filter((each) => Number(each.id) > after)
		.sort((a, b) => Number(a.id) - Number(b.id));
	const shown = rows.slice(0, limit);
	const next = rows.length > limit ? { paging: { next: { after: shown.at(-1).id } } } : {};
	return ok({ results: shown.map(owner), ...next });
};

export const ownerById = (id, query, data) => {
	const archived = query.get('archived') === 'true';
	const key = query.get('idProperty') === 'userId' ? 'userId' : 'id';
	const found = data.owners.find(
		(each) => String(each[key]) === id && (each.archived === true) === archived,
	);
	return found === undefined ? notFound() : ok(owner(found));
};

const stage = ({ id, label, isClosed, ticketState, probability }, at) => ({
	label,
	displayOrder: at,
	metadata: {
		...(ticketState === undefined ? {} : { ticketState }),
		isClosed: String(isClosed),
		...(probability === undefined ? {} : { probability }),
	},
	id,
	createdAt: '2025-01-06T02:00:00Z',
	updatedAt: '2025-01-06T02:00:00Z',
	archived: false,
	writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
});

const pipeline = ({ id, label, stages }, at) => ({
	label,
	displayOrder: at,
	id,
	stages: stages.map(stage),
	createdAt: '2025-01-06T02:00:00Z',
	updatedAt: '2025-01-06T02:00:00Z',
	archived: false,
});

export const pipelines = (type, data) =>
	ok({ results: (data.pipelines[type] ?? []).map(pipeline) });

export const pipelineById = (type, id, data) => {
	const at = (data.pipelines[type] ?? []).findIndex((each) => each.id === id);
	return at < 0 ? notFound() : ok(pipeline(data.pipelines[type][at], at));
};

const option = ([value, label], at) => ({ value, label, displayOrder: at, hidden: false });

const property = ([name, kind, label, options = []]) => ({
	updatedAt: '2025-01-06T02:00:00Z',
	createdAt: '2025-01-06T02:00:00Z',
	name,
	label,
	type: kind,
	fieldType: kind === 'datetime' ? 'date' : kind === 'enumeration' ? 'select' : 'text',
	description: '',
	groupName: 'information',
	options: options.map(option),
	displayOrder: -1,
	calculated: false,
	externalOptions: false,
	hasUniqueValue: false,
	hidden: false,
	hubspotDefined: true,
	modificationMetadata: { archivable: true, readOnlyDefinition: true, readOnlyValue: false },
	formField: false,
});

export const properties = (type, data) =>
	ok({ results: (data.properties[type] ?? []).map(property) });

export const propertyByName = (type, name, data) => {
	const found = (data.properties[type] ?? []).find(([each]) => each === name);
	return found === undefined ? notFound() : ok(property(found));
};

export const account = (data) =>
	ok({
		portalId: data.portalId,
		accountType: 'STANDARD',
		timeZone: data.timeZone,
		companyCurrency: 'CNY',
		additionalCurrencies: [],
		utcOffset: '+08:00',
		utcOffsetMilliseconds: 28800000,
		uiDomain: 'app.hubspot.com',
		dataHostingLocation: 'na1',
	});
