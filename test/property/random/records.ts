import * as fc from 'fast-check';
import { anyId, handlers } from './people';
import { activities, sources } from './rulebooks';
import { instantsAround, texts, written } from './times';

const absent = fc.constantFrom(undefined, null, '');
const orAbsent = (some: fc.Arbitrary<unknown>, chance = 1): fc.Arbitrary<unknown> =>
	fc.oneof({ weight: chance, arbitrary: some }, { weight: 1, arbitrary: absent });

export const systems = ['s1', 's2'] as const;

const counts = fc.constantFrom<unknown>(0, 0, 0, null, 1, '2', 3, '');
const fields = fc.constantFrom<unknown>(
	{},
	undefined,
	'{}',
	'',
	{ amount: 3, note: '' },
	{ amount: '2.5' },
	'{"amount":12.75,"tag":null}',
	{ amount: 0.1 },
	{ amount: '0.20', tag: [1, { b: 2, a: null }] },
	{ amount: null },
	{ amount: '' },
	{ amount: -1 },
	{ amount: 1e-7 },
	{ amount: 'abc' },
	{ amount: true },
);

const excuses = fc.oneof(
	{ weight: 5, arbitrary: fc.constant({}) },
	{
		weight: 3,
		arbitrary: fc.record({
			excuseCode: fc.constantFrom('sick', 'sick', 'sick', ''),
			excuseApprovedBy: fc.constantFrom<unknown>(
				'L1',
				'L1',
				'E1',
				'E2',
				4,
				'A@X.COM',
				'e1',
				'881',
				null,
			),
		}),
	},
);

function pauseOf(from: number, length: number, open: boolean, reason: unknown): object {
	const to = open ? undefined : written(from + length, 'Z');
	return { from: written(from, '+08:00'), to, reason };
}

const pauses = (instants: fc.Arbitrary<number>): fc.Arbitrary<unknown> => {
	const one = fc
		.tuple(
			instants,
			fc.constantFrom(0, 1, 4, 10, 24, 48, 73.5).map((hours) => hours * 3_600_000),
			fc.boolean(),
			fc.constantFrom(undefined, 'waiting', ''),
		)
		.map(([from, length, open, reason]) =>
			pauseOf(from, length, open && length > 40_000_000, reason),
		);
	const list = fc.array(one, { minLength: 1, maxLength: 3 });
	return fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom<unknown>(undefined, [], null, '', '[]') },
		{ weight: 2, arbitrary: list },
		{ weight: 1, arbitrary: list.map((some) => JSON.stringify(some)) },
	);
};

/** A good record, as long as it is completed after it was assigned. */
function goodRecord(month: string): fc.Arbitrary<Record<string, unknown>> {
	const instants = instantsAround(month);
	const lasting = fc.oneof(
		fc.constantFrom(0, 0.5, 2, 2.5, 8, 24, 24.5, 48, 100).map((hours) => hours * 3_600_000),
		fc.integer({ min: 0, max: 20 * 48 }).map((halves) => halves * 1_800_000),
	);
	const times = fc
		.tuple(instants, lasting, lasting, fc.constantFrom<unknown>(...'1'.repeat(38), '', null))
		.map(([at, length, response, known]) => ({
			assignedAt: known === '1' ? written(at, '+08:00') : known,
			completedAt: written(at + length, 'Z'),
			firstResponseAt: written(at + response, 'Z'),
		}));
	const person = fc.oneof(
		{ weight: 8, arbitrary: anyId.map((employeeId) => ({ employeeId })) },
		{ weight: 1, arbitrary: handlers.map((handler) => ({ handler, employeeId: null })) },
		{ weight: 1, arbitrary: fc.constant({ employeeId: 'E1', handler: 'who' }) },
	);
	return fc
		.tuple(
			times,
			person,
			excuses,
			fc.record({
				kind: fc.constantFrom(undefined, 'evidence', ''),
				source: fc.constantFrom(...sources, 'crm', 'crm', 'crm', 'crm'),
				system: fc.constantFrom(...systems),
				recordId: fc.constantFrom<unknown>(...Array<null>(40).fill(null), 1, '1', 'a', 'é', '😀'),
				activity: fc.constantFrom(
					...activities,
					...Array<string>(8).fill('ticket'),
					'order',
					'order',
					'other',
				),
				status: fc.constantFrom('done', 'done', 'done', 'done', 'open', 'cancelled'),
				dueAt: fc.oneof(
					{ weight: 3, arbitrary: absent },
					{ weight: 1, arbitrary: texts(instants) },
				),
				errors: counts,
				errorsOpen: counts,
				resolved: fc.constantFrom(true, true, false, null, undefined, ''),
				pauses: pauses(instants),
				fields,
				delayReason: orAbsent(fc.constant('supplier')),
				fetchedAt: orAbsent(
					fc.constantFrom(
						'2027-02-01T00:00:00Z',
						'2027-02-01T01:00:00+01:00',
						'2027-02-02T00:00:00Z',
					),
					4,
				),
				recordUrl: orAbsent(fc.constantFrom('https://a.example', 'https://b.example')),
				colour: orAbsent(fc.constant('unknown fields are ignored')),
			}),
			fc.constantFrom('completed', 'responded', 'both', 'both', 'neither'),
		)
		.map(([time, who, excuse, rest, told]) => {
			const completed = rest.status === 'done' || told === 'completed' || told === 'both';
			return {
				...{ ...rest, ...who, ...excuse, ...time },
				completedAt: completed ? time.completedAt : null,
				firstResponseAt: told === 'responded' || told === 'both' ? time.firstResponseAt : '',
			};
		});
}

const wrong = fc.constantFrom<object>(
	{ source: '' },
	{ source: null },
	{ activity: undefined },
	{ recordId: {} },
	{ system: '' },
	{ status: 'finished' },
	{ status: null },
	{ status: 'done', completedAt: null },
	{ assignedAt: '2026-10-10T00:00:00Z', completedAt: '2026-10-09T00:00:00Z' },
	{ assignedAt: '2026-10-10' },
	{ dueAt: '2026-10-10T00:00:00' },
	{ completedAt: 'soon' },
	{ fetchedAt: 'now' },
	{ firstResponseAt: 5 },
	{ errors: 'none' },
	{ errors: -1 },
	{ errors: 1.5 },
	{ errors: true },
	{ errorsOpen: '1e2' },
	{ resolved: 'maybe' },
	{ pauses: 'lunch' },
	{ pauses: [{ to: '2026-10-10T00:00:00Z' }] },
	{ pauses: [{ from: '2026-10-10T00:00:00Z', to: '2026-10-09T00:00:00Z' }] },
	{ fields: '[1]' },
	{ fields: 7 },
	{ employeeId: '', handler: null },
);

/** Most records have an id of their own, and all versions the same. */
const named = (versions: readonly Record<string, unknown>[], index: number): object[] =>
	versions.map((record) => ({ ...record, recordId: record.recordId ?? `PR-${index}/buy` }));

/** Good records, newer and conflicting versions of them, duplicates, and bad ones in some periods. */
export function evidence(month: string): fc.Arbitrary<unknown[]> {
	const good = goodRecord(month);
	const again = fc.record(
		{
			status: fc.constant('cancelled'),
			errors: fc.constant(2),
			recordUrl: fc.constant('https://x.example'),
			fetchedAt: fc.constantFrom(
				...Array<string>(4).fill('2027-02-03T00:00:00Z'),
				'2027-01-01T00:00:00Z',
				'',
			),
			employeeId: anyId,
		},
		{ requiredKeys: ['fetchedAt'] },
	);
	const versioned = fc
		.tuple(
			good,
			fc.oneof(
				{ weight: 5, arbitrary: fc.constant([]) },
				{ weight: 1, arbitrary: fc.array(again, { maxLength: 2 }) },
			),
		)
		.map(([record, versions]) => [record, ...versions.map((one) => ({ ...record, ...one }))]);
	const bad = fc.oneof(
		{
			weight: 5,
			arbitrary: fc.tuple(good, wrong).map(([record, fault]) => ({ ...record, ...fault })),
		},
		{ weight: 1, arbitrary: fc.constantFrom<unknown>(null, 'text', 7, [], {}) },
	);
	return fc
		.tuple(
			fc.array(versioned, { maxLength: 40, size: 'max' }),
			fc.oneof(
				{ weight: 3, arbitrary: fc.constant([]) },
				{ weight: 1, arbitrary: fc.array(bad, { maxLength: 3 }) },
			),
		)
		.map(([records, odd]): unknown[] => [...records.flatMap(named), ...odd]);
}
