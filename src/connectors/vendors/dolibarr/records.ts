import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { List } from '../../engine/page';
import type { FieldName } from '../../engine/parameters';
import type { Session } from '../../engine/session';
import { emptyList, explain } from './refusal';
import { id } from './values';

/** Where the web pages are; an address that names the API is cut. */
export const webUrl = ({ baseUrl }: Session): string =>
	baseUrl.replace(/\/api(\/index\.php)?$/, '');

export const apiUrl = (session: Session, path: string): string =>
	`${webUrl(session)}/api/index.php/${path}`;

const DAY = 86_400_000;

/**
 * Changed since. Dolibarr compares the text that its database stored, in the zone of its server, which may be another
 * than that of PHP: a day earlier loses nothing. Only a day, as old versions refuse a colon in a value.
 */
export const changedSince = (since: Instant): string =>
	`(t.tms:>=:'${new Date(since - DAY).toISOString().slice(0, 10)}')`;

export interface Records<Row> {
	/** For example 'tickets'. */
	readonly what: string;
	readonly path: string;
	readonly wire: z.ZodType<Row, z.ZodTypeDef, unknown>;
	readonly filters?: readonly string[];
	readonly query?: { readonly [name: string]: string };
	/** The column of the number. */
	readonly key?: string;
	readonly limit?: number;
	/** What is asked for, from version 19 on; before, all comes. */
	readonly properties?: readonly string[];
}

const newestWire = z.array(z.object({ id }));

/**
 * By number, so that records that change while it is read do not move. Dolibarr tells no total: the highest number is
 * asked for before, so that a page that came empty is not taken for the end.
 */
export async function recordsList<Row extends { readonly id: string }>(
	session: Session,
	{ what, path, wire, filters = [], query, key = 't.rowid', limit = 100, ...rest }: Records<Row>,
): Promise<List<readonly Row[], Row>> {
	const about = `Dolibarr ${what}`;
	const asking = (order: 'ASC' | 'DESC', size: number, after: string, properties: string) => ({
		method: 'GET' as const,
		url: apiUrl(session, path),
		query: {
			...{ sortfield: key, sortorder: order, limit: String(size) },
			sqlfilters: [...filters, `(${key}:>:${after})`].join(' and '),
			...(properties === '' ? {} : { properties }),
			...query,
		},
	});
	const newest = await session.ask({
		...{ about: `${about}, the newest`, wire: newestWire, explain, errorAs: emptyList },
		request: asking('DESC', 1, '0', 'id'),
	});
	const end = Number(newest[0]?.id ?? Infinity);
	const from = (after: string) => asking('ASC', limit, after, (rest.properties ?? []).join(','));
	return {
		about,
		wire: z.array(wire),
		explain,
		errorAs: emptyList,
		first: from('0'),
		rows: (rows) => rows,
		paging: {
			kind: 'keyset',
			key: (row) => row.id,
			put: (_first, after) => from(after),
			more: (rows) => {
				const last = rows[rows.length - 1];
				if (last === undefined && newest.length === 0) return false;
				return Number(last?.id ?? 0) < end;
			},
		},
	};
}

type Plain = string | number | boolean | null;
const isPlain = (value: unknown): value is Plain =>
	value === null || ['string', 'number', 'boolean'].includes(typeof value);

const ownFields = z.object({ array_options: z.record(z.unknown()) });

/** A record's plain values, those of its complementary attributes under their names in Dolibarr: options_region. */
export function plainFields(row: unknown): { readonly [name: string]: Plain } {
	const own = ownFields.safeParse(row);
	const all = { ...z.record(z.unknown()).parse(row), ...(own.success && own.data.array_options) };
	return Object.fromEntries(
		Object.entries(all).filter((entry): entry is [string, Plain] => isPlain(entry[1])),
	);
}

/** The fields that are kept; one that the record has not is null. */
export function keptFields(row: unknown, fields: readonly FieldName[]) {
	const all = plainFields(row);
	return Object.fromEntries(fields.map(({ from, as }) => [as, all[from] ?? null]));
}

/** A stream's own fields, and those to keep: what is asked for and what is let through. */
export function withKept<Shape extends z.ZodRawShape>(shape: Shape, fields: readonly FieldName[]) {
	const kept = fields.map(({ from }) => from);
	const own = kept.some((name) => name.startsWith('options_')) ? ['array_options'] : [];
	const names = [...new Set([...Object.keys(shape), ...kept, ...own])];
	const wire = z
		.record(z.unknown())
		.transform((row) => Object.fromEntries(names.map((name) => [name, row[name]])))
		.pipe(z.object(shape).passthrough());
	return { wire, properties: names };
}
