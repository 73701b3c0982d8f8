// RT's answers: errors as { message }, lists cut into pages before hidden rows are left out.
const error = (status, message) => ({ status, body: { message } });

export const unauthorized = () => error(401, 'Unauthorized');
export const forbidden = () => error(403, 'Forbidden');
export const notFound = () => error(404, 'Not Found');
export const badQuery = (message, file, line) =>
	error(400, `${message} at /usr/share/request-tracker5/lib/RT/${file}.pm line ${line}.\n`);
/** Who looks like a browser is sent to the login page. */
export const loginPage = () => ({
	status: 302,
	contentType: '',
	headers: { location: '/' },
	body: 'Login required',
});

export const asked = {
	401: unauthorized,
	403: forbidden,
	404: notFound,
	409: () => error(409, 'Conflict'),
	429: () => error(429, 'Too Many Requests'),
	500: () => error(500, 'Internal Server Error'),
	503: () => error(503, 'Service Unavailable'),
};

export const found = (body) => ({
	...{ status: 200, contentType: 'application/json; charset="utf-8"' },
	body,
});

/** RT's own default and limit; whatever else is asked for falls back. */
const sizeOf = (told) => {
	const size = /^\d+$/.test(told ?? '') ? Number(told) : 0;
	return size === 0 ? 20 : Math.min(size, 100);
};

/** A user, queue or ticket as another record refers to it, with the columns that `fields[…]` asks for. */
const reference = ({ type, name, columns }, wanted, root) => ({
	...{ type, id: name, _url: `${root}/${type}/${name}` },
	...Object.fromEntries(wanted.map((column) => [column, columns[column] ?? ''])),
});

/** What a row shows of a field: '' where it has none of the name. */
const shown = (row, field, query, root) => {
	const value = row.values[field];
	const wanted = (query.get(`fields[${field}]`) ?? '').split(',').filter((name) => name !== '');
	if (Array.isArray(value)) return value.map((one) => reference(one, wanted, root));
	if (value?.columns) return reference(value, wanted, root);
	return value?.json ?? value ?? '';
};

/**
 * One page of rows { type, id, values }. `isSeen` leaves rows out after the page is cut; `isCounted` says whether RT
 * tells how many there are in all.
 */
export const page = (rows, request, { isSeen = () => true, isCounted = true }) => {
	const { query, origin, path } = request;
	const root = `${origin}/REST/2.0`;
	const size = sizeOf(query.get('per_page'));
	const number = Math.max(1, Number(query.get('page') ?? 1) || 1);
	const fields = (query.get('fields') ?? '').split(',').filter((name) => name !== '');
	const items = rows
		.slice((number - 1) * size, number * size)
		.filter(isSeen)
		.map((row) => ({
			...{ type: row.type, id: row.id, _url: `${root}/${row.type}/${row.id}` },
			...Object.fromEntries(fields.map((field) => [field, shown(row, field, query, root)])),
		}));
	const pages = isCounted ? Math.ceil(rows.length / size) : null;
	const address = (other) => {
		const told = new URLSearchParams([...query].filter(([name]) => name !== 'page'));
		told.set('page', String(other));
		return `${origin}${path}?${told}`;
	};
	return found({
		...{ items, count: items.length, per_page: size, page: number, pages },
		total: isCounted ? rows.length : null,
		...(isCounted && number < pages ? { next_page: address(number + 1) } : {}),
		...(isCounted && number > 1 ? { prev_page: address(Math.min(number - 1, pages)) } : {}),
	});
};
