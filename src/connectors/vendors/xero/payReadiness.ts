import { z } from 'zod';
import { readJson } from '../../engine/call';
import { block } from '../../engine/hindrance';
import type { Ports } from '../../engine/http';
import type { Hindrance, PayAnswer, PaySettings } from '../../engine/payrollSystem';
import { correctionOf, earningsRates, isCurrent, type EarningsRate } from './earningsRates';
import { explain } from './refusal';

export const connectionsWire = z.array(
	z.object({
		tenantId: z.string(),
		tenantType: z.string().nullish(),
		tenantName: z.string().nullish(),
	}),
);

function ofRate(rates: readonly EarningsRate[], name: string): readonly Hindrance[] {
	const same = rates.filter((it) => it.Name === name);
	const [rate, ...others] = same.filter(isCurrent);
	const like = rates.find((it) => it.Name?.toLowerCase() === name.toLowerCase());
	if (rate === undefined && same.length > 0)
		return [
			block(
				'componentDisabled',
				`The earnings rate "${name}" is not current any more`,
				'Make it active again in Xero (Payroll Settings → Pay Items), or pay by another',
			),
		];
	if (rate === undefined)
		return [
			block(
				'componentMissing',
				like === undefined
					? `Xero has no earnings rate "${name}"`
					: `Xero writes the earnings rate "${like.Name ?? ''}", not "${name}"`,
				'Add it in Xero (Payroll Settings → Pay Items → Earnings) with a fixed amount, or write the component as it is named there',
			),
		];
	if (others.length > 0)
		return [
			block(
				'componentAmbiguous',
				`Xero has ${others.length + 1} earnings rates "${name}"`,
				'Give one of them another name in Xero, or pay by another',
			),
		];
	if (rate.RateType === 'FIXEDAMOUNT') return [];
	return [
		block(
			'componentNotFixed',
			`The earnings rate "${name}" is of the rate type ${rate.RateType ?? 'unknown'}`,
			'Pay by an earnings rate whose rate type is Fixed Amount',
		),
	];
}

/** Which organisation pays has to be said, and its ID stands nowhere in Xero: those that are connected are named. */
async function withoutOrganisation(
	{ baseUrl, timeoutMs }: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly Hindrance[]>> {
	const connected = await readJson(
		{
			about: 'Xero connections',
			wire: connectionsWire,
			explain,
			request: {
				method: 'GET',
				url: `${baseUrl}/connections`,
				headers: { accept: 'application/json' },
				timeoutMs,
			},
		},
		ports,
	);
	if (!connected.ok) return connected;
	const names = connected.value.map((it) => `${it.tenantName ?? 'without name'}: ${it.tenantId}`);
	return {
		ok: true,
		value: [
			block(
				'organisationMissing',
				'No organisation is named',
				names.length === 0
					? 'Connect the app of the credential to the organisation that pays'
					: `Enter the Organisation ID of the one that pays. Connected are ${names.join(', ')}`,
			),
		],
	};
}

/** Whether the organisation is named, and its earnings rates are fit to pay by. */
export async function ready(
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly Hindrance[]>> {
	if (settings.own.text('organisation') === undefined)
		return await withoutOrganisation(settings, ports);
	const rates = await earningsRates(settings, ports);
	if (!rates.ok) return rates;
	const names = [settings.component, correctionOf(settings) ?? []].flat();
	return { ok: true, value: names.flatMap((name) => ofRate(rates.value, name)) };
}
