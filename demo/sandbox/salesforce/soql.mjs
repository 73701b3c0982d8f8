// As much SOQL as a reader of records needs: SELECT, FROM, WHERE with AND, ORDER BY one field, LIMIT.
import { malformed, noField, noObject, quotedDate } from './problems.mjs';
import { schema } from './schema.mjs';

const SHAPE = /^SELECT (.+?) FROM (\w+)(?: WHERE (.+?))?(?: ORDER BY (\w+))?(?: LIMIT (\d+))?$/s;
const CONDITION =
	/([\w.]+)\s*(>=|<=|=|<|>|IN)\s*(\((?:'(?:[^'\\]|\\.)*'(?:,\s*)?)+\)|'(?:[^'\\]|\\.)*'|[\w:.+-]+)(?:\s+AND\s+|$)/gy;

const unquoted = (text) => text.slice(1, -1).replace(/\\(.)/g, '$1');
const quotedTexts = (text) => (text.match(/'(?:[^'\\]|\\.)*'/g) ?? []).map(unquoted);

/** The conditions of a WHERE, or undefined where it cannot be read. */
const conditionsOf = (text = '') => {
	const found = [];
	let end = 0;
	for (const [whole, field, operator, value] of text.matchAll(CONDITION)) {
		found.push({ field, operator, value });
		end += whole.length;
	}
	return end === text.length ? found : undefined;
};

/** 15 and 18 characters are one ID. */
const idKey = (value) => String(value).slice(0, 15);
const moment = (text) => Date.parse(String(text).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));

const wordOf = (value) => ({ true: true, false: false })[value] ?? value;

const sides = (type, told, value) => {
	if (type === 'datetime') return [moment(told), moment(value)];
	if (type === 'id' || type === 'reference') return [idKey(told), idKey(unquoted(value))];
	return [told, value.startsWith("'") ? unquoted(value) : wordOf(value)];
};

const compare = {
	'>=': (a, b) => a >= b,
	'<=': (a, b) => a <= b,
	'<': (a, b) => a < b,
	'>': (a, b) => a > b,
	'=': (a, b) => a === b,
};

const holds = (row, { field, operator, value }, types) => {
	const told = row[field] ?? null;
	const isId = ['id', 'reference'].includes(types[field]);
	if (operator === 'IN')
		return quotedTexts(value).some((one) => (isId ? idKey(one) === idKey(told) : one === told));
	const [a, b] = sides(types[field], told, value);
	return compare[operator](a, b);
};

const nested = (row, name) => {
	const [outer, inner] = name.split('.');
	return inner === undefined
		? { [outer]: row[outer] ?? null }
		: { [outer]: { [inner]: row[name] } };
};

const shown = (row, fields, object) => ({
	attributes: { type: object, url: `/services/data/v62.0/sobjects/${object}/${row.Id ?? ''}` },
	...Object.assign({}, ...fields.map((name) => nested(row, name))),
});

const inOrder = (rows, field) =>
	field === undefined
		? rows
		: [...rows].sort((a, b) => (a[field] < b[field] ? -1 : a[field] > b[field] ? 1 : 0));

/** { rows } of a query, or { refused } with Salesforce's answer. `rowsOf` gives an object's rows that the user sees. */
export const run = (soql, { rowsOf, isHidden }) => {
	const [, select, object, where, order, limit] = SHAPE.exec(soql) ?? [];
	if (object === undefined) return { refused: malformed('unexpected token') };
	const types = schema[object];
	if (types === undefined || isHidden(object)) return { refused: noObject(object) };
	const fields = select.split(/,\s*/);
	const conditions = conditionsOf(where);
	if (conditions === undefined) return { refused: malformed(`unexpected token in: ${where}`) };
	const used = [...fields, ...conditions.map(({ field }) => field), ...(order ? [order] : [])];
	const unknown = used.find((name) => types[name] === undefined || isHidden(object, name));
	if (unknown !== undefined) return { refused: noField(unknown, object, soql) };
	const quotedTime = conditions.find(
		({ field, value }) => types[field] === 'datetime' && value.startsWith("'"),
	);
	if (quotedTime !== undefined) return { refused: quotedDate(quotedTime.field) };
	const rows = rowsOf(object).filter((row) => conditions.every((one) => holds(row, one, types)));
	const cut = inOrder(rows, order).slice(0, Number(limit ?? Infinity));
	return { rows: cut.map((row) => shown(row, fields, object)) };
};
