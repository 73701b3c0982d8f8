import {
	fractionText,
	fromDecimal,
	one,
	ratio,
	zero,
	type Ratio,
} from '../../src/domain/kernel/ratio';
import { attain } from '../../src/domain/scores/attain';
import type { Curve } from '../../src/domain/scores/curve';

const share = (text: string): Ratio => {
	const percent = fromDecimal(text.replace(' %', '')) ?? zero;
	return ratio(percent.n, percent.d * 100n);
};
const plain = { cap: one, target: undefined };
const attainment: Curve = { kind: 'attainment', ...plain };
const capped: Curve = { ...attainment, cap: share('120 %') };
const perDefect = (allowance: string): Curve => ({
	kind: 'perDefect',
	cap: one,
	allowance: share(allowance),
	step: share('10 %'),
});
const rateExcess: Curve = {
	kind: 'rateExcess',
	cap: one,
	target: share('1 %'),
	perPoint: share('10 %'),
};
const bands: Curve = {
	kind: 'bands',
	...plain,
	by: 'atLeast',
	bands: [
		{ edge: share('95 %'), gives: share('100 %') },
		{ edge: share('90 %'), gives: share('80 %') },
		{ edge: share('0 %'), gives: share('5 %') },
	],
};
const errorBands: Curve = {
	kind: 'bands',
	...plain,
	by: 'atMost',
	bands: [
		{ edge: share('1 %'), gives: share('100 %') },
		{ edge: share('3 %'), gives: share('90 %') },
		{ edge: share('100 %'), gives: share('0 %') },
	],
};
const line: Curve = {
	kind: 'interpolate',
	...plain,
	points: [
		{ at: share('80 %'), gives: share('10 %') },
		{ at: share('95 %'), gives: share('100 %') },
	],
};
const pass: Curve = { kind: 'passFail', ...plain, by: 'atLeast', edge: share('95 %') };
const passErrors: Curve = { kind: 'passFail', ...plain, by: 'atMost', edge: share('2 %') };

describe('attainment', () => {
	it.each<[string, Curve, number, number, string]>([
		['more than the target is 100 %', attainment, 80, 50, '1'],
		['or as much as the cap allows', capped, 58, 50, '29/25'],
		['but not more', capped, 80, 50, '6/5'],
		['a share', { kind: 'share', cap: one }, 45, 47, '45/47'],
		['below nothing is nothing', attainment, -3, 10, '0'],
		['an allowance is rounded down', perDefect('1 %'), 1, 50, '9/10'],
		['an error within the allowance', perDefect('0.5 %'), 1, 200, '1'],
		['one beyond', perDefect('0.5 %'), 2, 200, '9/10'],
		['many errors are 0 %, not less', perDefect('0 %'), 30, 50, '0'],
		['rate above target', rateExcess, 4, 130, '103/130'],
		['rate on target', rateExcess, 1, 100, '1'],
		['on the edge of a band', bands, 95, 100, '1'],
		['just below it', bands, 949, 1000, '4/5'],
		['the last band', bands, 0, 10, '1/20'],
		['no band is reached', bands, -1, 10, '0'],
		['error rate on the edge', errorBands, 3, 100, '9/10'],
		['error rate beyond 100 % counts as 100 %', errorBands, 30, 10, '0'],
		['on the line', line, 9, 10, '7/10'],
		['on its first point', line, 8, 10, '1/10'],
		['flat below', line, 1, 10, '1/10'],
		['flat above', line, 12, 10, '1'],
		['passed on the edge', pass, 19, 20, '1'],
		['failed', pass, 18, 20, '0'],
		['passed by few errors', passErrors, 2, 100, '1'],
		['failed by many', passErrors, 3, 100, '0'],
	])('%s', (...row) => {
		const [, curve, good, of, expected] = row;
		const ofErrors = curve === errorBands || curve === passErrors;
		const given = { good: ratio(BigInt(good)), of: ratio(BigInt(of)), ofErrors };
		expect(fractionText(attain(curve, given))).toBe(expected);
	});
});
