import { z } from 'zod';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { explain } from './refusal';

const property = z.object({
	name: z.string(),
	label: z.string(),
	type: z.string(),
	hidden: z.boolean().nullish(),
	options: z
		.array(z.object({ value: z.string(), label: z.string(), hidden: z.boolean().nullish() }))
		.nullish(),
});
export type Property = z.infer<typeof property>;

/** Docs: developers.hubspot.com → CRM → Properties. Who may read a kind of record may read its properties. */
const about = (object: string) => `HubSpot properties of ${object}`;

export const readProperties = async (
	session: Session,
	object: string,
): Promise<readonly Property[]> =>
	(
		await session.ask({
			about: about(object),
			wire: z.object({ results: z.array(property) }),
			explain,
			request: { method: 'GET', url: `${session.baseUrl}/crm/v3/properties/${object}` },
		})
	).results;

export const readProperty = async (
	session: Session,
	object: string,
	name: string,
): Promise<Property> =>
	await session.ask({
		about: about(object),
		wire: property,
		explain,
		request: {
			method: 'GET',
			url: `${session.baseUrl}/crm/v3/properties/${object}/${encodeURIComponent(name)}`,
		},
	});

/** Refuses a value that the property cannot have: it would never be met, and nothing would ever be done. */
export async function checkValues(
	session: Session,
	object: string,
	{ property: name, values }: { readonly property: string; readonly values: readonly string[] },
): Promise<void> {
	const { label, options } = await readProperty(session, object, name);
	const known = (options ?? []).map(({ value }) => value);
	const unknown = values.filter((value) => !known.includes(value));
	if (unknown.length === 0) return;
	throw lacking(
		about(object),
		`${label} (${name}) has no value ${unknown.join(', ')}`,
		`Choose in Done Values among ${known.join(', ') || 'the values of another property'}`,
	);
}
