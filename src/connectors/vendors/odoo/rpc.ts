import { z } from 'zod';
import type { JsonCall } from '../../engine/judge';
import type { List, Request } from '../../engine/page';
import type { Session } from '../../engine/session';
import { explain } from './refusal';

type Named = { readonly [name: string]: unknown };
/** Terms, and '|' before two of which one is enough. */
export type Domain = readonly (readonly unknown[] | '|')[];
type Wire<T> = z.ZodType<T, z.ZodTypeDef, unknown>;

/** In which Odoo names fields, whatever the language of the user. */
export const english = { lang: 'en_US' };

/** As JSON-2 wants it; for JSON-RPC the credential, which has to put its key in, makes the other form of it. */
const request = (session: Session, [model, method]: Method, named: Named): Request => ({
	method: 'POST',
	url: `${session.baseUrl}/json/2/${model}/${method}`,
	body: named,
});

const rpcAnswer = z.object({ jsonrpc: z.string(), result: z.unknown() });

/** JSON-2 answers with the result itself, JSON-RPC with an envelope. */
const resultOf = <T>(wire: Wire<T>) =>
	z.preprocess((told) => {
		const read = rpcAnswer.safeParse(told);
		return read.success ? read.data.result : told;
	}, wire);

type Method = readonly [model: string, method: string];

/** Docs: odoo.com → External JSON-2 API; code: odoo addons/rpc/controllers/json2.py */
export const call = <T>(
	session: Session,
	about: string,
	wire: Wire<T>,
	[method, named]: readonly [Method, Named],
): JsonCall<T> & { readonly request: Request } => ({
	about: `Odoo ${about}`,
	wire: resultOf(wire),
	explain,
	request: request(session, method, named),
});

export interface Records<Row> {
	/** For example 'expenses'. */
	readonly about: string;
	readonly model: string;
	readonly domain: Domain;
	readonly fields: readonly string[];
	readonly wire: Wire<Row>;
	/** How many there are, counted before. */
	readonly expected?: number;
	readonly context?: Named;
	readonly pageSize?: number;
	/** A page that is not full is the last; else only an empty one is. */
	readonly endsWhenShort?: boolean;
}

const ownPageSize = 200;

/** By id, so that records that change while it is read do not move. */
export function recordsList<Row extends { readonly id: number }>(
	session: Session,
	{ about, model, domain, fields, wire, pageSize = ownPageSize, ...more }: Records<Row>,
): List<readonly Row[], Row> {
	const { expected, context, endsWhenShort } = more;
	const method: Method = [model, 'search_read'];
	const after = (id: number): Named => ({
		domain: [...domain, ['id', '>', id]],
		fields,
		order: 'id asc',
		limit: pageSize,
		...(context === undefined ? {} : { context }),
	});
	const { request: first, ...asked } = call(session, about, z.array(wire), [method, after(0)]);
	return {
		...asked,
		first,
		rows: (rows) => rows,
		...(expected === undefined ? {} : { expected: () => expected }),
		paging: {
			kind: 'keyset',
			key: ({ id }) => String(id),
			put: (_first, id) => request(session, method, after(Number(id))),
			...(endsWhenShort ? { more: (rows) => rows.length === pageSize } : {}),
		},
	};
}

/** All records of a list that is short, or whose completeness shows in another way. */
export const readRecords = async <Row extends { readonly id: number }>(
	session: Session,
	records: Records<Row>,
): Promise<readonly Row[]> =>
	await session.all(recordsList(session, { ...records, endsWhenShort: true }));

/** How many records a list must give. */
export const countRecords = async (
	session: Session,
	{ about, ...named }: Pick<Records<unknown>, 'about' | 'model' | 'domain' | 'context'>,
): Promise<number> => {
	const { model, ...asked } = named;
	return await session.ask(
		call(session, `number of ${about}`, z.number(), [[model, 'search_count'], asked]),
	);
};

const field = z.object({
	type: z.string(),
	string: z.string(),
	selection: z.array(z.tuple([z.string(), z.string()])).nullish(),
});
export type Field = z.infer<typeof field>;

/** The fields of a model, or those of these names that it has. */
export async function readFields(
	session: Session,
	model: string,
	names?: readonly string[],
	context: Named = english,
): Promise<ReadonlyMap<string, Field>> {
	const named = { attributes: ['string', 'type', 'selection'], context };
	const fields = await session.ask(
		call(session, `fields of ${model}`, z.record(field), [
			[model, 'fields_get'],
			names === undefined ? named : { ...named, allfields: names },
		]),
	);
	return new Map(Object.entries(fields));
}
