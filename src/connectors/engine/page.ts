import type { HttpRequest } from './http';
import type { JsonCall } from './judge';

/** A request before the engine adds its time-out. */
export type Request = Omit<HttpRequest, 'timeoutMs'>;
type Put = (request: Request, position: string) => Request;
type Headers = { readonly [name: string]: string };

/** In place of the count: a row that moves while a list is read comes twice, and the count is full too early. */
type More<Body> = (body: Body) => boolean;

/** Refuses a first page whose rows are not known to be all, where it does not tell whether more come. */
type Demand<Body> = (body: Body) => void;

/** How a list goes on: a closed set. */
export type Paging<Body, Row> =
	| { readonly kind: 'none' }
	/** The body carries a mark of the next page. */
	| {
			readonly kind: 'cursor';
			readonly next: (body: Body) => string | undefined;
			readonly put: Put;
			readonly demand?: Demand<Body>;
	  }
	/** How many rows to leave out. */
	| { readonly kind: 'offset'; readonly put: Put; readonly more?: More<Body> }
	/** The number of the page, from `first` on. */
	| { readonly kind: 'page'; readonly first: number; readonly put: Put; readonly more?: More<Body> }
	/** The answer carries the address of the next page. */
	| {
			readonly kind: 'link';
			readonly next: (body: Body, headers: Headers) => string | undefined;
			readonly demand?: Demand<Body>;
	  }
	/** All rows after the key of the last one; `more` where the vendor tells that it was the end. */
	| {
			readonly kind: 'keyset';
			readonly key: (row: Row) => string;
			readonly put: Put;
			readonly more?: (body: Body) => boolean;
	  };

/** One list of a vendor: what is asked, what a page holds, how it goes on. */
export interface List<Body, Row> extends JsonCall<Body> {
	readonly first: Request;
	readonly rows: (body: Body) => readonly Row[];
	readonly paging: Paging<Body, Row>;
	/** A page after the first is never empty: such a page is a fault, not an end. */
	readonly neverEmpty?: boolean;
	/** Whether the vendor leaves rows out of pages that it has cut, so that an empty one may name a next one. */
	readonly mayBeEmpty?: boolean;
	/** What to do about an empty page that names a next one, where a setting can say that it is right. */
	readonly emptyRemedy?: string;
	/** How many rows there are in all, by the first page, where the vendor tells. */
	readonly expected?: (body: Body) => number | undefined;
}

/**
 * The lists, and each of them once more: where a vendor counts places and does not mark them, a row that is
 * deleted while they are read lets another slip past. What is known already is not read again.
 */
export const andOnceMore = <Body, Row>(
	lists: readonly List<Body, Row>[],
): readonly List<Body, Row>[] => [...lists, ...lists];

/** A page that was read. */
export interface Page<Body, Row> {
	readonly body: Body;
	readonly headers: Headers;
	readonly rows: readonly Row[];
	readonly request: Request;
	/** From 1. */
	readonly number: number;
	/** Rows read up to here, this page included. */
	readonly received: number;
	readonly expected: number | undefined;
}

export type Next = { readonly request: Request } | { readonly refused: string } | undefined;

export const withQuery = (
	request: Request,
	query: { readonly [name: string]: string },
): Request => ({
	...request,
	query: { ...request.query, ...query },
});

/** Parts of a query for a request: names that come several times stay in the address, where none is lost. */
export function asked(url: string, parts: Iterable<readonly [string, string]>) {
	const all = Array.from(parts, ([name, value]): [string, string] => [name, value]);
	const isSingle = (name: string): boolean => all.filter(([other]) => other === name).length === 1;
	const several = new URLSearchParams(all.filter(([name]) => !isSingle(name))).toString();
	return {
		url: several === '' ? url : `${url}?${several}`,
		query: Object.fromEntries(all.filter(([name]) => isSingle(name))),
	};
}

/** Splits an address into path and query, and refuses one that leads to another host. */
function followLink(link: string, from: Request): Next {
	const origin = new URL(from.url).origin;
	const target = URL.canParse(link, from.url) ? new URL(link, from.url) : undefined;
	if (!target) return { refused: 'the address of the next page cannot be read' };
	if (target.origin !== origin)
		return { refused: `the next page is on another host, ${target.host}` };
	const next = asked(`${target.origin}${target.pathname}`, target.searchParams);
	return { request: { ...from, ...next } };
}

const standsStill = { refused: 'the list does not advance: the next page is the same again' };
/** Without a row there is no key to go on from. */
const lostRows = { refused: 'the page is empty, though more are said to come' };

function same(a: Request, b: Request): boolean {
	return JSON.stringify([a.url, a.query, a.body]) === JSON.stringify([b.url, b.query, b.body]);
}

/** An empty page ends a counted list, and so does the last row that the vendor counted. */
const isEnd = <Body, Row>(page: Page<Body, Row>, more: More<Body> | undefined): boolean =>
	page.rows.length === 0 ||
	(more ? !more(page.body) : page.expected !== undefined && page.received >= page.expected);

type By<Body, Row, Kind> = Extract<Paging<Body, Row>, { kind: Kind }>;

function byKey<Body, Row>(
	paging: By<Body, Row, 'keyset'>,
	page: Page<Body, Row>,
	first: Request,
): Next {
	const last = page.rows[page.rows.length - 1];
	const more = paging.more?.(page.body);
	if (more === false) return undefined;
	if (last === undefined) return more ? lostRows : undefined;
	return { request: paging.put(first, paging.key(last)) };
}

function following<Body, Row>(list: List<Body, Row>, page: Page<Body, Row>): Next {
	const { paging, first } = list;
	const at = (put: Put, position: string | undefined): Next =>
		position === undefined ? undefined : { request: put(first, position) };
	switch (paging.kind) {
		case 'none':
			return undefined;
		case 'cursor':
			return at(paging.put, paging.next(page.body));
		case 'offset':
			return isEnd(page, paging.more) ? undefined : at(paging.put, String(page.received));
		case 'page':
			return isEnd(page, paging.more)
				? undefined
				: at(paging.put, String(paging.first + page.number));
		case 'link': {
			const link = paging.next(page.body, page.headers);
			return link === undefined ? undefined : followLink(link, page.request);
		}
		case 'keyset':
			return byKey(paging, page, first);
	}
}

/** Whether an answer itself says that further pages come: an empty page that does so has lost its rows. */
export function saysMore<Body, Row>(
	{ paging }: List<Body, Row>,
	body: Body,
	headers: Headers,
): boolean {
	if (paging.kind === 'cursor') return paging.next(body) !== undefined;
	if (paging.kind === 'link') return paging.next(body, headers) !== undefined;
	return paging.kind === 'keyset' && paging.more?.(body) === true;
}

/** Whether nothing but its word says that more rows come, or that none do. */
const mustSay = <Body, Row>({ number, rows, received, expected }: Page<Body, Row>): boolean =>
	number === 1 && rows.length > 0 && !(expected !== undefined && received >= expected);

/** The request for the page after this one; undefined: this was the last; refused: why it cannot go on. */
export function nextPage<Body, Row>(list: List<Body, Row>, page: Page<Body, Row>): Next {
	if ('demand' in list.paging && mustSay(page)) list.paging.demand?.(page.body);
	const next = following(list, page);
	return next && 'request' in next && same(next.request, page.request) ? standsStill : next;
}
