import { z } from 'zod';
import type { JsonCall } from '../../engine/judge';
import type { Request } from '../../engine/page';
import type { Session } from '../../engine/session';
import type { Account } from './account';
import { explain } from './refusal';

/** The short lists of an account, which come whole. */
const call = <T>(
	{ api }: Account,
	[what, path]: readonly [string, string],
	wire: z.ZodType<T, z.ZodTypeDef, unknown>,
): JsonCall<T> & { readonly request: Request } => ({
	about: `Chatwoot ${what}`,
	wire,
	explain,
	request: { method: 'GET', url: `${api}/${path}` },
});

const agents = z.array(z.object({ id: z.number(), email: z.string().nullish() }));

/** Agent id → e-mail address; those who left the account are not there. Docs: developers.chatwoot.com → Agents */
export const readEmails = async (
	session: Session,
	account: Account,
): Promise<ReadonlyMap<number, string>> =>
	new Map(
		(await session.ask(call(account, ['agents', 'agents'], agents))).flatMap(({ id, email }) =>
			email ? [[id, email] as const] : [],
		),
	);

const inboxes = z.object({
	payload: z.array(
		z.object({
			id: z.number(),
			name: z.string(),
			working_hours_enabled: z.boolean().nullish(),
		}),
	),
});
export const readInboxes = async (session: Session, account: Account) =>
	(await session.ask(call(account, ['inboxes', 'inboxes'], inboxes))).payload;

const teams = z.array(z.object({ id: z.number(), name: z.string() }));
export const readTeams = async (session: Session, account: Account) =>
	await session.ask(call(account, ['teams', 'teams'], teams));

const labels = z.object({ payload: z.array(z.object({ title: z.string() })) });
export const readLabels = async (session: Session, account: Account) =>
	(await session.ask(call(account, ['labels', 'labels'], labels))).payload;

const attributes = z.array(
	z.object({
		attribute_key: z.string(),
		attribute_display_name: z.string(),
		attribute_model: z.string(),
	}),
);
/** Custom attributes of conversations, which Chatwoot counts as model 0. */
export async function readAttributes(session: Session, account: Account) {
	const asked = call(account, ['attributes', 'custom_attribute_definitions'], attributes);
	const request = { ...asked.request, query: { attribute_model: '0' } };
	return (await session.ask({ ...asked, request })).filter(
		({ attribute_model: model }) => model === 'conversation_attribute',
	);
}
