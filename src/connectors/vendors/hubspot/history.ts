import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import type { Request } from '../../engine/page';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Change } from '../../engine/steps';
import { explain } from './refusal';

/** More than 50 records a call are refused when history is asked for. */
export const historyBatch = 50;

const value = z.object({ value: z.string().nullish(), timestamp: z.string() });
const wire = z.object({
	results: z.array(
		z.object({
			id: z.string(),
			propertiesWithHistory: z.record(z.array(value).nullish()).nullish(),
		}),
	),
	errors: z.array(z.object({ category: z.string().nullish() })).nullish(),
});

/** Record id → property → its values, oldest first. A record that is gone meanwhile has no entry. */
export type Histories = ReadonlyMap<string, (property: string) => readonly Change[]>;

type Values = z.infer<typeof value>[] | null | undefined;

const oldestFirst = (values: Values): readonly Change[] =>
	(values ?? [])
		.flatMap((one) => {
			const at = momentOf(one.timestamp);
			return at === undefined ? [] : [{ value: one.value ?? '', at }];
		})
		.reverse() // HubSpot gives the newest first; equal times keep their order
		.sort((a, b) => a.at - b.at);

/** As many of the last values of a property as HubSpot is said to give at most. */
const mostValues: { readonly [object: string]: number } = { contacts: 45, deals: 20, tickets: 20 };
/** A record and its first values are written so far apart at most. */
const sameSave = 60_000;

/** Whether the first values may be lost: there are as many as HubSpot gives, and they begin after the record did. */
export function isCut(
	object: string,
	changes: readonly Change[],
	created: Instant | undefined,
): boolean {
	const [first] = changes;
	if (first === undefined || created === undefined) return false;
	return changes.length === mostValues[object] && first.at > created + sameSave;
}

const readBatch = (
	baseUrl: string,
	object: string,
	ids: readonly string[],
	properties: readonly string[],
): Request => ({
	method: 'POST',
	url: `${baseUrl}/crm/v3/objects/${object}/batch/read`,
	body: { inputs: ids.map((id) => ({ id })), properties: [], propertiesWithHistory: properties },
});

/** Docs: developers.hubspot.com → CRM → Objects → batch/read with propertiesWithHistory */
export async function readHistories(
	session: Session,
	object: string,
	ids: readonly string[],
	properties: readonly string[],
): Promise<Histories> {
	const about = `HubSpot history of ${object}`;
	const { results, errors } = await session.ask({
		about,
		wire,
		explain,
		request: readBatch(session.baseUrl, object, ids, properties),
	});
	const other = errors?.find((error) => error.category && !/NOT_FOUND/.test(error.category));
	if (other)
		throw lacking(
			about,
			'some records were refused',
			'Give the private app the right to read them',
		);
	return new Map(
		results.map(({ id, propertiesWithHistory: history }) => [
			id,
			(property: string) => oldestFirst(history?.[property]),
		]),
	);
}
