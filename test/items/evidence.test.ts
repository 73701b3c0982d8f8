import { newReading } from '../../src/domain/evidence/facts';
import { readEvidence } from '../../src/items/readEvidence';

const good = {
	source: 'crm',
	system: 'hubspot',
	recordId: 4021,
	activity: 'customerRecord',
	employeeId: 'E1',
	status: 'done',
	assignedAt: '2026-10-08T09:12:00+08:00',
	completedAt: '2026-10-08T17:00:00+08:00',
};

function problemsOf(change: object | null | string | readonly unknown[]): string[] {
	const reading = newReading();
	const whole = typeof change === 'object' && change !== null && !Array.isArray(change);
	readEvidence(whole ? { ...good, ...change } : change, reading);
	return [...reading.problems];
}

const TIME = 'an ISO 8601 time with offset, such as 2026-10-08T09:12:00+08:00';

describe('a bad evidence record says what was expected and what was found', () => {
	it.each<[object | null | string | readonly unknown[], string]>([
		[null, 'record: expected a JSON object, found none'],
		['4021', 'record: expected a JSON object, found "4021"'],
		[
			[good],
			'record: expected a JSON object, found [{"source":"crm","system":"hubspot","recordId":4021,"activit…',
		],
		[{ kind: 'rating' }, 'kind: expected evidence, coverage or claim, found "rating"'],
		[{ source: '' }, 'source: expected text, found none'],
		[{ system: null }, 'system: expected text, found none'],
		[{ recordId: undefined }, 'recordId: expected text, found none'],
		[{ activity: true }, 'activity: expected text, found true'],
		[{ employeeId: ['E1'] }, 'employeeId: expected text, found ["E1"]'],
		[
			{ employeeId: null, handler: '' },
			'employeeId: expected the employee, or the handler in the system, found neither',
		],
		[{ status: undefined }, 'status: expected done, open or cancelled, found none'],
		[{ status: 'Done' }, 'status: expected done, open or cancelled, found "Done"'],
		[{ completedAt: null }, 'completedAt: expected a time, since the status is done, found none'],
		[
			{ completedAt: '2026-10-08 17:00' },
			`completedAt: expected ${TIME}, found "2026-10-08 17:00"`,
		],
		[{ assignedAt: 1791421920000 }, `assignedAt: expected ${TIME}, found 1791421920000`],
		[{ dueAt: '31.10.2026' }, `dueAt: expected ${TIME}, found "31.10.2026"`],
		[{ firstResponseAt: true }, `firstResponseAt: expected ${TIME}, found true`],
		[{ fetchedAt: 'now' }, `fetchedAt: expected ${TIME}, found "now"`],
		[
			{ completedAt: '2026-10-08T09:11:59+08:00' },
			'completedAt: expected a time not before assignedAt (2026-10-08T09:12:00+08:00), found "2026-10-08T09:11:59+08:00"',
		],
		[{ resolved: 'yes' }, 'resolved: expected true or false, found "yes"'],
		[{ errors: -1 }, 'errors: expected a whole number from 0 to 1000000000, found -1'],
		[{ errors: '1.5' }, 'errors: expected a whole number from 0 to 1000000000, found "1.5"'],
		[
			{ errorsOpen: false },
			'errorsOpen: expected a whole number from 0 to 1000000000, found false',
		],
		[{ pauses: 'lunch' }, 'pauses: expected a list, or a list as JSON text, found "lunch"'],
		[{ pauses: [5] }, 'pauses[0]: expected an object with from, to and reason, found 5'],
		[{ pauses: [{}] }, 'pauses[0].from: expected a time, found none'],
		[
			{ pauses: [{ from: '2026-10-08T12:00:00Z', to: '2026-10-08T11:00:00Z' }] },
			'pauses[0].to: expected a time not before from (2026-10-08T12:00:00Z), found "2026-10-08T11:00:00Z"',
		],
		[{ fields: '[1]' }, 'fields: expected an object, or an object as JSON text, found "[1]"'],
		[{ excuseCode: {} }, 'excuseCode: expected text, found {}'],
	])('%j', (change, message) => expect(problemsOf(change)).toEqual([message]));

	it('names all that is wrong', () => {
		expect(problemsOf({ source: null, errors: 'two' })).toEqual([
			'source: expected text, found none',
			'errors: expected a whole number from 0 to 1000000000, found "two"',
		]);
	});

	it('says so again of the next record, and forgets it after that', () => {
		const reading = newReading();
		for (const fetchedAt of ['now', 'now']) {
			readEvidence({ ...good, fetchedAt }, reading);
			expect(reading.problems).toHaveLength(1);
		}
		readEvidence({ ...good, fetchedAt: '2026-11-01T00:00:00Z' }, reading);
		expect(reading.problems).toEqual([]);
	});
});

describe('facts compare after reading', () => {
	const factsOf = (change: object): unknown => {
		const reading = newReading();
		readEvidence({ ...good, ...change }, reading);
		const { problems, rareText, item } = reading;
		return { problems: [...problems], rareText, item: { ...item } };
	};

	it.each([
		[{}, { kind: 'evidence', errors: 0, errorsOpen: '0', dueAt: '', resolved: null }],
		[{}, { pauses: [], fields: {}, delayReason: '', excuseCode: null }],
		[{}, { pauses: '[]', fields: '{}' }],
		[{}, { pauses: 'null', fields: { amount: null, branch: '' } }],
		[{}, { recordUrl: 'https://…', unknown: 5 }],
		[{ errors: 2 }, { errors: '2.0' }],
		[{ recordId: 1 }, { recordId: '1' }],
		[{ dueAt: '2026-10-09T00:00:00+08:00' }, { dueAt: '2026-10-08T16:00:00Z' }],
		[{ fields: { b: 1, a: 'x' } }, { fields: '{"a":"x","b":1}' }],
		[
			{ pauses: [{ from: '2026-10-08T12:00:00Z', reason: '' }] },
			{ pauses: '[{"from":"2026-10-08T20:00:00+08:00","to":null,"who":"me"}]' },
		],
		[{ excuseCode: 12 }, { excuseCode: '12' }],
	])('%j is %j', (a, b) => expect(factsOf(a)).toEqual(factsOf(b)));

	it.each([
		[{ fields: { a: 1 } }, { fields: { a: '1' } }],
		[{ resolved: null }, { resolved: false }],
		[
			{ pauses: [{ from: '2026-10-08T12:00:00Z', reason: 'x' }] },
			{ pauses: [{ from: '2026-10-08T12:00:00Z' }] },
		],
	])('%j is not %j', (a, b) => expect(factsOf(a)).not.toEqual(factsOf(b)));
});
