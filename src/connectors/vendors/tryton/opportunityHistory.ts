import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { Session } from '../../engine/session';
import type { Change } from '../../engine/steps';
import { call, type Context } from './rpc';
import { datetime, instantOf, type Datetime } from './values';

const model = 'sale.opportunity';
const revision = z.tuple([datetime, z.number()]).rest(z.unknown());
const version = z.object({
	id: z.number(),
	state: z.string(),
	employee: z.number().nullish(),
});
type Version = z.infer<typeof version> & { readonly at: Instant };

/** Opportunities are kept with every version. Code: sale_opportunity/opportunity.py, _history; trytond modelsql.py, history_revisions */
const readRevisions = async (session: Session, ids: readonly number[], context: Context) =>
	await session.ask(
		call(session, 'revisions of opportunities', z.array(revision), [
			`model.${model}.history_revisions`,
			ids,
			context,
		]),
	);

const readVersions = async (
	session: Session,
	ids: readonly number[],
	moment: Datetime,
	context: Context,
): Promise<readonly Version[]> => {
	const versions = await session.ask(
		call(session, 'opportunities as they were', z.array(version), [
			`model.${model}.read`,
			ids,
			['state', 'employee'],
			{ ...context, _datetime: moment },
		]),
	);
	return versions.map((one) => ({ ...one, at: instantOf(moment) }));
};

/** What an opportunity's employee and state were, and since when, oldest first; nothing for one that is gone. */
export interface History {
	readonly employees: readonly Change[];
	readonly states: readonly Change[];
}

/** All versions of some opportunities: one request for each moment at which any of them changed. */
export async function readHistories(
	session: Session,
	ids: readonly number[],
	context: Context,
): Promise<(id: number) => History> {
	const moments = new Map<string, { at: Datetime; ids: number[] }>();
	for (const [at, id] of await readRevisions(session, ids, context)) {
		const key = JSON.stringify(at);
		const moment = moments.get(key) ?? { at, ids: [] };
		if (!moment.ids.includes(id)) moment.ids.push(id);
		moments.set(key, moment);
	}
	const versions: Version[] = [];
	for (const moment of moments.values())
		versions.push(...(await readVersions(session, moment.ids, moment.at, context)));
	versions.sort((a, b) => a.at - b.at);
	return (id) => {
		const own = versions.filter((one) => one.id === id);
		return {
			employees: own.map(({ at, employee }) => ({ at, value: String(employee ?? '') })),
			states: own.map(({ at, state }) => ({ at, value: state })),
		};
	};
}
