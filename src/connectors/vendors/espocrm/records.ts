import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import { withQuery, type List } from '../../engine/page';
import type { FieldName } from '../../engine/parameters';
import type { Session } from '../../engine/session';
import { explain } from './refusal';

/** UTC, though it does not say so: 2026-10-05 01:00:00. */
export const datetime = z.string().transform((text, context): Instant => {
	const at = momentOf(`${text}Z`);
	if (at !== undefined) return at;
	context.addIssue({ code: z.ZodIssueCode.custom, message: 'a time that cannot be read' });
	return z.NEVER;
});

/** Seconds, as EspoCRM keeps times, never later than asked. */
const seconds = (instant: Instant): string =>
	new Date(instant).toISOString().slice(0, 19).replace('T', ' ');

interface Condition {
	readonly type: 'greaterThan' | 'greaterThanOrEquals' | 'equals';
	readonly attribute: string;
	readonly value: string;
}

/** Docs: docs.espocrm.com → Development → API → Search parameters */
const where = (conditions: readonly Condition[], first = 0) =>
	Object.fromEntries(
		conditions.flatMap((condition, index) =>
			Object.entries(condition).map(([name, value]) => [`where[${first + index}][${name}]`, value]),
		),
	);

export const changedSince = (from: Instant): Condition => ({
	type: 'greaterThanOrEquals',
	attribute: 'modifiedAt',
	value: seconds(from),
});

export interface Body<Row> {
	readonly list: readonly Row[];
	/** Of what is left; -1: not counted, more come; -2: not counted, no more. */
	readonly total: number;
}

interface Asked<Row> {
	readonly entity: string;
	readonly conditions: readonly Condition[];
	readonly select: readonly string[];
	readonly row: z.ZodType<Row, z.ZodTypeDef, unknown>;
	readonly maxSize?: number;
}

const mostRows = 200; // more is refused

/** By id, each page after the last id: what is changed or deleted meanwhile moves no other record. */
export const recordsList = <Row extends { readonly id: string }>(
	session: Session,
	{ entity, conditions, select, row, maxSize = mostRows }: Asked<Row>,
): List<Body<Row>, Row> => ({
	about: `EspoCRM ${entity} records`,
	wire: z.object({ list: z.array(row), total: z.number() }),
	explain,
	first: {
		method: 'GET',
		url: `${session.baseUrl}/api/v1/${entity}`,
		query: {
			...where(conditions),
			...{ orderBy: 'id', order: 'asc', select: select.join(','), maxSize: String(maxSize) },
		},
	},
	rows: (body) => body.list,
	expected: ({ total }) => (total >= 0 ? total : undefined),
	paging: {
		kind: 'keyset',
		key: ({ id }) => id,
		put: (request, id) =>
			withQuery(
				request,
				where([{ type: 'greaterThan', attribute: 'id', value: id }], conditions.length),
			),
		more: ({ list, total }) => (total >= 0 ? list.length < total : total === -1),
	},
});

type Plain = string | number | boolean | null;
const plain = (told: unknown): Plain => {
	if (Array.isArray(told)) return told.map(String).join(', ');
	return typeof told === 'string' || typeof told === 'number' || typeof told === 'boolean'
		? told
		: null;
};

export const keptFields = (row: { readonly [name: string]: unknown }, kept: readonly FieldName[]) =>
	Object.fromEntries(kept.map(({ from, as }) => [as, plain(row[from])]));
