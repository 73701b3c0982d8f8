import type { Label } from '../kernel/label';
import { compare, over, ratio, times, type Ratio } from '../kernel/ratio';
import { excess } from '../metrics/measure';
import { allowed, neighbours, reached, shareOf, uncapped, type Share } from './attain';
import type { Curve } from './curve';
import { exactText, joined, nothing, say, shareText } from './wording';

const percentPoints = (x: Ratio): string => exactText(times(x, ratio(100n)));

/** The measured share, for curves that look at it: ', that is 95 %'; of an error rate at most 100 %. */
function shareSentence(share: Share): Label {
	const [plain, counted] = [shareText(over(share.good, share.of)), shareText(shareOf(share))];
	if (plain === counted) return say(`, that is ${plain}`, `，即 ${plain}`);
	return say(`, that is ${plain}, counted as ${counted}`, `，即 ${plain}，按 ${counted} 计`);
}

type Row<K> = (curve: Extract<Curve, { kind: K }>, share: Share) => Label;

function perDefectText(
	{ allowance, step }: Extract<Curve, { kind: 'perDefect' }>,
	{ good, of }: Share,
): Label {
	const free = allowed(allowance, of);
	const beyond = exactText(excess(good, free));
	const [rate, basis, loss] = [shareText(allowance), exactText(of), shareText(step)];
	return say(
		`; allowed ${rate} of ${basis} = ${exactText(free)}, rounded down; ${beyond} beyond, each takes ${loss} off`,
		`；允许 ${basis} 的 ${rate} = ${exactText(free)}（向下取整）；超出 ${beyond} 个，每个扣 ${loss}`,
	);
}

function rateExcessText(
	{ target, perPoint }: Extract<Curve, { kind: 'rateExcess' }>,
	{ good, of }: Share,
): Label {
	const rate = over(good, of);
	const above = percentPoints(excess(rate, target));
	const [found, goal, loss] = [shareText(rate), shareText(target), shareText(perPoint)];
	const points = above === '1' ? 'point' : 'points';
	return say(
		`; rate ${found}, target ${goal}: ${above} percentage ${points} above, each takes ${loss} off`,
		`；差错率 ${found}，目标 ${goal}：超出 ${above} 个百分点，每个百分点扣 ${loss}`,
	);
}

function bandText(curve: Extract<Curve, { kind: 'bands' }>, share: Share): Label {
	const band = reached(curve, share);
	if (band === undefined)
		return joined(shareSentence(share), say(', in no band', '，不在任何档内'));
	const [edge, gives] = [shareText(band.edge), shareText(band.gives)];
	return joined(
		shareSentence(share),
		curve.by === 'atLeast'
			? say(`; the band from ${edge} gives ${gives}`, `；${edge} 及以上档给 ${gives}`)
			: say(`; the band up to ${edge} gives ${gives}`, `；不超过 ${edge} 档给 ${gives}`),
	);
}

function lineText(curve: Extract<Curve, { kind: 'interpolate' }>, share: Share): Label {
	const { left, right } = neighbours(curve.points, shareOf(share));
	const pointText = (point: { at: Ratio; gives: Ratio }): string =>
		`${shareText(point.at)} → ${shareText(point.gives)}`;
	const sentence = shareSentence(share);
	if (left !== undefined && right !== undefined)
		return joined(
			sentence,
			say(
				`; on the line from ${pointText(left)} to ${pointText(right)}`,
				`；在 ${pointText(left)} 与 ${pointText(right)} 之间按直线计算`,
			),
		);
	const end = left ?? right;
	if (end === undefined) return sentence;
	return joined(
		sentence,
		say(`; flat outside ${pointText(end)}`, `；在 ${pointText(end)} 之外不变`),
	);
}

function passText(curve: Extract<Curve, { kind: 'passFail' }>, share: Share): Label {
	const edge = shareText(curve.edge);
	const passed = uncapped(curve, share).n > 0n;
	const needed =
		curve.by === 'atLeast'
			? say(`; at least ${edge} is needed`, `；需达到 ${edge}`)
			: say(`; at most ${edge} is allowed`, `；不得超过 ${edge}`);
	return joined(
		shareSentence(share),
		needed,
		passed ? say(', met', '，已达到') : say(', not met', '，未达到'),
	);
}

// A new curve does not compile until it has a row.
const rows: { [K in Curve['kind']]: Row<K> } = {
	attainment: () => nothing,
	share: () => nothing,
	perDefect: perDefectText,
	rateExcess: rateExcessText,
	bands: bandText,
	interpolate: lineText,
	passFail: passText,
};

/** What a curve makes of the measured value, and where its bounds hold: '; allowed 1 % of 50 = 0 …: 90 %'. */
export function curveText(curve: Curve, share: Share, attainment: Ratio): Label {
	const row = rows[curve.kind] as Row<Curve['kind']>;
	const raw = uncapped(curve, share);
	const above = compare(raw, curve.cap) > 0;
	const cap = shareText(curve.cap);
	let bound = nothing;
	if (above)
		bound = say(`, ${shareText(raw)} but at most ${cap}`, `，${shareText(raw)}，但不超过 ${cap}`);
	else if (raw.n < 0n) bound = say(', not below 0 %', '，不低于 0 %');
	const result = shareText(attainment);
	return joined(row(curve as never, share), bound, say(`: ${result}`, `：${result}`));
}
