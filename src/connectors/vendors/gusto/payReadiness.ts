import { z } from 'zod';
import { readJson } from '../../engine/call';
import { block } from '../../engine/hindrance';
import type { Ports } from '../../engine/http';
import type { Hindrance, PayAnswer, PaySettings } from '../../engine/payrollSystem';
import { explain } from './refusal';
import { headers, request } from './site';

/** Which company a token reaches: one, or none where it is an app's own token. */
export const tokenWire = z.object({
	resource: z.object({ type: z.string().nullish(), uuid: z.string().nullish() }).nullish(),
});

const earningType = z.object({ name: z.string() });
export const earningTypesWire = z.object({
	default: z.array(earningType).nullish(),
	custom: z.array(earningType).nullish(),
});

const refuse = (hindrances: readonly Hindrance[]): PayAnswer<readonly Hindrance[]> => ({
	ok: true,
	value: hindrances,
});

async function withoutCompany(
	{ baseUrl, timeoutMs }: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly Hindrance[]>> {
	const token = await readJson(
		{
			about: 'Gusto token',
			wire: tokenWire,
			explain,
			request: { method: 'GET', url: `${baseUrl}/v1/token_info`, headers, timeoutMs },
		},
		ports,
	);
	if (!token.ok) return token;
	const company = token.value.resource?.uuid;
	const remedy = company
		? `Enter the Company ID ${company}, which the credential reaches`
		: 'Connect the app of the credential to the company that pays';
	return refuse([block('organisationMissing', 'No company is named', remedy)]);
}

const ofName = (name: string, names: readonly string[]): readonly Hindrance[] => {
	if (names.includes(name)) return [];
	const like = names.find((it) => it.toLowerCase() === name.toLowerCase());
	return [
		block(
			'componentMissing',
			like === undefined
				? `Gusto has no earning type "${name}"`
				: `Gusto writes the earning type "${like}", not "${name}"`,
			'Add it in Gusto (Settings → Payroll → Earning types), or write the component as it is named there',
		),
	];
};

/** Whether the company is named, and has the earning types to pay by. */
export async function ready(
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly Hindrance[]>> {
	if (settings.own.text('company') === undefined) return await withoutCompany(settings, ports);
	const types = await readJson(
		{
			about: 'Gusto earning types',
			wire: earningTypesWire,
			explain,
			request: request(settings, 'GET', 'earning_types'),
		},
		ports,
	);
	if (!types.ok) return types;
	const { default: preset, custom } = types.value;
	const names = [...(preset ?? []), ...(custom ?? [])].map(({ name }) => name);
	const wanted = [settings.component, settings.own.text('correctionComponent') ?? []].flat();
	return refuse(wanted.flatMap((name) => ofName(name, names)));
}
