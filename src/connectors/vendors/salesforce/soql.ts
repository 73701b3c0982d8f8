import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { List, Request } from '../../engine/page';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Window } from '../../engine/window';
import { explain } from './refusal';

/** Winter '25: has every object that is read here, the history of cases included. */
const version = 'v62.0';

export const resource = (
	session: Session,
	path: string,
	query: Request['query'] = {},
): Request => ({
	method: 'GET',
	url: `${session.baseUrl}/services/data/${version}/${path}`,
	query,
});

export interface Body<Row> {
	readonly totalSize: number;
	readonly done: boolean;
	readonly nextRecordsUrl?: string | null | undefined;
	readonly records: readonly Row[];
}

const wireOf = <Row>(row: z.ZodType<Row, z.ZodTypeDef, unknown>) =>
	z.object({
		totalSize: z.number(),
		done: z.boolean(),
		nextRecordsUrl: z.string().nullish(),
		records: z.array(row),
	});

/** A text that may be missing: '' then. */
export const orEmpty = z
	.string()
	.nullish()
	.transform((told) => told ?? '');

export interface Query<Row> {
	/** For example 'Salesforce opportunities'. */
	readonly about: string;
	readonly row: z.ZodType<Row, z.ZodTypeDef, unknown>;
	readonly select: readonly string[];
	readonly from: string;
	readonly where?: readonly string[];
}

const text = <Row>(
	{ select, from, where = [] }: Query<Row>,
	more: readonly string[] = [],
	end = '',
): string => {
	const conditions = [...where, ...more];
	const filter = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
	return `SELECT ${[...new Set(select)].join(', ')} FROM ${from}${filter}${end}`;
};

/** A text in a condition. */
export const quoted = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;

export const among = (field: string, values: readonly string[]): string =>
	`${field} IN (${values.map(quoted).join(', ')})`;

/** So many IDs go into one query: with more its address becomes too long. */
export const idBatch = 200;

/** Seconds, as Salesforce keeps times, never later than asked. */
const seconds = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** By SystemModstamp, which automated changes move too. */
export const changedIn = ({ from, to }: Window): readonly string[] => [
	`SystemModstamp >= ${seconds(from)}`,
	...(to === undefined ? [] : [`SystemModstamp < ${seconds(to)}`]),
];

/** The rows of a short query, in Salesforce's own pages. */
export const rowsList = <Row>(
	session: Session,
	query: Query<Row>,
	limit = '',
): List<Body<Row>, Row> => ({
	about: query.about,
	wire: wireOf(query.row),
	explain,
	first: resource(session, 'query', { q: text(query, [], limit) }),
	rows: (body) => body.records,
	paging: { kind: 'link', next: ({ nextRecordsUrl }) => nextRecordsUrl ?? undefined },
});

export const readRows = async <Row>(session: Session, query: Query<Row>): Promise<readonly Row[]> =>
	await session.all(rowsList(session, query));

/**
 * Records with the deleted and the merged ones, in order of Id, each page asked anew after the last Id: a record
 * that changes meanwhile does not move, and no locator can expire. Docs: SOQL → Querying Deleted Data, queryAll
 */
export const recordsList = <Row extends { readonly Id: string }>(
	session: Session,
	query: Query<Row>,
	limit = '',
): List<Body<Row>, Row> => {
	const after = (more: readonly string[]): Request =>
		resource(session, 'queryAll', { q: text(query, more, ` ORDER BY Id${limit}`) });
	return {
		about: query.about,
		wire: wireOf(query.row),
		explain,
		first: after([]),
		rows: (body) => body.records,
		expected: (body) => body.totalSize,
		paging: {
			kind: 'keyset',
			key: ({ Id }) => Id,
			put: (_first, id) => after([`Id > ${quoted(id)}`]),
			more: (body) => !body.done,
		},
	};
};

/** Refuses what is no field name, before it becomes a part of a query. */
export function fieldNames(about: string, names: readonly string[]): readonly string[] {
	const odd = names.find((name) => !/^\w{1,255}$/.test(name));
	if (odd === undefined) return names;
	const found = `'${odd.slice(0, 60)}' is not the name of a field`;
	throw lacking(
		about,
		found,
		'Enter API names of fields of the record itself, such as Amount or Region__c',
	);
}

/** 15 and 18 characters name the same record. */
export const idKey = (id: string): string => id.slice(0, 15);
