import { formatMoney, parseMoney } from '../../../domain/kernel/money';

/** One payment in a row of the source: Feishu has one row a person and month, and its amount is the sum. */
export interface Payment {
	readonly key: string;
	/** Decimal text. */
	readonly amount: string;
	/** false: taken back. */
	readonly counts: boolean;
}

/** '<key>=2790.00', or '<key>~2790.00' once it is taken back. */
const form = /^([^\s=~]+)([=~])(-?\d+(?:\.\d+)?)$/;

/** The payments that the key's field names; undefined: somebody else wrote it. */
export function paymentsIn(text: string): readonly Payment[] | undefined {
	const words = text.split(/\s+/).filter((word) => word !== '');
	const found = words.flatMap((word): readonly Payment[] => {
		const [, key, mark, amount] = form.exec(word) ?? [];
		return key === undefined || amount === undefined ? [] : [{ key, amount, counts: mark === '=' }];
	});
	return found.length === words.length ? found : undefined;
}

export const textOf = (payments: readonly Payment[]): string =>
	payments.map(({ key, amount, counts }) => `${key}${counts ? '=' : '~'}${amount}`).join(' ');

/** Minor units of what counts; undefined: an amount is none of this currency. */
export function sumOf(payments: readonly Payment[], currency: string): bigint | undefined {
	let sum = 0n;
	for (const { amount, counts } of payments) {
		const money = parseMoney(amount, currency);
		if (money === undefined) return undefined;
		if (counts) sum += money.units;
	}
	return sum;
}

/** The amount of the row. */
export const totalOf = (payments: readonly Payment[], currency: string): string =>
	formatMoney({ units: sumOf(payments, currency) ?? 0n, currency });
