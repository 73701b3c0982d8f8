// The documents of the site and what happens to them: insert, save, submit, cancel, with versions where tracked.
import { validateAdditionalSalary } from './additionalSalary.mjs';
import { columnsOf, createDoctypes, fieldOf } from './doctypes.mjs';
import { refuse } from './problems.mjs';
import { naive } from './time.mjs';

const NUMBERS = ['Int', 'Check', 'Currency', 'Float'];

const cast = (field, value) => {
	if (value === undefined || value === null) return NUMBERS.includes(field.fieldtype) ? 0 : null;
	if (NUMBERS.includes(field.fieldtype)) return Number(value) || 0;
	if (field.fieldtype === 'Table') return value;
	return value === '' ? null : String(value);
};

/** Only what has a field is kept; a field that nobody made is dropped in silence, as Frappe does. */
const shape = (doctype, data) => {
	const doc = {};
	for (const field of doctype.fields)
		doc[field.fieldname] = cast(field, data[field.fieldname] ?? field.default);
	return doc;
};

export const createStore = ({ data, now }) => {
	const doctypes = createDoctypes();
	const zone = data.timeZone;
	const tables = new Map([...doctypes.keys()].map((name) => [name, new Map()]));
	const series = new Map();
	let versions = 0;

	const typeOf = (name) =>
		doctypes.get(name) ??
		refuse('DoesNotExistError', `DocType ${name} not found`, { shown: false });
	const all = (name) => [...tables.get(name).values()];
	const get = (name, key) => tables.get(name)?.get(key);
	const present = () => naive(now(), zone);

	const nextName = ({ name, naming }) => {
		const [year, month] = present().split('-');
		const prefix = (naming ?? `${name.toLowerCase().replaceAll(' ', '-')}-`)
			.replace('{YYYY}', year)
			.replace('{YY}', year.slice(2))
			.replace('{MM}', month);
		series.set(prefix, (series.get(prefix) ?? 0) + 1);
		return prefix + String(series.get(prefix)).padStart(5, '0');
	};

	const checkLinks = (doctype, doc) => {
		for (const field of doctype.fields) {
			const value = doc[field.fieldname];
			if (field.fieldtype !== 'Link' || !value || !tables.has(field.options)) continue;
			if (field.options !== 'DocType' && get(field.options, value) === undefined)
				refuse('LinkValidationError', `Could not find ${field.label}: ${value}`, {
					title: 'Message',
				});
		}
	};

	const checkMandatory = (doctype, doc) => {
		const missing = doctype.fields.filter(
			(field) => field.reqd === 1 && (doc[field.fieldname] === null || doc[field.fieldname] === ''),
		);
		if (missing.length > 0)
			refuse(
				'MandatoryError',
				`[${doctype.name}, ${doc.name}]: ${missing.map((field) => field.fieldname).join(', ')}`,
			);
	};

	const checkUnique = (doctype, doc) => {
		for (const field of doctype.fields.filter((each) => each.unique === 1 && doc[each.fieldname])) {
			const other = all(doctype.name).find(
				(each) => each.name !== doc.name && each[field.fieldname] === doc[field.fieldname],
			);
			if (other !== undefined) refuse('UniqueValidationError', `${field.label} must be unique`);
		}
	};

	const validate = (doctype, doc) => {
		const messages =
			doctype.name === 'Additional Salary' ? validateAdditionalSalary({ all, get }, doc) : [];
		checkMandatory(doctype, doc);
		checkUnique(doctype, doc);
		return messages;
	};

	const applyCustomField = ({ dt, fieldname, label, fieldtype, unique }) => {
		typeOf(dt).fields.push({
			fieldname,
			label: label ?? fieldname,
			fieldtype,
			reqd: 0,
			unique: Number(unique),
			is_custom_field: 1,
		});
		for (const doc of all(dt)) doc[fieldname] = null;
	};

	const insert = (name, given, user) => {
		const doctype = typeOf(name);
		const doc = shape(doctype, given);
		checkLinks(doctype, doc);
		doc.name = name === 'Custom Field' ? `${given.dt}-${given.fieldname}` : nextName(doctype);
		if (get(name, doc.name) !== undefined)
			refuse(
				'DuplicateEntryError',
				`('${name}', '${doc.name}', IntegrityError(1062, "Duplicate entry '${doc.name}' for key 'PRIMARY'"))`,
				{ title: 'Duplicate Name' },
			);
		const messages = validate(doctype, doc);
		const at = present();
		const docstatus = Number(given.docstatus ?? 0);
		Object.assign(doc, {
			owner: user,
			creation: at,
			modified: at,
			modified_by: user,
			docstatus,
			idx: 0,
		});
		tables.get(name).set(doc.name, doc);
		if (name === 'Custom Field') applyCustomField(doc);
		return { doc, messages };
	};

	const addVersion = (doctype, doc, before, user) => {
		if (doctype.track_changes !== 1) return;
		const changed = [...columnsOf(doctype)]
			.filter(
				(column) =>
					!['modified', 'modified_by', 'creation', 'owner', 'name', 'idx'].includes(column),
			)
			.filter((column) => before[column] !== doc[column])
			.map((column) => [column, before[column] ?? null, doc[column] ?? null]);
		if (changed.length === 0) return;
		const name = `v${String((versions += 1)).padStart(9, '0')}`;
		const row = { ref_doctype: doctype.name, docname: doc.name };
		const body = {
			added: [],
			changed,
			data_import: null,
			removed: [],
			row_changed: [],
			updater_reference: null,
		};
		const stamp = {
			owner: user,
			creation: doc.modified,
			modified: doc.modified,
			modified_by: user,
		};
		tables
			.get('Version')
			.set(name, { name, ...row, data: JSON.stringify(body), ...stamp, docstatus: 0, idx: 0 });
	};

	const checkTransition = (from, to) => {
		if (from === 2) refuse('ValidationError', 'Cannot edit cancelled document');
		if (from === 0 && to === 2)
			refuse('DocstatusTransitionError', 'Cannot change docstatus from 0 (Draft) to 2 (Cancelled)');
		if (from === 1 && to === 0)
			refuse('DocstatusTransitionError', 'Cannot change docstatus from 1 (Submitted) to 0 (Draft)');
	};

	const afterSubmitLocked = (doctype, before, changes) => {
		for (const [name, value] of Object.entries(changes)) {
			const field = fieldOf(doctype, name);
			const locked =
				before.docstatus === 1 &&
				field !== undefined &&
				!['docstatus', 'disabled', 'modified'].includes(name);
			if (locked && doctype.fields.includes(field) && cast(field, value) !== before[name])
				refuse(
					'UpdateAfterSubmitError',
					`Not allowed to change <strong>${field.label}</strong> after submission`,
				);
		}
	};

	/** Saves changes; `docstatus` in them submits or cancels. */
	const save = (name, key, changes, user) => {
		const doctype = typeOf(name);
		const doc = existing(name, key);
		const before = { ...doc };
		const docstatus = Number(changes.docstatus ?? doc.docstatus);
		checkTransition(before.docstatus, docstatus);
		afterSubmitLocked(doctype, before, changes);
		const next = { ...doc };
		for (const field of doctype.fields)
			if (changes[field.fieldname] !== undefined)
				next[field.fieldname] = cast(field, changes[field.fieldname]);
		checkLinks(doctype, next);
		const messages = docstatus === 2 ? [] : validate(doctype, next);
		Object.assign(doc, next, { docstatus, modified: present(), modified_by: user });
		addVersion(doctype, doc, before, user);
		return { doc, messages };
	};

	const existing = (name, key) =>
		(typeOf(name), get(name, key)) ?? refuse('DoesNotExistError', `${name} ${key} not found`);

	/** Rows as they are in the company's data, past all checks: history cannot be made by saving. */
	const load = (rows) => {
		for (const [name, docs] of Object.entries(rows)) {
			const doctype = typeOf(name);
			for (const doc of docs) {
				const stamps = {
					owner: 'Administrator',
					creation: data.since,
					modified: data.since,
					modified_by: 'Administrator',
					docstatus: 0,
					idx: 0,
				};
				tables.get(name).set(doc.name, { ...stamps, ...shape(doctype, doc), ...doc });
				if (name === 'Custom Field') applyCustomField(doc);
			}
		}
	};

	for (const doctype of doctypes.values())
		if (data.trackChanges?.includes(doctype.name)) doctype.track_changes = 1;
	load(data.documents);
	const remove = (name, key) => tables.get(name).delete(key);
	return { doctypes, typeOf, all, get, existing, insert, save, remove, present, zone };
};
