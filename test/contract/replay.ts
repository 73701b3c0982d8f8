import type {
	HttpFailure,
	HttpRequest,
	HttpResponse,
	Ports,
} from '../../src/connectors/engine/http';
import type { Page, Recording } from './recordings';

export const baseUrl = 'https://system.example';

export const json = (body: unknown, status = 200, headers = {}): HttpResponse => ({
	status,
	headers: { 'content-type': 'application/json', ...headers },
	body: JSON.stringify(body),
});

/** Takes the place of the recorded answer to the n-th request (from 0); undefined: the recorded one. */
export type Disturb = (
	request: HttpRequest,
	nth: number,
	isList: boolean,
) => HttpResponse | HttpFailure | undefined;

export interface Replay {
	readonly ports: Ports;
	readonly requests: HttpRequest[];
	readonly waits: number[];
	cancel(): void;
}

/** A system that answers what was recorded. */
export function replay(recording: Recording, disturb: Disturb = () => undefined): Replay {
	const { list, others } = recording;
	const requests: HttpRequest[] = [];
	const waits: number[] = [];
	let page = 0;
	let isCancelled = false;
	const answer = (request: HttpRequest): HttpResponse | HttpFailure => {
		const { pathname } = new URL(request.url);
		const told = JSON.stringify([request.query, request.body]);
		const other = others.find(
			({ method, path, when }) =>
				method === request.method && path === pathname && told.includes(when ?? ''),
		);
		const isList =
			!other &&
			request.method === list.method &&
			pathname === list.path &&
			told.includes(list.when ?? '');
		const disturbed = disturb(request, requests.length - 1, isList);
		if (disturbed) return disturbed;
		if (isList) {
			const body = list.pages[page++] ?? withRowsAt({}, list.rowsAt, []);
			return json(body, 200, linkOf(list, page));
		}
		return other ? json(other.body) : json({ error: 'NotRecorded', path: pathname }, 404);
	};
	return {
		requests,
		waits,
		cancel: () => {
			isCancelled = true;
		},
		ports: {
			http: async (request) => {
				requests.push(request);
				return await Promise.resolve(answer(request));
			},
			now: () => '2026-11-01T01:00:00+08:00',
			wait: async (ms) => {
				waits.push(ms);
				await Promise.resolve();
			},
			cancelled: () => isCancelled,
		},
	};
}

/** Where a vendor names the next page in a header. */
const linkOf = ({ linked, pages, path }: Recording['list'], page: number) =>
	linked && page < pages.length ? { link: `<${baseUrl}${path}?page=${page + 1}>; rel="next"` } : {};

type Told = Recording['list']['pages'][number];

/** The list in a page; `rowsAt` is a path such as 'data.items'. */
function rowsIn(told: Told, rowsAt: string): unknown[] {
	if (rowsAt === '') return told as unknown[];
	const page = told as Page;
	const [first = '', ...rest] = rowsAt.split('.');
	return rest.length === 0
		? (page[first] as unknown[])
		: rowsIn(page[first] as Page, rest.join('.'));
}

function withRowsAt(told: Told, rowsAt: string, rows: unknown[]): Told {
	if (rowsAt === '') return rows;
	const page = told as Page;
	const [first = '', ...rest] = rowsAt.split('.');
	const inner = (page[first] ?? {}) as Page;
	return { ...page, [first]: rest.length === 0 ? rows : withRowsAt(inner, rest.join('.'), rows) };
}

/** The recording with the rows of its list dealt anew to the same pages. */
export function withRows(
	recording: Recording,
	deal: (pages: unknown[][]) => unknown[][],
): Recording {
	const { rowsAt, pages } = recording.list;
	const rows = deal(pages.map((page) => rowsIn(page, rowsAt)));
	const dealt = pages.map((page, at) => withRowsAt(page, rowsAt, rows[at] ?? []));
	return { ...recording, list: { ...recording.list, pages: dealt } };
}
