import { z } from 'zod';
import type { TimeZone } from '../../../domain/kernel/time';
import type { JsonCall } from '../../engine/judge';
import type { Request } from '../../engine/page';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { explain } from './refusal';

/** The user's context, which every call has to send. */
export type Context = { readonly [name: string]: unknown };

/** One call; its method stands in the address too, which Tryton ignores, so that logs tell calls apart. */
export const request = (session: Session, method: string, params: readonly unknown[]): Request => ({
	method: 'POST',
	url: `${session.baseUrl}/`,
	query: { method },
	body: { id: 1, method, params },
});

const resultOf = <T>(wire: z.ZodType<T, z.ZodTypeDef, unknown>) =>
	z.object({ result: wire }).transform(({ result }) => result as T);

/** Docs: docs.tryton.org → Server → Remote Procedure Calls */
export const call = <T>(
	session: Session,
	about: string,
	wire: z.ZodType<T, z.ZodTypeDef, unknown>,
	[method, ...params]: readonly [string, ...unknown[]],
): JsonCall<T> & { readonly request: Request } => ({
	about: `Tryton ${about}`,
	wire: resultOf(wire),
	explain,
	request: request(session, method, params),
});

const preferences = z.record(z.unknown()).and(z.object({ company: z.number().nullish() }));

const contextCall = (session: Session) =>
	call(session, "user's preferences", preferences, ['model.res.user.get_preferences', true, {}]);

/** What the user works on: without a company every list is empty, without an error. */
export async function readContext(session: Session): Promise<Context & { company: number }> {
	const one = contextCall(session);
	const context = await session.ask(one);
	if (typeof context.company === 'number') return { ...context, company: context.company };
	throw lacking(
		one.about,
		'the user works in no company, and so sees no records',
		'Give the user a company in Tryton (Administration → Users)',
	);
}

const company = z.array(z.object({ timezone: z.string().nullish() })).min(1);

/** The zone of the company's days: the one that the user names, else the company's own. */
export async function readZone(
	session: Session,
	context: Context & { company: number },
	zoneOf: (id: string) => TimeZone | undefined,
): Promise<TimeZone> {
	const one = call(session, 'company', company, [
		'model.company.company.read',
		[context.company],
		['timezone'],
		context,
	]);
	const [read] = await session.ask(one);
	const zone = zoneOf(read?.timezone ?? '');
	if (zone) return zone;
	const found = `the company has no time zone that is known ('${(read?.timezone ?? '').slice(0, 60)}')`;
	throw lacking(one.about, found, "Choose the company's time zone in Tryton (Party → Companies)");
}

export type Clause = readonly unknown[];

const count = z.number();

/** How many records a list must give. */
export const countRecords = async (
	session: Session,
	model: string,
	domain: Clause,
	context: Context,
): Promise<number> =>
	await session.ask(
		call(session, `number of ${model}`, count, [`model.${model}.search_count`, domain, context]),
	);
