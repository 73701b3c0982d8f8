// A sandbox of Odoo's API: JSON-2 (from Odoo 19 on) and JSON-RPC, over models with rights and record rules.
import { crmModels } from './odoo/crm.mjs';
import { modelsOf } from './odoo/models.mjs';
import { createOrm } from './odoo/orm.mjs';
import { payrollModels } from './odoo/payroll.mjs';
import {
	asJson2,
	asJsonRpc,
	asked,
	denied,
	indexError,
	invalidKey,
	noDatabase,
	noMethod,
	page,
	Problem,
	typeError,
	userError,
	valueError,
} from './odoo/problems.mjs';
import { createWrites } from './odoo/writes.mjs';

const JSON_2 = /^\/json\/2\/([\w.]+)\/(\w+)$/;
/** The names of what each method takes; the first may also go by its place. */
const methods = {
	search_read: ['domain', 'fields', 'offset', 'limit', 'order'],
	search_count: ['domain', 'limit'],
	fields_get: ['allfields', 'attributes'],
	default_get: ['fields'],
	check_object_reference: ['module', 'xml_id'],
	has_group: ['group_ext_id'],
	create: ['vals_list'],
	write: ['ids', 'vals'],
	unlink: ['ids'],
};

const keyOf = (authorization = '') => /^bearer\s+(.+)$/i.exec(authorization)?.[1];

/**
 * The system for `serve`. `data` is rows by model, and `xmlids` (module.name → [model, id]); `keys` are the API keys
 * that are good, each with its user { id, partner, groups, lang }; `release` is 14 to 19; `database` is the one that
 * there is, `several`: there are others too, so that JSON-2 has to name it. `payroll` is 'oca' or 'enterprise' where one
 * is installed.
 */
export const odoo = (settings) => {
	const { data, keys, release = 19, database = 'company', several = false, payroll } = settings;
	const models = {
		...modelsOf(release, data),
		...crmModels(data),
		...(payroll === undefined ? {} : payrollModels(payroll, release, data)),
	};
	const orm = createOrm(models);
	const writes = createWrites(orm, models, () => '2026-11-06 01:00:00');

	const own = {
		...writes,
		search_read: (model, user, named) => orm.searchRead(model, user, named),
		search_count: (model, user, named) => orm.searchCount(model, user, named),
		fields_get: (model, user, named) => orm.fieldsGet(model, user, named),
		default_get: (model, user, { fields }) =>
			Object.fromEntries(
				fields.flatMap((name) => (name === 'author_id' ? [[name, user.partner]] : [])),
			),
		check_object_reference: (_model, user, { module, xml_id: name }) => {
			const found = data.xmlids[`${module}.${name}`];
			if (!found) throw valueError(`External ID not found in the system: ${module}.${name}`);
			orm.checkRight(orm.modelOf(found[0]), user);
			return found;
		},
		/** Of a record from 18 on, before that a method of the model. */
		has_group: (_model, user, { ids = [], group_ext_id: group }) => {
			if (release < 18 && ids.length > 0)
				throw typeError("Users.has_group() got multiple values for argument 'group_ext_id'");
			if (release >= 18 && ids.length !== 1) throw valueError('Expected singleton: res.users()');
			const [id = user.id] = ids;
			return [...keys.values()].find((one) => one.id === id)?.groups.includes(group) ?? false;
		},
	};

	const run = (model, method, user, named) => {
		orm.modelOf(model);
		if (own[method] === undefined) throw noMethod(model, method);
		if (method === 'create' && named.ids !== undefined)
			throw userError(`cannot call ${model}.create with ids`);
		for (const name of Object.keys(named))
			if (!['ids', 'context', ...methods[method]].includes(name))
				throw typeError(`BaseModel.${method}() got an unexpected keyword argument '${name}'`);
		return own[method](model, user, named);
	};

	const tried = (work, asProblem) => {
		try {
			return work();
		} catch (error) {
			if (error instanceof Problem) return asProblem(error);
			throw error;
		}
	};

	const json2 = ({ path, headers, body }) => {
		const [, model, method] = JSON_2.exec(path);
		const named = headers['x-odoo-database'];
		if (named === undefined ? several : named !== database) return page(404, 'Not Found');
		return tried(() => {
			const user = keys.get(keyOf(headers.authorization));
			if (user === undefined) throw invalidKey();
			return { status: 200, body: run(model, method, user, body ?? {}) };
		}, asJson2);
	};

	/** Docs: External RPC API; the arguments by their places come before those by name. */
	const execute = ([db, id, key, model, method, args = [], named = {}]) => {
		if (db !== database) throw noDatabase(db);
		const user = keys.get(key);
		if (user === undefined || user.id !== id) throw denied();
		if (models[model] === undefined) throw userError(`Object ${model} doesn't exist`);
		// The outer door reads by its place what was created, after it was.
		if (method === 'create' && args.length === 0) throw indexError();
		const placed = args.map((value, at) => [
			method === 'has_group' && at === 0 ? 'ids' : methods[method]?.[at],
			value,
		]);
		return run(model, method, user, { ...Object.fromEntries(placed), ...named });
	};

	const jsonRpc = ({ body }) => {
		const { id, params } = body ?? {};
		return tried(
			() => ({ status: 200, body: { jsonrpc: '2.0', id, result: execute(params.args) } }),
			(problem) => asJsonRpc(problem, id),
		);
	};

	const handle = (request) => {
		const { method, path } = request;
		if (method !== 'POST') return page(405, 'Method Not Allowed');
		if (path === '/jsonrpc') return jsonRpc(request);
		return release >= 19 && JSON_2.test(path) ? json2(request) : page(404, 'Not Found');
	};

	/** The records that faults on data concern: `model` of the rule, else those of the expenses' flow. */
	const flowOf = ({ model } = {}) =>
		(models[model] ?? models['hr.expense.sheet'] ?? models['hr.expense']).rows;
	const remove = ({ id, model }) => {
		const rows = flowOf({ model });
		const at = rows.findIndex((row) => row.id === Number(id ?? row.id));
		if (at >= 0) rows.splice(at, 1);
	};
	return {
		name: 'Odoo',
		handle,
		models,
		/** A rule with `rpc` makes a failure that JSON-RPC tells within HTTP 200. */
		problem: (kind, rule) => asked[kind](rule),
		/** Somebody changes the record that was quiet longest; nothing of its course changes. */
		move: (rule) => {
			const [quiet] = [...flowOf(rule)].sort((a, b) => (a.write_date < b.write_date ? -1 : 1));
			quiet.write_date = '2026-11-06 01:00:00';
		},
		remove,
		merge: remove,
	};
};
