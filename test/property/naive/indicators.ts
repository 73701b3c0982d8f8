import * as f from './fraction';
import type { Fraction } from './fraction';
import type { Item } from './count';
import type { CurveJson, IndicatorJson, Someone, WorkJson } from './world';

const percent = (value: unknown, otherwise = '0%'): Fraction =>
	f.fraction(value ?? otherwise) as Fraction;
const one = f.of(1);
const hundred = f.of(100);
const count = (items: readonly Item[], holds: (item: Item) => boolean): number =>
	items.filter(holds).length;
const atLeast0 = (x: Fraction): Fraction => f.most(x, f.of(0));

/** Step 6: T0 and T'. */
function targets(person: Someone, work: WorkJson, items: readonly Item[]): [bigint, bigint] {
	if (work.target === undefined) return [0n, 0n];
	const { scheduled, present } = person.days ?? { scheduled: one, present: one };
	const before = f.floor(f.divide(f.multiply(f.of(work.target), present), scheduled));
	const after = before - BigInt(count(items, (item) => item.excused && !item.done));
	return [before, after > 0n ? after : 0n];
}

const greater = (a: bigint, b: number): bigint => (a > BigInt(b) ? a : BigInt(b));

/** good and of; undefined: does not apply. */
function measure(
	indicator: IndicatorJson,
	person: Someone,
	work: WorkJson,
	items: readonly Item[],
): [Fraction, Fraction] | undefined {
	const [before, after] = targets(person, work, items);
	const done = count(items, (item) => item.done);
	const pair = (good: number, of: bigint): [Fraction, Fraction] | undefined =>
		of > 0n ? [f.of(good), f.of(of)] : undefined;
	switch (indicator.measure) {
		case 'completed':
			return pair(done, after);
		case 'onTime': {
			const onTime = count(items, (item) => item.onTime);
			const open = (item: Item): boolean => item.hasDue && !item.excused;
			if (indicator.of === 'completed')
				return pair(onTime, BigInt(count(items, (item) => open(item) && item.done)));
			const lowered =
				after - BigInt(count(items, (item) => item.excused && item.done && item.hasDue));
			return pair(onTime, greater(lowered, count(items, open)));
		}
		case 'errors': {
			const errors = items.reduce((sum, { fact }) => sum + Number(fact.facts['errors']), 0);
			return done > 0 ? pair(errors, greater(before, done)) : undefined;
		}
		case 'value': {
			const values = items.flatMap((item) => {
				const value = item.good.get(indicator.id);
				return Array.isArray(value) ? [value as unknown as Fraction] : [];
			});
			if (values.length === 0) return undefined;
			const sum = f.total(values);
			const value = indicator.aggregate === 'mean' ? f.divide(sum, f.of(values.length)) : sum;
			return [value, f.fraction(indicator.curve['target']) as Fraction];
		}
		default: {
			const good = count(items, (item) => item.good.get(indicator.id) === true);
			const bad = count(items, (item) => item.good.get(indicator.id) === false);
			return pair(good, BigInt(good + bad));
		}
	}
}

type Bands = readonly { from?: string; atMost?: string; gives: string }[];

function interpolate(points: readonly (readonly [string, string])[], x: Fraction): Fraction {
	const all = points.map(([at, gives]) => [percent(at), percent(gives)] as const);
	const [first, last] = [all[0], all[all.length - 1]];
	if (!first || !last) return f.of(0);
	if (!f.below(first[0], x)) return first[1];
	for (let i = 1; i < all.length; i += 1) {
		const [[x0, y0], [x1, y1]] = [all[i - 1] ?? first, all[i] ?? last];
		if (f.below(x1, x)) continue;
		const slope = f.divide(f.subtract(y1, y0), f.subtract(x1, x0));
		return f.add(y0, f.multiply(slope, f.subtract(x, x0)));
	}
	return last[1];
}

function onCurve(curve: CurveJson, [good, of]: [Fraction, Fraction], errors: boolean): Fraction {
	const share = errors ? f.least(f.divide(good, of), one) : f.divide(good, of);
	switch (curve.type) {
		case 'perDefect': {
			const free = f.of(f.floor(f.multiply(percent(curve['allowance']), of)));
			return f.subtract(one, f.multiply(percent(curve['step']), atLeast0(f.subtract(good, free))));
		}
		case 'rateExcess': {
			const [rate, target] = [
				f.divide(f.multiply(hundred, good), of),
				f.multiply(hundred, percent(curve['target'])),
			];
			return f.subtract(
				one,
				f.multiply(percent(curve['perPoint']), atLeast0(f.subtract(rate, target))),
			);
		}
		case 'bands': {
			const band = (curve['bands'] as Bands).find(({ from, atMost }) =>
				from === undefined ? !f.below(percent(atMost), share) : !f.below(share, percent(from)),
			);
			return percent(band?.gives);
		}
		case 'interpolate':
			return interpolate(curve['points'] as [string, string][], share);
		case 'passFail': {
			const passed =
				curve['atLeast'] === undefined
					? !f.below(percent(curve['atMost']), share)
					: !f.below(share, percent(curve['atLeast']));
			return f.of(passed ? 1 : 0);
		}
		default:
			return share;
	}
}

/** The attainment, or undefined where the indicator does not apply. */
export function attainment(
	indicator: IndicatorJson,
	person: Someone,
	work: WorkJson,
	items: readonly Item[],
): Fraction | undefined {
	const measured = measure(indicator, person, work, items);
	if (!measured) return undefined;
	const raw = onCurve(indicator.curve, measured, indicator.measure === 'errors');
	return f.least(atLeast0(raw), percent(indicator.curve['cap'], '100%'));
}
