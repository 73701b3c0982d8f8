// Salaries of Dolibarr's API: listed by page and filter, created, and never deleted. Code: api_salaries.class.php
import { readFilters } from './filters.mjs';
import { problem } from './problems.mjs';

const HOUR = 3600;
const LONGEST_LABEL = 255;
const columns = ['rowid', 'tms', 'entity', 'fk_user', 'label', 'amount', 'datesp', 'dateep'];
const json = (body) => ({ status: 200, contentType: 'application/json; charset=utf-8', body });

/** Dolibarr takes marks out of what it is sent. */
const withoutMarkup = (text) => text.replace(/<[^>]*>/g, '').replaceAll('"', '');

/**
 * `rows` are { id, entity, fk_user, label, amount (a decimal text), datesp, dateep (days) }. A day comes and goes as the
 * moment of its midnight in the `zone` of the server, in hours.
 */
export const createSalaries = (given, { version, zone }) => {
	const rows = given.map((row) => ({ ...row }));
	const dayOf = (seconds) =>
		new Date((Number(seconds) + zone * HOUR) * 1000).toISOString().slice(0, 10);
	const midnight = (day) =>
		day === undefined ? '' : Date.parse(`${day}T00:00:00Z`) / 1000 - zone * HOUR;

	const shown = ({ entity, ...row }) => {
		void entity;
		return {
			...row,
			...{ ref: row.id, paye: row.paye ?? '0', status: row.paye ?? '0' },
			amount: Number(row.amount).toFixed(8),
			...{ datesp: midnight(row.datesp), dateep: midnight(row.dateep) },
		};
	};

	const list = ({ query }, user) => {
		const { readall, readchild, read } = user.rights.salaries ?? {};
		if (!readall && !readchild && !read) return problem(403);
		// Before it knew filters here, the list left them unread.
		const text = version < 19 ? '' : (query.get('sqlfilters') ?? '');
		const { test, wrong } =
			text === ''
				? { test: () => true }
				: readFilters(text, { columns, version, what: 'salaries' });
		if (wrong) return problem(wrong.status, wrong.reason);
		const valueOf = (row) => (column) => (column === 'rowid' ? row.id : row[column]);
		const found = rows
			.filter((row) => row.entity === user.entity)
			.filter((row) => readall || row.fk_user === user.id)
			.filter((row) => test(valueOf(row)));
		const limit = Number(query.get('limit') ?? 100);
		const from = limit * Number(query.get('page') ?? 0);
		return json(found.slice(from, from + limit).map(shown));
	};

	const create = ({ body }, user) => {
		if (!user.rights.salaries?.write) return problem(403);
		for (const field of ['fk_user', 'label', 'amount'])
			if (body?.[field] === undefined || body[field] === null)
				return problem(400, `${field} field missing`);
		const label = withoutMarkup(String(body.label)).trim();
		const refused = (why) => problem(500, `Error creating salary: ${why}`);
		if (label === '') return refused('Field Label is required');
		if (label.length > LONGEST_LABEL) return refused("Data too long for column 'label'");
		if (!Number.isInteger(Number(body.fk_user))) return refused('Field Employee is required');
		if (Number.isNaN(Number(body.amount))) return refused('Field Amount is required');
		const id = String(1 + Math.max(0, ...rows.map((row) => Number(row.id))));
		rows.push({
			...{ id, entity: user.entity, fk_user: String(body.fk_user), label },
			amount: String(body.amount),
			...(body.datesp === undefined ? {} : { datesp: dayOf(body.datesp) }),
			...(body.dateep === undefined ? {} : { dateep: dayOf(body.dateep) }),
		});
		return json(Number(id));
	};

	const handle = (request, user) => {
		if (!request.path.endsWith('/salaries')) return problem(404);
		if (request.method === 'GET') return list(request, user);
		return request.method === 'POST' ? create(request, user) : problem(405);
	};

	return { handle, rows };
};
