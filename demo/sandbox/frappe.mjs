// A sandbox of a Frappe HR site: token or basic auth, roles, /api/resource, the client methods, Additional Salary.
import { fieldOf, metaOf } from './frappe/doctypes.mjs';
import { Refusal, asked, refusalAnswer, refuse, tooMany } from './frappe/problems.mjs';
import { list, matching } from './frappe/query.mjs';
import { createStore } from './frappe/store.mjs';
import { float } from './send.mjs';

const GUEST = { user: 'Guest', roles: ['Guest'] };

/** `token key:secret` or basic. No header: a guest. A wrong one: 401 (from v16; before, a guest). */
const userOf = (authorization, tokens, wrongTokenIsGuest) => {
	if (authorization === undefined) return GUEST;
	const [, kind, secret] = /^(\w+) (.+)$/.exec(authorization) ?? [];
	const pair =
		kind?.toLowerCase() === 'basic' ? Buffer.from(secret, 'base64').toString('utf8') : secret;
	const user = ['token', 'basic'].includes(kind?.toLowerCase()) ? tokens[pair] : undefined;
	if (user !== undefined) return user;
	if (wrongTokenIsGuest) return GUEST;
	return refuse('AuthenticationError', '', { shown: false });
};

const formOf = (request) => ({
	...Object.fromEntries(request.query),
	...(request.body !== null && typeof request.body === 'object' ? request.body : {}),
});

/** Amounts leave as Python prints floats. */
const printable = (doctype, row) =>
	Object.fromEntries(
		Object.entries(row).map(([name, value]) => [
			name,
			['Currency', 'Float'].includes(fieldOf(doctype, name)?.fieldtype) && typeof value === 'number'
				? float(value)
				: value,
		]),
	);

/**
 * The system for `serve`. `data` is of demo/company/frappe.mjs's shape; `tokens` maps `key:secret` to
 * { user, roles, sees? } where `sees` maps a doctype to a test of its documents (others are missing in silence);
 * `rateLimit` { limit, window, cost } in seconds of server time, off by default as on a real site.
 */
export const frappe = ({ data, tokens, rateLimit, wrongTokenIsGuest = false, now = Date.now }) => {
	const store = createStore({ data, now });
	let spent = 0;
	let window = -1;

	const may = (user, doctype, right) =>
		user.user === 'Administrator' ||
		user.roles.some((role) => doctype.permissions[role]?.includes(right));

	const need = (user, name, right) => {
		const doctype = store.typeOf(name);
		if (!may(user, doctype, right))
			refuse(
				'PermissionError',
				right === 'read'
					? `Insufficient Permission for <strong>${name}</strong>`
					: `User <strong>${user.user}</strong> does not have doctype access via role permission for document <strong>${name}</strong>`,
			);
		return doctype;
	};

	const visible = (user, name) => {
		const sees = user.sees?.[name];
		const docs = name === 'DocType' ? [...store.doctypes.values()].map(metaOf) : store.all(name);
		return sees === undefined ? docs : docs.filter(sees);
	};

	const show = (doc, name) => ({ ...printable(store.typeOf(name), doc), doctype: name });

	const readDoc = (user, name, key) => {
		need(user, name, 'read');
		if (name === 'DocType') return metaOf(store.typeOf(key));
		const doc = store.existing(name, key);
		if (user.sees?.[name]?.(doc) === false)
			refuse('PermissionError', `No permission for ${name} ${key}`);
		return show(doc, name);
	};

	const listRows = (user, name, form) => {
		const doctype = need(user, name, 'read');
		return list(visible(user, name), form, doctype).map((row) => printable(doctype, row));
	};

	const done = ({ doc, messages }, name, key = 'data') => ({
		[key]: show(doc, name),
		...(messages.length > 0 ? { _server_messages: JSON.stringify(messages) } : {}),
	});

	const insert = (user, name, doc) => {
		need(user, name, 'create');
		if (Number(doc.docstatus ?? 0) === 1) need(user, name, 'submit');
		return store.insert(name, doc, user.user);
	};

	const RIGHT = { 0: 'write', 1: 'submit', 2: 'cancel' };

	const save = (user, name, key, changes) => {
		const doc = store.existing(name, key);
		need(user, name, 'write');
		const to = Number(changes.docstatus ?? doc.docstatus);
		if (to !== doc.docstatus) need(user, name, RIGHT[to]);
		return store.save(name, key, changes, user.user);
	};

	/** frappe.client.submit gets the whole document and refuses one that changed since it was read. */
	const submit = (user, given) => {
		const doc = typeof given === 'string' ? JSON.parse(given) : given;
		if (doc?.doctype === undefined)
			refuse('InternalError', "'NoneType' object has no attribute 'get'", { shown: false });
		if (doc.name === undefined || store.get(doc.doctype, doc.name) === undefined)
			return insert(user, doc.doctype, { ...doc, docstatus: 1 });
		const held = store.existing(doc.doctype, doc.name);
		if (doc.modified !== held.modified)
			refuse(
				'TimestampMismatchError',
				`Error: Document has been modified after you have opened it (${held.modified}, ${doc.modified ?? ''}). Please refresh to get the latest document.`,
			);
		return save(user, doc.doctype, doc.name, { ...doc, docstatus: 1 });
	};

	const insertMany = (user, given) => {
		const docs = typeof given === 'string' ? JSON.parse(given) : given;
		if (docs.length > 200) refuse('ValidationError', 'Only 200 inserts allowed in one request');
		return docs.map((doc) => insert(user, doc.doctype, doc).doc.name);
	};

	const parsed = (value) => (typeof value === 'string' ? JSON.parse(value) : value);

	const getValue = (user, { doctype, fieldname, filters }) => {
		const wanted = /^\[/.test(fieldname) ? JSON.parse(fieldname) : [fieldname].flat();
		const where =
			typeof filters === 'string' && !/^[[{]/.test(filters) ? { name: filters } : filters;
		return (
			listRows(user, doctype, { filters: where, fields: wanted, limit_page_length: 1 })[0] ?? {}
		);
	};

	const methods = {
		'frappe.ping': () => ({ message: 'pong' }),
		'frappe.auth.get_logged_user': (user) => ({ message: user.user }),
		'frappe.client.get_time_zone': () => ({ message: { time_zone: store.zone } }),
		'frappe.client.get_list': (user, form) => ({ message: listRows(user, form.doctype, form) }),
		'frappe.client.get_count': (user, form) => ({
			message: matching(visible(user, form.doctype), form, need(user, form.doctype, 'read')).length,
		}),
		'frappe.client.get': (user, { doctype, name }) => ({ message: readDoc(user, doctype, name) }),
		'frappe.client.get_value': (user, form) => ({ message: getValue(user, form) }),
		'frappe.client.insert': (user, { doc }) =>
			done(insert(user, parsed(doc).doctype, parsed(doc)), parsed(doc).doctype, 'message'),
		'frappe.client.insert_many': (user, { docs }) => ({ message: insertMany(user, docs) }),
		'frappe.client.submit': (user, { doc }) =>
			done(submit(user, doc), parsed(doc).doctype, 'message'),
		'frappe.client.cancel': (user, { doctype, name }) =>
			done(save(user, doctype, name, { docstatus: 2 }), doctype, 'message'),
		'frappe.client.set_value': (user, { doctype, name, fieldname, value }) =>
			done(
				save(
					user,
					doctype,
					name,
					typeof fieldname === 'object' ? fieldname : { [fieldname]: value },
				),
				doctype,
				'message',
			),
		'frappe.desk.form.load.getdoctype': (user, { doctype }) => ({
			docs: [metaOf(store.typeOf(doctype))],
			user_settings: '{}',
		}),
	};

	const OPEN = ['frappe.ping', 'frappe.client.get_time_zone'];

	const method = (user, name, form) => {
		if (methods[name] === undefined)
			refuse(
				'ValidationError',
				`Failed to get method for command ${name} with No module named '${name.split('.')[0]}'`,
			);
		if (user.user === 'Guest' && !OPEN.includes(name))
			refuse('PermissionError', `Function <strong>${name}</strong> is not whitelisted.`, {
				title: 'Method Not Allowed',
			});
		return methods[name](user, form);
	};

	const runMethod = (user, name, key, verb) => {
		if (verb === 'submit') return save(user, name, key, { docstatus: 1 });
		if (verb === 'cancel') return save(user, name, key, { docstatus: 2 });
		return refuse('PermissionError', `Function <strong>${verb}</strong> is not whitelisted.`);
	};

	const resource = (request, user, [name, ...rest]) => {
		const form = formOf(request);
		const key = rest.join('/');
		const on = `${request.method} ${key === '' ? 'list' : 'one'}`;
		if (on === 'GET list') return { data: listRows(user, name, form) };
		if (on === 'POST list') return done(insert(user, name, parsed(form.data) ?? form), name);
		if (on === 'GET one') return { data: readDoc(user, name, key) };
		if (on === 'PUT one') return done(save(user, name, key, parsed(form.data) ?? form), name);
		if (on === 'POST one') return done(runMethod(user, name, key, form.run_method), name);
		return refuse('PermissionError', 'Not permitted');
	};

	const route = (request) => {
		const user = userOf(request.headers.authorization, tokens, wrongTokenIsGuest);
		const [api, area, ...rest] = request.path.replace(/\/$/, '').split('/').slice(1);
		const parts = api === 'api' && area === 'v1' ? rest : [area, ...rest];
		if (api !== 'api') refuse('DoesNotExistError', 'Not found', { shown: false });
		if (parts[0] === 'method') return method(user, parts[1], formOf(request));
		if (parts[0] === 'resource' && parts[1] !== undefined)
			return resource(request, user, parts.slice(1));
		return refuse('DoesNotExistError', 'Not found', { shown: false });
	};

	/** Server time, not requests, is what Frappe limits; every request here costs the same. */
	const limited = () => {
		if (rateLimit === undefined) return {};
		const seconds = now() / 1000;
		if (Math.floor(seconds / rateLimit.window) !== window) {
			window = Math.floor(seconds / rateLimit.window);
			spent = 0;
		}
		const reset = String(Math.ceil(rateLimit.window - (seconds % rateLimit.window)));
		const refused = spent > rateLimit.limit;
		spent += refused ? 0 : (rateLimit.cost ?? 0.02);
		const headers = {
			'X-RateLimit-Reset': reset,
			'X-RateLimit-Limit': String(Math.round(rateLimit.limit * 1e6)),
			'X-RateLimit-Remaining': String(Math.max(0, Math.round((rateLimit.limit - spent) * 1e6))),
		};
		return refused ? { refused: tooMany({ ...headers, 'Retry-After': reset }) } : { headers };
	};

	const handle = (request) => {
		const { refused, headers } = limited();
		if (refused !== undefined) return refused;
		try {
			return { status: 200, contentType: 'application/json', headers, body: route(request) };
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return { ...refusalAnswer(error), headers };
		}
	};

	const move = ({ doctype = 'Expense Claim', id } = {}) => {
		const docs = store.all(doctype);
		const doc =
			id === undefined
				? docs.reduce((a, b) => (b.modified < a.modified ? b : a))
				: store.get(doctype, id);
		doc.modified = store.present();
	};

	const remove = ({ doctype = 'Expense Claim', id }) => store.remove(doctype, id);

	return {
		name: 'Frappe HR',
		handle,
		problem: (kind) => asked[kind](),
		move,
		remove,
		store,
		reports: { ledger: () => store.all('Additional Salary') },
	};
};
