import { scorePeriod, type ScorecardRecord } from '../../src/index';
import { cases, type ExpectedCard } from './cases.cjs';

/** The flags that a case fixes; a result may have others. */
const fixedFlags = ['redistributed', 'selfApprovedExcuse'];

const fixedPart = (card: ScorecardRecord): ExpectedCard => ({
	system: card.system,
	leader: card.leader,
	total: card.total,
	exactTotal: card.exactTotal,
	grade: card.grade,
	lines: card.lines
		.filter((line) => line.part === 'system')
		.map(({ indicator, applies, attainment, exactPoints, exactMaxPoints }) => ({
			indicator,
			applies,
			attainment,
			exactPoints,
			exactMaxPoints,
		})),
	flags: card.flags.map(({ code }) => code).filter((code) => fixedFlags.includes(code)),
	differences: card.differences.map(({ activity, used, usedFrom, other, otherFrom }) => ({
		activity,
		used,
		usedFrom,
		other,
		otherFrom,
	})),
});

it('has all cases', () => expect(cases).toHaveLength(33));

describe.each(cases)('$name', ({ input, expect: fixed }) => {
	it('scores as the file says', async () => {
		const { scorecards, exceptions, summary } = await scorePeriod(input);
		const found = Object.fromEntries(scorecards.map((card) => [card.employeeId, fixedPart(card)]));
		expect(Object.keys(found)).toEqual(Object.keys(fixed.scorecards).sort());
		expect(found).toMatchObject(fixed.scorecards);
		const pairs = new Set(exceptions.map((one) => JSON.stringify([one.code, one.employeeId])));
		expect([...pairs].sort()).toEqual(fixed.exceptions.map((one) => JSON.stringify(one)).sort());
		expect(summary).toMatchObject(fixed.summary ?? {});
	});
});
