import fc from 'fast-check';
import {
	decimalsOf,
	formatMoney,
	parseMoney,
	scaled,
	sumByCurrency,
	unscaled,
} from '../../src/domain/kernel/money';

describe('money', () => {
	it.each([
		['CNY', 2],
		['EUR', 2],
		['JPY', 0],
		['KRW', 0],
		['VND', 0],
		['KWD', 3],
		['BHD', 3],
		['TND', 3],
		['cny', undefined],
		['RMB', undefined],
		['', undefined],
		['constructor', undefined],
	])('%s has %s decimals', (currency, decimals) => expect(decimalsOf(currency)).toBe(decimals));

	it.each([
		['3000', 'CNY', '3000.00'],
		['3000.0', 'CNY', '3000.00'],
		['3000.000000000', 'CNY', '3000.00'],
		['0.01', 'CNY', '0.01'],
		['-0.05', 'CNY', '-0.05'],
		['2790', 'JPY', '2790'],
		['2790.0', 'JPY', '2790'],
		['1.234', 'KWD', '1.234'],
		['90071992547409.93', 'CNY', '90071992547409.93'],
		['2790.005', 'CNY', undefined],
		['2790.5', 'JPY', undefined],
		['1.2345', 'KWD', undefined],
		['1e3', 'CNY', undefined],
		['1,000.00', 'CNY', undefined],
		[' 1', 'CNY', undefined],
		['.5', 'CNY', undefined],
		['5.', 'CNY', undefined],
		['', 'CNY', undefined],
		['NaN', 'CNY', undefined],
		['1', 'RMB', undefined],
	])('reads "%s" %s as %s', (text, currency, shown) => {
		const money = parseMoney(text, currency);
		expect(money && formatMoney(money)).toBe(shown);
	});

	it('reads what it writes, for any amount', () =>
		fc.assert(
			fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.constantFrom(0, 2, 3), (units, places) =>
				expect(scaled(unscaled(units, places), places)).toBe(units),
			),
		));

	it('adds each currency for itself, in the order of the codes', () => {
		const money = (units: bigint, currency: string) => ({ units, currency });
		expect(
			sumByCurrency([money(100n, 'JPY'), money(1n, 'CNY'), money(2n, 'CNY'), money(7n, 'JPY')]),
		).toEqual([money(3n, 'CNY'), money(107n, 'JPY')]);
	});
});
