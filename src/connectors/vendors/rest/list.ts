import { z } from 'zod';
import { dayText } from '../../../domain/kernel/civil';
import { instantText } from '../../../domain/kernel/instant';
import type { Instant, TimeZone } from '../../../domain/kernel/time';
import { asked, withQuery, type List, type Paging, type Request } from '../../engine/page';
import type { Settings } from '../../engine/parameters';
import { at, isTold, textAt } from '../../engine/place';
import { lacking } from '../../engine/problem';
import type { Job } from '../../engine/stream';
import type { Window } from '../../engine/window';

const about = 'REST list';
const DAY = 86_400_000;

const moments = (name: string, instant: Instant, zone: TimeZone | undefined) => [
	[`{${name}}`, instantText(instant)] as const,
	[`{${name}Unix}`, String(Math.floor(instant / 1000))] as const,
	[
		`{${name}Date}`,
		zone ? dayText(zone.dayOf(instant)) : instantText(instant).slice(0, 10),
	] as const,
];

/** The address of a path below the base URL; a path that leads elsewhere would carry the credential there. */
export function addressOf(baseUrl: string, path: string): string {
	if (/^[a-z]+:|^\/\//i.test(path))
		throw lacking(
			about,
			'the path is a whole address',
			'Enter the path after the base URL of the credential',
		);
	return `${baseUrl}/${path.replace(/^\/+/, '')}`;
}

function firstRequest(job: Job, window: Window, zone: TimeZone | undefined): Request {
	const { settings, session } = job;
	const values = [
		...moments('from', window.from, zone),
		// Without an end the list is open: a record that changes while it is read must not fall out of it.
		...moments('to', window.to ?? job.now + DAY, zone),
	];
	const [path = '', ...given] = (settings.text('path') ?? '').split('?');
	const query = [given.join('?'), settings.text('query') ?? ''].join('&');
	const parts = [...new URLSearchParams(query)].map(
		([name, value]) =>
			[name, values.reduce((filled, [mark, by]) => filled.replaceAll(mark, by), value)] as const,
	);
	return { method: 'GET', ...asked(addressOf(session.baseUrl, path), parts) };
}

/** `<https://…>; rel="next"` of a Link header. */
const linkHeader = (header: string | undefined): string | undefined =>
	/<([^>]+)>\s*;[^,]*\brel="?next\b/i.exec(header ?? '')?.[1];

/** The cursor or link at a place; one that is neither would end the list after its first page. */
function nextIn(body: unknown, place: string): string | undefined {
	const found = at(body, place);
	if (found !== true && (typeof found !== 'object' || found === null)) return textAt(body, place);
	throw lacking(about, `what is at '${place}' is no cursor or address`, 'Correct Next at');
}

/** A place that is misspelt, and a last page that leaves it out, look the same. */
function demandNext(body: unknown, place: string): void {
	if (isTold(body, place)) return;
	throw lacking(
		about,
		`nothing is at '${place}', so nobody can tell whether more records come`,
		'Correct Next at; where the system leaves it out on the last page, set Total at, or Last Page Leaves Next Out',
	);
}

const cursorless = () =>
	lacking(
		about,
		'Paging is Cursor, but nothing says where in the answer the cursor is',
		'Set Next at, or choose another Paging',
	);

export function pagingOf(settings: Settings): Paging<unknown, unknown> {
	const name = settings.text('pageParameter') ?? '';
	const nextAt = settings.text('nextAt');
	const put = (request: Request, value: string): Request => withQuery(request, { [name]: value });
	const key = (row: unknown): string => idOf(row, settings);
	if (settings.text('paging') === 'cursor' && nextAt === undefined) throw cursorless();
	const isLoose = nextAt === undefined || settings.flag('nextLeftOut');
	const demand = (body: unknown) => (isLoose ? undefined : demandNext(body, nextAt));
	const kinds: { readonly [kind: string]: Paging<unknown, unknown> } = {
		cursor: { kind: 'cursor', next: (body) => nextIn(body, nextAt ?? ''), put, demand },
		keyset: { kind: 'keyset', key, put },
		link: {
			kind: 'link',
			next: (body, headers) => (nextAt ? nextIn(body, nextAt) : linkHeader(headers['link'])),
			demand,
		},
		offset: { kind: 'offset', put },
		page: { kind: 'page', first: settings.count('firstPage'), put },
	};
	return kinds[settings.text('paging') ?? ''] ?? { kind: 'none' };
}

export function idOf(row: unknown, settings: Settings): string {
	const field = settings.text('idField');
	const id = textAt(row, field);
	if (id !== undefined) return id;
	throw lacking(about, `a record has no ${field ?? 'id'}`, 'Correct ID Field or List at');
}

export function rowsOf(body: unknown, listAt: string | undefined): readonly unknown[] {
	const rows = at(body, listAt);
	if (Array.isArray(rows)) return rows;
	const where =
		listAt === undefined ? 'the answer is not a list' : `there is no list at '${listAt}'`;
	throw lacking(about, where, 'Correct List at, or look whether the answer is an error');
}

export function restList(
	job: Job,
	window: Window,
	zone: TimeZone | undefined,
): List<unknown, unknown> {
	const { settings } = job;
	return {
		about,
		wire: z.unknown(),
		first: firstRequest(job, window, zone),
		rows: (body) => rowsOf(body, settings.text('listAt')),
		paging: pagingOf(settings),
		expected: (body) => {
			const total = Number(textAt(body, settings.text('totalAt')));
			return Number.isInteger(total) ? total : undefined;
		},
	};
}
