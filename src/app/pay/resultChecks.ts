import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import { stop, type PayProblem } from '../../domain/pay/payProblem';
import type { ExceptionToPay, ScorecardToPay, SummaryToPay } from '../../items/payInput';
import { resultHashOf } from '../resultHash';

/** A scored period as payroll gets it. */
export interface Result {
	readonly scorecards: readonly ScorecardToPay[];
	readonly summaries: readonly SummaryToPay[];
	readonly exceptions: readonly ExceptionToPay[];
}

const scoreAgain = 'Score the period again, and pay from what that gives';

/** The hash of the scorecards as the summary carries it. */
const hashOf = (scorecards: readonly ScorecardToPay[]): string =>
	resultHashOf(
		[...scorecards]
			.sort((a, b) => byCodeUnit(a.employeeId, b.employeeId))
			.map((card) => card.asGiven),
	);

/** Each value that comes twice or more, once. */
export function repeated(values: readonly string[]): readonly string[] {
	const seen = new Set<string>();
	const twice = new Set<string>();
	for (const value of values) (seen.has(value) ? twice : seen).add(value);
	return [...twice].sort(byCodeUnit);
}

/** All that forbids to pay from this result at all: another month, half a table, two of one. */
export function resultProblems(result: Result, period: string): readonly PayProblem[] {
	const [summary, ...others] = result.summaries;
	return [
		...otherPeriods(result, period),
		...repeated(result.scorecards.map((card) => card.employeeId)).map((id) =>
			stop('scorecardDuplicate', `${id} has more than one scorecard`, scoreAgain, id),
		),
		...(new Set(result.scorecards.map((card) => card.rulebookHash)).size > 1
			? [stop('rulebooksDiffer', 'The scorecards follow different rulebooks', scoreAgain)]
			: []),
		...(summary === undefined
			? [stop('summaryMissing', `There is no summary of ${period}`, scoreAgain)]
			: againstSummary(result, summary)),
		...(others.length > 0
			? [
					stop(
						'summarySeveral',
						`There are ${others.length + 1} summaries, one is expected`,
						'Give the one summary of the scorecards that shall be paid',
					),
				]
			: []),
	];
}

function otherPeriods(result: Result, period: string): readonly PayProblem[] {
	const inputs = [
		['Scorecards', result.scorecards],
		['Summary', result.summaries],
		['Exceptions', result.exceptions.filter((it) => it.period !== '')],
	] as const;
	return inputs.flatMap(([name, items]) => {
		const found = [...new Set(items.map((it) => it.period))].filter((it) => it !== period);
		return found.length === 0
			? []
			: [
					stop(
						'otherPeriod',
						`${name}: ${period} is expected, ${found.sort(byCodeUnit).join(', ')} found`,
						`Give only the items of ${period}`,
					),
				];
	});
}

function againstSummary(result: Result, summary: SummaryToPay): readonly PayProblem[] {
	const { scorecards, exceptions } = result;
	const scored = new Set(scorecards.map((card) => card.employeeId));
	const blocked = new Set(
		exceptions.filter((it) => it.blocks && it.employeeId !== '').map((it) => it.employeeId),
	);
	const problems: PayProblem[] = [];
	if (hashOf(scorecards) !== summary.resultHash)
		problems.push(
			stop(
				'resultHashDiffers',
				`The scorecards are not those of the summary: it names ${summary.scored}, ${scorecards.length} came, and their hash differs`,
				`A table was changed or only half written. ${scoreAgain}`,
			),
		);
	if (blocked.size !== summary.blocked)
		problems.push(
			stop(
				'exceptionsDiffer',
				`The summary names ${summary.blocked} blocked people, the exceptions ${blocked.size}`,
				`Connect the Exceptions of the same scoring. ${scoreAgain} if they are`,
			),
		);
	for (const id of [...blocked].filter((it) => scored.has(it)).sort(byCodeUnit))
		problems.push(
			stop('scoredAndBlocked', `${id} has a scorecard and a blocking exception`, scoreAgain, id),
		);
	return problems;
}

/** Texts one after another; some end with a full stop. */
const inOneLine = (texts: readonly string[]): string =>
	texts.reduce((told, text) => `${told}${told.endsWith('.') ? '' : ';'} ${text}`);

/** One problem for each person whom an exception leaves without a scorecard. */
export function blockedProblems(
	exceptions: readonly ExceptionToPay[],
	blocks: boolean,
): readonly PayProblem[] {
	const people = new Map<string, ExceptionToPay[]>();
	for (const it of exceptions.filter((one) => one.blocks))
		people.set(it.employeeId, [...(people.get(it.employeeId) ?? []), it]);
	return [...people]
		.sort(([a], [b]) => byCodeUnit(a, b))
		.map(([id, all]) => ({
			code: 'pay.personBlocked',
			employeeId: id || undefined,
			message: `${id || 'An employee without an id'} has no score: ${inOneLine(all.map((it) => it.message || it.code))}`,
			remedy: inOneLine([...new Set(all.map((it) => it.remedy || scoreAgain))]),
			blocks,
		}));
}
