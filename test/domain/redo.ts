import {
	compare,
	floorOf,
	fractionText,
	fromDecimal,
	minus,
	one,
	over,
	plus,
	ratio,
	times,
	zero,
	type Ratio,
} from '../../src/domain/kernel/ratio';

/** Someone who has only the sentence and a pencil: works the points out again, step by step. */

const N = '(-?[0-9]+(?:[.][0-9]+)?(?:/[0-9]+)?(?: %)?)';
const hundred = ratio(100n);

function read(text: string): Ratio {
	const [n = '', d = '1'] = text.replace(' %', '').split('/');
	const [above, below] = [fromDecimal(n), fromDecimal(d)];
	if (above === undefined || below === undefined) throw new Error(`no number: ${text}`);
	return over(above, text.endsWith('%') ? times(below, hundred) : below);
}

/** A number that the sentence gives must be the one that its parts make. */
function same(said: Ratio, worked: Ratio): Ratio {
	if (compare(said, worked) !== 0)
		throw new Error(`${fractionText(said)} is said, ${fractionText(worked)} comes out`);
	return worked;
}

const greater = (a: Ratio, b: Ratio): Ratio => (compare(a, b) > 0 ? a : b);
const lesser = (a: Ratio, b: Ratio): Ratio => (compare(a, b) < 0 ? a : b);

type Work = (numbers: readonly Ratio[]) => Ratio;

const patternOf = (form: string): RegExp => new RegExp(form.replaceAll('N', N), 'u');

/** What stands in place of a piece of the sentence once it is worked out. */
const pieces: readonly (readonly [form: string, name: string, work: Work])[] = [
	[
		'target N \\(N × N ÷ N days, rounded down\\)',
		'target ',
		([said = zero, given = zero, present = zero, scheduled = zero]) =>
			same(said, ratio(floorOf(over(times(given, present), scheduled)))),
	],
	[
		'target N \\(target N − N excused and not done, at least 0\\)',
		'target ',
		([said = zero, before = zero, excused = zero]) =>
			same(said, greater(minus(before, excused), zero)),
	],
	[
		'target N − N excused and done late',
		'target ',
		([target = zero, excused = zero]) => minus(target, excused),
	],
	['N due \\(N excused left out\\)', 'due ', ([due = zero]) => due],
	['N due', 'due ', ([due = zero]) => due],
	[
		'N on time \\(the greater of target N and due N\\)',
		'greatest ',
		([said = zero, target = zero, due = zero]) => same(said, greater(target, due)),
	],
	[
		'N items \\(the greater of target N and N done\\)',
		'greatest ',
		([said = zero, target = zero, count = zero]) => same(said, greater(target, count)),
	],
];

type Measured = readonly [good: Ratio, of: Ratio];

const measures: readonly (readonly [
	form: string,
	take: (numbers: readonly Ratio[]) => Measured,
])[] = [
	['^N done of target N', ([good = zero, of = zero]) => [good, of]],
	['^N of greatest N', ([good = zero, of = zero]) => [good, of]],
	['^N on time of due N', ([good = zero, of = zero]) => [good, of]],
	[
		'^N of N on time \\(done, with a due time(?:, [0-9]+ excused left out)?\\)',
		([good = zero, of = zero]) => [good, of],
	],
	[
		'^N errors?(?: \\([0-9]+ more not confirmed, not counted\\))? in (?:greatest )?N(?: done)?',
		([good = zero, of = zero]) => [good, of],
	],
	['^N of N resolved', ([good = zero, of = zero]) => [good, of]],
	[
		'^N of N answered within [0-9]+(?: working)? (?:h|hours?|days?)',
		([good = zero, of = zero]) => [good, of],
	],
	['^sum of \\w+ over [0-9]+ items? = N, target N', ([good = zero, of = zero]) => [good, of]],
	[
		'^mean of \\w+ N \\(N ÷ N items?\\), target N',
		([said = zero, sum = zero, count = one, of = zero]) => [same(said, over(sum, count)), of],
	],
];

type Curve = readonly [form: string, work: (share: Measured, numbers: readonly Ratio[]) => Ratio];

const checkShare = (said: Ratio, [good, of]: Measured): Ratio => same(said, over(good, of));

const must = (holds: boolean, result: Ratio): Ratio => {
	if (!holds) throw new Error('what the sentence says of the share does not hold');
	return result;
};

const curves: readonly Curve[] = [
	[
		'^; allowed N of N = N, rounded down; N beyond, each takes N off',
		([good, of], [rate = zero, basis = zero, free = zero, beyond = zero, loss = zero]) => {
			same(free, ratio(floorOf(times(rate, same(basis, of)))));
			return minus(one, times(same(beyond, greater(minus(good, free), zero)), loss));
		},
	],
	[
		'^; rate N, target N: N percentage points? above, each takes N off',
		([good, of], [rate = zero, target = zero, above = zero, loss = zero]) => {
			const excess = greater(minus(same(rate, over(good, of)), target), zero);
			return minus(one, times(same(above, times(excess, hundred)), loss));
		},
	],
	[
		'^, that is N; the band from N gives N',
		(share, [said = zero, edge = zero, gives = zero]) =>
			must(compare(checkShare(said, share), edge) >= 0, gives),
	],
	[
		'^, that is N, counted as N; the band up to N gives N',
		(share, [said = zero, counted = zero, edge = zero, gives = zero]) =>
			must(compare(same(counted, lesser(checkShare(said, share), one)), edge) <= 0, gives),
	],
	[
		'^, that is N; the band up to N gives N',
		(share, [said = zero, edge = zero, gives = zero]) =>
			must(compare(checkShare(said, share), edge) <= 0, gives),
	],
	[
		'^, that is N; on the line from N → N to N → N',
		(share, [said = zero, x0 = zero, y0 = zero, x1 = zero, y1 = zero]) => {
			const part = over(minus(checkShare(said, share), x0), minus(x1, x0));
			return plus(y0, times(part, minus(y1, y0)));
		},
	],
	[
		'^, that is N; flat outside N → N',
		(share, [said = zero, , gives = zero]) => must(checkShare(said, share).d > 0n, gives),
	],
	[
		'^, that is N; at least N is needed, met',
		(share, [said = zero, edge = zero]) => must(compare(checkShare(said, share), edge) >= 0, one),
	],
	[
		'^, that is N; at least N is needed, not met',
		(share, [said = zero, edge = zero]) => must(compare(checkShare(said, share), edge) < 0, zero),
	],
	[
		'^, that is N; at most N is allowed, met',
		(share, [said = zero, edge = zero]) => must(compare(checkShare(said, share), edge) <= 0, one),
	],
	[
		'^, that is N; at most N is allowed, not met',
		(share, [said = zero, edge = zero]) => must(compare(checkShare(said, share), edge) > 0, zero),
	],
	['^', ([good, of]) => over(good, of)],
];

/** The first form that a text begins with: its numbers, and the text after it. */
function begin<T>(
	forms: readonly (readonly [form: string, work: T])[],
	text: string,
): { work: T; numbers: Ratio[]; rest: string } {
	for (const [form, work] of forms) {
		const found = patternOf(form).exec(text);
		if (found !== null)
			return { work, numbers: found.slice(1).map(read), rest: text.slice(found[0].length) };
	}
	throw new Error(`not understood: ${text}`);
}

/** Where the sentence says that a bound holds, the bound; else what came out. */
function bounded(rest: string, raw: Ratio): Ratio {
	if (rest === '') return raw;
	const bounds: readonly (readonly [string, Work])[] = [
		['^, N but at most N$', ([said = zero, cap = zero]) => lesser(same(said, raw), cap)],
		['^, not below N$', ([least = zero]) => greater(raw, least)],
	];
	const { work, numbers } = begin(bounds, rest);
	return work(numbers);
}

/** The points that an indicator can give: as in the rulebook, or with those that do not apply. */
const maxima: readonly (readonly [string, Work])[] = [
	['^N points$', ([max = zero]) => max],
	[
		'^N points \\(N × N ÷ N, since N of N points do not apply\\)$',
		([said = zero, points = zero, all = zero, applying = one, handed = zero]) => {
			same(handed, minus(all, applying));
			return same(said, over(times(points, all), applying));
		},
	],
];

function attainmentOf(sentence: string): Ratio {
	let text = sentence;
	for (const [form, name, work] of pieces)
		text = text.replace(
			patternOf(form),
			(_, ...found: string[]) =>
				name + fractionText(work(found.slice(0, form.split('N').length - 1).map(read))),
		);
	const measure = begin(measures, text);
	const share = measure.work(measure.numbers);
	const curve = begin(curves, measure.rest);
	return bounded(curve.rest, curve.work(share, curve.numbers));
}

/** The points of an indicator, from its sentence alone. */
export function redone(sentence: string): string {
	const [, made = '', said = '', max = '', points = ''] =
		/^(.*): (.*?) of ([^:]*) = (\S+)(?: \(≈ .*\))?$/u.exec(sentence) ?? [];
	const attainment = same(read(said), attainmentOf(made));
	const most = begin(maxima, max);
	return fractionText(same(read(points), times(attainment, most.work(most.numbers))));
}

/** The points of a leader's criterion, from its sentence alone. */
export function redoneRating(sentence: string): string {
	const ratings = [...sentence.matchAll(/\S+ ([0-9.]+) × ([0-9.]+)/g)];
	const single = /gave ([0-9.]+) of/.exec(sentence)?.[1];
	if (single !== undefined) return fractionText(read(single));
	const add = (work: (points: Ratio, weight: Ratio) => Ratio): Ratio =>
		ratings
			.map(([, points = '', weight = '']) => work(read(points), read(weight)))
			.reduce(plus, zero);
	const said = / = (\S+)/.exec(sentence)?.[1] ?? '';
	return fractionText(
		same(
			read(said),
			over(
				add(times),
				add((_, weight) => weight),
			),
		),
	);
}
