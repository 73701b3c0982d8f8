// n8n's Data Tables over its REST interface: exact by id, for tests and for showing results.

const PAGE = 250;

/** Reads and writes the rows of the tables of one's own project by table name. */
export function tablesOf({ rest, projectId }) {
	const base = `/rest/projects/${projectId}/data-tables`;

	async function idOf(name) {
		const { data } = await rest(
			'GET',
			`${base}?take=100&filter=${encodeURIComponent(JSON.stringify({ name }))}`,
		);
		const found = data.find((table) => table.name === name);
		if (!found) throw new Error(`There is no data table ${name}.`);
		return found.id;
	}

	/** All rows of a table in the order of their ids. */
	async function rows(name) {
		const id = await idOf(name);
		const all = [];
		for (;;) {
			const { data, count } = await rest(
				'GET',
				`${base}/${id}/rows?take=${PAGE}&skip=${all.length}&sortBy=id:asc`,
			);
			all.push(...data);
			if (all.length >= count || data.length === 0) return all;
		}
	}

	const create = (name, columns) => rest('POST', base, { name, columns });
	const insert = async (name, data) =>
		rest('POST', `${base}/${await idOf(name)}/insert`, { data, returnType: 'count' });

	/** Changes the rows whose columns have these values. */
	const update = async (name, where, data) =>
		rest('PATCH', `${base}/${await idOf(name)}/rows`, {
			filter: {
				type: 'and',
				filters: Object.entries(where).map(([columnName, value]) => ({
					columnName,
					condition: 'eq',
					value,
				})),
			},
			data,
		});

	/** Deletes all rows. */
	const clear = async (name) => {
		const all = { type: 'and', filters: [{ columnName: 'id', condition: 'gte', value: 0 }] };
		const query = `filter=${encodeURIComponent(JSON.stringify(all))}`;
		await rest('DELETE', `${base}/${await idOf(name)}/rows?${query}`);
	};

	const rename = async (name, to) => rest('PATCH', `${base}/${await idOf(name)}`, { name: to });

	return { rows, create, insert, update, clear, rename };
}
