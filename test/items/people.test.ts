import { fractionText } from '../../src/domain/kernel/ratio';
import { readClaim } from '../../src/items/readClaim';
import { readCoverage } from '../../src/items/readCoverage';
import { readEmployee } from '../../src/items/readEmployee';

describe('a row of employees', () => {
	it.each<[unknown, string[]]>([
		[{ employeeId: 'E1' }, []],
		[
			{ employeeId: 7, accounts: '{"hubspot":["881"]}', scheduledDays: '22', presentDays: 12.5 },
			[],
		],
		[{ employeeId: 'E1', accounts: '', scheduledDays: null, presentDays: '' }, []],
		['E1', ['row: expected a JSON object, found "E1"']],
		[{}, ['employeeId: expected an id, found none']],
		[{ employeeId: true }, ['employeeId: expected text, found true']],
		[
			{ employeeId: 'E1', scheduledDays: 22 },
			['presentDays: expected a number, since the other of the two is given, found none'],
		],
		[
			{ employeeId: 'E1', presentDays: 3 },
			['scheduledDays: expected a number, since the other of the two is given, found none'],
		],
		[
			{ employeeId: 'E1', scheduledDays: 0, presentDays: 0 },
			['scheduledDays: expected above 0, found 0'],
		],
		[
			{ employeeId: 'E1', scheduledDays: 20, presentDays: 21 },
			['presentDays: expected from 0 to 20, found 21'],
		],
		[
			{ employeeId: 'E1', scheduledDays: 20, presentDays: -1 },
			['presentDays: expected from 0 to 20, found -1'],
		],
		[
			{ employeeId: 'E1', scheduledDays: '1e1', presentDays: 3 },
			['scheduledDays: expected a number, found "1e1"'],
		],
		[
			{ employeeId: 'E1', accounts: 'x@example.com' },
			[
				'accounts: expected an object with a list of accounts for each system, found "x@example.com"',
			],
		],
		[
			{ employeeId: 'E1', accounts: { hubspot: '881' } },
			['accounts.hubspot: expected a list of accounts, found "881"'],
		],
		[
			{ employeeId: 'E1', accounts: { hubspot: [{}] } },
			['accounts.hubspot: expected text, found {}'],
		],
	])('%j: %j', (row, problems) => expect(readEmployee(row, 1).problems).toEqual(problems));

	it('keeps days exactly', () => {
		const { days } = readEmployee({ employeeId: 'E1', scheduledDays: 22, presentDays: '12.5' }, 1);
		expect(days && fractionText(days.present)).toBe('25/2');
	});
});

describe('a coverage record', () => {
	const good = {
		source: 'crm',
		system: 'hubspot',
		activity: 'customerRecord',
		period: '2026-10',
		complete: true,
		asOf: '2026-11-01T01:00:00Z',
	};

	it.each<[object, object | undefined]>([
		[{}, { complete: true, gap: undefined }],
		[{ period: '2026-09' }, undefined],
		[{ complete: 'true' }, { complete: false, gap: 'complete: expected true, found "true"' }],
		[
			{ complete: false, gap: 'page 3 was not read' },
			{ complete: false, gap: 'page 3 was not read' },
		],
		[{ asOf: 'today' }, { complete: false, asOf: Infinity }],
		[{ asOf: '' }, { complete: true, asOf: -9_000_000_000_000_000 }],
	])('%j', (change, expected) => {
		const read = readCoverage({ ...good, ...change }, '2026-10');
		if (expected === undefined) expect(read).toBeUndefined();
		else expect(read).toMatchObject(expected);
	});

	it('says what it lacks', () => {
		expect(readCoverage({ complete: true }, '2026-10')).toEqual([
			'period: expected text, found none',
			'source: expected text, found none',
			'system: expected text, found none',
			'activity: expected text, found none',
		]);
	});
});

describe('a claim', () => {
	it.each<[object, object | undefined]>([
		[{ count: 100 }, { employeeId: 'E1', activity: 'customerRecord', count: 100 }],
		[{ count: '100', period: '' }, { count: 100 }],
		[{ count: 100, period: '2026-09' }, undefined],
		[
			{ count: -1 },
			{
				message:
					'Claim of E1 for customerRecord: count: expected a whole number from 0 to 1000000000, found -1.',
			},
		],
		[{ count: 1.5 }, { code: 'badEvidence', blocks: false, employeeId: 'E1' }],
		[
			{ count: 1, activity: null },
			{ message: 'Claim of E1 for no activity: activity: expected text, found none.' },
		],
		[
			{ count: 1, employeeId: '' },
			{ message: 'Claim of nobody for customerRecord: employeeId: expected text, found none.' },
		],
	])('%j', (change, expected) => {
		const read = readClaim({ employeeId: 'E1', activity: 'customerRecord', ...change }, '2026-10');
		if (expected === undefined) expect(read).toBeUndefined();
		else expect(read).toMatchObject(expected);
	});
});
