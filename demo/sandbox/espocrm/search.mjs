// Search parameters of EspoCRM's lists: where, order, select, offset and size, as PHP reads them from a query.
import { badRequest, forbidden } from './problems.mjs';

/** `where[0][type]=…&where[0][attribute]=…` as a list of conditions. */
const conditionsOf = (query) => {
	const found = [];
	for (const [name, value] of query) {
		const [, index, key] = /^where(?:Group)?\[(\d+)\]\[(\w+)\]$/.exec(name) ?? [];
		if (index !== undefined) found[Number(index)] = { ...found[Number(index)], [key]: value };
	}
	return found.filter(Boolean);
};

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const tests = {
	equals: (value, wanted) => value === wanted,
	greaterThan: (value, wanted) => compare(value, wanted) > 0,
	greaterThanOrEquals: (value, wanted) => compare(value, wanted) >= 0,
};

/** Attributes that the whole lacks cannot be asked for; null is neither greater nor less. */
const whereOf = (conditions, attributes) => {
	for (const { type, attribute } of conditions) {
		if (!attributes.includes(attribute))
			return { refused: badRequest(`Not existing attribute '${attribute}' in where.`) };
		if (tests[type] === undefined) return { refused: badRequest(`Bad where type '${type}'.`) };
	}
	return {
		holds: (row) =>
			conditions.every(
				({ type, attribute, value }) =>
					row[attribute] !== null && tests[type](String(row[attribute]), value),
			),
	};
};

const numberOf = (query, name, fallback) => {
	const text = query.get(name) ?? '';
	return text === '' ? fallback : Number.parseInt(text, 10) || 0;
};

/** Where and how many: more than the limit is refused, not cut. */
export const sliceOf = (query, limit) => {
	const maxSize = numberOf(query, 'maxSize', limit);
	if (maxSize > limit)
		return { refused: forbidden(`Max size should not exceed ${limit}. Use offset and limit.`) };
	return { offset: numberOf(query, 'offset', 0), maxSize };
};

const pick = (row, names) =>
	Object.fromEntries(Object.entries(row).filter(([name]) => name === 'id' || names.includes(name)));

/** Not counted: one row more is looked for. */
const uncounted = (rows, { offset, maxSize }) => (rows.length > offset + maxSize ? -1 : -2);

/** The answer to a list; `counts` is whether the entity type counts its records. */
export const listOf = (rows, { query, headers }, { attributes, limit, counts }) => {
	const slice = sliceOf(query, limit);
	const { refused = slice.refused, holds } = whereOf(conditionsOf(query), attributes);
	if (refused) return refused;
	const orderBy = query.get('orderBy') ?? 'createdAt';
	const sign = (query.get('order') ?? 'desc').toLowerCase() === 'asc' ? 1 : -1;
	if (!attributes.includes(orderBy)) return badRequest(`Order by non-existing field '${orderBy}'.`);
	const kept = rows
		.filter(holds)
		.sort((a, b) => sign * (compare(a[orderBy], b[orderBy]) || compare(a.id, b.id)));
	const { offset, maxSize } = slice;
	const select = query.get('select') ?? query.get('attributeSelect');
	const names = select === null ? attributes : select.split(',');
	const isCounted = counts && headers['x-no-total'] !== 'true';
	return {
		status: 200,
		body: {
			total: isCounted ? kept.length : uncounted(kept, slice),
			list: kept.slice(offset, offset + maxSize).map((row) => pick(row, names)),
		},
	};
};
