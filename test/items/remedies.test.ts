import { scorePeriod, type ScoreInput } from '../../src/index';
import { cases } from '../golden/cases.cjs';

const remediesOf = async (input: ScoreInput, code: string): Promise<string[]> => {
	const { exceptions } = await scorePeriod(input);
	return [...new Set(exceptions.filter((one) => one.code === code).map((one) => one.remedy))];
};

function inputOf(name: string): ScoreInput {
	const found = cases.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no case: ${name}`);
	return found.input;
}

describe('what users are told to do', () => {
	it.each([
		[
			'calendar-not-covered',
			'calendarNotCovered',
			"Add the year to the rulebook's calendar, and score again.",
		],
		[
			'conflict',
			'conflictingEvidence',
			'Read the record again, or remove the version that is wrong.',
		],
		['mixed-office', 'noRole', 'Correct the role, or add it to the rulebook.'],
		['no-time-of-assignment', 'badEvidence', 'Correct the record in hubspot and read it again.'],
		[
			'second-system-uncovered',
			'coverageMissing',
			'Read salesforce for the period, with its coverage.',
		],
		['source-incomplete', 'coverageIncomplete', 'Remove the cause and read hubspot again.'],
		[
			'source-missing',
			'coverageMissing',
			'Read crm for the period, with its coverage; nothing read is not nothing done.',
		],
		['too-few-days', 'tooFewDays', 'No score for so few days: a person decides what is paid.'],
		[
			'unknown-handler',
			'unknownHandler',
			'Add the account to its employee under accounts.hubspot, or the employee to the list.',
		],
	])('%s, %s: %s', async (name, code, remedy) =>
		expect(await remediesOf(inputOf(name), code)).toEqual([remedy]),
	);

	const good = inputOf('article-example-b');
	const [employee] = good.employees;
	const row = { ...(employee as object), leaderId: 'L1' };
	const [rating, ...ratings] = good.ratings ?? [];
	const rated = rating as object;
	const account = { system: 'hubspot', employeeId: null, handler: '881' };
	const [record] = good.evidence as Iterable<object>;
	const evidence = [{ ...record, ...account }];
	const shared = ['E1', 'E2'].map((employeeId) => ({
		...row,
		employeeId,
		accounts: { hubspot: ['881'] },
	}));

	it.each<[string, Partial<ScoreInput>, string, string]>([
		['listed twice', { employees: [row, row] }, 'duplicateEmployee', 'Keep the row that is right.'],
		[
			'a row that cannot be read',
			{ employees: [{ ...row, presentDays: 3 }] },
			'badEmployee',
			'Correct the row in the list of employees.',
		],
		[
			'not rated',
			{ employees: [row], ratings },
			'ratingMissing',
			'Ask L1 to rate; a rating has no default.',
		],
		[
			'not rated, no leader',
			{ ratings },
			'ratingMissing',
			'Ask the leader to rate; a rating has no default.',
		],
		[
			'rated too high',
			{ ratings: [{ ...rated, points: 99 }, ...ratings] },
			'ratingInvalid',
			'Have the leader rate again; the latest rating counts.',
		],
		[
			'a rating of nobody',
			{ ratings: [...(good.ratings ?? []), { ...rated, employeeId: 'E9' }] },
			'ratingInvalid',
			'Correct the employee id, or add the person to the employees.',
		],
		[
			'a rating of nothing',
			{ ratings: [...(good.ratings ?? []), { ...rated, criterion: 'smile' }] },
			'ratingInvalid',
			'Rate a criterion of the role, or add it to the rulebook.',
		],
		[
			'an account of two',
			{ employees: shared, evidence },
			'unknownHandler',
			'Leave the account with one employee under accounts.hubspot.',
		],
		[
			'a record of no system',
			{ evidence: [{ ...record, system: '' }] },
			'badEvidence',
			'Correct the record in crm and read it again.',
		],
		[
			'a record of no source',
			{ evidence: [{ ...record, system: '', source: '' }] },
			'badEvidence',
			'Correct the record in its system and read it again.',
		],
		[
			'a claim without a count',
			{ claims: [{ employeeId: 'E1', activity: 'customerRecord' }] },
			'badEvidence',
			'Correct the claim; it is compared, never scored.',
		],
		[
			'a coverage that is no record',
			{ coverage: [...(good.coverage ?? []), 7] },
			'badEvidence',
			'Correct the coverage record; until then it counts as not given.',
		],
		[
			'a claim that is no record',
			{ claims: ['100'] },
			'badEvidence',
			'Correct the claim record; until then it counts as not given.',
		],
	])('%s', async (_, change, code, remedy) =>
		expect(await remediesOf({ ...good, ...change }, code)).toEqual([remedy]),
	);
});
