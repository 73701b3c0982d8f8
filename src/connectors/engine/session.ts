import { readJson } from './call';
import type { Ports } from './http';
import type { JsonCall } from './judge';
import { paced } from './pacer';
import { nextPage, saysMore, type List, type Page, type Request } from './page';
import { SourceProblem } from './problem';
import type { Rate } from './rate';

/** What a stream asks a business system through: time-outs, retries and counts are the engine's. */
export interface Session {
	/** Without a slash at the end. */
	readonly baseUrl: string;
	/** Reads one answer; a SourceProblem ends the reading. */
	ask<T>(call: JsonCall<T> & { readonly request: Request }): Promise<T>;
	/** Reads a list page by page; a SourceProblem ends the reading. */
	pages<Body, Row>(list: List<Body, Row>): AsyncGenerator<Page<Body, Row>>;
	/** All rows of a short list. */
	all<Body, Row>(list: List<Body, Row>): Promise<readonly Row[]>;
	/** The vendor's clock minus ours in milliseconds, by its first answer; 0: not told. */
	readonly skew: () => number;
}

/** More pages than any month has: a list that goes on for ever is stopped. */
const mostPages = 20_000;
const defaultTimeoutMs = 60_000;

/** Goes with every request. */
export const agent = { 'user-agent': 'n8n-nodes-performance-pay', accept: 'application/json' };

const trimmed = (url: string): string => url.trim().replace(/\/+$/, '');

function endless(list: { readonly about: string }): SourceProblem {
	return new SourceProblem({
		kind: 'unreadable',
		about: list.about,
		found: `the list has not ended after ${mostPages} pages`,
		remedy: 'Check the paging settings of this source',
	});
}

export function openSession(
	given: Ports,
	where: {
		readonly baseUrl: string;
		readonly timeoutMs?: number | undefined;
		/** How often a read is tried; absent: the engine's own number. */
		readonly attempts?: number;
		/** What the vendor allows; absent: as fast as it answers. */
		readonly rates?: readonly Rate[] | undefined;
	},
): Session {
	const ports = { ...given, http: paced(given, where.rates ?? []) };
	const timeoutMs = where.timeoutMs ?? defaultTimeoutMs;
	let skew: number | undefined;

	async function answer<T>(call: JsonCall<T> & { readonly request: Request }) {
		const request = { ...call.request, headers: { ...agent, ...call.request.headers }, timeoutMs };
		const read = await readJson({ ...call, request }, ports, where.attempts);
		if (!read.ok) throw new SourceProblem(read.problem);
		skew ??= skewOf(read.headers['date'], ports.now());
		return read;
	}

	/** An empty page after the first ends a list, or loses a part of it: it is asked for twice. */
	async function page<Body, Row>(list: List<Body, Row>, request: Request, number: number) {
		const isEmpty = (body: Body): boolean => number > 1 && list.rows(body).length === 0;
		const first = await answer({ ...list, request });
		const read = isEmpty(first.value) ? await answer({ ...list, request }) : first;
		if (isEmpty(read.value) && hasLostRows(list, read.value, read.headers))
			throw unreadable(list.about, emptyPage, list.emptyRemedy);
		return read;
	}

	async function* pages<Body, Row>(list: List<Body, Row>): AsyncGenerator<Page<Body, Row>> {
		let request = list.first;
		let received = 0;
		let expected: number | undefined;
		for (let number = 1; number <= mostPages; number += 1) {
			const about = `${list.about}, page ${number}`;
			const { value: body, headers } = await page({ ...list, about }, request, number);
			const rows = list.rows(body);
			received += rows.length;
			if (number === 1) expected = list.expected?.(body);
			const read = { body, headers, rows, request, number, received, expected };
			const next = nextPage(list, read);
			if (isTold(number) || next === undefined) ports.progress?.(told(about, received, expected));
			yield read;
			if (next === undefined) return;
			if ('refused' in next) throw unreadable(about, next.refused);
			request = next.request;
		}
		throw endless(list);
	}

	async function all<Body, Row>(list: List<Body, Row>): Promise<readonly Row[]> {
		const rows: Row[] = [];
		for await (const page of pages(list)) rows.push(...page.rows);
		return rows;
	}

	return {
		baseUrl: trimmed(where.baseUrl),
		ask: async (call) => (await answer(call)).value,
		pages,
		all,
		skew: () => skew ?? 0,
	};
}

/** Which pages are told of besides the last: the first ten, and then every tenth. */
const isTold = (number: number): boolean => number <= 10 || number % 10 === 0;

const told = (about: string, received: number, expected: number | undefined): string =>
	`${about}: ${received}${expected === undefined ? '' : ` of ${expected}`} records`;

/** Whether a page that is empty should have had rows. */
const hasLostRows = <Body, Row>(
	list: List<Body, Row>,
	body: Body,
	headers: Page<Body, Row>['headers'],
): boolean =>
	list.neverEmpty === true || (list.mayBeEmpty !== true && saysMore(list, body, headers));

const emptyPage = 'the page is empty, though more are said to come';

const unreadable = (
	about: string,
	found: string,
	remedy = 'Try again; if it stays, check the paging settings of this source',
): SourceProblem => new SourceProblem({ kind: 'unreadable', about, found, remedy });

function skewOf(date: string | undefined, now: string): number {
	const difference = Date.parse(date ?? '') - Date.parse(now);
	return Number.isNaN(difference) ? 0 : difference;
}
