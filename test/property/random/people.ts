import * as fc from 'fast-check';
import { isObject } from '../model/value';
import { criteria } from './rulebooks';
import { instantsAround, texts } from './times';

const ids = ['E1', 'E2', 'E3', '4'] as const;

/** Whom evidence and ratings may name; the last is nobody. */
export const anyId = fc.constantFrom<unknown>(
	...Array<string>(20).fill('E1'),
	...Array<string>(10).fill('E2'),
	...['E3', 'E3'],
	...['4', 4, 'e1', 'X9'],
);
export const handlers = fc.constantFrom(
	'a@x.com',
	'A@X.com',
	'B@x.com',
	'881',
	881,
	'shared',
	'who',
);

const accounts = fc.oneof(
	fc.constant(undefined),
	fc.dictionary(
		fc.constantFrom('s1', 's2', 's3'),
		fc.array(fc.constantFrom('a@x.com', 'b@X.com', '881', 882, 'Shared', ''), { maxLength: 2 }),
		{ maxKeys: 2 },
	),
	fc.constant('{"s1":["A@x.com"],"s2":["881"]}'),
	fc.constantFrom(null, ''),
);

const days = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom<object>({}, { scheduledDays: null, presentDays: '' }) },
	{
		weight: 4,
		arbitrary: fc.constantFrom<object>(
			{ scheduledDays: 20, presentDays: 20 },
			{ scheduledDays: 22, presentDays: 13 },
			{ scheduledDays: '21', presentDays: '10.5' },
			{ scheduledDays: 20, presentDays: 5 },
			{ scheduledDays: 20, presentDays: 4 },
			{ scheduledDays: 3, presentDays: 0 },
		),
	},
);

const badDays = fc.constantFrom<object>(
	{ scheduledDays: 20 },
	{ presentDays: 3 },
	{ scheduledDays: 0, presentDays: 0 },
	{ scheduledDays: 5, presentDays: 6 },
	{ scheduledDays: 5, presentDays: -1 },
	{ scheduledDays: '2e1', presentDays: 6 },
	{ scheduledDays: true, presentDays: true },
	{ accounts: 'no json' },
	{ accounts: [1] },
);

const employee = (id: unknown): fc.Arbitrary<object> =>
	fc
		.tuple(accounts, days, fc.constantFrom('r0', 'r0', 'r0', 'r1'))
		.map(([own, time, role]) => ({ employeeId: id, name: 'N', role, accounts: own, ...time }));

const oddEmployee = fc.oneof(
	fc.constantFrom(...ids).chain(employee),
	fc
		.tuple(fc.constantFrom(...ids, 'E5').chain(employee), badDays)
		.map(([one, wrong]) => ({ ...one, ...wrong })),
	fc.constantFrom<unknown>(
		{ employeeId: 'E6', role: 'nobody' },
		{ employeeId: 'E7' },
		{ employeeId: '', role: 'r0' },
		{ role: 'r0' },
		null,
		'E1',
	),
);

/** Two to four employees, and in some periods odd ones beside them. */
export const employees = fc
	.tuple(
		fc.tuple(...ids.map((id) => employee(id === '4' ? 4 : id))),
		fc.integer({ min: 1, max: 4 }),
		fc.oneof(
			{ weight: 3, arbitrary: fc.constant([]) },
			{ weight: 1, arbitrary: fc.array(oddEmployee, { maxLength: 2 }) },
		),
	)
	.map(([all, count, odd]): unknown[] => [...all.slice(0, count), ...odd]);

const points = fc.constantFrom(0, 3, 7.25, '12.5', 15, '15', 0.1);
const weights = fc.constantFrom<object>(
	{},
	{},
	{ weight: 1 },
	{ weight: '0.5' },
	{ weight: 3 },
	{ weight: '' },
);

const goodRating = (instants: fc.Arbitrary<string>): fc.Arbitrary<object> =>
	fc
		.tuple(points, weights, fc.option(instants, { nil: '' }))
		.map(([value, weight, ratedAt]) => ({ points: value, ...weight, ratedAt }));

const oddRating = (month: string, instants: fc.Arbitrary<string>): fc.Arbitrary<unknown> =>
	fc.oneof(
		fc
			.tuple(
				goodRating(instants),
				anyId,
				fc.constantFrom<unknown>('L1', 'L2', 'L2', 'E1', '', 3),
				fc.constantFrom('attitude', 'collaboration', 'mood', null),
				fc.constantFrom<object>(
					{},
					{},
					{},
					{ period: month },
					{ period: '2020-01', points: -3 },
					{ points: -1 },
					{ points: 30.01 },
					{ points: '1.005' },
					{ points: 'many' },
					{ points: '' },
					{ points: true },
					{ weight: 0 },
					{ weight: -2 },
					{ weight: 'x' },
					{ ratedAt: 'yesterday' },
				),
			)
			.map(([rating, employeeId, raterId, criterion, odd]) => ({
				...{ ...rating, employeeId, raterId, criterion },
				...odd,
			})),
		fc.constantFrom<unknown>(null, 'rating', {}),
	);

/** A leader's rating of everybody in everything; in some periods one is missing, or odd ones are added. */
export function ratings(month: string): fc.Arbitrary<(staff: readonly unknown[]) => unknown[]> {
	const instants = texts(instantsAround(month));
	const grid = ids.flatMap((id) => criteria.map((criterion) => ({ employeeId: id, criterion })));
	const cells = grid.map((cell) =>
		goodRating(instants).map((one) => ({ ...one, ...cell, raterId: 'L1' })),
	);
	return fc
		.tuple(
			fc.tuple(...cells),
			fc.oneof(
				{ weight: 3, arbitrary: fc.constant([]) },
				{ weight: 2, arbitrary: fc.array(oddRating(month, instants), { maxLength: 4 }) },
			),
			fc.constantFrom(-1, -1, -1, 0, 3),
		)
		.map(([all, added, without]) => (staff) => [
			...all.filter(({ employeeId }, index) => index !== without && has(staff, employeeId)),
			...added,
		]);
}

const has = (staff: readonly unknown[], id: string): boolean =>
	staff.some((row) => isObject(row) && String(row.employeeId) === id);
