// Zendesk's incremental exports: by cursor (tickets, users) and by time (tickets, metric events). Admins only.
import { invalid, invalidPaging } from './problems.mjs';

const MAX_PAGE = 1000;
const MINUTE = 60;

const encode = (seconds, id) =>
	Buffer.from(`${seconds}.0||${id}|`).toString('base64').replace(/=+$/, '');

const decode = (cursor) => {
	const match = /^(\d+)\.0\|\|(\d+)\|$/.exec(Buffer.from(cursor, 'base64').toString());
	return match === null ? undefined : { seconds: Number(match[1]), id: Number(match[2]) };
};

const readStart = (query, nowSeconds) => {
	const text = query.get('start_time');
	if (text === null || !/^\d+$/.test(text))
		return {
			wrong: invalid('start_time: is required as a Unix time in seconds', 'InvalidValue', 400),
		};
	if (Number(text) > nowSeconds - MINUTE)
		return {
			wrong: invalid(
				'Too recent start_time. Use a start_time older than 1 minute',
				'InvalidValue',
				422,
			),
		};
	return { seconds: Number(text) };
};

const pageSize = (query) => {
	const asked = Number(query.get('per_page') ?? MAX_PAGE);
	return Number.isInteger(asked) && asked > 0 ? Math.min(asked, MAX_PAGE) : MAX_PAGE;
};

const later = (row, from) => row.at > from.seconds || (row.at === from.seconds && row.id > from.id);

/** `rows` are { at (seconds), id, show() }. Changes of the last minute are left out. */
export const byCursor = (request, { rows, now, path, key }) => {
	const { query, origin } = request;
	const nowSeconds = Math.floor(now() / 1000);
	const cursor = query.get('cursor');
	const start = cursor === null ? readStart(query, nowSeconds) : undefined;
	if (start?.wrong !== undefined) return start.wrong;
	const from = cursor === null ? { seconds: start.seconds, id: 0 } : decode(cursor);
	if (from === undefined) return invalidPaging('InvalidPaginationParameter', 'cursor is not valid');
	const left = rows
		.filter((row) => later(row, from) && row.at <= nowSeconds - MINUTE)
		.sort((a, b) => a.at - b.at || a.id - b.id);
	const shown = left.slice(0, pageSize(query));
	const last = shown.at(-1);
	const after = last === undefined ? cursor : encode(last.at, last.id);
	const again = new URLSearchParams(query);
	again.delete('start_time');
	again.set('cursor', after ?? '');
	return {
		status: 200,
		body: {
			[key]: shown.map((row) => row.show()),
			after_url: after === null ? null : `${origin}${path}?${again}`,
			after_cursor: after,
			before_url: null,
			before_cursor: null,
			end_of_stream: left.length <= shown.length,
		},
	};
};

/** Pages by time overlap: the next one begins at the second of the last row, which comes again. */
export const byTime = (request, { rows, now, path, key }) => {
	const { query, origin } = request;
	const nowSeconds = Math.floor(now() / 1000);
	const start = readStart(query, nowSeconds);
	if (start.wrong !== undefined) return start.wrong;
	const left = rows
		.filter((row) => row.at >= start.seconds && row.at <= nowSeconds - MINUTE)
		.sort((a, b) => a.at - b.at || a.id - b.id);
	const size = pageSize(query);
	const edge = left[size - 1]?.at;
	// Rows of one second are never torn apart.
	const shown = left.filter((row, at) => at < size || row.at === edge);
	const last = shown.at(-1)?.at ?? null;
	const end = last === start.seconds && shown.length < left.length ? last + 1 : last;
	return {
		status: 200,
		body: {
			[key]: shown.map((row) => row.show()),
			count: shown.length,
			next_page: end === null ? null : `${origin}${path}?start_time=${end}`,
			end_time: end,
			end_of_stream: left.length <= shown.length,
		},
	};
};
