/** An amount in its currency's minor units: 2790.00 CNY is 279000 units. Never travels without its currency. */
export interface Money {
	readonly units: bigint;
	readonly currency: string;
}

// prettier-ignore
const noDecimals = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
// prettier-ignore
const twoDecimals =
	'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY ' +
	'COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ' +
	'ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK ' +
	'MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP ' +
	'SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ' +
	'ZAR ZMW ZWG';
const threeDecimals = 'BHD IQD JOD KWD LYD OMR TND';

const decimals: ReadonlyMap<string, number> = new Map(
	[noDecimals, twoDecimals, threeDecimals].flatMap((codes, index) =>
		codes.split(' ').map((code) => [code, index === 0 ? 0 : index + 1] as const),
	),
);

/** Decimals of an ISO 4217 currency. CNY → 2, JPY → 0, KWD → 3, XYZ → undefined: not a currency. */
export const decimalsOf = (currency: string): number | undefined => decimals.get(currency);

/**
 * A decimal text as an integer number of its last decimal; more digits only if they are zeros.
 * ('92.5', 2) → 9250n · ('3000.000', 2) → 300000n · ('0.005', 2), ('1e3', 2), ('', 2) → undefined.
 */
export function scaled(text: string, places: number): bigint | undefined {
	const match = /^(-?)([0-9]{1,30})(?:[.]([0-9]{1,30}))?$/.exec(text);
	if (match === null) return undefined;
	const [, sign = '', whole = '', fraction = ''] = match;
	if (/[^0]/.test(fraction.slice(places))) return undefined;
	const digits = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
	return sign === '-' ? -digits : digits;
}

/** The text of an integer number of last decimals. (9250n, 2) → '92.50' · (-5n, 2) → '-0.05' · (7n, 0) → '7'. */
export function unscaled(units: bigint, places: number): string {
	const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
	const cut = digits.length - places;
	const sign = units < 0n ? '-' : '';
	return places === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** An amount from its decimal text, exactly. ('2790.0', 'CNY') → 279000 units · ('0.5', 'JPY') → undefined. */
export function parseMoney(text: string, currency: string): Money | undefined {
	const places = decimalsOf(currency);
	const units = places === undefined ? undefined : scaled(text, places);
	return units === undefined ? undefined : { units, currency };
}

/** An amount as decimal text with all its decimals. 279000 units of CNY → '2790.00', of JPY → '279000'. */
export const formatMoney = (money: Money): string =>
	unscaled(money.units, decimalsOf(money.currency) ?? 0);

/** An amount with its currency, as people read it: 279000n CNY → '2790.00 CNY'. */
export const moneyText = (money: Money): string => `${formatMoney(money)} ${money.currency}`;

/** Sums per currency, in the order of the currencies' codes; different currencies are never added. [1 CNY, 2 CNY, 5 JPY] → 3 CNY, 5 JPY. */
export function sumByCurrency(amounts: readonly Money[]): readonly Money[] {
	const sums = new Map<string, bigint>();
	for (const { units, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + units);
	return [...sums]
		.map(([currency, units]) => ({ units, currency }))
		.sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
