// Zendesk's ordinary lists: pages by cursor (page[size]) or by number (page, per_page).
import { invalidPaging } from './problems.mjs';

const MAX_PAGE = 100;
const MAX_OFFSET_PAGES = 100;

const encode = (id) => Buffer.from(JSON.stringify({ o: 'id', v: id })).toString('base64url');
const decode = (cursor) => {
	try {
		return Number(JSON.parse(Buffer.from(cursor, 'base64url').toString()).v);
	} catch {
		return NaN;
	}
};

const size = (text) => Math.min(MAX_PAGE, Math.max(1, Number(text ?? MAX_PAGE) || MAX_PAGE));

const byCursor = ({ query, origin }, { rows, path, key }) => {
	const after = query.get('page[after]');
	const from = after === null ? -Infinity : decode(after);
	if (Number.isNaN(from))
		return invalidPaging('InvalidPaginationParameter', 'page[after] is not valid');
	const left = rows.filter((row) => row.id > from).sort((a, b) => a.id - b.id);
	const shown = left.slice(0, size(query.get('page[size]')));
	const more = left.length > shown.length;
	const next = new URLSearchParams(query);
	if (shown.length > 0) next.set('page[after]', encode(shown.at(-1).id));
	return {
		status: 200,
		body: {
			[key]: shown.map((row) => row.show()),
			meta: {
				has_more: more,
				after_cursor: shown.length > 0 ? encode(shown.at(-1).id) : null,
				before_cursor: shown.length > 0 ? encode(shown[0].id) : null,
			},
			links: { prev: null, next: more ? `${origin}${path}?${next}` : null },
		},
	};
};

const byNumber = ({ query, origin }, { rows, path, key }) => {
	const page = Number(query.get('page') ?? 1);
	if (!Number.isInteger(page) || page < 1)
		return invalidPaging('InvalidPaginationParameter', 'page must be a positive number');
	if (page > MAX_OFFSET_PAGES)
		return invalidPaging(
			'InvalidPaginationDepth',
			'Pagination requests using Offset Pagination are limited to the first 10000 records',
		);
	const perPage = size(query.get('per_page'));
	const sorted = [...rows].sort((a, b) => a.id - b.id);
	const shown = sorted.slice((page - 1) * perPage, page * perPage);
	const at = (number) => {
		const next = new URLSearchParams(query);
		next.set('page', String(number));
		return `${origin}${path}?${next}`;
	};
	return {
		status: 200,
		body: {
			[key]: shown.map((row) => row.show()),
			next_page: page * perPage < sorted.length ? at(page + 1) : null,
			previous_page: page > 1 ? at(page - 1) : null,
			count: sorted.length,
		},
	};
};

/** `rows` are { id, show() }. */
export const list = (request, given) =>
	request.query.has('page[size]') || request.query.has('page[after]')
		? byCursor(request, given)
		: byNumber(request, given);
