// Feishu People as payroll needs it: external data sources and their rows, employees, ids, pay archives.
import { code, missingScope, ok } from './problems.mjs';
import { createRows } from './rows.mjs';
import { scopes as known } from './scopes.mjs';

const invalid = (number = 2500002) => code(number, 'param invalid', 400);

/** A part of a list with a token to the next; `most` is the largest page, and the size has to be said. */
function page(rows, query, most, name) {
	const size = Number(query.get('page_size'));
	if (!(size >= 1 && size <= most)) return invalid();
	const at = Number(/^after-(\d+)$/.exec(query.get('page_token') ?? '')?.[1] ?? 0);
	const more = rows.length > at + size;
	return ok({
		[name]: rows.slice(at, at + size),
		has_more: more,
		...(more && { page_token: `after-${at + size}` }),
	});
}

/**
 * `data` is { sources, employments: { id: { openId, userId, email, status, mayWrite } }, archives, items, currencies }.
 * Gives `routes` by method and path, each with the permission that it takes, and the `rows`.
 */
export const createPayroll = (data, { lockedSaves } = {}) => {
	const { sources = [], employments = {}, archives = [], items = [], currencies = {} } = data ?? {};
	const { rows, save, query } = createRows({ sources, employments, lockedSaves });
	const people = Object.entries(employments).map(([id, person]) => ({ id, ...person }));

	const employees = ({ query: search, body = {} }) => {
		const wanted = body.employment_id_list;
		if (search.get('user_id_type') !== 'people_corehr_id') return invalid(1160001);
		const found = people
			.filter(({ id }) => wanted === undefined || wanted.includes(id))
			.map(({ id, status = 'hired' }) => ({
				employment_id: id,
				employment_id_v2: id,
				...(body.fields?.includes('employment_status') && {
					employment_status: { enum_name: status },
				}),
			}));
		return page(found, search, 100, 'items');
	};

	const byMail = ({ body }) => {
		if (!(body?.emails?.length >= 1 && body.emails.length <= 50))
			return code(40001, 'param error', 400);
		return ok({
			user_list: body.emails.map((email) => {
				const found = people.find((person) => person.email === email);
				return found === undefined ? { email } : { email, user_id: found.openId };
			}),
		});
	};

	const convert = ({ query: search, body }) => {
		if (!(body?.ids?.length >= 1 && body.ids.length <= 100)) return invalid(1160001);
		if (search.get('id_transform_type') !== '2' || search.get('id_type') !== 'user_id')
			return invalid(1160001);
		const field = { open_id: 'openId', user_id: 'userId' }[search.get('feishu_user_id_type')];
		if (field === undefined) return invalid(1160001);
		return ok({
			items: body.ids.flatMap((id) => {
				const found = people.find((person) => person[field] === id);
				return found === undefined ? [] : [{ id, target_id: found.id }];
			}),
		});
	};

	const archivesOf = ({ query: search, body, allowed }) => {
		if (search.get('user_id_type') !== 'people_corehr_id') return invalid();
		const found = archives
			.filter(({ user_id: id }) => body.user_id_list.includes(id))
			.map((one) => (allowed(known.archiveItems) ? one : { ...one, archive_items: [] }));
		return page(found, search, 500, 'items');
	};

	const currency = ({ path }) => {
		const id = path.split('/').at(-1);
		return ok({ currency: { id, currency_alpha_3_code: currencies[id] } });
	};

	const list =
		(all, most, name) =>
		({ query: search }) =>
			page(all, search, most, name);
	const routes = [
		['GET', /^\/payroll\/v1\/datasources$/, known.sources, list(sources, 100, 'datasources')],
		[
			'POST',
			/^\/payroll\/v1\/datasource_records\/query$/,
			known.readRows,
			({ query: search, body }) => query(search, body),
		],
		[
			'POST',
			/^\/payroll\/v1\/datasource_records\/save$/,
			known.writeRows,
			({ body }) => save(body),
		],
		['POST', /^\/corehr\/v2\/employees\/search$/, known.employees, employees],
		['POST', /^\/corehr\/v1\/common_data\/id\/convert$/, known.convert, convert],
		['POST', /^\/contact\/v3\/users\/batch_get_id$/, known.userIds, byMail],
		['POST', /^\/compensation\/v1\/archives\/query$/, known.archives, archivesOf],
		['GET', /^\/compensation\/v1\/items$/, known.items, list(items, 500, 'items')],
		['GET', /^\/corehr\/v1\/currencies\/[^/]+$/, known.currencies, currency],
	];

	/** The answer of payroll; undefined: it is none of its paths. */
	const answer = (request, path, scopes) => {
		const route = routes.find(([method, form]) => method === request.method && form.test(path));
		if (route === undefined) return undefined;
		const [, , scope, act] = route;
		if (!scopes.includes(scope)) return missingScope(scope);
		return act({ ...request, path, allowed: (one) => scopes.includes(one) });
	};

	return { answer, rows };
};
