import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { FieldName } from '../../engine/parameters';
import type { List } from '../../engine/page';
import type { Session } from '../../engine/session';
import { call, request, type Clause, type Context } from './rpc';
import { datetime, instantOf, plain, toDatetime } from './values';

/** What every record has; `write_date` is null until its first change. */
export const stamps = { id: z.number(), create_date: datetime, write_date: datetime.nullish() };

export interface Stamped {
	readonly id: number;
	readonly create_date: z.infer<typeof datetime>;
	readonly write_date?: z.infer<typeof datetime> | null | undefined;
}

export const changedAt = ({ create_date, write_date }: Stamped): Instant =>
	instantOf(write_date ?? create_date);

export const changedSince = (since: Instant): Clause => [
	'OR',
	[['write_date', '>=', toDatetime(since)]],
	[['create_date', '>=', toDatetime(since)]],
];

export interface Records<Row> {
	readonly model: string;
	readonly domain: Clause;
	readonly fields: readonly string[];
	readonly context: Context;
	readonly wire: z.ZodType<Row, z.ZodTypeDef, unknown>;
	/** How many there are, counted before. */
	readonly expected?: number;
	readonly pageSize?: number;
}

const ownPageSize = 200;

/** By id, so that records that change while it is read do not move. Code: trytond/model/modelstorage.py, search_read */
export function recordsList<Row extends { readonly id: number }>(
	session: Session,
	{ model, domain, fields, context, wire, expected, pageSize = ownPageSize }: Records<Row>,
): List<readonly Row[], Row> {
	const method = `model.${model}.search_read`;
	const after = (id: number): readonly unknown[] => [
		[domain, ['id', '>', id]],
		...[0, pageSize, [['id', 'ASC']], fields, context],
	];
	const { request: first, ...asked } = call(session, model, z.array(wire), [method, ...after(0)]);
	return {
		...asked,
		first,
		rows: (rows) => rows,
		...(expected === undefined ? {} : { expected: () => expected }),
		paging: {
			kind: 'keyset',
			key: ({ id }) => String(id),
			put: (_first, id) => request(session, method, after(Number(id))),
		},
	};
}

/** A field `a.b` comes nested, as `b` in `a.`. */
function valueAt(row: unknown, path: string): unknown {
	const record = z.record(z.unknown()).safeParse(row);
	if (!record.success) return undefined;
	const dot = path.indexOf('.');
	if (dot < 0) return record.data[path];
	return valueAt(record.data[path.slice(0, dot + 1)], path.slice(dot + 1));
}

/** The fields that are kept, which are asked for beside the stream's own. */
export const keptFields = (row: unknown, fields: readonly FieldName[]) =>
	Object.fromEntries(fields.map(({ from, as }) => [as, plain(valueAt(row, from))]));

/** Lets only the fields that are kept through, beside those that the stream declares. */
export const withKept = <Shape extends z.ZodRawShape>(
	shape: Shape,
	fields: readonly FieldName[],
) => {
	const tops = fields.map(({ from }) => from.replace(/[.].*$/, '.'));
	return z
		.record(z.unknown())
		.transform((row) =>
			Object.fromEntries(
				Object.entries(row).filter(([name]) => name in shape || tops.includes(name)),
			),
		)
		.pipe(z.object(shape).passthrough());
};

/** An address of the web client. Code: sao/src/sao.js, the part after # */
export function recordLink(session: Session, model: string, id: number): string {
	const { origin, pathname } = new URL(session.baseUrl);
	return `${origin}/#${pathname.replace(/^.*\//, '')}/model/${model}/${id}`;
}
