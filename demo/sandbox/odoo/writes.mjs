// What of Odoo's ORM writes: create, write and unlink with rights, fields, required values and links that must exist.
import { missing, noAccess, typeError, validationError, valueError } from './problems.mjs';

const kinds = {
	char: (value) => typeof value === 'string',
	float: (value) => typeof value === 'number',
	integer: Number.isInteger,
	boolean: (value) => typeof value === 'boolean',
	many2one: Number.isInteger,
	selection: (value) => typeof value === 'string',
};

/** `stamp()` is the time of a write, naive UTC. */
export const createWrites = (orm, models, stamp) => {
	const mayWrite = (name, user, verb) => {
		const model = orm.modelOf(name);
		if (model.writers?.some((group) => user.groups.includes(group))) return model;
		throw noAccess(model.label, name, (model.writers ?? []).join(', '), verb);
	};

	const checkValue = (model, name, value) => {
		const field = model.fields[name];
		if (field === undefined) throw valueError(`Invalid field '${name}' in '${model.name}'`);
		if (field.related !== undefined || value === false) return;
		if (kinds[field.type]?.(value) !== true)
			throw typeError(`'${model.name}': wrong value for ${field.type} ${name}`);
		if (field.type === 'many2one' && !models[field.relation].rows.some(({ id }) => id === value))
			throw missing(field.relation, value);
	};

	/** Of related fields nothing is kept: they follow from another record. */
	const kept = (model, values) => {
		for (const [name, value] of Object.entries(values)) checkValue(model, name, value);
		return Object.fromEntries(
			Object.entries(values).filter(([name]) => model.fields[name].related === undefined),
		);
	};

	const checkRequired = (model, row) => {
		for (const [name, { required, related, string }] of Object.entries(model.fields))
			if (required && related === undefined && [undefined, false, ''].includes(row[name]))
				throw validationError(
					`The operation cannot be completed:\n- Create/update: a mandatory field is not set.\nModel: ${model.label} (${model.name}), Field: ${string} (${name})`,
				);
	};

	const rowOf = (model, id) => {
		const row = model.rows.find((one) => one.id === id);
		if (row === undefined) throw missing(model.name, id);
		return row;
	};

	const insert = (model, values) => {
		const id = Math.max(0, ...model.rows.map((row) => row.id), model.last ?? 0) + 1;
		const at = stamp();
		const row = { id, create_date: at, write_date: at, ...model.defaults, ...kept(model, values) };
		checkRequired(model, row);
		models[model.name].last = id;
		model.rows.push(row);
		return id;
	};

	return {
		create: (name, user, { vals_list: list }) => {
			const model = mayWrite(name, user, 'create');
			if (!Array.isArray(list) || list.length === 0)
				throw typeError('vals_list is to be a list of values');
			return list.map((values) => insert(model, values));
		},
		write: (name, user, { ids = [], vals }) => {
			const model = mayWrite(name, user, 'modify');
			const rows = ids.map((id) => rowOf(model, id));
			const values = kept(model, vals);
			for (const row of rows) {
				checkRequired(model, { ...row, ...values });
				Object.assign(row, values, { write_date: stamp() });
			}
			return true;
		},
		/** What is not there any more is deleted without an error. */
		unlink: (name, user, { ids = [] }) => {
			const model = mayWrite(name, user, 'delete');
			for (const id of ids) {
				const at = model.rows.findIndex((row) => row.id === id);
				if (at >= 0) model.rows.splice(at, 1);
			}
			return true;
		},
	};
};
