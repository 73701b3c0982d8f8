import * as fc from 'fast-check';

export const activities = ['ticket', 'order', 'visit'] as const;
export const sources = ['crm', 'finance', 'workLog'] as const;
export const criteria = ['attitude', 'collaboration'] as const;

const limits = fc.constantFrom<object>(
	{ hours: 24 },
	{ hours: 0.5 },
	{ hours: 100 },
	{ workingHours: 8 },
	{ workingHours: 2.5 },
	{ workingHours: 45 },
	{ workingDays: 1 },
	{ workingDays: 3 },
	{ workingDays: 9 },
);

const caps = fc.constantFrom({}, {}, {}, { cap: '120%' }, { cap: '80%' });

const shareCurves = fc.constantFrom<object>(
	{
		type: 'bands',
		bands: [
			{ from: '95%', gives: '100%' },
			{ from: '50%', gives: '62.5%' },
			{ from: '0%', gives: '0%' },
		],
	},
	{
		type: 'bands',
		bands: [
			{ from: '110%', gives: '120%' },
			{ from: '33.3%', gives: '90%' },
			{ from: '0%', gives: '10%' },
		],
	},
	{
		type: 'interpolate',
		points: [
			['30%', '0%'],
			['95%', '100%'],
		],
	},
	{
		type: 'interpolate',
		points: [
			['0%', '20%'],
			['50%', '40%'],
			['120%', '110%'],
		],
	},
	{ type: 'passFail', atLeast: '50%' },
);

const errorCurves = fc.constantFrom<object>(
	{ type: 'perDefect', allowance: '1%', step: '10%' },
	{ type: 'perDefect', step: '12.5%' },
	{ type: 'perDefect', allowance: '50%', step: '30%' },
	{ type: 'rateExcess', target: '1%', perPoint: '10%' },
	{ type: 'rateExcess', target: '20%', perPoint: '1%' },
	{
		type: 'bands',
		bands: [
			{ atMost: '0%', gives: '100%' },
			{ atMost: '20%', gives: '60%' },
			{ atMost: '100%', gives: '5%' },
		],
	},
	{
		type: 'interpolate',
		points: [
			['0%', '100%'],
			['50%', '0%'],
		],
	},
	{ type: 'passFail', atMost: '10%' },
);

const capped = (curves: fc.Arbitrary<object>): fc.Arbitrary<object> =>
	fc.tuple(curves, caps).map(([curve, cap]) => ({ ...curve, ...cap }));

const either = (own: string): fc.Arbitrary<object> =>
	capped(fc.oneof(fc.constant({ type: own }), shareCurves));

const measured = (measure: string, curve: fc.Arbitrary<object>): fc.Arbitrary<object> =>
	fc.record({ measure: fc.constant(measure), curve });

const valueTargets = fc.constantFrom(1, 12.5, 1000);

const indicators: fc.Arbitrary<object> = fc.oneof(
	measured('completed', either('attainment')),
	measured('onTime', either('share')),
	measured('onTime', either('share')).map((one) => ({ ...one, of: 'completed' })),
	measured('errors', capped(errorCurves)),
	measured('resolved', either('share')),
	fc
		.tuple(measured('responded', either('share')), limits)
		.map(([one, limit]) => ({ ...one, limit })),
	fc
		.tuple(
			measured(
				'value',
				fc
					.tuple(either('attainment'), valueTargets)
					.map(([curve, target]) => ({ ...curve, target })),
			),
			fc.constantFrom({}, { aggregate: 'sum' }, { aggregate: 'mean' }),
		)
		.map(([one, aggregate]) => ({ ...one, field: 'amount', ...aggregate })),
);

const work = fc.record(
	{
		source: fc.constantFrom(...sources, 'crm', 'crm', 'crm', 'crm'),
		target: fc.constantFrom(1, 2, 3, 5),
		limit: limits,
		belongsTo: fc.constantFrom('due', 'completed'),
	},
	{ requiredKeys: ['source'] },
);

const leaders = fc.constantFrom<{ id: string; points: number }[]>(
	[
		{ id: 'attitude', points: 15 },
		{ id: 'collaboration', points: 15 },
	],
	[{ id: 'attitude', points: 30 }],
	[],
);

/** Splits what the leader leaves among so many indicators, unevenly. */
function split(all: number, shares: readonly number[]): number[] {
	const sum = shares.reduce((a, b) => a + b, 0);
	const points = shares
		.slice(1)
		.map((share) => Math.max(1, Math.floor((all * share * 4) / sum)) / 4);
	return [all - points.reduce((a, b) => a + b, 0), ...points];
}

const roles = fc
	.tuple(
		fc.constantFrom<string[]>(
			['ticket'],
			['ticket'],
			['order', 'ticket'],
			['ticket', 'order', 'visit'],
		),
		fc.array(work, { minLength: 3, maxLength: 3 }),
		fc.array(fc.tuple(indicators, fc.integer({ min: 1, max: 7 })), {
			minLength: 1,
			maxLength: 6,
			size: 'max',
		}),
		leaders,
	)
	.map(([chosen, works, list, leader]) => {
		const left = 100 - leader.reduce((sum, { points }) => sum + points, 0);
		const points = split(
			left,
			list.map(([, share]) => share),
		);
		return {
			work: chosen.map((activity, index) => ({ activity, ...works[index] })),
			indicators: list.map(([indicator], index) => ({
				id: `i${index}`,
				activity: chosen[index % chosen.length],
				...indicator,
				points: points[index],
			})),
			leader,
		};
	});

const year = (holidays: string[], workdays: string[]): object => ({ holidays, workdays });

/** Own calendars: years that are missing, holidays, make-up days, windows by night and day. */
const calendars = fc
	.tuple(
		fc.constantFrom([6, 7], [5], [7, 1]),
		fc.constantFrom(['2025', '2026', '2027'], ['2025', '2026', '2027'], ['2026'], ['2026', '2027']),
		fc.constantFrom(
			[
				['09:00', '12:00'],
				['13:30', '18:00'],
			],
			[['00:00', '24:00']],
			[
				['01:30', '02:30'],
				['02:30', '04:15'],
				['22:00', '24:00'],
			],
		),
	)
	.map(([weekend, years, hours]) => ({
		weekend,
		years: Object.fromEntries(
			years.map((one) => [
				one,
				year(
					[`${one}-01-01`, `${one}-03-09`, `${one}-10-01`, `${one}-10-02`, `${one}-11-30`],
					[`${one}-10-10`, `${one}-04-05`, `${one}-12-26`],
				),
			]),
		),
		hours,
	}));

const grades = fc.constantFrom(
	[
		{ from: 90, id: 'excellent' },
		{ from: 60, id: 'good' },
		{ from: 0, id: 'poor' },
	],
	[
		{ from: 33.33, id: 'pass' },
		{ from: 0, id: 'fail' },
	],
);

/** Rulebooks that load: roles r0, r1 … with all measures, curves and clocks. */
export const rulebooks = fc.record({
	rulebook: fc.constant(1),
	id: fc.constant('any'),
	version: fc.constant('1'),
	calendar: calendars,
	grades,
	minPresentDays: fc.constantFrom(5, 0, 2),
	roles: fc
		.array(roles, { minLength: 2, maxLength: 2 })
		.map((list) => list.map((role, index) => ({ id: `r${index}`, ...role }))),
});
