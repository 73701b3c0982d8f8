// Lists: JSON filters, fields, order and page, as frappe.get_list reads them.
import { columnsOf, fieldOf } from './doctypes.mjs';
import { refuse } from './problems.mjs';
import { comparableTime } from './time.mjs';

const readJson = (value, name) => {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		return refuse('InternalError', `json.decoder.JSONDecodeError: ${name} is not JSON`, {
			shown: false,
		});
	}
};

/** Filters come as {field: value}, {field: [op, value]}, [[field, op, value]] or [[doctype, field, op, value]]. */
const readFilters = (value, doctype) => {
	const given = readJson(value, 'filters') ?? [];
	const triples = Array.isArray(given)
		? given.map((each) => (each.length > 3 && each[0] === doctype.name ? each.slice(1) : each))
		: Object.entries(given).map(([field, rule]) =>
				Array.isArray(rule) ? [field, ...rule] : [field, '=', rule],
			);
	return triples.map(([field, ...rest]) =>
		rest.length === 1 ? [field, '=', rest[0]] : [field, String(rest[0]).toLowerCase(), rest[1]],
	);
};

const isTime = (field) => field.fieldtype === 'Datetime';
const isNumber = (field) => ['Int', 'Check', 'Currency', 'Float'].includes(field.fieldtype);

const comparable = (field, value) => {
	if (value === null || value === undefined) return value;
	if (isTime(field)) return comparableTime(value);
	if (field.fieldtype === 'Date') return String(value).slice(0, 10);
	if (isNumber(field)) return Number(value);
	return String(value).toLowerCase();
};

const listOf = (value) =>
	Array.isArray(value)
		? value
		: String(value)
				.split(',')
				.map((each) => each.trim());

const likePattern = (value) =>
	new RegExp(
		`^${String(value)
			.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
			.replaceAll('%', '.*')
			.replaceAll('_', '.')}$`,
		'is',
	);

/** The later end of `between` is the end of that day, for times. */
const upper = (field, value) =>
	isTime(field) && /^\d{4}-\d\d-\d\d$/.test(String(value)) ? `${value} 23:59:59.999999` : value;

const isSet = (value) => value !== null && value !== undefined && value !== '';

const operators = {
	'=': (own, value) => (own ?? '') === (value ?? ''),
	'!=': (own, value) => (own ?? '') !== (value ?? ''),
	'>': (own, value) => isSet(own) && own > value,
	'<': (own, value) => isSet(own) && own < value,
	'>=': (own, value) => isSet(own) && own >= value,
	'<=': (own, value) => isSet(own) && own <= value,
};

const test = (doc, [name, operator, value], doctype) => {
	const field = fieldOf(doctype, name);
	const raw = doc[name];
	const own = comparable(field, raw);
	if (operators[operator] !== undefined) return operators[operator](own, comparable(field, value));
	if (operator === 'in') return listOf(value).some((each) => own === comparable(field, each));
	if (operator === 'not in') return !listOf(value).some((each) => own === comparable(field, each));
	if (operator === 'like') return isSet(raw) && likePattern(value).test(raw);
	if (operator === 'not like') return !(isSet(raw) && likePattern(value).test(raw));
	if (operator === 'is') return isSet(raw) === (value === 'set');
	if (operator === 'between')
		return (
			isSet(own) &&
			own >= comparable(field, value[0]) &&
			own <= comparable(field, upper(field, value[1]))
		);
	return refuse(
		'ValidationError',
		`Operator must be one of =, !=, >, <, >=, <=, like, not like, in, not in, is, between: ${operator}`,
	);
};

const checkField = (name, doctype) => {
	if (fieldOf(doctype, name) === undefined)
		refuse('DataError', `Field not permitted in query: ${name}`);
};

const plainName = (text) =>
	text
		.replace(/`tab[^`]+`\./, '')
		.replace(/`/g, '')
		.trim();

const sorter = (text, doctype) => {
	const keys = (text ?? 'modified desc').split(',').map((each) => {
		const [name, direction = 'asc'] = plainName(each).split(/\s+/);
		checkField(name, doctype);
		return { field: fieldOf(doctype, name), sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
	});
	return (a, b) => {
		for (const { field, sign } of keys) {
			const left = comparable(field, a[field.fieldname]) ?? '';
			const right = comparable(field, b[field.fieldname]) ?? '';
			if (left !== right) return left < right ? -sign : sign;
		}
		return 0;
	};
};

export const matching = (docs, { filters, or_filters: either }, doctype) => {
	const all = readFilters(filters, doctype);
	const any = readFilters(either, doctype);
	for (const [name] of [...all, ...any]) checkField(name, doctype);
	return docs.filter(
		(doc) =>
			all.every((filter) => test(doc, filter, doctype)) &&
			(any.length === 0 || any.some((filter) => test(doc, filter, doctype))),
	);
};

/** Rows with only `name` unless fields are asked; 20 unless a length is asked, all for 0. */
export const list = (docs, form, doctype) => {
	const asked = readJson(form.fields, 'fields') ?? ['name'];
	const names = asked.includes('*') ? columnsOf(doctype) : asked.map(plainName);
	for (const name of names) checkField(name, doctype);
	const rows = matching(docs, form, doctype).sort(sorter(form.order_by, doctype));
	const from = Number(form.limit_start ?? form.start ?? 0);
	const length = Number(form.limit_page_length ?? form.limit ?? 20);
	const page = length === 0 ? rows.slice(from) : rows.slice(from, from + length);
	return page.map((doc) => Object.fromEntries(names.map((name) => [name, doc[name] ?? null])));
};
