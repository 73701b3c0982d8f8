// A sandbox of Dolibarr's REST API: third parties, proposals, expense reports, tickets, the agenda, users.
import { readFilters } from './dolibarr/filters.mjs';
import { moduleIsOff, noEndpoint, noRight, problem, wrongKey } from './dolibarr/problems.mjs';
import { aliases, before17, dictionaries, resources } from './dolibarr/resources.mjs';
import { createSalaries } from './dolibarr/salaries.mjs';

const ROOT = '/api/index.php/';
const HOUR = 3600000;

const json = (body) => ({ status: 200, contentType: 'application/json; charset=utf-8', body });
/** Text as the database stores it: the wall clock of its own zone. */
const stored = (ms, offset) =>
	new Date(ms + offset * HOUR).toISOString().slice(0, 19).replace('T', ' ');
const has = (rights, place) =>
	Boolean(place.split('.').reduce((inner, name) => inner?.[name], rights));
const number = (text, fallback) => (text === null ? fallback : Number(text));

/**
 * The system for `serve`. `data` is { thirdparties, proposals, expensereports, tickets, agendaevents, users, categories,
 * representatives, salaries }: rows as the API shows them, with `tms` in milliseconds, which is not shown; `keys` are API keys with
 * { id, rights, socid, entity }; `version` is 15 to 22, `zone` the database's offset in hours; `isOn` false: the module is off.
 */
export const dolibarr = ({ data, keys, version = 22, zone = 8, isOn = true }) => {
	const tables = Object.fromEntries(
		Object.keys(resources).map((name) => [name, (data[name] ?? []).map((row) => ({ ...row }))]),
	);
	const salaries = createSalaries(data.salaries ?? [], { version, zone });
	const representativesOf = (thirdParty) => data.representatives?.[thirdParty] ?? [];

	const valueOf = (row) => (column) =>
		column === 'tms' ? stored(row.tms, zone) : row[aliases[column] ?? column];

	/** In old versions a join meant for third parties is made by the number of the record: next to nothing comes. */
	const isOwn = (row, name, user) => {
		const customer = name === 'thirdparties' ? row.id : row.socid;
		const joins = version >= 17 || name === 'thirdparties' || row.id === customer;
		return joins && representativesOf(customer).includes(user.id);
	};

	/** What the user may see of it: of a user the salary only with the right to read salaries. */
	const seen = (name, { tms, salary, ...row }, user) => {
		void tms;
		return name === 'users' && has(user.rights, 'salaries.read') ? { ...row, salary } : row;
	};

	const shown = (name, row, properties) => {
		const names = version < 17 ? (before17[name] ?? {}) : {};
		const told = Object.entries(row).map(([field, value]) => [names[field] ?? field, value]);
		const all = version < 19 || properties.length === 0;
		return Object.fromEntries(told.filter(([field]) => all || properties.includes(field)));
	};

	/** The customers with a tag; without a kind the database joins two tables of tags and gives each many times. */
	const inCategory = (rows, query) => {
		const [category, mode] = [query.get('category'), query.get('mode')];
		const kinds = { 1: ['1', '3'], 2: ['2', '3'] }[mode];
		return rows
			.filter(({ client }) => kinds === undefined || kinds.includes(client))
			.filter(({ tags = [] }) => category === null || tags.includes(category))
			.flatMap((row) => (category !== null && kinds === undefined ? [row, row] : [row]));
	};

	const list = (name, { query }, user) => {
		const { what, none, alwaysNone, ofCustomer, columns } = resources[name];
		const all = has(user.rights, 'societe.client.voir') || !ofCustomer;
		const text = query.get('sqlfilters') ?? '';
		const { test, wrong } =
			text === '' ? { test: () => true } : readFilters(text, { columns, version, what });
		if (wrong) return problem(wrong.status, wrong.reason);
		const rows = inCategory(tables[name], query)
			.filter((row) => all || isOwn(row, name, user))
			.filter((row) => row.entity === user.entity || name === 'users')
			.filter((row) => test(valueOf(row)))
			.sort((a, b) => Number(a.id) - Number(b.id));
		if (query.get('sortorder')?.toUpperCase() === 'DESC') rows.reverse();
		const limit = number(query.get('limit'), 100);
		const from = limit * number(query.get('page'), 0);
		const page = limit === 0 ? rows : rows.slice(from, from + limit);
		if (page.length === 0 && (version < 19 || alwaysNone)) return problem(404, none);
		const properties = (query.get('properties') ?? '').split(',').filter((it) => it !== '');
		return json(page.map((row) => shown(name, seen(name, row, user), properties)));
	};

	const info = (user) => {
		if (!has(user.rights, 'user.user.lire')) return noRight(version, { reason: 'Not allowed' });
		const { id, login, rights, socid = null } = user;
		return json({ id, login, socid, admin: '0', rights, user_group_list: [] });
	};

	const other = (path, user) => {
		const [first, second, third] = path.split('/');
		if (path === 'status')
			return json({
				success: { code: 200, dolibarr_version: `${version}.0.0`, access_locked: '0' },
			});
		if (path === 'users/info') return info(user);
		if (first === 'setup' && second === 'dictionary')
			return dictionaries[third] ? json(dictionaries[third]) : problem(404);
		if (first === 'thirdparties' && third === 'representatives')
			return tables.thirdparties.some(({ id }) => id === second)
				? json(representativesOf(second).map((id) => ({ id, login: `user${id}` })))
				: problem(404, 'Thirdparty not found');
		return resources[first] ? problem(404) : noEndpoint();
	};

	const handle = (request) => {
		const path = request.path.startsWith(ROOT) ? request.path.slice(ROOT.length) : '';
		if (!isOn) return moduleIsOff();
		const user = keys[request.headers.dolapikey ?? ''];
		const wanted = request.headers.dolapientity ?? '';
		if (user === undefined || (wanted !== '' && wanted !== user.entity)) return wrongKey(version);
		if (path === 'salaries' || path.startsWith('salaries/')) return salaries.handle(request, user);
		if (request.method !== 'GET') return problem(404);
		const resource = resources[path];
		if (resource === undefined) return other(path, user);
		return has(user.rights, resource.right)
			? list(path, request, user)
			: noRight(version, resource);
	};

	const rowsOf = ({ table = 'tickets' }) => tables[table];
	/** Somebody touches the record that was quiet longest. */
	const move = (rule) => {
		const rows = [...rowsOf(rule)].sort((a, b) => a.tms - b.tms);
		rows[0].tms = rows.at(-1).tms + 1000;
	};
	const remove = (rule) => {
		const rows = rowsOf(rule);
		const at = rows.findIndex(({ id }) => rule.id === undefined || id === String(rule.id));
		if (at >= 0) rows.splice(at, 1);
	};

	return {
		name: 'Dolibarr',
		handle,
		salaries: salaries.rows,
		problem: (kind) => problem(Number(kind)),
		move,
		remove,
		/** The loser of a merge is deleted; nothing tells of it. */
		merge: remove,
	};
};
