import type { Label } from '../kernel/label';
import { times, whole } from '../kernel/ratio';
import { errorBasis, timelyBasis, type Target } from '../metrics/measure';
import type { Measure } from '../metrics/metric';
import type { Scored } from './points';
import { exactText, joined, limitText, nothing, say } from './wording';

/** How the target before excuses came about: '50 × 13/22 days = 29, rounded down'. */
function proratedText({ given = 0n, days, prorated }: Target): Label {
	const plain = `${prorated}`;
	if (
		days === undefined ||
		(days.present.n === days.scheduled.n && days.present.d === days.scheduled.d)
	)
		return say(`target ${plain}`, `目标 ${plain}`);
	const share = `${exactText(days.present)} ÷ ${exactText(days.scheduled)}`;
	return say(
		`target ${plain} (${given} × ${share} days, rounded down)`,
		`目标 ${plain}（${given} × ${share} 天，向下取整）`,
	);
}

/** The target after excuses: 'target 47 (50 − 3 excused and not done)'. */
function targetText(target: Target, excused: number): Label {
	if (excused === 0) return proratedText(target);
	const before = proratedText(target);
	return say(
		`target ${target.reduced} (${before.en} − ${excused} excused and not done, at least 0)`,
		`目标 ${target.reduced}（${before.zh} − ${excused} 项免责未完成，不低于 0）`,
	);
}

function lessDone(target: Label, excused: number): Label {
	if (excused === 0) return target;
	return say(
		`${target.en} − ${excused} excused and done late`,
		`${target.zh} − ${excused} 项免责逾期完成`,
	);
}

function dueText({ tally }: Scored): Label {
	const { due, excused } = tally;
	if (excused === 0) return say(`${due} due`, `到期 ${due} 项`);
	return say(`${due} due (${excused} excused left out)`, `到期 ${due} 项（${excused} 项免责除外）`);
}

function onTimeText(one: Scored): Label {
	const { tally, target, duty } = one;
	const due = dueText(one);
	if (duty.work.target === undefined)
		return say(`${tally.onTime} on time of ${due.en}`, `按时 ${tally.onTime} 项，${due.zh}`);
	const goal = lessDone(targetText(target, tally.excusedNotDone), tally.excusedDoneDue);
	const basis = timelyBasis(tally, target);
	return say(
		`${tally.onTime} of ${basis} on time (the greater of ${goal.en} and ${due.en})`,
		`${basis} 项中按时 ${tally.onTime} 项（取${goal.zh}与${due.zh}中较大者）`,
	);
}

function onTimeOfDoneText({ tally }: Scored): Label {
	const { onTime, doneDue, excused } = tally;
	const left =
		excused === 0 ? nothing : say(`, ${excused} excused left out`, `，${excused} 项免责除外`);
	return joined(
		say(
			`${onTime} of ${doneDue} on time (done, with a due time`,
			`${doneDue} 项中按时 ${onTime} 项（已完成且有期限`,
		),
		left,
		say(')', '）'),
	);
}

function errorsText({ tally, target, duty }: Scored): Label {
	const basis = errorBasis(tally, target);
	const goal = proratedText(target);
	const from =
		duty.work.target === undefined
			? say('done', '项完成')
			: say(
					`items (the greater of ${goal.en} and ${tally.done} done)`,
					`项（取${goal.zh}与完成 ${tally.done} 项中较大者）`,
				);
	const { errors, errorsOpen } = tally;
	const open =
		errorsOpen === 0
			? nothing
			: say(
					` (${errorsOpen} more not confirmed, not counted)`,
					`（另有 ${errorsOpen} 个未确认，不计）`,
				);
	return joined(
		say(`${errors} ${errors === 1 ? 'error' : 'errors'}`, `差错 ${errors} 个`),
		open,
		say(` in ${basis} ${from.en}`, `，基数 ${basis} ${from.zh}`),
	);
}

function valueText(
	measure: Extract<Measure, { kind: 'value' }>,
	{ measured, share }: Scored,
): Label {
	const count = exactText(measured.of ?? whole(0));
	const value = exactText(measured.good);
	const target = share === undefined ? '' : exactText(share.of);
	const items = count === '1' ? 'item' : 'items';
	if (measure.aggregate === 'sum')
		return say(
			`sum of ${measure.field} over ${count} ${items} = ${value}, target ${target}`,
			`${count} 项的 ${measure.field} 合计 ${value}，目标 ${target}`,
		);
	const sum = exactText(times(measured.good, measured.of ?? whole(0)));
	return say(
		`mean of ${measure.field} ${value} (${sum} ÷ ${count} ${items}), target ${target}`,
		`${measure.field} 平均 ${value}（${sum} ÷ ${count} 项），目标 ${target}`,
	);
}

/** What was measured, in the counts that it rests on: '45 of 50 on time (the greater of target 50 and 50 due)'. */
export function measuredText(one: Scored): Label {
	const { measure } = one.indicator;
	const { tally, target, measured } = one;
	const [good, of] = [exactText(measured.good), exactText(measured.of ?? whole(0))];
	switch (measure.kind) {
		case 'completed': {
			const goal = targetText(target, tally.excusedNotDone);
			return say(`${tally.done} done of ${goal.en}`, `完成 ${tally.done} 项，${goal.zh}`);
		}
		case 'onTime':
			return measure.of === 'completed' ? onTimeOfDoneText(one) : onTimeText(one);
		case 'errors':
			return errorsText(one);
		case 'resolved':
			return say(`${good} of ${of} resolved`, `${of} 项中解决 ${good} 项`);
		case 'responded': {
			const limit = limitText(measure.limit);
			return say(
				`${good} of ${of} answered within ${limit.en}`,
				`${of} 项中 ${good} 项在 ${limit.zh}内响应`,
			);
		}
		case 'value':
			return valueText(measure, one);
	}
}

const whys: { readonly [K in Measure['kind']]: Label } = {
	completed: say('there is no target', '没有目标'),
	onTime: say('nothing was due', '没有到期事项'),
	errors: say('nothing was done', '没有完成事项'),
	resolved: say('no item tells whether it was resolved', '没有可判断是否解决的事项'),
	responded: say('no item had to be answered', '没有需要响应的事项'),
	value: say('no done item has the value', '没有带该数值的完成事项'),
};

/** Why an indicator does not apply. */
export const whyNot = (measure: Measure): Label => whys[measure.kind];
