// A sandbox of Tryton's JSON-RPC: search, read and earlier versions of records, by domains, fields and a context.
import {
	asked,
	noAccess,
	noContext,
	notAccepted,
	notReadable,
	unknown,
} from './tryton/problems.mjs';
import { datetime, matches } from './tryton/values.mjs';

const LATE = Date.UTC(2026, 10, 5);

const loginOf = (authorization = '') => {
	const [kind, pair = ''] = authorization.split(' ');
	return kind === 'Basic' ? Buffer.from(pair, 'base64').toString('utf8') : '';
};

/** What clients are told of a field. */
const fieldOf = (name, type) => ({
	...{ name, type, string: name.replace(/_/g, ' '), help: '' },
	...{ required: false, readonly: false, searchable: true, sortable: true },
	...{ create: true, delete: true, loading: 'eager', translate: false },
	...{ states: '{}', domain: '[]', context: '{}' },
	...{ depends: [], on_change: [], on_change_with: [], autocomplete: [] },
});

/**
 * The system for `serve`. `data` maps a model to { rows, relations, versions?, kinds }: `relations` names the model that
 * a field leads to, `versions` are earlier ones as { id, at, …fields }, `kinds` are the types of its fields. `users` maps
 * `login:password` to { company, reads }: the company that the user works in (null: none) and the models that its groups
 * let it read; absent: all.
 */
export const tryton = ({ data, users }) => {
	const rowsOf = Object.fromEntries(
		Object.entries(data).map(([model, { rows }]) => [model, rows.map((row) => ({ ...row }))]),
	);
	const versionsOf = Object.fromEntries(
		Object.entries(data).map(([model, { versions = [] }]) => [model, [...versions]]),
	);

	/** A field `a.b` comes nested, as `b` in `a.`, with the number of the record. */
	const shown = (model, row, fields) => {
		const out = { id: row.id };
		for (const field of fields) {
			const dot = field.indexOf('.');
			if (dot < 0) {
				out[field] = row[field] ?? null;
				continue;
			}
			const [name, rest] = [field.slice(0, dot), field.slice(dot + 1)];
			const target = data[model].relations[name];
			const other = rowsOf[target].find(({ id }) => id === row[name]);
			out[`${name}.`] = other ? { ...out[`${name}.`], ...shown(target, other, [rest]) } : null;
		}
		return out;
	};
	/** The first field of a list that the model does not have. */
	const strange = (model, fields) =>
		fields
			.map((field) => field.split('.')[0])
			.find((name) => name !== 'id' && !(name in data[model].kinds));
	const rowsFor = (model, domain, me) =>
		rowsOf[model].filter(
			(row) => (row.company === undefined || row.company === me.company) && matches(domain, row),
		);

	const readNow = (model, ids, fields) => {
		const rows = ids.map((id) => rowsOf[model].find((row) => row.id === id));
		if (rows.includes(undefined)) return { refused: notReadable(model, ids) };
		return { result: rows.map((row) => shown(model, row, fields)) };
	};
	/** As the records were at a moment: the last of the versions that are not younger. */
	const readThen = (model, ids, fields, moment) => {
		const isOlder = (one) => matches(['at', '<=', moment], one);
		const rows = ids.map((id) =>
			versionsOf[model].filter((one) => one.id === id && isOlder(one)).at(-1),
		);
		if (rows.includes(undefined)) return { refused: notReadable(model, ids) };
		return { result: rows.map((row) => shown(model, row, fields)) };
	};

	const methods = {
		search_count: (model, [domain], _context, me) => ({
			result: rowsFor(model, domain, me).length,
		}),
		search_read: (model, [domain, offset, limit, , fields], _context, me) => ({
			result: rowsFor(model, domain, me)
				.sort((a, b) => a.id - b.id)
				.slice(offset, limit === null ? undefined : offset + limit)
				.map((row) => shown(model, row, fields)),
		}),
		read: (model, [ids, fields], { _datetime: moment }) =>
			moment === undefined ? readNow(model, ids, fields) : readThen(model, ids, fields, moment),
		history_revisions: (model, [ids]) => ({
			result: versionsOf[model]
				.filter(({ id }) => ids.includes(id))
				.toSorted((a, b) => (matches(['at', '<', b.at], a) ? 1 : -1))
				.map(({ id, at }) => [at, id, 'Administrator']),
		}),
		fields_get: (model, [names]) => ({
			result: Object.fromEntries(
				Object.entries(data[model].kinds)
					.filter(([name]) => names.length === 0 || names.includes(name))
					.map(([name, type]) => [name, fieldOf(name, type)]),
			),
		}),
	};
	const fieldsIn = { search_read: 4, read: 1 };

	const call = ({ method = '', params = [] }, me) => {
		const [, model, name] = /^model\.(.+)\.(\w+)$/.exec(method) ?? [];
		if (model === 'res.user' && name === 'get_preferences') return { result: preferencesOf(me) };
		if (data[model] === undefined) return { refused: unknown(model) };
		const context = params.at(-1);
		const isContext = context !== null && typeof context === 'object' && !Array.isArray(context);
		if (!isContext) return { refused: noContext() };
		if (me.reads && !me.reads.includes(model)) return { refused: noAccess(model) };
		const lacks = strange(model, params[fieldsIn[name]] ?? []);
		if (lacks !== undefined) return { refused: unknown(lacks) };
		return methods[name](model, params.slice(0, -1), context, me);
	};
	const preferencesOf = ({ company }) => ({
		...{ company_filter: 'one', company, 'company.rec_name': 'Test Company' },
		...{ language: 'en', language_direction: 'ltr', groups: [1] },
		company_work_time: { h: 3600, m: 60, s: 1, Y: 6912000, M: 576000, w: 144000, d: 28800 },
	});

	const handle = ({ method, body, headers }) => {
		const me = users[loginOf(headers.authorization)];
		if (me === undefined) return notAccepted();
		if (method !== 'POST' || body === undefined) return asked[500]();
		const { result, refused } = call(body, me);
		return refused ?? { status: 200, contentType: 'application/json', body: { id: 1, result } };
	};

	const remove = ({ id, model }) => {
		const at = rowsOf[model].findIndex((row) => row.id === Number(id));
		if (at >= 0) rowsOf[model].splice(at, 1);
	};
	return {
		name: 'Tryton',
		handle,
		problem: (kind) => asked[kind](),
		/** Somebody saves the first record once more, as it is. */
		move: ({ model }) => {
			const [row] = rowsOf[model];
			row.write_date = datetime(LATE);
			versionsOf[model].push({ ...row, at: row.write_date });
		},
		remove,
		/** Tryton replaces a duplicate by deleting it. */
		merge: remove,
	};
};
