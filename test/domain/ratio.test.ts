import {
	clamp,
	compare,
	decimalText,
	floorOf,
	fractionText,
	fromDecimal,
	fromNumber,
	one,
	ratio,
	roundHalfUp,
	zero,
	type Ratio,
} from '../../src/domain/kernel/ratio';
import { rootHalfUp } from '../../src/domain/scores/summary';

const show = (x: Ratio | undefined): string | undefined => x && fractionText(x);

describe('a ratio', () => {
	it.each([
		[10n, 4n, '5/2'],
		[3n, -6n, '-1/2'],
		[0n, 7n, '0'],
		[54n, 2n, '27'],
	])('%d/%d is %s', (n, d, text) => expect(show(ratio(n, d))).toBe(text));

	it.each([
		['12.50', '25/2'],
		['-0.05', '-1/20'],
		['7', '7'],
		['1e3', undefined],
		['.5', undefined],
		['5.', undefined],
		['+5', undefined],
		[' 5', undefined],
		['', undefined],
	])('of the text %p is %p', (text, fraction) => expect(show(fromDecimal(text))).toBe(fraction));

	it.each([
		[0.1, '1/10'],
		[1e-7, '1/10000000'],
		[1.5e21, '1500000000000000000000'],
		[-2.5, '-5/2'],
		[Number.NaN, undefined],
		[Infinity, undefined],
	])('of the number %p is %p', (value, fraction) => expect(show(fromNumber(value))).toBe(fraction));

	it.each([
		[ratio(16799n, 200n), '84'],
		[ratio(89_994n, 1000n), '89.99'],
		[ratio(89_995n, 1000n), '90'],
		[ratio(1n, 3n), '0.33'],
		[ratio(2n, 3n), '0.67'],
		[ratio(5n, 1000n), '0.01'],
		[ratio(-5n, 1000n), '0'],
	])('%p is shown half up as %s', (x, shown) =>
		expect(decimalText(roundHalfUp(x, 2), 2)).toBe(shown),
	);

	it.each([
		[ratio(59n, 2n), 29n],
		[ratio(-1n, 2n), -1n],
		[ratio(-4n, 2n), -2n],
	])('%p rounds down to %d', (x, floor) => expect(floorOf(x)).toBe(floor));

	it('is bounded on both sides', () => {
		expect(
			[ratio(8n, 5n), ratio(-1n), ratio(1n, 2n)].map((x) => show(clamp(x, zero, one))),
		).toEqual(['1', '0', '1/2']);
		expect(compare(ratio(1n, 3n), ratio(2n, 6n))).toBe(0);
	});

	it.each([
		[ratio(225n), 1500n],
		[ratio(2n), 141n],
		[ratio(0n), 0n],
		[ratio(1n, 4n), 50n],
		// The root of 0.000025 is 0.005: a half is rounded up.
		[ratio(25n, 1_000_000n), 1n],
		[ratio(24n, 1_000_000n), 0n],
		[ratio(10n ** 40n), 10n ** 22n],
	])('the root of %p is %d hundredths', (x, hundredths) => expect(rootHalfUp(x)).toBe(hundredths));
});
