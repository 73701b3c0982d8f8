import * as fc from 'fast-check';
import type { Json } from './naive/read';
import { rulebooks } from './rulebooks';

/** A period as JSON: everything that may be wrong in a company's month, in small. */
export interface Month {
	readonly period: string;
	readonly asOf: string;
	readonly rulebook: object;
	readonly employees: Json[];
	readonly evidence: Json[];
	readonly coverage: Json[];
	readonly claims: Json[];
	readonly ratings: Json[];
}

const MINUTE = 60_000;
const people = ['E1', 'E2', 'E3', '7'];
const absent = fc.constantFrom(undefined, null, '');

/** How a month is kept: in a tidy one nearly everything is as it should be, so that people have scorecards. */
interface Care {
	readonly tidy: boolean;
	/** The usual value, or once in a while another. */
	readonly mostly: <T>(
		usual: fc.Arbitrary<T>,
		rare: fc.Arbitrary<unknown>,
	) => fc.Arbitrary<unknown>;
}

const care = (weight: number): Care => ({
	tidy: weight > 100,
	mostly: (usual, rare) => fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare }),
});
const often = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
	fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: absent });

/** The same moment, written for one of several offsets. */
function written(at: number, hours: number): string {
	if (hours === 0) return new Date(at).toISOString();
	const sign = hours < 0 ? '-' : '+';
	const local = new Date(at + hours * 60 * MINUTE).toISOString().slice(0, 19);
	return `${local}${sign}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}

/** Moments of whole minutes about a month, many of them at local midnights and full hours. */
const moments = (period: string): fc.Arbitrary<string> => {
	const start = Date.parse(`${period}-01T00:00:00Z`) - 5 * 24 * 60 * MINUTE;
	const minutes = 42 * 24 * 60;
	const at = fc.oneof(
		fc.integer({ min: 0, max: minutes }),
		fc.integer({ min: 0, max: minutes / 60 }).map((hour) => hour * 60),
	);
	return fc
		.tuple(at, fc.constantFrom(8, 0, 1, 2, -5))
		.map(([minute, hours]) => written(start + minute * MINUTE, hours));
};

const number = (most: number): fc.Arbitrary<unknown> =>
	fc.oneof(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }).map(String));

function pauses(moment: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
	const pause = fc
		.tuple(moment, moment, fc.constantFrom('customer', undefined, null), fc.boolean())
		.map(([a, b, reason, open]) => {
			const [from, to] = Date.parse(a) <= Date.parse(b) ? [a, b] : [b, a];
			return { from, to: open ? null : to, reason };
		});
	const list = fc.array(pause, { minLength: 1, maxLength: 3 });
	return fc.oneof(
		{ weight: 4, arbitrary: absent },
		list,
		list.map((one) => JSON.stringify(one)),
		fc.constant([]),
	);
}

const fields = ({ mostly }: Care): fc.Arbitrary<unknown> =>
	fc.oneof(
		{ weight: 3, arbitrary: absent },
		fc.record({
			amount: mostly(
				fc.oneof(number(99), fc.constantFrom('12.5', 0.1, -3)),
				fc.constantFrom('many', true, null, ''),
			),
		}),
		fc.constantFrom('{"amount":"7"}', {}, '{}', { branch: 'north', amount: 5 }),
	);

function record(period: string, { tidy, mostly }: Care): fc.Arbitrary<Json> {
	const ids = fc.integer({ min: 1, max: tidy ? 500 : 14 });
	const moment = moments(period);
	const garbage = fc.constantFrom('soon', '2026-10-40T00:00:00Z', 5, true);
	return fc
		.record({
			kind: fc.constantFrom('evidence', undefined, null, ''),
			source: mostly(fc.constantFrom('crm', 'crm', 'crm', 'log'), absent),
			system: mostly(fc.constantFrom('s1', 's1', 's2'), absent),
			recordId: mostly(fc.oneof(ids, ids.map(String)), fc.constantFrom('', 'é😀', 'ab\ufffd"')),
			activity: mostly(fc.constantFrom('a', 'a', 'b'), fc.constantFrom(null, 'c')),
			employeeId: fc.oneof(
				{ weight: 5, arbitrary: fc.constantFrom(...people.slice(0, 3), 7) },
				absent,
				fc.constant('X9'),
			),
			handler: fc.constantFrom('h1', 'H1', 'both', 'who', null, 5),
			status: mostly(
				fc.constantFrom('done', 'done', 'done', 'open', 'cancelled'),
				fc.constantFrom('closed', null),
			),
			assignedAt: mostly(moment, fc.oneof(absent, garbage)),
			completedAt: mostly(moment, fc.oneof(absent, garbage)),
			dueAt: fc.oneof({ weight: 3, arbitrary: absent }, moment),
			firstResponseAt: often(moment),
			fetchedAt: fc.constantFrom(
				'2026-11-01T01:00:00+08:00',
				'2026-10-31T17:00:00Z',
				'2026-11-02T00:00:00Z',
				null,
				undefined,
			),
			resolved: mostly(fc.constantFrom(true, true, false, null), fc.constantFrom('yes')),
			errors: mostly(
				fc.oneof(fc.constantFrom(0, undefined, null, 0), number(2)),
				fc.constantFrom(-1, 1.5, 'two', true),
			),
			errorsOpen: fc.constantFrom(0, undefined, '1'),
			pauses: pauses(moment),
			excuseCode: fc.constantFrom(undefined, null, 'supplier', 'supplier'),
			excuseApprovedBy: fc.constantFrom(undefined, 'L1', 'E1', 'H1', ''),
			delayReason: fc.constantFrom(undefined, 'late parts'),
			fields: fields({ tidy, mostly }),
			recordUrl: fc.constantFrom(undefined, 'https://one.example', 'https://two.example'),
			ignored: fc.integer(),
		})
		.map((one) => ordered(one, tidy));
}

/** Mostly in the order of time, so that most records are good. */
function ordered(one: Json, tidy: boolean): Json {
	const [assigned, completed] = [
		Date.parse(String(one['assignedAt'])),
		Date.parse(String(one['completedAt'])),
	];
	if (!(completed < assigned) || (!tidy && Number(one['ignored']) % 7 === 0)) return one;
	return { ...one, assignedAt: one['completedAt'], completedAt: one['assignedAt'] };
}

/** Records with copies of some of them: the same, differently written, or with another fact. */
function evidence(period: string, kept: Care): fc.Arbitrary<Json[]> {
	const harmless: Json[] = [
		{},
		{ recordUrl: 'https://three.example', ignored: 1 },
		{ fetchedAt: '2026-11-03T00:00:00Z' },
		{ fetchedAt: '2026-11-03T00:00:00Z', errors: 1 },
	];
	const harmful: Json[] = [
		{ errors: 2 },
		{ employeeId: 'E2' },
		{ employeeId: null, handler: 'h1' },
	];
	const change = fc.constantFrom(...harmless, ...(kept.tidy ? [] : harmful));
	return fc
		.array(fc.tuple(record(period, kept), fc.array(change, { maxLength: 2 })), { maxLength: 24 })
		.map((all) =>
			all.flatMap(([one, changes]) => [one, ...changes.map((change) => ({ ...one, ...change }))]),
		);
}

const employees = ({ tidy, mostly }: Care): fc.Arbitrary<Json[]> =>
	fc
		.tuple(
			...people.map((employeeId) =>
				fc.record({
					employeeId: fc.constant(employeeId === '7' ? 7 : employeeId),
					name: fc.constantFrom('Ann', undefined),
					role: mostly(fc.constantFrom('first', 'second'), fc.constantFrom('pilot', null)),
					days: mostly(
						fc.constantFrom(
							{},
							{},
							{ scheduledDays: 22, presentDays: '13' },
							{ scheduledDays: '20', presentDays: 7.5 },
						),
						fc.constantFrom(
							{ scheduledDays: 0, presentDays: 0 },
							{ presentDays: 3 },
							{ scheduledDays: 20, presentDays: 4 },
							{ scheduledDays: 2, presentDays: true },
						),
					),
					accounts: fc.constantFrom<unknown>(
						{ s1: [employeeId === 'E1' ? 'h1' : 'both'] },
						'{"s1":["both"]}',
						undefined,
						{ s2: [5] },
						{},
					),
					twice: fc.integer({ min: 0, max: 15 }),
				}),
			),
		)
		.map((rows) =>
			rows.flatMap(({ days, twice, ...row }) => {
				const one = { ...row, ...(days as object) };
				return twice === 0 && !tidy ? [one, one] : [one];
			}),
		);

const coverage = (period: string, { tidy, mostly }: Care): fc.Arbitrary<Json[]> =>
	fc
		.tuple(
			...['a', 'b'].flatMap((activity) =>
				['s1', 's2'].map((system) =>
					fc
						.record({
							complete: mostly(fc.constant(true), fc.constantFrom(false, 'true', null)),
							there: fc.integer({ min: 0, max: 19 }),
							again: fc.integer({ min: 0, max: 9 }),
							asOf: fc.constantFrom('2026-11-01T01:00:00Z', '', '2026-11-02T01:00:00Z'),
						})
						.map(({ complete, there, again, asOf }): Json[] => {
							const one = {
								kind: 'coverage',
								source: 'crm',
								system,
								activity,
								period,
								complete,
								asOf,
							};
							const more =
								again === 0 && !tidy
									? [{ ...one, complete: !complete, asOf: '2026-11-02T01:00:00Z' }]
									: [];
							return there === 0 && !tidy ? more : [one, ...more];
						}),
				),
			),
		)
		.map((all) => all.flat());

const ratings = (period: string, { tidy, mostly }: Care): fc.Arbitrary<Json[]> =>
	fc
		.tuple(
			...people.flatMap((employeeId) =>
				['attitude', 'helpfulness'].map((criterion) =>
					fc
						.record({
							points: mostly(
								fc.constantFrom<unknown>(0, 15, 12.25, '13', 7.5),
								fc.constantFrom<unknown>(16, -1, 1.005, null, 'x', true),
							),
							weight: mostly(
								fc.constantFrom(undefined, null, 1),
								fc.constantFrom<unknown>(2, '0.5', 0, 'x'),
							),
							raterId: mostly(fc.constantFrom('L1'), fc.constantFrom(employeeId, null)),
							ratedAt: mostly(
								fc.constantFrom('2026-11-02T10:00:00+08:00', undefined),
								fc.constant('later'),
							),
							more: fc.array(
								fc.record({
									points: fc.constantFrom<unknown>(3, 15, '15.0'),
									raterId: fc.constantFrom('L1', 'L2'),
									ratedAt: fc.constantFrom(
										'2026-11-02T02:00:00Z',
										'2026-11-03T00:00:00Z',
										undefined,
									),
									period: fc.constantFrom(period, undefined, '2026-09'),
									criterion: mostly(fc.constant(criterion), fc.constant('smile')),
								}),
								{ maxLength: tidy ? 0 : 1 },
							),
							there: fc.integer({ min: 0, max: 19 }),
						})
						.map(({ more, there, ...one }): Json[] => [
							...(there === 0 && !tidy ? [] : [{ employeeId, criterion, ...one }]),
							...more.map((other) => ({ employeeId, ...other })),
						]),
				),
			),
			fc.constantFrom<Json[]>(
				[],
				[],
				[{ employeeId: 'X9', raterId: 'L1', criterion: 'attitude', points: 3 }],
			),
		)
		.map((all) => all.flat());

const claims = ({ mostly }: Care): fc.Arbitrary<Json[]> =>
	fc.array(
		fc.record({
			kind: fc.constant('claim'),
			employeeId: fc.constantFrom(...people),
			activity: fc.constantFrom('a', 'b'),
			period: fc.constantFrom(undefined, '', '2026-01'),
			count: mostly(
				fc.constantFrom<unknown>(3, '5', 0),
				fc.constantFrom<unknown>(-1, 'x', 1.5, null),
			),
		}),
		{ maxLength: 3 },
	);

const cutOffs = (period: string): fc.Arbitrary<string> =>
	fc.constantFrom(
		`${period}-28T10:30:00+08:00`,
		'2027-01-02T01:00:00+08:00',
		'2027-01-02T01:00:00Z',
	);

const month = (period: string, kept: Care): fc.Arbitrary<Month> =>
	fc.record({
		period: fc.constant(period),
		asOf: cutOffs(period),
		rulebook: rulebooks,
		employees: employees(kept),
		evidence: evidence(period, kept),
		coverage: coverage(period, kept),
		claims: claims(kept),
		ratings: ratings(period, kept),
	});

/** Whole random months: in tidy ones most people have a scorecard, in others there is every reason why not. */
export const months: fc.Arbitrary<Month> = fc
	.tuple(fc.constantFrom('2026-10', '2026-10', '2026-12'), fc.constantFrom(2000, 2000, 150, 12))
	.chain(([period, weight]) => month(period, care(weight)));

/** Months in which most people have a scorecard. */
export const tidyMonths: fc.Arbitrary<Month> = month('2026-10', care(2000));
