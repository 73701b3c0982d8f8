import { decimalsOf } from '../../../domain/kernel/money';
import { block } from '../../engine/hindrance';
import type { Ports } from '../../engine/http';
import { payAnswer } from '../../engine/payReading';
import type { Hindrance, PayAnswer, PaySettings } from '../../engine/payrollSystem';
import { openSession } from '../../engine/session';
import { isActive, readSources, types, type Source, type SourceField } from './paySources';
import { wherePaid } from './payPlace';

const inSettings = 'in Feishu People → Settings → external data sources';

function ofSource(code: string, source: Source | undefined): readonly Hindrance[] {
	if (source === undefined)
		return [
			block(
				'sourceMissing',
				`Feishu has no external data source "${code}"`,
				`Choose Data Source anew, or make it ${inSettings}`,
			),
		];
	if (!isActive(source))
		return [
			block('sourceStopped', `The data source "${code}" is stopped`, `Enable it ${inSettings}`),
		];
	// 1: by payroll month; the others are written by days.
	if ((source.data_period_type ?? 1) !== 1)
		return [
			block(
				'sourceNotMonthly',
				`The data source "${code}" takes data by day, not by payroll month`,
				`Make one that takes data by payroll period ${inSettings}`,
			),
		];
	return [];
}

type Finding = (message: string, remedy: string) => Hindrance;

interface Wanted {
	readonly types: readonly number[];
	readonly kind: string;
	readonly missing: Finding;
	readonly unfit: Finding;
}

const anAmount: Wanted = {
	types: [types.money, types.number],
	kind: 'an amount or a number',
	missing: (message, remedy) => block('amountFieldMissing', message, remedy),
	unfit: (message, remedy) => block('amountFieldUnfit', message, remedy),
};
const aKey: Wanted = {
	types: [types.text],
	kind: 'a text',
	missing: (message, remedy) => block('keyFieldMissing', message, remedy),
	unfit: (message, remedy) => block('keyFieldUnfit', message, remedy),
};

function ofField(
	{ fields, code: source }: Source,
	code: string,
	{ types: fit, kind, missing, unfit }: Wanted,
): readonly Hindrance[] {
	const found = fields.find((one) => one.code === code);
	const field = `field "${code}"`;
	if (found === undefined)
		return [
			missing(
				`The data source "${source}" has no ${field}`,
				`Choose it anew, or add ${kind} ${inSettings}`,
			),
		];
	if (isActive(found) && fit.includes(found.field_type)) return [];
	const what = isActive(found) ? `is not ${kind}` : 'is stopped';
	return [
		unfit(
			`The ${field} of the data source "${source}" ${what}`,
			`Enable it, or choose one that is ${kind}`,
		),
	];
}

/** Feishu rounds what has more decimals than the field keeps, and takes only CNY in an amount. */
function ofMoney(field: SourceField | undefined, currency: string): readonly Hindrance[] {
	const decimals = decimalsOf(currency);
	if (field === undefined) return [];
	if (decimals === undefined || (field.field_type === types.money && currency !== 'CNY'))
		return [
			block(
				'sourceCurrency',
				decimals === undefined
					? `"${currency}" is not a currency`
					: `The field "${field.code}" is an amount, and Feishu takes only CNY in it, not ${currency}`,
				'Correct Currency of the Source, or choose a number field for the amount',
			),
		];
	const kept = field.decimal_places ?? decimals;
	if (kept >= decimals) return [];
	return [
		block(
			'amountFieldRounds',
			`The field "${field.code}" keeps ${kept} decimals, and ${currency} has ${decimals}: Feishu would round`,
			`Let the field keep ${decimals} decimals ${inSettings}`,
		),
	];
}

/** Whether the source and its fields are there and take exactly what is paid. */
export async function ready(
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly Hindrance[]>> {
	const sources = await payAnswer(readSources(openSession(ports, settings)));
	if (!sources.ok) return sources;
	const { source: code, amountField, keyField, currency } = wherePaid(settings);
	const source = sources.value.find((one) => one.code === code);
	const unfit = ofSource(code, source);
	if (source === undefined || unfit.length > 0) return { ok: true, value: unfit };
	const found = [
		...ofField(source, amountField, anAmount),
		...ofField(source, keyField, aKey),
		...ofMoney(
			source.fields.find((one) => one.code === amountField),
			currency,
		),
	];
	return { ok: true, value: found };
}
