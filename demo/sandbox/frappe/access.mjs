// What a user may do with the site's documents: roles by DocType, and rows that are left out in silence.
import { fieldOf, metaOf } from './doctypes.mjs';
import { refuse } from './problems.mjs';
import { list, matching } from './query.mjs';
import { float } from '../send.mjs';

const GUEST = { user: 'Guest', roles: ['Guest'] };

/** `token key:secret` or basic. No header: a guest. A wrong one: 401 (before v16, a guest). */
export const userOf = (authorization, tokens, wrongTokenIsGuest) => {
	if (authorization === undefined) return GUEST;
	const [, kind, secret] = /^(\w+) (.+)$/.exec(authorization) ?? [];
	const scheme = kind?.toLowerCase();
	const pair = scheme === 'basic' ? Buffer.from(secret, 'base64').toString('utf8') : secret;
	const user = ['token', 'basic'].includes(scheme) ? tokens[pair] : undefined;
	if (user !== undefined) return user;
	return wrongTokenIsGuest ? GUEST : refuse('AuthenticationError', '', { shown: false });
};

const isAmount = (doctype, name) =>
	['Currency', 'Float'].includes(fieldOf(doctype, name)?.fieldtype);

/** Amounts leave as Python prints floats. */
const printable = (doctype, row) =>
	Object.fromEntries(
		Object.entries(row).map(([name, value]) => [
			name,
			typeof value === 'number' && isAmount(doctype, name) ? float(value) : value,
		]),
	);

const RIGHT = { 0: 'write', 1: 'submit', 2: 'cancel' };

export const createAccess = (store) => {
	const may = (user, doctype, right) =>
		user.user === 'Administrator' ||
		user.roles.some((role) => doctype.permissions[role]?.includes(right));

	const need = (user, name, right) => {
		const doctype = store.typeOf(name);
		if (may(user, doctype, right)) return doctype;
		return refuse(
			'PermissionError',
			right === 'read'
				? `Insufficient Permission for <strong>${name}</strong>`
				: `User <strong>${user.user}</strong> does not have doctype access via role permission for document <strong>${name}</strong>`,
		);
	};

	const visible = (user, name) => {
		const sees = user.sees?.[name];
		const docs = name === 'DocType' ? [...store.doctypes.values()].map(metaOf) : store.all(name);
		return sees === undefined ? docs : docs.filter(sees);
	};

	const show = (doc, name) => ({ ...printable(store.typeOf(name), doc), doctype: name });

	const read = (user, name, key) => {
		need(user, name, 'read');
		if (name === 'DocType') return metaOf(store.typeOf(key));
		const doc = store.existing(name, key);
		if (user.sees?.[name]?.(doc) === false)
			refuse('PermissionError', `No permission for ${name} ${key}`);
		return show(doc, name);
	};

	const rows = (user, name, form) => {
		const doctype = need(user, name, 'read');
		return list(visible(user, name), form, doctype).map((row) => printable(doctype, row));
	};

	const count = (user, name, form) => {
		const doctype = need(user, name, 'read');
		return matching(visible(user, name), form, doctype).length;
	};

	const insert = (user, name, doc) => {
		need(user, name, 'create');
		if (Number(doc.docstatus ?? 0) === 1) need(user, name, 'submit');
		return store.insert(name, doc, user.user);
	};

	const save = (user, name, key, changes) => {
		const doc = store.existing(name, key);
		need(user, name, 'write');
		const to = Number(changes.docstatus ?? doc.docstatus);
		if (to !== doc.docstatus) need(user, name, RIGHT[to]);
		return store.save(name, key, changes, user.user);
	};

	/** Submitted documents are cancelled first. */
	const remove = (user, name, key) => {
		const doc = store.existing(name, key);
		need(user, name, 'delete');
		if (doc.docstatus === 1)
			refuse(
				'ValidationError',
				`${name} ${key}: Submitted Record cannot be deleted. You must cancel it first.`,
			);
		store.remove(name, key);
	};

	/** What insert and save answer, as it goes out: under `key`, with the messages that came along. */
	const told = ({ doc, messages }, name, key = 'data') => ({
		[key]: show(doc, name),
		...(messages.length > 0 ? { _server_messages: JSON.stringify(messages) } : {}),
	});

	return { read, rows, count, insert, save, remove, told };
};
