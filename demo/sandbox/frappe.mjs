// A sandbox of a Frappe HR site: token or basic auth, roles, /api/resource, the client methods, Additional Salary.
import { createAccess, userOf } from './frappe/access.mjs';
import { createMethods, parsed } from './frappe/methods.mjs';
import { Refusal, asked, refusalAnswer, refuse, tooMany } from './frappe/problems.mjs';
import { createStore } from './frappe/store.mjs';

const formOf = (request) => ({
	...Object.fromEntries(request.query),
	...(request.body !== null && typeof request.body === 'object' ? request.body : {}),
});

/** Server time, not requests, is what Frappe limits; every request here costs the same. Off if nothing is set. */
const createLimiter = (settings, now) => {
	let spent = 0;
	let window = -1;
	const inMicroseconds = (seconds) => String(Math.max(0, Math.round(seconds * 1e6)));
	return () => {
		if (settings === undefined) return {};
		const seconds = now() / 1000;
		const present = Math.floor(seconds / settings.window);
		if (present !== window) spent = 0;
		window = present;
		const refused = spent > settings.limit;
		spent += refused ? 0 : (settings.cost ?? 0.02);
		const reset = String(Math.ceil(settings.window - (seconds % settings.window)));
		const headers = {
			'X-RateLimit-Reset': reset,
			'X-RateLimit-Limit': inMicroseconds(settings.limit),
			'X-RateLimit-Remaining': inMicroseconds(settings.limit - spent),
		};
		return refused ? { refused: tooMany({ ...headers, 'Retry-After': reset }) } : { headers };
	};
};

/**
 * The system for `serve`. `data` is of demo/company/frappe.mjs's shape; `tokens` maps `key:secret` to
 * { user, roles, sees? } where `sees` maps a DocType to a test of its documents (others are missing in silence);
 * `rateLimit` { limit, window, cost } in seconds of server time, off by default as on a real site.
 */
export const frappe = ({ data, tokens, rateLimit, wrongTokenIsGuest = false, now = Date.now }) => {
	const store = createStore({ data, now });
	const access = createAccess(store);
	const method = createMethods(store, access);
	const limited = createLimiter(rateLimit, now);

	const runMethod = (user, name, key, verb) => {
		if (verb === 'submit') return access.save(user, name, key, { docstatus: 1 });
		if (verb === 'cancel') return access.save(user, name, key, { docstatus: 2 });
		return refuse('PermissionError', `Function <strong>${verb}</strong> is not whitelisted.`);
	};

	const onList = (request, user, name, form) => {
		if (request.method === 'GET') return { data: access.rows(user, name, form) };
		if (request.method !== 'POST') return refuse('PermissionError', 'Not permitted');
		return access.told(access.insert(user, name, parsed(form.data) ?? form), name);
	};

	const onOne = (request, user, name, key) => {
		const form = formOf(request);
		if (request.method === 'GET') return { data: access.read(user, name, key) };
		if (request.method === 'PUT')
			return access.told(access.save(user, name, key, parsed(form.data) ?? form), name);
		if (request.method === 'POST')
			return access.told(runMethod(user, name, key, form.run_method), name);
		return refuse('PermissionError', 'Not permitted');
	};

	const route = (request) => {
		const user = userOf(request.headers.authorization, tokens, wrongTokenIsGuest);
		const [api, ...given] = request.path.replace(/\/$/, '').split('/').slice(1);
		const [area, name, ...rest] = given[0] === 'v1' ? given.slice(1) : given;
		const form = formOf(request);
		if (api === 'api' && area === 'method')
			return method(user, name, { form, verb: request.method });
		if (api !== 'api' || area !== 'resource' || name === undefined)
			return refuse('DoesNotExistError', 'Not found', { shown: false });
		const key = rest.join('/');
		return key === '' ? onList(request, user, name, form) : onOne(request, user, name, key);
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

	const oldest = (docs) => docs.reduce((a, b) => (b.modified < a.modified ? b : a));
	const move = ({ doctype = 'Expense Claim', id }) => {
		const doc = id === undefined ? oldest(store.all(doctype)) : store.get(doctype, id);
		doc.modified = store.present();
	};

	return {
		name: 'Frappe HR',
		handle,
		problem: (kind) => asked[kind](),
		move,
		remove: ({ doctype = 'Expense Claim', id }) => store.remove(doctype, id),
		store,
		reports: { ledger: () => store.all('Additional Salary') },
	};
};
