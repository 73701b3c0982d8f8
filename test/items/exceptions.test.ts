import { scorePeriod, type ExceptionRecord, type ScoreInput } from '../../src/index';

const rulebook = {
	...{ rulebook: 1, id: 'small', version: '1', timeZone: 'Asia/Shanghai', calendar: 'CN' },
	grades: [{ from: 0, id: 'any', label: { en: 'Any', zh: '任' } }],
	roles: [
		{
			id: 'operations',
			work: [{ activity: 'ticket', source: 'crm', target: 2, limit: { workingDays: 1 } }],
			indicators: [
				{
					id: 'quantity',
					activity: 'ticket',
					measure: 'completed',
					curve: { type: 'attainment' },
					points: 45,
				},
				{
					id: 'timeliness',
					activity: 'ticket',
					measure: 'onTime',
					curve: { type: 'share' },
					points: 40,
				},
			],
			leader: [{ id: 'attitude', points: 15 }],
		},
	],
};
const employee = { employeeId: 'E1', role: 'operations', accounts: { hubspot: ['Ann'] } };
const ticket = {
	...{
		source: 'crm',
		system: 'hubspot',
		recordId: 'T1',
		activity: 'ticket',
		handler: 'ANN',
		status: 'done',
	},
	...{ assignedAt: '2026-10-12T09:00:00+08:00', completedAt: '2026-10-13T09:00:00+08:00' },
	fetchedAt: '2026-11-01T01:00:00+08:00',
};
const coverage = {
	...{ source: 'crm', system: 'hubspot', activity: 'ticket', period: '2026-10', complete: true },
};
const rating = { employeeId: 'E1', raterId: 'L1', criterion: 'attitude', points: 12 };
const month: ScoreInput = {
	period: '2026-10',
	asOf: '2026-11-01T01:00:00+08:00',
	rulebook,
	employees: [employee],
	evidence: [ticket],
	coverage: [coverage],
	claims: [],
	ratings: [rating],
};

const exceptionsOf = async (change: Partial<ScoreInput>): Promise<readonly ExceptionRecord[]> =>
	(await scorePeriod({ ...month, ...change })).exceptions;

it('has none where all is well', async () => expect(await exceptionsOf({})).toEqual([]));

describe('what users read', () => {
	it.each<[Partial<ScoreInput>, string, boolean, string]>([
		[
			{ employees: [employee, employee] },
			'duplicateEmployee',
			true,
			'Employee E1: expected one row in the list of employees, found 2.',
		],
		[
			{ employees: [{ ...employee, presentDays: 3 }] },
			'badEmployee',
			true,
			'Employee E1: scheduledDays: expected a number, since the other of the two is given, found none.',
		],
		[
			{ employees: [{ role: 'operations' }, employee] },
			'badEmployee',
			true,
			'Employee 1 of the list: employeeId: expected an id, found none.',
		],
		[
			{ employees: [{ ...employee, role: 'Operation' }] },
			'noRole',
			true,
			"Employee E1: role: expected one of the rulebook (operations), found 'Operation'.",
		],
		[
			{ employees: [{ ...employee, scheduledDays: 20, presentDays: 4 }] },
			'tooFewDays',
			true,
			'Employee E1: presentDays: expected at least 5, found 4.',
		],
		[
			{ coverage: [], evidence: [] },
			'coverageMissing',
			true,
			'Employee E1: ticket of crm: expected a coverage record of the period, found none.',
		],
		[
			{ coverage: [coverage], evidence: [ticket, { ...ticket, system: 'zoho', employeeId: 'E1' }] },
			'coverageMissing',
			true,
			'Employee E1: ticket of crm: expected a coverage record of zoho, which has evidence there; found none.',
		],
		[
			{ coverage: [{ ...coverage, complete: false, gap: 'page 3 was not read' }] },
			'coverageIncomplete',
			true,
			'Employee E1: ticket of crm: hubspot did not give everything: page 3 was not read.',
		],
		[
			{ ratings: [] },
			'ratingMissing',
			true,
			"Employee E1: expected a leader's rating for attitude, found none.",
		],
		[
			{ ratings: [{ ...rating, raterId: 'E1' }] },
			'ratingInvalid',
			true,
			'Rating of E1 by E1 for attitude: raterId: expected somebody else, found the employee.',
		],
		[
			{ ratings: [{ ...rating, raterId: null }] },
			'ratingInvalid',
			true,
			'Rating of E1 by nobody for attitude: raterId: expected who rated, found none.',
		],
		[
			{ ratings: [{ ...rating, points: 15.5 }] },
			'ratingInvalid',
			true,
			'Rating of E1 by L1 for attitude: points: expected at most 15, found 15.5.',
		],
		[
			{ ratings: [{ ...rating, points: -1 }] },
			'ratingInvalid',
			true,
			'Rating of E1 by L1 for attitude: points: expected 0 or more, found -1.',
		],
		[
			{ ratings: [{ ...rating, points: '12.345' }] },
			'ratingInvalid',
			true,
			'Rating of E1 by L1 for attitude: points: expected at most 2 decimals, found 12.345.',
		],
		[
			{ ratings: [{ ...rating, points: null }] },
			'ratingInvalid',
			true,
			'Rating of E1 by L1 for attitude: points: expected a number, found none.',
		],
		[
			{ ratings: [{ ...rating, points: 'good' }] },
			'ratingInvalid',
			true,
			'Rating of E1 by L1 for attitude: points: expected a number, found "good".',
		],
		[
			{ ratings: [{ ...rating, weight: 0 }] },
			'ratingInvalid',
			true,
			'Rating of E1 by L1 for attitude: weight: expected above 0, found 0.',
		],
		[
			{ ratings: [rating, { ...rating, points: 13 }] },
			'ratingInvalid',
			true,
			'Rating of E1 by L1 for attitude: ratedAt: expected one rating at a time, found two of the same moment that differ.',
		],
		[
			{ ratings: [rating, { ...rating, employeeId: 'E9' }] },
			'ratingInvalid',
			false,
			"Rating of E9 by L1 for attitude: employeeId: expected an employee of the list, found 'E9'.",
		],
		[
			{ ratings: [rating, { ...rating, criterion: 'smile' }] },
			'ratingInvalid',
			false,
			"Rating of E1 by L1 for smile: criterion: expected one of role operations (attitude), found 'smile'.",
		],
		[
			{ evidence: [ticket, { ...ticket, errors: 1 }] },
			'conflictingEvidence',
			true,
			'Record T1 (crm/hubspot/ticket): its latest versions disagree.',
		],
		[
			{ evidence: [{ ...ticket, status: 'closed' }] },
			'badEvidence',
			true,
			'Record T1 (crm/hubspot/ticket): status: expected done, open or cancelled, found "closed".',
		],
		[
			{ evidence: [ticket, { ...ticket, recordId: '', activity: 'other' }] },
			'badEvidence',
			false,
			'Record number 2 of the evidence (crm/hubspot/other): recordId: expected text, found none.',
		],
		[
			{ evidence: [{ ...ticket, assignedAt: null }] },
			'badEvidence',
			true,
			'Record T1 (crm/hubspot/ticket): assignedAt: expected the time of assignment, since the limit is measured from it; found none.',
		],
		[
			{ evidence: [ticket, { ...ticket, recordId: 'T2', handler: 'Bob' }] },
			'unknownHandler',
			false,
			"1 record(s) of crm/hubspot/ticket: account 'Bob' is of no employee.",
		],
		[
			{ employees: [employee, { ...employee, employeeId: 'E2', role: 'none' }] },
			'unknownHandler',
			false,
			"1 record(s) of crm/hubspot/ticket: account 'ANN' is listed for several employees.",
		],
		[
			{
				period: '2027-01',
				asOf: '2027-02-01T00:00:00Z',
				coverage: [{ ...coverage, period: '2027-01' }],
				evidence: [
					{
						...ticket,
						assignedAt: '2027-01-04T09:00:00+08:00',
						completedAt: '2027-01-05T09:00:00+08:00',
					},
				],
			},
			'calendarNotCovered',
			true,
			'Record T1 (crm/ticket): its due moment lies in a year that the calendar does not cover.',
		],
	])('%#: %s', async (change, code, blocks, message) => {
		const found = (await exceptionsOf(change)).find((one) => one.code === code);
		expect(found).toMatchObject({ code, blocks, message });
		expect(found?.remedy).not.toBe('');
	});

	it('is all that is wrong with what a period is scored by', async () => {
		const bad = {
			...month,
			period: '2026-13',
			asOf: 'now',
			rulebook: { ...rulebook, timeZone: 'Mars' },
		};
		await expect(scorePeriod(bad)).rejects.toMatchObject({
			problems: [{ path: 'period' }, { path: 'asOf' }, { path: 'timeZone' }],
		});
	});
});
