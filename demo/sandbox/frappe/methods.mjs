// /api/method/…: the methods of frappe.client and the few others that programs use.
import { metaOf } from './doctypes.mjs';
import { refuse } from './problems.mjs';

const FOR_GUESTS = ['frappe.ping', 'frappe.client.get_time_zone'];
const WRITES = /\.(insert|insert_many|submit|cancel|delete|set_value)$/;
const MOST_INSERTS = 200;

/** Documents come as JSON or as JSON in a text. */
export const parsed = (value) => (typeof value === 'string' ? JSON.parse(value) : value);

export const createMethods = (store, access) => {
	/** The whole document comes back, and is refused if it changed since it was read. */
	const submit = (user, doc) => {
		if (doc?.doctype === undefined)
			refuse('InternalError', "'NoneType' object has no attribute 'get'", { shown: false });
		const held = doc.name === undefined ? undefined : store.get(doc.doctype, doc.name);
		if (held === undefined) return access.insert(user, doc.doctype, { ...doc, docstatus: 1 });
		if (doc.modified !== held.modified)
			refuse(
				'TimestampMismatchError',
				`Error: Document has been modified after you have opened it (${held.modified}, ${doc.modified ?? ''}). Please refresh to get the latest document.`,
			);
		return access.save(user, doc.doctype, doc.name, { ...doc, docstatus: 1 });
	};

	const insertMany = (user, docs) => {
		if (docs.length > MOST_INSERTS)
			refuse('ValidationError', `Only ${MOST_INSERTS} inserts allowed in one request`);
		return docs.map((doc) => access.insert(user, doc.doctype, doc).doc.name);
	};

	const getValue = (user, { doctype, fieldname, filters }) => {
		const fields = /^\[/.test(fieldname) ? JSON.parse(fieldname) : [fieldname].flat();
		const isName = typeof filters === 'string' && !/^[[{]/.test(filters);
		const where = isName ? { name: filters } : filters;
		return access.rows(user, doctype, { filters: where, fields, limit_page_length: 1 })[0] ?? {};
	};

	const told = (result, doctype) => access.told(result, doctype, 'message');
	const changes = ({ fieldname, value }) =>
		typeof fieldname === 'object' ? fieldname : { [fieldname]: value };

	const methods = {
		'frappe.ping': () => ({ message: 'pong' }),
		'frappe.auth.get_logged_user': (user) => ({ message: user.user }),
		'frappe.client.get_time_zone': () => ({ message: { time_zone: store.zone } }),
		'frappe.client.get_list': (user, form) => ({ message: access.rows(user, form.doctype, form) }),
		'frappe.client.get_count': (user, form) => ({
			message: access.count(user, form.doctype, form),
		}),
		'frappe.client.get': (user, form) => ({ message: access.read(user, form.doctype, form.name) }),
		'frappe.client.get_value': (user, form) => ({ message: getValue(user, form) }),
		'frappe.client.insert': (user, form) => {
			const doc = parsed(form.doc);
			return told(access.insert(user, doc.doctype, doc), doc.doctype);
		},
		'frappe.client.insert_many': (user, form) => ({ message: insertMany(user, parsed(form.docs)) }),
		'frappe.client.submit': (user, form) => {
			const doc = parsed(form.doc);
			return told(submit(user, doc), doc.doctype);
		},
		'frappe.client.cancel': (user, { doctype, name }) =>
			told(access.save(user, doctype, name, { docstatus: 2 }), doctype),
		'frappe.client.delete': (user, { doctype, name }) => {
			access.remove(user, doctype, name);
			return {};
		},
		'frappe.client.set_value': (user, form) =>
			told(access.save(user, form.doctype, form.name, changes(form)), form.doctype),
		'frappe.desk.form.load.getdoctype': (user, { doctype }) => ({
			docs: [metaOf(store.typeOf(doctype))],
			user_settings: '{}',
		}),
	};

	/** Calls the method, if there is one that this user may call this way. */
	return (user, name, { form, verb }) => {
		if (methods[name] === undefined)
			refuse(
				'ValidationError',
				`Failed to get method for command ${name} with No module named '${name?.split('.')[0]}'`,
			);
		if (user.user === 'Guest' && !FOR_GUESTS.includes(name))
			refuse('PermissionError', `Function <strong>${name}</strong> is not whitelisted.`, {
				title: 'Method Not Allowed',
			});
		if (WRITES.test(name) && verb === 'GET') refuse('PermissionError', 'Not permitted');
		return methods[name](user, form);
	};
};
