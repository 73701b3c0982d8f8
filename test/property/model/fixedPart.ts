import type { ScorecardRecord, ScoreResult } from '../../../src/index';

/** The flags that formats.md fixes; a result may have others. */
const fixedFlags = ['redistributed', 'selfApprovedExcuse'];

/** Without repeats: formats.md fixes how many there are of `unknownHandler` alone. */
const byText = (all: readonly unknown[]): string[] =>
	[...new Set(all.map((one) => JSON.stringify(one)))].sort();

function cardOf(card: ScorecardRecord): object {
	const { employeeId, system, leader, total, exactTotal, grade, lines, evidence } = card;
	return {
		employeeId,
		system,
		leader,
		total,
		exactTotal,
		grade,
		lines: lines
			.filter(({ part }) => part === 'system')
			.map(({ indicator, applies, attainment, exactPoints, exactMaxPoints, counts }) => {
				const fixed = { ...counts, errorsOpen: undefined };
				return { indicator, applies, attainment, exactPoints, exactMaxPoints, counts: fixed };
			}),
		leaderLines: lines
			.filter(({ part }) => part === 'leader')
			.map(({ indicator, exactPoints, exactMaxPoints }) => ({
				indicator,
				exactPoints,
				exactMaxPoints,
			})),
		flags: card.flags.map(({ code }) => code).filter((code) => fixedFlags.includes(code)),
		differences: card.differences.map((numbers) => ({ ...numbers, message: undefined })),
		evidence,
	};
}

/** The part of a result that formats.md fixes, in the model's words. */
export function fixedPart({ scorecards, exceptions, summary }: ScoreResult): object {
	return {
		cards: scorecards.map(cardOf),
		exceptions: byText(
			exceptions.map(({ code, employeeId, blocks }) => [code, employeeId, blocks]),
		),
		handlers: exceptions
			.filter(({ code }) => code === 'unknownHandler')
			.map(({ count }) => count ?? 0)
			.sort((a, b) => a - b),
		summary: {
			...{ ...summary, period: undefined, resultHash: undefined },
			grades: Object.fromEntries(Object.entries(summary.grades).filter(([, count]) => count > 0)),
		},
	};
}

/** The same of the model's result. */
export function inOrder<
	M extends { cards: readonly { employeeId: string }[]; exceptions: readonly unknown[] },
>(model: M): object {
	const cards = [...model.cards].sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1));
	return { ...model, cards, exceptions: byText(model.exceptions) };
}
