import * as fc from 'fast-check';
import { scorePeriod, type ScoreResult } from '../../src/app/scorePeriod';
import { modelOf, type Outcome } from './naive/model';
import { months } from './periods';

/** The part of a result that the model has too. */
function outcomeOf({ scorecards, exceptions, summary }: ScoreResult): Outcome {
	const pairs = exceptions.map((one) => JSON.stringify([one.code, one.employeeId, one.blocks]));
	const { employees, scored, blocked, records, min, max, below85, above95, distinct } = summary;
	return {
		scorecards: Object.fromEntries(
			scorecards.map((card) => [
				card.employeeId,
				{
					...{ system: card.system, leader: card.leader, total: card.total },
					...{ exactTotal: card.exactTotal, grade: card.grade },
					lines: card.lines
						.filter((line) => line.part === 'system')
						.map(({ indicator, applies, attainment, exactPoints, exactMaxPoints }) => ({
							...{ indicator, applies, attainment, exactPoints, exactMaxPoints },
						})),
					flags: card.flags.map((flag) => flag.code).filter((code) => code !== 'lowVolume'),
					differences: card.differences.map(({ message: _, ...numbers }) => numbers),
					evidence: card.evidence,
				},
			]),
		),
		exceptions: [...new Set(pairs)].sort(),
		summary: { employees, scored, blocked, records, min, max, below85, above95, distinct },
	};
}

describe('random months', () => {
	it('come out as the plain model of the rules says', async () => {
		await fc.assert(
			fc.asyncProperty(months, async (month) => {
				expect(outcomeOf(await scorePeriod(month))).toEqual(modelOf(month, month.evidence));
			}),
			{ numRuns: 150 },
		);
	}, 120_000);
});
