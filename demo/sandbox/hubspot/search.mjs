// POST /crm/v3/objects/{type}/search: filter groups, one sort, pages of at most 200, at most 10,000 rows a query.
import { invalid } from './problems.mjs';
import { publicObject, updateProperty } from './objects.mjs';

const MAX_PAGE = 200;
const MAX_RESULTS = 10000;
const MAX_GROUPS = 5;
const MAX_FILTERS = 6;
const MAX_FILTERS_IN_ALL = 18;

const DEFAULTS = {
	tickets: [
		'content',
		'createdate',
		'hs_lastmodifieddate',
		'hs_object_id',
		'hs_pipeline',
		'hs_pipeline_stage',
		'hs_ticket_category',
		'hs_ticket_priority',
		'subject',
	],
	deals: [
		'amount',
		'closedate',
		'createdate',
		'dealname',
		'dealstage',
		'hs_lastmodifieddate',
		'hs_object_id',
		'pipeline',
	],
	contacts: ['createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname'],
};

const DATES = /(^createdate$|date$|^hs_date|_date$|^closedate$)/;

/** Dates compare as instants (epoch milliseconds or ISO), ids as numbers, the rest as text without case. */
const comparable = (property, value) => {
	if (value === undefined || value === null || value === '') return undefined;
	if (DATES.test(property)) return /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
	if (property === 'hs_object_id' || /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
	return String(value).toLowerCase();
};

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const operators = {
	EQ: (value, { one }) => value !== undefined && value === one,
	NEQ: (value, { one }) => value !== undefined && value !== one,
	LT: (value, { one }) => value !== undefined && value < one,
	LTE: (value, { one }) => value !== undefined && value <= one,
	GT: (value, { one }) => value !== undefined && value > one,
	GTE: (value, { one }) => value !== undefined && value >= one,
	BETWEEN: (value, { one, high }) => value !== undefined && value >= one && value <= high,
	IN: (value, { many }) => many.includes(value),
	NOT_IN: (value, { many }) => value !== undefined && !many.includes(value),
	HAS_PROPERTY: (value) => value !== undefined,
	NOT_HAS_PROPERTY: (value) => value === undefined,
	CONTAINS_TOKEN: (value, { one }) =>
		value !== undefined && String(value).includes(String(one).replaceAll('*', '')),
	NOT_CONTAINS_TOKEN: (value, { one }) =>
		value !== undefined && !String(value).includes(String(one).replaceAll('*', '')),
};

const valueMissing = ({ operator, value, values, highValue }) => {
	if (operator.includes('HAS_PROPERTY')) return false;
	if (operator === 'IN' || operator === 'NOT_IN')
		return !Array.isArray(values) || values.length === 0;
	return value === undefined || (operator === 'BETWEEN' && highValue === undefined);
};

const checkFilter = (filter, known) => {
	if (typeof filter?.propertyName !== 'string' || operators[filter.operator] === undefined)
		return `Invalid input JSON: a filter needs propertyName and operator, one of ${Object.keys(operators).join(', ')}`;
	if (!known.has(filter.propertyName))
		return `There was a problem with the request. Property '${filter.propertyName}' does not exist`;
	if (valueMissing(filter))
		return `A filter with operator ${filter.operator} on '${filter.propertyName}' is missing its value`;
	return undefined;
};

const checkPage = ({ limit = 10, after = '0' }) => {
	if (!Number.isInteger(limit) || limit < 0 || limit > MAX_PAGE)
		return `limit: ${limit} is not valid; it must be between 0 and ${MAX_PAGE}`;
	if (!/^\d+$/.test(String(after))) return `after: '${after}' is not a valid paging cursor`;
	if (Number(after) + limit > MAX_RESULTS)
		return `The search endpoint returns at most ${MAX_RESULTS} results for a query; after ${after} with limit ${limit} goes beyond`;
	return undefined;
};

const check = (body, known) => {
	if (body === null || typeof body !== 'object') return 'Invalid input JSON';
	const groups = body.filterGroups ?? [];
	if (!Array.isArray(groups) || groups.length > MAX_GROUPS)
		return `At most ${MAX_GROUPS} filterGroups are allowed`;
	if (groups.some((group) => !Array.isArray(group.filters) || group.filters.length > MAX_FILTERS))
		return `A filter group needs filters, at most ${MAX_FILTERS}`;
	if (groups.flatMap((group) => group.filters).length > MAX_FILTERS_IN_ALL)
		return `At most ${MAX_FILTERS_IN_ALL} filters are allowed in all`;
	if ((body.sorts ?? []).length > 1) return 'Only one sort is allowed';
	const bad = groups.flatMap((group) => group.filters).map((filter) => checkFilter(filter, known));
	return bad.find((message) => message !== undefined) ?? checkPage(body);
};

const passes = (record, filter) => {
	const property = filter.propertyName;
	return operators[filter.operator](comparable(property, record.properties[property]), {
		one: comparable(property, filter.value),
		high: comparable(property, filter.highValue),
		many: (filter.values ?? []).map((each) => comparable(property, each)),
	});
};

const sorter = (sorts) => {
	const [first] = sorts ?? [];
	const named = typeof first === 'string' ? { propertyName: first.replace(/^-/, '') } : first;
	const property = named?.propertyName ?? 'createdate';
	const down = first === undefined || named.direction === 'DESCENDING' || String(first)[0] === '-';
	const sign = down ? -1 : 1;
	return (a, b) => {
		const left = comparable(property, a.properties[property]);
		const right = comparable(property, b.properties[property]);
		if (left === undefined || right === undefined)
			return left === right ? 0 : left === undefined ? 1 : -1;
		return sign * order(left, right) || order(Number(a.id), Number(b.id));
	};
};

/** The answer to a search over the live records of a type. */
export const search = (body, { type, records, known }) => {
	const wrong = check(body, known);
	if (wrong !== undefined) return invalid(wrong);
	const groups = body.filterGroups ?? [];
	const found = records
		.filter((record) => !record.archived && record.mergedInto === undefined)
		.filter(
			(record) =>
				groups.length === 0 ||
				groups.some((group) => group.filters.every((filter) => passes(record, filter))),
		)
		.sort(sorter(body.sorts));
	const limit = body.limit ?? 10;
	const from = Number(body.after ?? 0);
	const next = from + limit;
	const wanted = body.properties?.length > 0 ? body.properties : (DEFAULTS[type] ?? []);
	const always = ['createdate', updateProperty(type), 'hs_object_id'];
	return {
		status: 200,
		body: {
			total: found.length,
			results: found
				.slice(from, next)
				.map((record) => publicObject(record, { properties: [...always, ...wanted] })),
			...(next < found.length ? { paging: { next: { after: String(next) } } } : {}),
		},
	};
};
