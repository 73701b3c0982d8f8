// What of Odoo's ORM its API shows: models with fields and rows, rights, record rules, and how values leave.
import { float } from '../send.mjs';
import { testOf } from './domain.mjs';
import { noAccess, noFieldAccess, noModel, valueError } from './problems.mjs';

/** Every model has them. */
const magic = {
	id: { type: 'integer', string: 'ID' },
	display_name: { type: 'char', string: 'Display Name' },
	create_date: { type: 'datetime', string: 'Created on' },
	write_date: { type: 'datetime', string: 'Last Updated on' },
	create_uid: { type: 'many2one', string: 'Created by', relation: 'res.users' },
};

/** A text, or texts by language, of which English is always there. */
export const inLanguage = (text, lang) =>
	typeof text === 'object' ? (text[lang] ?? text.en_US) : text;

/**
 * `models`: name → { label, fields, rows, readers?, rule?, nameOf? }. `readers` are the groups that may read it, absent:
 * every internal user; `rule(row, user)` says which rows a user sees; `nameOf(row, lang)` is its display name. A user is
 * { id, partner, groups, lang }.
 */
export const createOrm = (models) => {
	const modelOf = (name) => {
		const model = models[name];
		if (model === undefined) throw noModel(name);
		return { name, ...model, fields: { ...magic, ...model.fields } };
	};

	const fieldOf = (model, name, user) => {
		const field = model.fields[name];
		if (field === undefined) throw valueError(`Invalid field '${name}' on '${model.name}'`);
		if (field.groups !== undefined && !user.groups.includes(field.groups))
			throw noFieldAccess(name, model.label, model.name);
		return field;
	};

	const mayRead = ({ readers }, user) =>
		readers === undefined || readers.some((group) => user.groups.includes(group));

	const checkRight = (model, user) => {
		if (!mayRead(model, user)) throw noAccess(model.label, model.name, model.readers.join(', '));
	};

	const nameOf = (relation, id, lang) => {
		const { rows, nameOf: named = ({ name }) => name } = models[relation];
		const row = rows.find((one) => one.id === id);
		return row === undefined ? false : named(row, lang);
	};

	/** Rows of a model that the user sees; archived ones only where they are asked for. */
	const seenBy = (model, user, { active_test: isActive = true } = {}) =>
		model.rows.filter(
			(row) =>
				(model.rule === undefined || model.rule(row, user)) &&
				(row.active !== false || !isActive || model.fields.active === undefined),
		);

	/** The value at 'payslip_id.state': of the record that the field names. */
	const through = (model, user, row, path) => {
		const [name, ...rest] = path.split('.');
		const { relation } = fieldOf(model, name, user);
		const value = computed(model, row, name);
		if (rest.length === 0) return value ?? false;
		const other = modelOf(relation);
		checkRight(other, user);
		const next = other.rows.find(({ id }) => id === value);
		return next === undefined ? false : through(other, user, next, rest.join('.'));
	};

	const search = (model, user, { domain = [], order, offset = 0, limit, context }) => {
		const valueOf = (row, name) => through(model, user, row, name);
		const test = testOf(domain, valueOf);
		const rows = seenBy(model, user, context)
			.filter(test)
			.sort(sorting(order ?? 'id desc', valueOf));
		return rows.slice(offset, limit === undefined ? undefined : offset + limit);
	};

	/** What is kept, or follows from another record: a field with `related` names it and its field. */
	const computed = (model, row, name) => {
		const { related } = model.fields[name];
		if (related === undefined) return row[name];
		const [link, field] = related;
		const { rows } = models[model.fields[link].relation];
		return rows.find(({ id }) => id === row[link])?.[field];
	};

	/** As `read` shows it: nothing is `false`, another record comes with its name. */
	const shown = (row, names, { model, user, lang }) =>
		Object.fromEntries(
			['id', ...names.filter((name) => name !== 'id')].map((name) => {
				const { type, relation } = fieldOf(model, name, user);
				const value =
					name === 'display_name' ? nameOf(model.name, row.id, lang) : computed(model, row, name);
				if (value === undefined || value === null || value === false) return [name, false];
				if (type === 'many2one') return [name, [value, nameOf(relation, value, lang)]];
				return [name, ['monetary', 'float'].includes(type) ? float(value) : value];
			}),
		);

	return {
		modelOf,
		checkRight,
		search,
		shown,
		mayRead,
		searchRead: (name, user, { fields, context = {}, ...asked }) => {
			const model = modelOf(name);
			checkRight(model, user);
			const names = fields ?? Object.keys(model.fields);
			for (const one of names) fieldOf(model, one, user);
			const lang = context.lang ?? user.lang;
			return search(model, user, { ...asked, context }).map((row) =>
				shown(row, names, { model, user, lang }),
			);
		},
		searchCount: (name, user, { domain, context }) => {
			const model = modelOf(name);
			checkRight(model, user);
			return search(model, user, { domain, context }).length;
		},
		fieldsGet: (name, user, { allfields, attributes, context = {} }) => {
			const { fields } = modelOf(name);
			const lang = context.lang ?? user.lang;
			const told = Object.entries(fields).filter(
				([one, { groups }]) =>
					(allfields === undefined || allfields.includes(one)) &&
					(groups === undefined || user.groups.includes(groups)),
			);
			return Object.fromEntries(
				told.map(([one, field]) => [one, described(field, { attributes, lang })]),
			);
		},
	};
};

function described({ type, string, selection, relation }, { attributes, lang }) {
	const whole = {
		...{ type, string: inLanguage(string, lang) },
		...(relation === undefined ? {} : { relation }),
		...(selection === undefined
			? {}
			: { selection: selection.map(([key, label]) => [key, inLanguage(label, lang)]) }),
	};
	return Object.fromEntries(
		Object.entries(whole).filter(([name]) => attributes === undefined || attributes.includes(name)),
	);
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function sorting(order, valueOf) {
	const keys = order.split(',').map((key) => key.trim().split(/\s+/));
	return (a, b) => {
		for (const [name, way = 'asc'] of keys) {
			const found = compare(valueOf(a, name), valueOf(b, name));
			if (found !== 0) return way.toLowerCase() === 'desc' ? -found : found;
		}
		return 0;
	};
}
